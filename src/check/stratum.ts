import { plainNumber } from '../feel/sentence/format.ts';
import { isKind } from '../feel/value.ts';
import type { Program } from '../program/ast.ts';
import { compare, parseRational, type Rational } from '../values/rational.ts';
import { aboutValue } from './about.ts';
import type { ReadFile } from './read.ts';

/** By what files are put into strata. */
export type StratumBy = 'product' | 'branch' | 'officer' | 'amount';

/** What stands for what a file does not say. */
const unsaid = '—';

/**
 * The stratum of a file: what it says of each key, `HOUSING / 0101 / 500000–1000000`; of an amount its band, the upper
 * end of which is of the next.
 *
 * @param bands - where one band ends and the next begins, ascending, as numbers are written
 */
export function stratumOf(
  { dossier, subject }: Pick<ReadFile, 'dossier' | 'subject'>,
  by: readonly StratumBy[],
  bands: readonly string[],
  { setting }: Pick<Program, 'setting'>,
): string {
  return by
    .map((key) => {
      const value = dossier && subject && aboutValue(key, dossier, subject, setting.zone);
      if (!value) return unsaid;
      if (typeof value.value === 'string') return value.value;
      if (!isKind(value.value, 'number')) return unsaid;
      return key === 'amount'
        ? bandOf(value.value, bands)
        : plainNumber(value.value, { kind: 'number' });
    })
    .join(' / ');
}

function bandOf(amount: Rational, bands: readonly string[]): string {
  const above = bands.findIndex((band) => {
    const end = parseRational(band);
    return end !== undefined && compare(amount, end) < 0;
  });
  const [from, until] = above < 0 ? [bands.at(-1), undefined] : [bands[above - 1], bands[above]];
  return `${from ?? ''}–${until ?? ''}`;
}
