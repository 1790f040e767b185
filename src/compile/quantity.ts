import { parseRational, type Rational } from '../values/rational.ts';
import { outside } from './outside.ts';
import { isPositive, type Num, type Truth } from './plan.ts';

/** A number of an expression as whole numbers: `num / over`, of which `scale` digits stand after the point. */
export interface Quantity {
  readonly num: Num;
  readonly scale: number;
  /** Absent for 1. */
  readonly over?: Num | undefined;
}

/** Constants of a plan stay below this. */
const mostConstant = 2n ** 50n;

export function whole(value: number): Num {
  return { kind: 'whole', value };
}

const unknownNum: Num = whole(Number.NaN);

export function unknownQuantity(): Quantity {
  return { num: unknownNum, scale: 0 };
}

/** A decimal as written; outside the fast path beyond 15 digits. */
export function quantityOfText(text: string): Quantity {
  const value = parseRational(text);
  return value ? quantityOf(value) : outside();
}

export function quantityOf({ n, d }: Rational): Quantity {
  for (let scale = 0; scale <= 15; scale += 1) {
    const by = 10n ** BigInt(scale);
    if (by % d !== 0n) continue;
    const value = (n * by) / d;
    if (value >= mostConstant || value <= -mostConstant) return outside();
    return { num: whole(Number(value)), scale };
  }
  return outside();
}

export function productOf(left: Num, right: Num): Num {
  if (left.kind === 'whole' && right.kind !== 'whole') return productOf(right, left);
  if (right.kind !== 'whole') return { kind: 'product', left, right };
  if (right.value === 1) return left;
  if (left.kind === 'whole') {
    const value = left.value * right.value;
    return Math.abs(value) <= Number(mostConstant) ? whole(value) : outside();
  }
  if (left.kind === 'product' && left.right.kind === 'whole') {
    const value = left.right.value * right.value;
    if (Math.abs(value) <= Number(mostConstant)) return productOf(left.left, whole(value));
  }
  if (left.kind === 'sum') return sumOf(left.parts.map((part) => productOf(part, right)));
  return { kind: 'product', left, right };
}

export function sumOf(parts: readonly Num[]): Num {
  const flat = parts.flatMap((part) => (part.kind === 'sum' ? part.parts : [part]));
  const numbers = flat.flatMap((part) => (part.kind === 'whole' ? [part.value] : []));
  const others = flat.filter(({ kind }) => kind !== 'whole');
  const value = numbers.reduce((a, b) => a + b, 0);
  if (Math.abs(value) > Number(mostConstant)) return outside();
  const all = value === 0 && others.length > 0 ? others : [...others, whole(value)];
  const [first = whole(0)] = all;
  return all.length === 1 ? first : { kind: 'sum', parts: all };
}

export function negative(num: Num): Num {
  return productOf(num, whole(-1));
}

/** The same number with so many digits after the point. */
export function atScale(num: Num, from: number, to: number): Num {
  if (num.kind === 'whole' && num.value === 0) return num;
  if (to - from > 15) return outside();
  return productOf(num, whole(10 ** (to - from)));
}

export function plus(a: Quantity, b: Quantity): Quantity {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [atScale(a.num, a.scale, scale), atScale(b.num, b.scale, scale)];
  if (!a.over && !b.over) return { num: sumOf([x, y]), scale };
  if (same(a.over, b.over)) return { num: sumOf([x, y]), scale, over: a.over };
  const [over, other] = [a.over ?? whole(1), b.over ?? whole(1)];
  return {
    num: sumOf([productOf(x, other), productOf(y, over)]),
    scale,
    over: productOf(over, other),
  };
}

export function minus(a: Quantity, b: Quantity): Quantity {
  return plus(a, { ...b, num: negative(b.num) });
}

export function times(a: Quantity, b: Quantity): Quantity {
  const over = a.over && b.over ? productOf(a.over, b.over) : (a.over ?? b.over);
  return { num: productOf(a.num, b.num), scale: a.scale + b.scale, over };
}

export function dividedBy(a: Quantity, b: Quantity): Quantity {
  const over = a.over ? productOf(a.over, b.num) : b.num;
  const num = b.over ? productOf(a.num, b.over) : a.num;
  const scale = a.scale - b.scale;
  return scale >= 0 ? { num, scale, over } : { num: atScale(num, 0, -scale), scale: 0, over };
}

/** All at one scale, none of them a fraction. */
export function aligned(quantities: readonly Quantity[]): {
  readonly nums: readonly Num[];
  readonly scale: number;
} {
  const scale = Math.max(0, ...quantities.map((one) => one.scale));
  const nums = quantities.map((one) => (one.over ? outside() : atScale(one.num, one.scale, scale)));
  return { nums, scale };
}

/** `a operator b`, divisions multiplied out; `compare` numbers the comparison. */
export function comparisonOf(
  a: Quantity,
  b: Quantity,
  compare: (left: Num, right: Num) => Truth,
): Truth {
  const scale = Math.max(a.scale, b.scale);
  const x = atScale(a.num, a.scale, scale);
  const y = atScale(b.num, b.scale, scale);
  if (same(a.over, b.over)) return over(a.over, x, y);
  const left = b.over ? productOf(x, b.over) : x;
  const right = a.over ? productOf(y, a.over) : y;
  return over(a.over && b.over ? productOf(a.over, b.over) : (a.over ?? b.over), left, right);

  function over(by: Num | undefined, left: Num, right: Num): Truth {
    const [l, r] = withoutMinus(left, right);
    if (!by) return compare(l, r);
    if (by.kind === 'whole') {
      if (by.value === 0) return { kind: 'known', value: 2 };
      return by.value > 0 ? compare(l, r) : compare(r, l);
    }
    const above = compare(l, r);
    return { kind: 'divided', by, above, below: isPositive(by) ? above : compare(r, l) };
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

function same(a: Num | undefined, b: Num | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && isSameSlot(a, b));
}

function isSameSlot(a: Num, b: Num): boolean {
  if (a.kind === 'whole') return b.kind === 'whole' && a.value === b.value;
  return a.kind === 'slot' && b.kind === 'slot' && a.holder === b.holder && a.index === b.index;
}
