import { type Interval, scoreInterval } from '../values/proportion.ts';
import { studentQuantile } from '../values/student.ts';

/** Values of one group, stratum by stratum; every stratum has at least one. */
export type Strata = readonly (readonly number[])[];

/** A figure of a group that others are added to or taken from. */
export interface Term {
  readonly sign: 1 | -1;
  readonly strata: Strata;
}

/** What a difference comes to, and between which it lies with 95 % confidence. */
export interface Difference extends Interval {
  readonly value: number;
}

/**
 * Directly standardised: the mean of each stratum, weighed alike in every group.
 *
 * @param weights - of the strata, in their order; they sum to 1
 */
export function evened(strata: Strata, weights: readonly number[]): number {
  return sum(strata.map((values, index) => (weights[index] ?? 0) * mean(values)));
}

/**
 * A sum and difference of standardised shares.
 *
 * Each share has its score interval, at the number of files that the weighted ones are worth; those are put together by
 * the squares of their sides. Of two shares in one stratum this is Newcombe's method 10.
 *
 * @see Newcombe, Statistics in Medicine 17 (1998), 873–890
 * @see Zou and Donner, Statistics in Medicine 27 (2008), 1693–1702
 * @see Kish, Survey Sampling (1965), 11.7: the effective number of weighted ones
 */
export function differenceOfShares(terms: readonly Term[], weights: readonly number[]): Difference {
  const parts = terms.map(({ sign, strata }) => {
    const share = Math.min(1, Math.max(0, evened(strata, weights)));
    const { low, high } = scoreInterval(share, effective(strata, weights));
    return { sign, share, below: share - low, above: high - share };
  });
  const value = sum(parts.map(({ sign, share }) => sign * share));
  const side = (up: boolean) =>
    Math.sqrt(sum(parts.map(({ sign, below, above }) => (sign > 0 === up ? above : below) ** 2)));
  return { value, low: value - side(false), high: value + side(true) };
}

/**
 * A sum and difference of standardised means, by Welch's interval.
 *
 * The spread within strata is one for all strata of a group, since many hold a file or two.
 *
 * @returns undefined where a group has no more files than strata, or no spread at all: no interval can be told
 * @see Welch, Biometrika 34 (1947), 28–35; Satterthwaite, Biometrics Bulletin 2 (1946), 110–114
 * @see Cochran, Sampling Techniques, 3rd edition (1977), 5A.9: strata after the fact
 */
export function differenceOfMeans(
  terms: readonly Term[],
  weights: readonly number[],
): Difference | undefined {
  const parts = terms.map(({ sign, strata }) => {
    const freedom = sum(strata.map(({ length }) => length)) - strata.length;
    const within = sum(
      strata.map((values) => {
        const middle = mean(values);
        return sum(values.map((value) => (value - middle) ** 2));
      }),
    );
    const variance = freedom > 0 ? within / freedom / effective(strata, weights) : Number.NaN;
    return { sign, mean: evened(strata, weights), variance, freedom };
  });
  const variance = sum(parts.map((part) => part.variance));
  if (!(variance > 0)) return undefined;
  const freedom = variance ** 2 / sum(parts.map((part) => part.variance ** 2 / part.freedom));
  const value = sum(parts.map((part) => part.sign * part.mean));
  const half = studentQuantile(freedom) * Math.sqrt(variance);
  return { value, low: value - half, high: value + half };
}

/** How many files that weigh alike are worth as much as these. */
function effective(strata: Strata, weights: readonly number[]): number {
  return 1 / sum(strata.map(({ length }, index) => (weights[index] ?? 0) ** 2 / length));
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
