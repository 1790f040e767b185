import { expect, test } from 'vitest';

import { prose } from '../../src/document/prose.ts';

/** Kinds of the parts of the only paragraph, and their texts. */
function partsOf(text: string): readonly (readonly [string, string])[] {
  const [paragraph] = prose(text);
  if (paragraph?.type !== 'paragraph') throw new Error('not a paragraph');
  return paragraph.children.map((part) => {
    const inner = 'children' in part ? part.children[0] : part;
    return [part.type, inner && 'value' in inner ? inner.value : ''];
  });
}

test.each([
  ['**先看合同。**再看凭证', '先看合同。', '再看凭证'],
  ['**“定金”**须到账', '“定金”', '须到账'],
  ['**（含税）**价款', '（含税）', '价款'],
  ['**first** then', 'first', ' then'],
])('%s has its first words strong', (text, strong, rest) => {
  expect(partsOf(text)).toEqual([
    ['strong', strong],
    ['text', rest],
  ]);
});
