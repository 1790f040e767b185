import fc from 'fast-check';
import { expect, test } from 'vitest';

import { jsonKeys, type LongNumber, longNumbersAt } from '../../src/dossier/json-numbers.ts';
import { treeOfJson } from '../../src/yaml/json-tree.ts';
import type { Yaml } from '../../src/yaml/tree.ts';

type Found = readonly LongNumber[];

/** The same by way of the tree: those behind a key, since no loader takes others. */
function longIn(yaml: Yaml, path: Found[number]['path']): Found {
  switch (yaml.kind) {
    case 'map':
      return yaml.entries.flatMap(({ key, value }) => longIn(value, [...path, key.text]));
    case 'list':
      return yaml.items.flatMap((item, index) => longIn(item, [...path, index]));
    case 'text': {
      const { text, plain, span } = yaml;
      const isLong = text.replaceAll(/[-.]/gu, '').length > 15 || /[eE]/u.test(text);
      return plain && typeof path.at(-1) === 'string' && /\d/u.test(text) && isLong
        ? [{ start: span.start, text, path }]
        : [];
    }
  }
}

function compare(text: string): Found {
  const found = longNumbersAt(text, jsonKeys(text)?.long ?? []);
  expect(found).toEqual(longIn(treeOfJson({ name: 'file.json', text }), []));
  return found;
}

test.each<readonly [string, readonly string[]]>([
  ['{"a":123456789012345,"b":12345678901234.5,"c":-0.12345678901234}', []],
  ['{"a":1234567890123456}', ['1234567890123456']],
  [
    '{"a": [ { "b\\"": -0.1234567890123456 , "c":{"d":1e5}}, 2E-3 ] }',
    ['-0.1234567890123456', '1e5'],
  ],
  ['{"a":"1234567890123456789","1234567890123456789":1}', []],
  ['[{"a":"\\\\"},{"b":"\\"","c":1234567890123456789}]', ['1234567890123456789']],
])('%s', (text, expected) => {
  expect(compare(text).map((one) => one.text)).toEqual(expected);
});

test('any JSON', () => {
  const number = fc.constantFrom(0.1 + 0.2, 1e21, 1e-7, -1234567890123456, 12.5, 0, 1 / 3);
  const key = fc.oneof(fc.string(), fc.constantFrom('a', '"', '\\', ':', '1234567890123456'));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      number,
      fc.string(),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  let found = 0;
  fc.assert(
    fc.property(tree, fc.constantFrom('', ' ', '\t'), (plain, indent) => {
      fc.pre(typeof plain === 'object' && plain !== null);
      const text = JSON.stringify(plain, null, indent);
      fc.pre(!text.includes('"__proto__"'));
      // a key that ends in a space looks as if the colon stood after one
      fc.pre(jsonKeys(text) !== undefined);
      found += compare(text).length;
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});
