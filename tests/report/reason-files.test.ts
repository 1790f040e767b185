import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeTogether } from '../../src/evaluate/judge.ts';
import { viewer } from '../../src/report/view.ts';
import { shipped, yamlOf } from '../evaluate/shipped.ts';

const { program, subject } = shipped();

const files = ['2026-consumer-loan', '2026-in-hand'].map((name) => {
  const text = readFileSync(`examples/household-faulty/${name}.yaml`, 'utf8');
  const { value } = dossierFromYaml(yamlOf(text), subject.type);
  if (!value) throw new Error(name);
  return value;
});

test.each([
  ['zh', 'D-2026-000702的当事人的婚姻状况（已婚）与D-2026-000703的当事人的婚姻状况（离异）不一致'],
  [
    'en',
    'the marital status of the party in D-2026-000702 (married) is not the same as the marital status of the party in D-2026-000703 (divorced)',
  ],
] as const)('a reason over two files says which value is of which: %s', (language, reason) => {
  const [first] = judgeTogether(
    program,
    files.map((dossier) => ({ subject, dossier })),
    {},
  );
  const [dossier] = files;
  if (!dossier) throw new Error('two files');
  const { view } = viewer(program, subject, dossier, language, false);
  const told = first?.outcomes.filter(({ rule }) => rule === 'GRP-006').map(view) ?? [];
  expect(told.flatMap(({ because }) => because.map(({ text }) => text))).toEqual([reason]);
});
