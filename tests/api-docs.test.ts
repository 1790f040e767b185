import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { pages, regenerated } from '../scripts/api-docs.ts';

test.each(pages)(
  'the examples of %s print what it says',
  (page) => {
    const text = readFileSync(page, 'utf8');
    expect(text).toMatch(/```ts/u);
    expect(regenerated(text)).toBe(text);
  },
  240_000,
);
