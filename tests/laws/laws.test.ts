import { describe, expect, test } from 'vitest';

import { campaign, engines } from './campaign.ts';
import { printBreach } from './laws.ts';

const own = { seed: 'suite b', books: 8, files: 25, holed: 8, fillings: 4 };

describe.each([
  ['random programs', { ...own, collide: false }],
  ['fields of records that have the names of fields outside', { ...own, books: 4, collide: true }],
])('%s', (_, options) => {
  test(
    'holes change nothing that is known, and all engines say the same',
    { timeout: 300_000 },
    () => {
      const { breaches, tallies, made, rules, planned } = campaign(options);
      expect(breaches.map(printBreach)).toEqual([]);

      // the comparison is worth something only where much is made, compared and decided
      expect(rules / made).toBeGreaterThan(0.98);
      expect(planned / rules).toBeGreaterThan(0.75);
      for (const name of Object.keys(engines)) {
        const tally = tallies[name];
        if (!tally) continue;
        expect(tally.count).toBeGreaterThan(options.books * 15 * 25 * 0.4);
        expect(tally.decided / tally.count).toBeGreaterThan(0.4);
      }
      expect(tallies['holes']?.count).toBeGreaterThan(options.books * 15);
      expect(tallies['holes']?.decided).toBeGreaterThan(options.books * 100);
    },
  );
});
