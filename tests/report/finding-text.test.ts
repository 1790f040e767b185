import { expect, test } from 'vitest';

import { invariant } from '../../src/base/invariant.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { viewer } from '../../src/report/view.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

/** What a failed rule says of a file. */
function told(keys: Keys, file: string): string {
  const program = programWith(keys);
  const subject = program.subjects.get('request');
  invariant(subject, 'the fixture judges requests');
  const dossier = dossierFromYaml(yamlOf(`day: 2024-05-01\n${file}`), subject.type).value;
  invariant(dossier, 'the file reads');
  const failed = judge(program, subject, dossier, {}).outcomes.filter(
    ({ rule, status }) => rule === 'TST-001' && status === 'fail',
  );
  const { view } = viewer(program, subject, dossier, 'en', false);
  return failed.map((outcome) => view(outcome).message).join(' | ');
}

const both = {
  require: 'agreed and amount <= 10',
  finding: {
    en: 'Faults:{if agreed then "" else " not agreed;"}{if amount <= 10 then "" else " too much;"}',
  },
};
const kinds = {
  require: 'amount <= 10',
  finding: { en: 'Done:{if amount > 20 then items[done].amount else []}.' },
};

test.each([
  ['a branch without words says nothing', both, 'agreed: true\namount: 11', 'Faults: too much;'],
  ['each fault says its own', both, 'agreed: false\namount: 11', 'Faults: not agreed; too much;'],
  ['what is not known says nothing', both, 'amount: 11', 'Faults: too much;'],
  [
    'but is asked after where it would say something either way',
    {
      require: 'amount <= 10',
      finding: { en: 'It was {if agreed then "agreed" else "refused"}.' },
    },
    'amount: 11',
    'It was (cannot be told: agreed missing).',
  ],
  [
    'without the comma before it',
    {
      require: 'amount <= 10',
      finding: { en: 'It is {amount}, {if agreed then "agreed" else "refused"}.' },
    },
    'amount: 11',
    'It is 11 Chinese yuan (cannot be told: agreed missing).',
  ],
  [
    'but where nothing on file counts as not done',
    { ...both, ifAbsent: 'fail' },
    'amount: 11',
    'Faults: not agreed; too much;',
  ],
  [
    'a value is printed as what it is',
    kinds,
    'amount: 21\nitems: [{ done: true, amount: 3 }]',
    'Done:3 Chinese yuan.',
  ],
  ['and an empty list of a branch is nothing', kinds, 'amount: 21\nitems: []', 'Done:.'],
  ['nested', kinds, 'amount: 11', 'Done:.'],
  [
    'an empty list outside a condition is shown',
    { require: 'amount <= 10', finding: { en: 'Done: {items[done].amount}' } },
    'amount: 11\nitems: []',
    'Done: none',
  ],
])('%s', (_, keys, file, expected) => {
  expect(told(keys, file)).toBe(expected);
});
