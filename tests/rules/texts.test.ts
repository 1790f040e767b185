import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

/** Units that a value is printed with; amounts, counts and ratios have no word behind them. */
const printed = ['days', 'working-days', 'months', 'years', 'hours', 'elapsed-hours'];
const units = new Map(
  globSync('rules/parameters/*.yaml').map((path) => {
    const text = readFileSync(path, 'utf8');
    return [/^parameter: (\S+)/mu.exec(text)?.[1], /^unit: (\S+)/mu.exec(text)?.[1]];
  }),
);
const functions = /^(?:age at|days between|working days between|months between)\(/u;
const holes =
  /\{([^{}]+)\}\s*(?:个?工作日|周岁|天|个月|年(?!度)|小时|working days|days|months|years|hours)/gu;

test('no text writes the unit once more behind a value that is printed with it', () => {
  const twice = globSync('rules/stages/*/*/*.yaml').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(holes)]
      .filter(([, hole = '']) => functions.test(hole) || printed.includes(units.get(hole) ?? ''))
      .map(([text]) => `${path}: ${text}`),
  );
  expect(units.get('manualAcknowledgementWorkingDays')).toBeDefined();
  expect(twice).toEqual([]);
});
