import { globSync } from 'node:fs';
import { basename } from 'node:path';

import { expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { shipped, yamlOf } from '../evaluate/shipped.ts';
import { type Plain, plainFile } from '../../scripts/situations.ts';
import { datedIn, said, yearsLater } from './moved.ts';

const { program, subject } = shipped();
const engine = engineOf(program, runGenerated, 0);

const sound = [
  ...globSync(
    'rules/dossiers/{mortgage,off-plan,commercial-property,consumer,business,servicing}.yaml',
  ),
  ...globSync('examples/dossiers/*sound*.{yaml,json}'),
  ...globSync('examples/situations/*.yaml').filter((path) => !path.endsWith('-faulty.yaml')),
].toSorted();

/** How many outcomes of a sound file of another year may want an edition. */
const most = 5;

/** The rules that say neither what came before them nor that nothing did, by the year that wants it. */
const wanting: { readonly [year: number]: readonly string[] } = {
  2019: ['CON-033', 'MKT-001', 'MKT-003', 'MOD-004', 'MOD-012', 'MOD-015', 'PAY-011', 'PLM-008'],
  2022: ['MKT-001', 'MOD-004', 'MOD-012', 'MOD-015', 'PAY-011', 'PLM-008'],
  2025: ['MOD-004', 'PAY-011'],
};

/** The rules whose edition is wanted by the outcomes of a file moved whole to a year. */
function wantedIn(path: string, year: number): readonly string[] {
  const file = plainFile(path);
  const dates = [...datedIn(file)];
  const asOf = dates.find((one) => one.path === 'meta.asOfDate')?.text ?? '';
  const years = year - Number(asOf.slice(0, 4));
  for (const { text, put } of dates) put(text.startsWith('9999') ? text : yearsLater(text, years));
  return wantedBy(file);
}

function wantedBy(file: Plain): readonly string[] {
  const { value: dossier } = dossierFromYaml(yamlOf(JSON.stringify(file)), subject.type);
  if (!dossier) throw new Error('a moved file is a dossier');
  const [judgement] = engine.judge([{ subject, dossier }], {});
  return (judgement?.outcomes ?? []).flatMap(({ rule, missing }) =>
    missing.some(({ why }) => why === 'no-edition') ? [rule] : [],
  );
}

test.each(Object.keys(wanting).map(Number))(
  'sound files moved whole to %i want few editions, of rules that are known',
  (year) => {
    const files = sound.filter((path) => said(plainFile(path))?.gravity === 0);
    expect(files.length).toBeGreaterThan(5);
    const wanted = files.map((path) => ({ name: basename(path), rules: wantedIn(path, year) }));
    const many = wanted.filter(({ rules }) => rules.length > most);
    expect(many).toEqual([]);
    const rules = [...new Set(wanted.flatMap((one) => one.rules))].toSorted();
    console.log(`${files.length} sound files moved to ${year} want: ${rules.join(' ')}`);
    expect(rules).toEqual(wanting[year]);
  },
);
