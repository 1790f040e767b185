import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import {
  dependenciesPage,
  dependenciesText,
  installed,
  purposes,
  sizeOf,
} from '../../scripts/dependencies.ts';

const { direct, packages } = installed();

test('docs/dependencies.md follows what is installed (`npm run dependencies` writes it anew)', () => {
  expect(readFileSync(dependenciesPage, 'utf8')).toBe(dependenciesText());
});

test('every package says what it is for, and none that is not installed does', () => {
  expect(Object.keys(purposes)).toEqual(direct);
});

test('all packages together are light', () => {
  const bytes = [...packages.keys()].reduce((sum, folder) => sum + sizeOf(folder), 0);
  expect(bytes).toBeLessThan(20_000_000);
});

test('each package may be passed on', () => {
  const taken = /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|PSF-2\.0)$/u;
  const others = [...packages].filter(([, { license = 'none' }]) => !taken.test(license));
  expect(others.map(([folder]) => folder)).toEqual([]);
});

test('no package is installed twice, so that what each needs is counted at the top', () => {
  const nested = [...packages.keys()].filter((path) => path.lastIndexOf('node_modules/') > 0);
  expect(nested).toEqual([]);
});
