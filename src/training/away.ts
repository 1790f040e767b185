import type { Unit } from '../feel/units.ts';
import { add, compare, multiply, type Rational, rational, whole } from '../values/rational.ts';

/** Round numbers that limits of time and number are written in. */
const round = [
  1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 20, 24, 30, 36, 45, 60, 90, 120, 150, 180, 240, 270, 300,
  360, 365,
] as const;

/** How far in that row a wrong number may lie. */
const mostAway = 3;

const shares: readonly Unit[] = ['ratio', 'rate', 'rate-per-month', 'percent'];

/** Numbers that a limit could as well be, and is not. */
export function awayFrom(value: Rational, unit: Unit | undefined): readonly Rational[] {
  if (unit === 'money') return times(value, [1n, 2n], [3n, 2n], [2n, 1n], [4n, 5n]);
  if (unit !== undefined && shares.includes(unit)) return sharesBeside(value);
  const place = round.findIndex((one) => compare(whole(one), value) >= 0);
  return round
    .slice(Math.max(0, place - mostAway), place < 0 ? 0 : place + mostAway + 1)
    .map((one) => whole(one))
    .filter((one) => compare(one, value) !== 0);
}

/** Shares some points higher and lower; what is at most all stays so. */
function sharesBeside(value: Rational): readonly Rational[] {
  const [small, all] = [rational(1n, 5n), whole(1)];
  if (compare(value, small) < 0) return times(value, [1n, 2n], [3n, 2n], [2n, 1n], [5n, 2n]);
  const isPart = compare(value, all) <= 0;
  return [-20n, -10n, -5n, 5n, 10n, 20n]
    .map((points) => add(value, rational(points, 100n)))
    .filter((one) => one.n > 0n && (!isPart || compare(one, all) <= 0));
}

/** Multiples of a number that are no longer than it in writing. */
function times(
  value: Rational,
  ...factors: readonly (readonly [bigint, bigint])[]
): readonly Rational[] {
  const longest = value.d === 1n ? 1n : value.d * 10n;
  return factors
    .map(([n, d]) => multiply(value, rational(n, d)))
    .filter((one) => one.n > 0n && longest % one.d === 0n);
}
