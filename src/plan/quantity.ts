import { one, type Rational } from '../values/rational.ts';
import type { ChoiceOf, DatedOf, Edition, Num, Rounding, TableRowOf, Truth } from './plan.ts';
import { anyOf, choiceOf, compared, datedTruth, given, isTold, notOf } from './simplify.ts';
import { isPositive } from './trust.ts';

/** A number of an expression as whole numbers, or several of them of which the file says which. */
export type Quantity = Fraction | QuantityChoice | DatedOf<Quantity>;

interface QuantityChoice extends ChoiceOf<Quantity> {
  /** True where the condition is known, or does not matter; else unknown. */
  readonly told: Truth;
}

/** `num / over`, of which `scale` digits stand after the point. */
export interface Fraction {
  readonly kind: 'fraction';
  readonly num: Num;
  readonly scale: number;
  /** Absent for 1. */
  readonly over: Num | undefined;
  /** Divisors on the way that are no longer seen, none of which may be 0. */
  readonly nonzero: readonly Num[];
}

/** A fraction whose divisor is known beforehand. */
export interface Plain {
  readonly num: Num;
  readonly scale: number;
  readonly over: number;
}

/** Constants of a plan stay below this. */
const mostConstant = 2n ** 50n;

/** Not known, whatever the file. */
export const nothing: Num = { kind: 'whole', value: Number.NaN };

export function whole(value: number): Num {
  return { kind: 'whole', value };
}

export function fraction(num: Num, scale = 0, over?: Num): Fraction {
  return { kind: 'fraction', num, scale, over, nonzero: [] };
}

/** A number over a constant. */
export function constantOver(num: Num, scale: number, over: number): Fraction {
  return fraction(num, scale, over === 1 ? undefined : whole(over));
}

export const unknownQuantity: Fraction = fraction(nothing);

/** A number as written; undefined beyond 15 digits. */
export function quantityOf({ n, d }: Rational): Fraction | undefined {
  for (let scale = 0; scale <= 15; scale += 1) {
    const by = 10n ** BigInt(scale);
    if (by % d !== 0n) continue;
    const value = (n * by) / d;
    const fits = value < mostConstant && value > -mostConstant;
    return fits ? fraction(whole(Number(value)), scale) : undefined;
  }
  return undefined;
}

export function productOf(left: Num, right: Num): Num {
  if (left.kind === 'whole' && right.kind !== 'whole') return productOf(right, left);
  if (right.kind !== 'whole') return { kind: 'product', left, right };
  if (right.value === 1) return left;
  if (left.kind === 'whole') {
    const value = left.value * right.value;
    return isKept(value) ? whole(value) : { kind: 'product', left, right };
  }
  if (left.kind === 'product' && left.right.kind === 'whole') {
    const value = left.right.value * right.value;
    if (isKept(value)) return productOf(left.left, whole(value));
  }
  if (left.kind === 'sum') return sumOf(left.parts.map((part) => productOf(part, right)));
  return { kind: 'product', left, right };
}

export function sumOf(parts: readonly Num[]): Num {
  const flat = parts.flatMap((part) => (part.kind === 'sum' ? part.parts : [part]));
  const numbers = flat.flatMap((part) => (part.kind === 'whole' ? [part.value] : []));
  const others = flat.filter(({ kind }) => kind !== 'whole');
  const value = numbers.reduce((a, b) => a + b, 0);
  if (!isKept(value)) return { kind: 'sum', parts: flat };
  const all = value === 0 && others.length > 0 ? others : [...others, whole(value)];
  const [first = whole(0)] = all;
  return all.length === 1 ? first : { kind: 'sum', parts: all };
}

function isKept(value: number): boolean {
  return !(Math.abs(value) > Number(mostConstant));
}

export function negative(num: Num): Num {
  return productOf(num, whole(-1));
}

/** The same number with so many more digits after the point. */
function shifted(num: Num, digits: number): Num {
  if (digits === 0 || (num.kind === 'whole' && num.value === 0)) return num;
  if (digits > 15) return shifted(productOf(num, whole(1e15)), digits - 15);
  return productOf(num, whole(10 ** digits));
}

