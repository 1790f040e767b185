import { expect, test } from 'vitest';

import { invariant } from '../../src/base/invariant.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { lexicons } from '../../src/feel/sentence/lexicon.ts';
import { conditionSentence } from '../../src/feel/sentence/sentence.ts';
import type { Program } from '../../src/program/ast.ts';

import { explainOutcome, explainRule } from '../../src/report/explain.ts';
import { plain } from '../../src/report/paint.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const editions = (is: string) => [{ from: '2000-01-01', is }];
const definitions = [
  { definition: 'share', title: { en: 'Share' }, editions: editions('amount / price') },
  { definition: 'strict', title: { en: 'Strict' }, editions: editions('kind != "X"') },
  {
    definition: 'beyond',
    title: { en: 'excess' },
    takes: { one: 'items', by: 'money', wanted: 'kind' },
    editions: editions('if one.kind = wanted then one.amount - by else 0'),
  },
];

function ruleWith(keys: Keys): Program {
  return programWith(keys, { 'definitions.yaml': JSON.stringify({ definitions }) });
}

/** What the rule asks, as a sentence. */
function says(keys: Keys): string {
  const { rules, references } = ruleWith(keys);
  const rule = rules.find(({ id }) => id === 'TST-001');
  const titleOf = (name: string) => references.get(name)?.title ?? {};
  const require = rule?.editions[0]?.require;
  return require ? conditionSentence(require.core, { lexicon: lexicons.en, titleOf }) : '';
}

const rest = { is: 'price - amount', title: { en: 'rest of the price' } };

test.each<readonly [string, Keys]>([
  ['the rest of the price is at least 10', { let: { rest }, require: 'rest >= 10' }],
  ['(price − amount) × 2 is at least 10', { let: { rest: rest.is }, require: 'rest * 2 >= 10' }],
  [
    'if price − amount is 10, price − amount is more than 12',
    { let: { rest: rest.is }, require: 'not(rest = 10) or rest > 12' },
  ],
  [
    'the excess (100, “X”) is at most 0',
    { each: { item: 'items' }, asOf: 'item.day', require: 'beyond(item, 100, "X") <= 0' },
  ],
  [
    'for each of the items, the excess (the limit, kind) is at most the excess (the first of the items, 5, kind)',
    {
      require: 'every i in items satisfies beyond(i, limit, kind) <= beyond(items[1], 5, i.kind)',
    },
  ],
])('%s', (sentence, keys) => {
  expect(says(keys)).toBe(sentence);
});

test('a rule and a verdict are explained by the titles of what it names and calls', async () => {
  const program = ruleWith({
    each: { item: 'items' },
    asOf: 'item.day',
    let: { most: { is: 'limit - amount', title: { en: 'most that is left' } }, own: 'item.amount' },
    require: 'beyond(item, most, "X") <= 0 and own <= most',
    finding: { en: 'The amount {own} is above {most}' },
  });
  const { subject, dossier, outcome } = judged(
    program,
    'amount: 150\nitems: [{ itemId: A, kind: X, day: 2024-05-01, amount: 80 }]\n',
  );
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  invariant(rule, 'the fixture has it');
  const told = [
    explainRule(program, rule, [], 'en', plain),
    explainOutcome(program, subject, dossier, outcome, 'en', false, plain),
  ];
  await expect(told.join('\n')).toMatchFileSnapshot('expected/named-values.txt');
});

test('a condition behind a definition tells of what the rule gave it, at the place of that', () => {
  const within = {
    definition: 'within',
    title: { en: 'within the span' },
    takes: { on: 'day' },
    editions: editions('on >= date("2024-01-01") and on <= day'),
  };
  const nested = {
    definition: 'bothWithin',
    title: { en: 'both within' },
    takes: { one: 'day', other: 'day' },
    editions: editions('within(one) and within(other)'),
  };
  const program = programWith(
    { require: 'bothWithin(items[1].day, date(seen))' },
    { 'definitions.yaml': JSON.stringify({ definitions: [...definitions, within, nested] }) },
  );
  const file =
    'day: 2024-06-01\nseen: 2024-07-01T10:00:00+08:00\nitems: [{ itemId: A, day: 2024-07-01 }]\n';
  const { subject, dossier, outcome } = judged(program, file);
  const told = explainOutcome(program, subject, dossier, outcome, 'en', false, plain);
  const because = told.split('\n').filter((line) => line.includes('because'));
  expect(because.map((line) => line.trim().replace(/^because +/u, ''))).toEqual([
    'the day of the first of the items (2024-07-01) is after day (2024-06-01); by 30 days',
    'the day of the seen (2024-07-01 10:00:00) is after day (2024-06-01); by 30 days',
  ]);
  expect([outcome.at, ...outcome.related]).toEqual(['/items/0/day', '/day', '/seen']);
});

/** What is told of why the rule under test fails. */
function because(keys: Keys, file: string): readonly string[] {
  const program = ruleWith(keys);
  const { subject, dossier, outcome } = judged(program, file);
  const told = explainOutcome(program, subject, dossier, outcome, 'en', false, plain);
  return told.split('\n').flatMap((line) => /^ +because +(.*)$/u.exec(line)?.[1] ?? []);
}

test('of conditions of which one would have been enough it is told that they are', () => {
  const require = 'amount <= 1 or (kind = "Y" and price > 5) or (count = 1 or amount = 2)';
  expect(because({ require }, 'day: 2024-06-01\namount: 3\nkind: X\nprice: 4\ncount: 2')).toEqual([
    'one option is not met: amount (3 Chinese yuan) is more than 1 Chinese yuan; by 2 Chinese yuan',
    'nor is another: kind (X) is not “Y”',
    'and: price (4 Chinese yuan) is at most 5 Chinese yuan; by 1 Chinese yuan',
    'nor is another: count (2) is not 1; by 1',
    'nor is another: amount (3 Chinese yuan) is not 2 Chinese yuan; by 1 Chinese yuan',
  ]);
  expect(
    because({ require: 'amount <= 1 and price > 5' }, 'day: 2024-06-01\namount: 3\nprice: 4'),
  ).toEqual([
    'amount (3 Chinese yuan) is more than 1 Chinese yuan; by 2 Chinese yuan',
    'price (4 Chinese yuan) is at most 5 Chinese yuan; by 1 Chinese yuan',
  ]);
});

test('what is counted or added up is told once', () => {
  const file = 'day: 2024-06-01\nitems: [{ itemId: A, amount: 7 }]';
  expect(because({ require: 'sum(items.amount) <= 5 and count(items) > 1' }, file)).toEqual([
    'the sum of the amount of the items (7 Chinese yuan) is more than 5 Chinese yuan; by 2 Chinese yuan',
    'the number of items (1) is at most 1',
  ]);
});

function judged(program: Program, file: string) {
  const subject = program.subjects.get('request');
  invariant(subject, 'the fixture has it');
  const { value: dossier } = dossierFromYaml(yamlOf(file, 'file'), subject.type);
  invariant(dossier, 'the text is a file');
  const outcome = judge(program, subject, dossier, { explain: 'all' }).outcomes.find(
    (one) => one.rule === 'TST-001',
  );
  invariant(outcome, 'the rule was judged');
  return { subject, dossier, outcome };
}
