/** How many files of a population fall into each of its bands. */
export type Counts = readonly number[];

/** A figure, or why there is none. */
export type Stability =
  | { readonly psi: number }
  /** `few`: fewer files than the model asks for; `empty`: a band that only one of the two has files in. */
  | { readonly psi: undefined; readonly why: 'few' | 'empty'; readonly band?: number };

/**
 * The population stability index (群体稳定性指数) of a population against the one it is compared with:
 * Σ (a − b) · ln(a / b) over the bands, a and b being the shares of files in the band.
 *
 * Naeem Siddiqi, Credit Risk Scorecards (Wiley, 2006), chapter 10, “System stability report”. A band that has files in
 * one of the two alone would make the sum infinite: then there is no figure, rather than a share that nobody counted. A
 * band without files in both adds nothing. The logarithm is a double; the shares it is taken of are exact counts.
 *
 * @param minimum - how many files each population wants
 */
export function stability(actual: Counts, baseline: Counts, minimum: number): Stability {
  const [n, m] = [total(actual), total(baseline)];
  if (Math.min(n, m) < Math.max(1, minimum)) return { psi: undefined, why: 'few' };
  let psi = 0;
  for (const [band, here] of actual.entries()) {
    const there = baseline[band] ?? 0;
    if (here === 0 && there === 0) continue;
    if (here === 0 || there === 0) return { psi: undefined, why: 'empty', band };
    psi += (here / n - there / m) * Math.log((here * m) / (there * n));
  }
  return { psi };
}

export function total(counts: Counts): number {
  return counts.reduce((sum, one) => sum + one, 0);
}