/** Applies to each fraction that it may be. */
export function mapped(of: Quantity, make: (of: Fraction) => Quantity): Quantity {
  switch (of.kind) {
    case 'fraction':
      return make(of);
    case 'choice': {
      const { condition, told } = of;
      return settled(condition, told, mapped(of.yes, make), mapped(of.no, make));
    }
    case 'dated': {
      const editions = of.editions.map((one) => ({ ...one, is: mapped(one.is, make) }));
      return dated(of.day, of.sole, editions);
    }
  }
}

function both(a: Quantity, b: Quantity, make: (a: Fraction, b: Fraction) => Fraction): Quantity {
  return mapped(a, (x) => mapped(b, (y) => make(x, y)));
}

/** How many fractions it may be. */
export function casesOf(of: Quantity): number {
  switch (of.kind) {
    case 'fraction':
      return 1;
    case 'choice':
      return casesOf(of.yes) + casesOf(of.no);
    case 'dated':
      return of.editions.reduce((sum, { is }) => sum + casesOf(is), 0);
  }
}

export function choice(condition: Truth, yes: Quantity, no: Quantity): Quantity {
  if (condition.kind === 'known' && condition.value !== 2) return condition.value === 1 ? yes : no;
  const plain = together([yes, no]);
  if (plain) {
    const [a = nothing, b = nothing] = plain.nums;
    return fraction({ kind: 'choice', condition, yes: a, no: b }, plain.scale, plain.over);
  }
  const told = anyOf([condition, notOf(condition), comparisonOf('=', yes, no)]);
  return { kind: 'choice', condition, told, yes, no };
}

/** A choice whose branches were made into something else, where they may have come to agree only thereby. */
function settled(condition: Truth, told: Truth, yes: Quantity, no: Quantity): Quantity {
  return { kind: 'choice', condition, told, yes, no };
}

export function dated(
  day: Num | undefined,
  sole: boolean,
  editions: readonly Edition<Quantity>[],
): Quantity {
  const plain = together(editions.map(({ is }) => is));
  if (!plain) return { kind: 'dated', day, sole, editions };
  const nums = editions.map((edition, index) => ({ ...edition, is: plain.nums[index] ?? nothing }));
  return fraction({ kind: 'dated', day, sole, editions: nums }, plain.scale, plain.over);
}

/** A table; undefined where its numbers have no common divisor. */
export function table(first: boolean, rows: readonly TableRowOf<Quantity>[]): Quantity | undefined {
  const plain = together(rows.map(({ gives }) => gives));
  if (!plain) return undefined;
  const nums = rows.map(({ matches }, index) => ({ matches, gives: plain.nums[index] ?? nothing }));
  return fraction({ kind: 'table', first, rows: nums }, plain.scale, plain.over);
}

/** All at one scale and over one divisor; undefined where there is none that is known beforehand, or the same for all. */
export function together(
  quantities: readonly Quantity[],
): { readonly nums: readonly Num[]; readonly scale: number; readonly over?: Num } | undefined {
  const fractions = quantities.flatMap((of) => (of.kind === 'fraction' ? [of] : []));
  if (fractions.length < quantities.length) return undefined;
  const scale = Math.max(0, ...fractions.map((of) => of.scale));
  const [head] = fractions;
  if (head?.over && fractions.every(({ over }) => isSame(over, head.over))) {
    const nums = fractions.map((of) => shifted(gated(of), scale - of.scale));
    return { nums, scale, over: head.over };
  }
  const divisors = fractions.map(({ over }) => constantIn(over));
  let common = 1;
  for (const divisor of divisors) {
    if (divisor === undefined) return undefined;
    common = divisor === 0 ? common : leastMultiple(common, Math.abs(divisor));
  }
  if (!isKept(common)) return undefined;
  const nums = fractions.map((of, index) => {
    const divisor = divisors[index] ?? 0;
    if (divisor === 0) return nothing;
    return productOf(shifted(gated(of), scale - of.scale), whole(common / divisor));
  });
  return common === 1 ? { nums, scale } : { nums, scale, over: whole(common) };
}

function constantIn(over: Num | undefined): number | undefined {
  if (!over) return 1;
  return over.kind === 'whole' && !Number.isNaN(over.value) ? over.value : undefined;
}

function leastMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** As one whole number over a constant; undefined where it is not. */
export function plain(of: Quantity): Plain | undefined {
  const alike = together([of]);
  const over = alike && constantIn(alike.over);
  const [num] = alike?.nums ?? [];
  return num && over !== undefined && alike ? { num, scale: alike.scale, over } : undefined;
}

