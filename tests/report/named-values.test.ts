import { expect, test } from 'vitest';

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
  ['rest of the price is at least 10 yuan', { let: { rest }, require: 'rest >= 10' }],
  [
    '(price − amount) × 2 is at least 10 yuan',
    { let: { rest: rest.is }, require: 'rest * 2 >= 10' },
  ],
  [
    'if price − amount equals 10 yuan, then price − amount is more than 12 yuan',
    { let: { rest: rest.is }, require: 'not(rest = 10) or rest > 12' },
  ],
  [
    'excess (100 yuan, “X”) is at most 0 yuan',
    { each: { item: 'items' }, asOf: 'item.day', require: 'beyond(item, 100, "X") <= 0' },
  ],
  [
    'for every one of items: excess (Limit, kind) is at most excess (the first of items, 5 yuan, kind)',
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
  const subject = program.subjects.get('request');
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  if (!subject || !rule) throw new Error('the fixture has them');
  const { value: dossier } = dossierFromYaml(
    yamlOf('amount: 150\nitems: [{ itemId: A, kind: X, day: 2024-05-01, amount: 80 }]\n', 'file'),
    subject.type,
  );
  if (!dossier) throw new Error('no dossier');
  const [outcome] = judge(program, subject, dossier, { explain: 'all' }).outcomes.filter(
    (one) => one.rule === 'TST-001',
  );
  if (!outcome) throw new Error('no outcome');
  const told = [
    explainRule(program, rule, [], 'en', plain),
    explainOutcome(program, subject, dossier, outcome, 'en', false, plain),
  ];
  await expect(told.join('\n')).toMatchFileSnapshot('expected/named-values.txt');
});
