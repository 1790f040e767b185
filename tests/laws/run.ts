import process from 'node:process';
import { parseArgs } from 'node:util';

import { campaign } from './campaign.ts';
import { printBreach } from './laws.ts';

/**
 * A long campaign: `node tests/laws/run.ts --seed a --books 500`. What it finds is printed as it comes, small; a seed
 * gives the same again.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'a' },
    books: { type: 'string', default: '50' },
    files: { type: 'string', default: '40' },
    holed: { type: 'string', default: '4' },
    fillings: { type: 'string', default: '5' },
    collide: { type: 'boolean', default: false },
  },
});
const { breaches, ...sums } = campaign(
  {
    seed: values.seed,
    books: Number(values.books),
    files: Number(values.files),
    holed: Number(values.holed),
    fillings: Number(values.fillings),
    collide: values.collide,
  },
  (breach) => process.stdout.write(`${printBreach(breach)}\n\n`),
);
process.stdout.write(`${JSON.stringify({ ...sums, breaches: breaches.length })}\n`);
process.exitCode = breaches.length > 0 ? 1 : 0;
