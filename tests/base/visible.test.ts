import { expect, test } from 'vitest';

import { visible } from '../../src/base/visible.ts';

test.each([
  ['a\u202Eb', 'a[U+202E]b'],
  ['a\u0000b', 'a[U+0000]b'],
  ['\uD800', '\uFFFD'],
  ['张三\n', '张三\n'],
])('%j is seen as %j', (text, seen) => {
  expect(visible(text)).toBe(seen);
});
