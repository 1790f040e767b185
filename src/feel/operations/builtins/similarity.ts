import { type Rational, one, rational } from '../../../values/rational.ts';
import { type Budget, spend } from '../limits.ts';

/** Longer texts have no result. */
const longest = 2_000;

/**
 * How alike two texts are: 1 less the share of characters that must be inserted, deleted or replaced
 * to make one of the other (Levenshtein's distance over the length of the longer).
 *
 * @returns 0 to 1, exact; 1 for two empty texts; undefined for a text of over 2,000 characters
 */
export function similarity(a: string, b: string, budget: Budget): Rational | undefined {
  // a character is at most two units of UTF-16
  if (Math.max(a.length, b.length) > 2 * longest) return undefined;
  const [left, right] = [Array.from(a), Array.from(b)];
  const length = Math.max(left.length, right.length);
  if (length > longest) return undefined;
  if (length === 0) return one;
  return rational(BigInt(length - distance(left, right, budget)), BigInt(length));
}

function distance(a: readonly string[], b: readonly string[], budget: Budget): number {
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    spend(budget, b.length / 10);
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced));
    }
    last = row;
  }
  return last[b.length] ?? 0;
}
