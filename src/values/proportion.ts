/** Between which a share lies with 95 % confidence, from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is left out on either side. */
const tail = 0.025;

/** What of it rounding may add to a sum of probabilities: one that is 2.5 % exactly is not above it. */
const rounding = tail * 1e-9;

/**
 * The exact interval of a share in a population, of which some were drawn at random without putting them back: all numbers
 * in the population that would give as many as were found, or as few, with a probability above 2.5 %.
 *
 * @param found - in the sample, from 0 to `drawn`
 * @param drawn - size of the sample, from 1 to `population`
 * @see Cochran, Sampling Techniques, 3rd edition (1977), 3.6: confidence limits by the hypergeometric distribution
 */
export function hypergeometricInterval(found: number, drawn: number, population: number): Interval {
  const most = population - (drawn - found);
  // the more there are, the likelier is it to find as many; the fewer, the likelier to find as few
  const low = first(found, most, (all) => atLeast(found, drawn, all, population) > tail + rounding);
  const high = last(found, most, (all) => atMost(found, drawn, all, population) > tail + rounding);
  return { low: low / population, high: high / population };
}

/**
 * The exact interval of a share where the population is not known, or large.
 *
 * @param found - in the sample, from 0 to `drawn`
 * @param drawn - size of the sample, at least 1
 * @see Clopper and Pearson, Biometrika 26 (1934), 404–413
 */
export function binomialInterval(found: number, drawn: number): Interval {
  const choose = (count: number) => logChoose(drawn, count);
  const below = (share: number, upTo: number) =>
    sum(0, upTo, (count) => choose(count) + power(share, count) + power(1 - share, drawn - count));
  return {
    low: found === 0 ? 0 : bisect((share) => 1 - below(share, found - 1) > tail),
    high: found === drawn ? 1 : bisect((share) => below(share, found) <= tail),
  };
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959963984540054;

/**
 * The score interval of a share, which needs no whole numbers: what intervals of differences are put together from.
 *
 * @param share - from 0 to 1
 * @param size - how many files weigh as much: of weighted ones, their effective number; above 0
 * @see Wilson, Journal of the American Statistical Association 22 (1927), 209–212
 */
export function scoreInterval(share: number, size: number): Interval {
  const middle = share + (z * z) / (2 * size);
  const half = z * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size));
  const whole = 1 + (z * z) / size;
  return { low: (middle - half) / whole, high: (middle + half) / whole };
}

/** The probability to find so many or more, where the population has `all` of them. */
function atLeast(found: number, drawn: number, all: number, population: number): number {
  return sum(found, Math.min(drawn, all), (count) => logMass(count, drawn, all, population));
}

function atMost(found: number, drawn: number, all: number, population: number): number {
  return sum(0, found, (count) => logMass(count, drawn, all, population));
}

function logMass(count: number, drawn: number, all: number, population: number): number {
  if (count > all || drawn - count > population - all) return Number.NEGATIVE_INFINITY;
  return (
    logChoose(all, count) +
    logChoose(population - all, drawn - count) -
    logChoose(population, drawn)
  );
}

function sum(from: number, upTo: number, log: (count: number) => number): number {
  let all = 0;
  for (let count = from; count <= upTo; count += 1) all += Math.exp(log(count));
  return all;
}

/** The smallest whole number from which on something is true. */
function first(from: number, upTo: number, is: (count: number) => boolean): number {
  let [low, high] = [from, upTo];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The largest whole number up to which something is true. */
function last(from: number, upTo: number, is: (count: number) => boolean): number {
  return first(from, upTo + 1, (count) => count > upTo || !is(count)) - 1;
}

/** Where something that is false at 0 becomes true, within 2 ** -50. */
function bisect(is: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let halved = 0; halved < 50; halved += 1) {
    const middle = (low + high) / 2;
    if (is(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function power(share: number, exponent: number): number {
  return exponent === 0 ? 0 : exponent * Math.log(share);
}

function logChoose(of: number, count: number): number {
  return logFactorial(of) - logFactorial(count) - logFactorial(of - count);
}

const logs = [0, 0];

/** Below this they are added up; above it Stirling's series is off by less than 10 ** -18 of the value. */
const largestAdded = 1024;

/** @see Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 6.1.41 */
function logFactorial(n: number): number {
  if (n > largestAdded) {
    const [x, y] = [n + 1, 1 / (n + 1)];
    return (
      (x - 0.5) * Math.log(x) -
      x +
      0.5 * Math.log(2 * Math.PI) +
      y / 12 -
      y ** 3 / 360 +
      y ** 5 / 1260
    );
  }
  for (let next = logs.length; next <= n; next += 1)
    logs.push((logs[next - 1] ?? 0) + Math.log(next));
  return logs[n] ?? 0;
}
