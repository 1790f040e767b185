import { expect, test } from 'vitest';

import { deepest, nestingOf, shownCircle } from '../../src/program/nesting.ts';
import { copied, put, shouze, small } from '../cli/harness.ts';

function chain(length: number, last: readonly string[] = []): Map<string, readonly string[]> {
  const names = Array.from({ length }, (_, index) => `d${index}`);
  return new Map(names.map((name, index) => [name, index + 1 < length ? [`d${index + 1}`] : last]));
}

test('what others mention comes before them', () => {
  const mentions = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', []],
  ]);
  expect(nestingOf(mentions).order).toEqual(['c', 'b', 'a']);
});

test.each([
  [deepest, [], 0],
  [deepest + 1, ['d0'], 1],
  [100_000, [`d${100_000 - deepest - 1}`], 100_000 - deepest],
])('a chain of %s: too deep is %j, and %s have no meaning', (length, tooDeep, lost) => {
  const nesting = nestingOf(chain(length));
  expect(nesting).toMatchObject({ tooDeep, circles: [] });
  expect(nesting.lost.size).toBe(lost);
  expect(nesting.order.length).toBe(length);
});

test.each([
  [20, 0],
  [1000, 1],
])('a circle of %s: %s are told of here, the others as they are followed', (length, told) => {
  const { circles, lost } = nestingOf(chain(length, ['d0']));
  expect(circles.length).toBe(told);
  expect(lost.size).toBe(told * length);
});

test('a long circle is told by its ends', () => {
  const [circle = []] = nestingOf(chain(50, ['d0'])).circles;
  expect(shownCircle([...circle, 'd0']).join(' ')).toBe('d0 d1 d2 d3 … d48 d49 d0');
  expect(shownCircle(['a', 'b', 'a'])).toEqual(['a', 'b', 'a']);
});

test.each([
  ['a chain of 400', 400, 'amount', ['program/too-deep']],
  ['a circle of 1,000', 1000, 'd0 + 1', ['program/cycle']],
  ['a circle of 20', 20, 'd0 + 1', ['program/cycle']],
  ['a chain as long as may be', deepest - 1, 'amount', []],
])('%s is linted', async (_, length, last, codes) => {
  const folder = copied(small);
  const lines = Array.from({ length }, (_one, index) => {
    const is = index + 1 < length ? `d${index + 1} + d${index + 1}` : last;
    return `  - { definition: d${index}, title: { en: D }, editions: [{ from: 2000-01-01, is: ${is} }] }`;
  });
  const share =
    '  - { definition: share, title: { en: S }, editions: [{ from: 2000-01-01, is: amount / price }] }';
  put(folder, 'definitions.yaml', ['definitions:', share, ...lines, ''].join('\n'));
  const { out } = await shouze('lint', '--rulebook', folder, '--format', 'json');
  const { diagnostics }: { diagnostics: readonly { code: string; severity: string }[] } =
    JSON.parse(out);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(codes);
});
