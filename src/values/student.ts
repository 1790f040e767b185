/**
 * How many standard errors on either side of a mean hold 95 % (two-sided), for so many degrees of freedom.
 *
 * @param freedom - above 0, not whole as a rule
 * @returns off by less than 1e-9 of it
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.1 and 26.5.8
 */
export function studentQuantile(freedom: number): number {
  let [low, high] = [0, 1];
  while (beyond(high, freedom) > 0.05) high *= 2;
  for (let halved = 0; halved < 60; halved += 1) {
    const middle = (low + high) / 2;
    if (beyond(middle, freedom) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** The probability that it lies further than `t` from 0, on either side. */
function beyond(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The regularised incomplete beta function, by its continued fraction. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // it converges fast on one side of the mean only
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x),
  );
  return (front / a) * fraction(x, a, b);
}

const tiny = 1e-300;

/** Lentz's way to work out the fraction of 26.5.8. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notNought(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notNought(1 + even * d);
    c = notNought(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notNought(1 + odd * d);
    c = notNought(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return value;
}

function notNought(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Above 0; Stirling's series from 10 on, off by less than 1e-12. */
function logGamma(x: number): number {
  let [shifted, less] = [x, 0];
  while (shifted < 10) {
    less += Math.log(shifted);
    shifted += 1;
  }
  const y = 1 / shifted;
  const series = y / 12 - y ** 3 / 360 + y ** 5 / 1260 - y ** 7 / 1680;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - less
  );
}
