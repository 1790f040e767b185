import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

// what the page, papers and reports say; the command line adds its options where it prints them
const shared = ['checklist', 'letters', 'page', 'papers', 'progress', 'scheme', 'terms'];
const files = [...globSync('src/words/desk/*.ts'), ...shared.map((name) => `src/words/${name}.ts`)];

test.each(files)('%s has no option of the command line', (path) => {
  expect(readFileSync(path, 'utf8')).not.toMatch(/(?<![\w-])--[a-z]{2,}/u);
});
