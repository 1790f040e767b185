import { expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { aboutHead, aboutJson } from '../../src/report/about.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { sampleYaml, shipped, yamlOf } from '../evaluate/shipped.ts';

const { program, subject } = shipped();

/** @param without - sections of the sample that are left out, or single fields of one */
function about(without: readonly string[], unmasked: boolean) {
  const sections = plainOf(sampleYaml(sample)) as Record<string, Record<string, unknown>>;
  for (const path of without) {
    const [section = '', field] = path.split('.');
    if (field === undefined) delete sections[section];
    else delete sections[section]?.[field];
  }
  const dossier = dossierFromYaml(yamlOf(JSON.stringify(sections)), subject.type).value;
  return dossier && aboutJson(dossier, subject, program, unmasked);
}

const sample = '0001-sound.yaml';

const told = {
  number: 'A-2026-0001',
  branch: '0101',
  product: 'HOUSING',
  amount: '1300000.00',
  officer: 'S-CM1',
  customer: '周**',
  day: '2026-08-28',
};

test('a file is told by its numbers, its amount and its day, names masked', () => {
  expect(about([], false)).toEqual(told);
  expect(about([], true)).toEqual({ ...told, customer: '周以宁' });
});

test('the next place is looked at where the first is not filled in', () => {
  expect(about(['loan.amount', 'application.acceptedAt'], false)).toEqual({
    ...told,
    day: '2026-08-26',
  });
});

test('what is filled in nowhere is absent', () => {
  expect(about(['application', 'loan', 'parties'], false)).toEqual({ branch: '0101' });
});

test('codes of products have titles', () => {
  const head = aboutHead(program, ['zh', 'en'])['dossier'];
  expect(head?.['product']?.codes?.['HOUSING']).toEqual({ zh: '个人住房贷款', en: 'Home loan' });
  expect(head?.['amount']?.title).toEqual({ zh: '贷款金额', en: 'Loan amount' });
});
