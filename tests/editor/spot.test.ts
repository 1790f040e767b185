import { expect, test } from 'vitest';

import { closed, hole } from '../../src/editor/hole.ts';
import { spotAt } from '../../src/editor/spot.ts';
import { parseExpression } from '../../src/feel/parse.ts';

// the last bar is where one writes
test.each([
  ['', [], '', true],
  ['kind: x\nle', [], 'le', true],
  ['require: a >= ', ['require'], 'a >= ', false],
  ['require: |\n  a and b', ['require'], '  a and b', false],
  ['when: a and\n  b or ', ['when'], 'a and\n  b or ', false],
  ['posts:\n- post: A\n- post: ', ['posts', '1', 'post'], '', false],
  ['posts:\n  - post: A\n    title: { zh: 一, en: ', ['posts', '0', 'title', 'en'], '', false],
  ['editions:\n  - from: 2020-01-01\n    ', ['editions', '0'], '', true],
  [
    'editions:\n  - from: 2020-01-01\n    basis: [A#1, B',
    ['editions', '0', 'basis', '1'],
    'B',
    false,
  ],
  ['let:\n  x: parties[role = "B', ['let', 'x'], 'parties[role = "B', false],
  ['cases:\n  - title: x\n    with: { a.b: 1, c', ['cases', '0', 'with'], 'c', true],
  [`rows:\n  - when: ['"A`, ['rows', '0', 'when', '0'], '"A', false],
  ['title:\n  zh: |\n    首付\n  en: |\n    hey {a', ['title', 'en'], '    hey {a', false],
  ['note: { zh: "一，{', ['note', 'zh'], '一，{', false],
] as const)('of %j it is known where its end is', (text, keys, written, isKey) => {
  const spot = spotAt(text, text.length);
  expect([spot.keys, text.slice(spot.start), spot.isKey]).toEqual([keys, written, isKey]);
});

test.each([
  'a >= ',
  'count(list[',
  'some x in list satisfies x.',
  'for x in ',
  'if a then ',
  'if a then (if b then c else ',
  'round(sum(list[a = "(" and ',
])('what is missing behind %j is known', (begun) => {
  const { value } = parseExpression(begun + hole + closed(begun, false), { dialect: 'rule' });
  expect(value).toBeDefined();
});
