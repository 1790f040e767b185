import { expect, test } from 'vitest';

import { diffTold } from '../../src/diff/told.ts';
import { type Edits, reportWith } from './harness.ts';

const measure = `measure: within
title: { en: Within the limit, zh: 限额以内 }
unit: ratio
gather: share
value: amount <= limit
direction: higher
target: 0.9
basis: [T-1#all]
`;

const view = `view: customer
title: { en: One customer }
key: { en: Kind }
groupBy: { request: kind }
sections:
  - section: sums
    title: { en: Sums }
    subject: request
    facts:
      - { fact: total, title: { en: Total }, is: sum(dossiers.amount) }
      - { fact: count, title: { en: How many }, is: count(dossiers) }
`;

const [measureFile, viewFile] = ['measures/within.yaml', 'views/customer.yaml'];
const both: Edits = {
  'rulebook.yaml': [
    '    id: id\n',
    '    id: id\n    scorecard: { day: day, officer: kind, branch: kind, customer: id }\n',
  ],
  [measureFile]: ['', measure],
  [viewFile]: ['', view],
};

/** What is told of an edit of a file beside posts, a measure and a view. */
function toldOf(path: string, from: string, to: string, language: string): readonly string[] {
  const text = { [measureFile]: measure, [viewFile]: view }[path];
  const edit: Edits = {
    [path]: text === undefined ? [from, to] : ['', text.replace(from, () => to)],
  };
  return diffTold(reportWith({ ...both, ...edit }, both), language).sections.flatMap(({ items }) =>
    items.map((item) => item.text),
  );
}

test.each<[string, string, string, readonly string[], string?]>([
  [
    measureFile,
    'amount <= limit',
    'amount < limit',
    [
      'measure within Within the limit: value: amount is at most the limit → amount is below the limit',
    ],
  ],
  [measureFile, 'amount <= limit', '(amount  <= limit)', []],
  [measureFile, '0.9', '0.95', ['measure within Within the limit: target: 90% → 95%']],
  [measureFile, 'higher', 'lower', ['考评指标 within 限额以内：方向：越高越好 → 越低越好'], 'zh'],
  [
    measureFile,
    'en: Within the limit',
    'en: In the limit',
    ['考评指标 within 限额以内：标题：只改了其他语种的文字'],
    'zh',
  ],
  [
    viewFile,
    'en: Total',
    'en: Sum',
    ['view customer One customer: title “Sums, Sum”: Total → Sum'],
  ],
  [
    viewFile,
    '      - { fact: count, title: { en: How many }, is: count(dossiers) }\n',
    '',
    ['view customer One customer: fact “Sums, How many”: there → (none)'],
  ],
  [
    'posts.yaml',
    'title: { en: Manager }',
    'title: { en: Head }',
    ['post MANAGER Head: title: Manager → Head'],
  ],
])('%s: %s is %s', (path, from, to, told, language = 'en') => {
  expect(toldOf(path, from, to, language)).toEqual(told);
});
