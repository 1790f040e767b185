import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { functionsPage, functionsText } from '../scripts/functions.ts';

test('docs/functions.md follows the functions of the rule profile (`npm run functions` writes it anew)', () => {
  expect(readFileSync(functionsPage, 'utf8')).toBe(functionsText());
});