/** What is made of one whole number over a constant, of that same kind. */
export function wholly(of: Quantity, make: (num: Num) => Num): Fraction | 'fraction' {
  const alike = plain(of);
  return alike ? constantOver(make(alike.num), alike.scale, alike.over) : 'fraction';
}

/** The number, unknown where a divisor on the way is 0. */
export function gated({ num, nonzero }: Fraction): Num {
  return nonzero.reduce((of: Num, divisor) => ({ kind: 'unless-zero', of, divisor }), num);
}

export function plus(a: Quantity, b: Quantity): Quantity {
  return both(a, b, (a, b) => {
    const scale = Math.max(a.scale, b.scale);
    const [x, y] = [shifted(a.num, scale - a.scale), shifted(b.num, scale - b.scale)];
    const nonzero = [...a.nonzero, ...b.nonzero];
    const common = { kind: 'fraction', scale, nonzero } as const;
    if (isSame(a.over, b.over)) return { ...common, num: sumOf([x, y]), over: a.over };
    const [over, other] = [a.over ?? whole(1), b.over ?? whole(1)];
    const num = sumOf([productOf(x, other), productOf(y, over)]);
    return { ...common, num, over: productOf(over, other) };
  });
}

export function minus(a: Quantity, b: Quantity): Quantity {
  return plus(a, minusOf(b));
}

export function minusOf(a: Quantity): Quantity {
  return mapped(a, (of) => ({ ...of, num: negative(of.num) }));
}

export function times(a: Quantity, b: Quantity): Quantity {
  return both(a, b, (a, b) => ({
    kind: 'fraction',
    num: productOf(a.num, b.num),
    scale: a.scale + b.scale,
    over: a.over && b.over ? productOf(a.over, b.over) : (a.over ?? b.over),
    nonzero: [...a.nonzero, ...b.nonzero],
  }));
}

export function dividedBy(a: Quantity, b: Quantity): Quantity {
  return both(a, b, (a, b) => {
    if (b.over && constantIn(b.over) === 0) return unknownQuantity;
    const over = a.over ? productOf(a.over, b.num) : b.num;
    const num = b.over ? productOf(a.num, b.over) : a.num;
    const scale = a.scale - b.scale;
    // once it multiplies, nobody sees any more that it divided
    const hidden = b.over && constantIn(b.over) === undefined ? [b.over] : [];
    return {
      kind: 'fraction',
      num: scale >= 0 ? num : shifted(num, -scale),
      scale: Math.max(scale, 0),
      over,
      nonzero: [...a.nonzero, ...b.nonzero, ...hidden],
    };
  });
}

/** A whole power, from 1 up. */
export function power(of: Quantity, exponent: number): Quantity {
  return exponent <= 1 ? of : times(power(of, exponent - 1), of);
}

export function reciprocal(of: Quantity): Quantity {
  const unit = quantityOf(one) ?? unknownQuantity;
  return dividedBy(unit, of);
}

export function absolute(of: Quantity): Quantity {
  return mapped(of, (of) => ({
    ...of,
    num: { kind: 'absolute', of: of.num },
    over: of.over && !isPositive(of.over) ? { kind: 'absolute', of: of.over } : of.over,
  }));
}

/** Rounded to so many digits after the point, before it where below 0. */
export function rounded(of: Quantity, digits: number, to: Rounding): Quantity {
  return mapped(of, (of) => {
    const { scale, over = whole(1), nonzero } = of;
    if (scale <= digits && !of.over) return of;
    const num = shifted(of.num, Math.max(0, digits - scale));
    const by = shifted(over, Math.max(0, scale - digits));
    const cut: Num = { kind: 'rounded', of: num, over: by, to };
    if (constantIn(over) === 0) return unknownQuantity;
    const hidden = constantIn(over) === undefined ? [over] : [];
    const kept = {
      kind: 'fraction',
      scale: Math.max(0, digits),
      over: undefined,
      nonzero: [...nonzero, ...hidden],
    } as const;
    return { ...kept, num: shifted(cut, Math.max(0, -digits)) };
  });
}

