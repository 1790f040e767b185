import fc from 'fast-check';
import { expect, test } from 'vitest';

import { schemaChangesOf } from '../../src/diff/schemas.ts';
import { versionCall } from '../../src/diff/version.ts';
import { wordChanges } from '../../src/base/word-changes.ts';

test.each([
  [
    '贷款期限最长不超过三十年。',
    '贷款期限最长不超过四十年。',
    'zh',
    '贷款期限最长不超过[-三十-]{+四十+}年。',
  ],
  ['at most thirty years', 'at most forty years', 'en', 'at most [-thirty-]{+forty+} years'],
  ['', 'all of it', 'en', '{+all of it+}'],
  ['a b c', 'a c', 'en', 'a [-b -]c'],
])('%s, then %s', (before, after, language, marked) => {
  const runs = wordChanges(before, after, language);
  const marks = { same: ['', ''], gone: ['[-', '-]'], come: ['{+', '+}'] } as const;
  expect(runs.map(({ is, text }) => marks[is][0] + text + marks[is][1]).join('')).toBe(marked);
});

test('without what came it is the text of before, without what went that of after', () => {
  const texts = fc
    .array(fc.constantFrom('a ', 'b ', 'c ', '限额', '。'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const runs = wordChanges(before, after, 'zh');
      const without = (one: string) =>
        runs.flatMap(({ is, text }) => (is === one ? [] : [text])).join('');
      expect([without('come'), without('gone')]).toEqual([before, after]);
    }),
  );
});

test.each([
  ['1.2.3', '1.2.3', 'none', 'none', '1.2.3', true],
  ['1.2.3', '1.2.3', 'patch', 'none', '1.2.4', false],
  ['1.2.3', '1.2.4', 'minor', 'patch', '1.3.0', false],
  ['1.2.3', '1.3.0', 'minor', 'minor', '1.3.0', true],
  ['1.2.3', '2.0.0', 'minor', 'major', '1.3.0', true],
  ['1.2.3', '1.9.0', 'major', 'minor', '2.0.0', false],
  ['1.2.3', '1.1.9', 'patch', 'none', '1.2.4', false],
] as const)('%s to %s where %s is called for', (from, to, calls, moved, least, isEnough) => {
  expect(versionCall(from, to, calls)).toEqual({ from, to, calls, moved, least, isEnough });
});

const text = { type: 'string' };

test.each<[string, object, object, readonly string[]]>([
  ['a new field', {}, { a: text }, ['a allows added']],
  ['a field less', { a: text }, {}, ['a breaks removed']],
  ['another type', { a: text }, { a: { type: 'number' } }, ['a breaks type']],
  ['a word less', { a: { enum: ['X', 'Y'] } }, { a: { enum: ['X'] } }, ['a breaks − Y']],
  ['a word more', { a: { enum: ['X'] } }, { a: { enum: ['X', 'Y'] } }, ['a allows + Y']],
  ['a lower maximum', { a: { maximum: 9 } }, { a: { maximum: 8 } }, ['a breaks maximum']],
  ['a lower minimum', { a: { minimum: 9 } }, { a: { minimum: 8 } }, ['a allows minimum']],
  ['another unit', { a: { 'x-unit': 'days' } }, { a: { 'x-unit': 'months' } }, ['a breaks x-unit']],
  [
    'a title',
    { a: { 'x-title': { en: 'A' } } },
    { a: { 'x-title': { en: 'B' } } },
    ['a words x-title'],
  ],
  [
    'inside a list',
    { a: { items: { properties: { b: text } } } },
    { a: { items: { properties: {} } } },
    ['a[].b breaks removed'],
  ],
])('%s', (_, before, after, told) => {
  const found = schemaChangesOf({ properties: before }, { properties: after });
  expect(found.map(({ path, does, what }) => `${path} ${does} ${what}`)).toEqual(told);
});

test('a record that is inside itself is gone through once, by what it refers to', () => {
  const schema = (of: object) => ({
    $ref: '#/definitions/Node',
    definitions: { Node: { properties: { next: { $ref: '#/definitions/Node' }, value: of } } },
  });
  expect(schemaChangesOf(schema(text), schema({ type: 'number' }))).toEqual([
    { path: 'value', does: 'breaks', what: 'type' },
  ]);
});
