import {
  compare,
  rational,
  type Rational,
  subtract,
  absolute,
  toNumber,
  zero,
} from '../values/rational.ts';

/** A file whose outcome is known, and its score. */
export interface Observed {
  readonly score: Rational;
  readonly bad: boolean;
}

/** How well scores tell good from bad. */
export interface Discrimination {
  /** Exact: the share of pairs of a good and a bad in which the good has the higher score, ties counting half. */
  readonly auc: Rational;
  /** 95%, between 0 and 1. */
  readonly interval: readonly [number, number];
  /** Exact: the greatest distance of the two distributions of scores. */
  readonly ks: Rational;
}

/**
 * The area under the ROC curve, its interval, and the Kolmogorov–Smirnov distance (曲线下面积、KS值), of at least one
 * good and one bad.
 *
 * The area is the statistic of Mann and Whitney divided by the number of pairs; its standard error, and with it the
 * interval of 1.96 errors on either side, is that of J. A. Hanley and B. J. McNeil, “The meaning and use of the area
 * under a receiver operating characteristic (ROC) curve”, Radiology 143 (1982), 29–36, formula (2) with
 * Q1 = A / (2 − A) and Q2 = 2A² / (1 + A). KS is max |F_bad(s) − F_good(s)| over all scores s.
 */
export function discrimination(files: readonly Observed[]): Discrimination | undefined {
  const bads = files.filter(({ bad }) => bad).length;
  const goods = files.length - bads;
  if (goods === 0 || bads === 0) return undefined;
  const { halves, ks } = swept(files, goods, bads);
  const pairs = BigInt(goods) * BigInt(bads);
  const auc = rational(halves, 2n * pairs);
  return { auc, ks, interval: interval(toNumber(auc), goods, bads) };
}

/** One walk from the lowest score up: twice the pairs that are in order, a tie being one, and the greatest distance. */
function swept(files: readonly Observed[], goods: number, bads: number) {
  const rising = files.toSorted((a, b) => compare(a.score, b.score));
  let [halves, ks] = [0n, zero];
  let [good, bad] = [0, 0];
  for (let at = 0; at < rising.length;) {
    const { score } = rising[at] as Observed;
    const before = bad;
    let [equalGood, equalBad] = [0, 0];
    for (; at < rising.length && compare((rising[at] as Observed).score, score) === 0; at += 1)
      if ((rising[at] as Observed).bad) equalBad += 1;
      else equalGood += 1;
    halves += BigInt(equalGood) * BigInt(2 * before + equalBad);
    good += equalGood;
    bad += equalBad;
    const apart = absolute(
      subtract(rational(BigInt(bad), BigInt(bads)), rational(BigInt(good), BigInt(goods))),
    );
    if (compare(apart, ks) > 0) ks = apart;
  }
  return { halves, ks };
}

function interval(auc: number, goods: number, bads: number): readonly [number, number] {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance =
    (auc * (1 - auc) + (bads - 1) * (q1 - auc * auc) + (goods - 1) * (q2 - auc * auc)) /
    (goods * bads);
  const error = Math.sqrt(Math.max(0, variance));
  return [Math.max(0, auc - 1.96 * error), Math.min(1, auc + 1.96 * error)];
}
