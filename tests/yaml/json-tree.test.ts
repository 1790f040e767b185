import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { treeOfJson } from '../../src/yaml/json-tree.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/** Both readings of a text have the same values in the same places. */
function compare(text: string): void {
  const source = { name: 'file.json', text };
  const { value, diagnostics } = parseYaml(source);
  expect(diagnostics).toEqual([]);
  expect(treeOfJson(source)).toEqual(value);
}

test.each([
  '{}',
  ' { "a" : [ ] , "b" : { } }\n',
  '[1, -2.5e-3, true, null, "", "x"]',
  String.raw`{"中文 \"引号\"": "\\", "b": "\\\"", "c": "\u4e2d\n\/\t", "😀": "，。"}`,
  '{"a":{"b":[{"c":"，"},[],[[]],{}]},"d":0}',
])('%s', compare);

test('a sample, and the same without its blanks', () => {
  const text = readFileSync('examples/dossiers/0010-sound.json', 'utf8');
  compare(text);
  compare(JSON.stringify(JSON.parse(text)));
});

test('any JSON', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('a', '号', '"', '\\', ' '));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(null, true, 0, -0.5, 1e21),
      fc.string(),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom('', ' ', '\t', '  '), (plain, indent) => {
      fc.pre(typeof plain === 'object' && plain !== null);
      const text = JSON.stringify(plain, null, indent);
      fc.pre(!/"(?:__proto__|constructor|prototype)"/u.test(text));
      compare(text);
    }),
    { numRuns: 500 },
  );
});