/** What is left of one number after whole times another, with the sign of the other. */
export function remainder(a: Quantity, b: Quantity): Quantity {
  return both(a, b, (a, b) => {
    const scale = Math.max(a.scale, b.scale);
    const [x, y] = [shifted(a.num, scale - a.scale), shifted(b.num, scale - b.scale)];
    const [over, other] = [a.over ?? whole(1), b.over ?? whole(1)];
    const by = productOf(y, over);
    const num: Num = { kind: 'remainder', of: productOf(x, other), by };
    const common = a.over || b.over ? productOf(over, other) : undefined;
    const nonzero = [...a.nonzero, ...b.nonzero, by];
    return { kind: 'fraction', num, scale, over: common, nonzero };
  });
}

/** The least or the greatest of some. */
export function extreme(is: 'least' | 'most', parts: readonly Quantity[]): Quantity {
  const alike = together(parts);
  if (alike && (!alike.over || alike.over.kind === 'whole')) {
    const [only] = alike.nums;
    const num: Num = alike.nums.length === 1 && only ? only : { kind: is, parts: alike.nums };
    return fraction(num, alike.scale, alike.over);
  }
  return parts.reduce((a, b) => {
    const isFirst = is === 'least' ? comparisonOf('<=', a, b) : comparisonOf('<=', b, a);
    // where it is not told which is first, neither is it whether they are the same
    return { kind: 'choice', condition: isFirst, told: isTold(isFirst), yes: a, no: b };
  });
}

/** `a operator b`, divisions multiplied out. */
export function comparisonOf(operator: '<' | '<=' | '=', a: Quantity, b: Quantity): Truth {
  return truthFor(a, (x) => truthFor(b, (y) => comparisonOfFractions(operator, x, y)));
}

function truthFor(of: Quantity, make: (of: Fraction) => Truth): Truth {
  switch (of.kind) {
    case 'fraction':
      return make(of);
    case 'choice':
      return given(of.told, choiceOf(of.condition, truthFor(of.yes, make), truthFor(of.no, make)));
    case 'dated':
      return datedTruth(
        of.day,
        of.sole,
        of.editions.map((edition) => ({ ...edition, is: truthFor(edition.is, make) })),
      );
  }
}

function comparisonOfFractions(operator: '<' | '<=' | '=', a: Fraction, b: Fraction): Truth {
  const scale = Math.max(a.scale, b.scale);
  const x = shifted(a.num, scale - a.scale);
  const y = shifted(b.num, scale - b.scale);
  const nonzero = [...a.nonzero, ...b.nonzero];
  const truth = isSame(a.over, b.over)
    ? overOne(a.over, x, y)
    : overOne(
        a.over && b.over ? productOf(a.over, b.over) : (a.over ?? b.over),
        b.over ? productOf(x, b.over) : x,
        a.over ? productOf(y, a.over) : y,
      );
  return nonzero.reduce((of: Truth, divisor) => ({ kind: 'unless-zero', of, divisor }), truth);

  function overOne(by: Num | undefined, left: Num, right: Num): Truth {
    const [l, r] = withoutMinus(left, right);
    if (!by) return compared(operator, l, r);
    if (by.kind === 'whole') {
      if (by.value === 0) return { kind: 'known', value: 2 };
      return by.value > 0 ? compared(operator, l, r) : compared(operator, r, l);
    }
    const above = compared(operator, l, r);
    const below = isPositive(by) || operator === '=' ? above : compared(operator, r, l);
    return { kind: 'divided', by, above, below };
  }
}

/** What is taken off on one side is added on the other, so that nothing cancels. */
function withoutMinus(left: Num, right: Num): readonly [Num, Num] {
  const [ownLeft, fromLeft] = split(left);
  const [ownRight, fromRight] = split(right);
  if (fromLeft.length === 0 && fromRight.length === 0) return [left, right];
  return [sumOf([...ownLeft, ...fromRight]), sumOf([...ownRight, ...fromLeft])];
}

function split(num: Num): readonly [readonly Num[], readonly Num[]] {
  const parts = num.kind === 'sum' ? num.parts : [num];
  const isMinus = (part: Num) =>
    part.kind === 'whole'
      ? part.value < 0
      : part.kind === 'product' && part.right.kind === 'whole' && part.right.value < 0;
  return [
    parts.filter((part) => !isMinus(part)),
    parts.filter(isMinus).map((part) => negative(part)),
  ];
}

function isSame(a: Num | undefined, b: Num | undefined): boolean {
  if (a === b) return true;
  if (a?.kind === 'whole' && b?.kind === 'whole') return a.value === b.value;
  return false;
}
