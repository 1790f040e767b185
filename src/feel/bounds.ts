import {
  add,
  compare,
  divide,
  multiply,
  negate,
  one,
  parseRational,
  type Rational,
  whole,
  zero,
} from '../values/rational.ts';
import type { Builtin } from './builtins.ts';
import type { Core } from './core.ts';
import type { ComparisonOperator } from './syntax.ts';
import type { Field } from './types.ts';
import { isKind } from './value.ts';

/** Where a number lies, as far as schemas tell; an end that is absent is no limit. */
export interface Bounds {
  readonly low?: End;
  readonly high?: End;
}

interface End {
  readonly at: Rational;
  /** The end itself is not reached. */
  readonly open?: true;
}

const anywhere: Bounds = {};
const notNegative: Bounds = { low: { at: zero } };

/** The numbers that an expression may come to, where it comes to one at all: wider than the truth, never narrower. */
export function boundsOf(core: Core): Bounds {
  switch (core.kind) {
    case 'constant': {
      const at = isKind(core.value, 'number') ? core.value : undefined;
      return at ? { low: { at }, high: { at } } : anywhere;
    }
    case 'field':
      return core.type.kind === 'number' ? ofField(core.field) : anywhere;
    case 'let':
      return boundsOf(core.local.core);
    case 'if':
      return around([boundsOf(core.yes), boundsOf(core.no)]);
    case 'arithmetic':
      return core.type.kind === 'number' ? ofArithmetic(core) : anywhere;
    case 'call':
      return ofCall(core.builtin, core.args);
    default:
      return anywhere;
  }
}

/** Whether a comparison has the same result for all numbers within the bounds; undefined where it depends. */
export function alwaysIs(operator: ComparisonOperator, a: Bounds, b: Bounds): boolean | undefined {
  switch (operator) {
    case '<':
      return isBelow(a, b) ? true : isAtMost(b, a) ? false : undefined;
    case '<=':
      return isAtMost(a, b) ? true : isBelow(b, a) ? false : undefined;
    case '>':
      return alwaysIs('<', b, a);
    case '>=':
      return alwaysIs('<=', b, a);
    case '=':
      if (isBelow(a, b) || isBelow(b, a)) return false;
      return isAtMost(a, b) && isAtMost(b, a) ? true : undefined;
    case '!=': {
      const equal = alwaysIs('=', a, b);
      return equal === undefined ? undefined : !equal;
    }
  }
}

/** Every number of `a` is below every number of `b`. */
function isBelow({ high }: Bounds, { low }: Bounds): boolean {
  if (!high || !low) return false;
  const order = compare(high.at, low.at);
  return order < 0 || (order === 0 && (high.open === true || low.open === true));
}

function isAtMost({ high }: Bounds, { low }: Bounds): boolean {
  return high !== undefined && low !== undefined && compare(high.at, low.at) <= 0;
}

function ofField({ type, minimum, maximum, above, below }: Field): Bounds {
  const values = type.kind === 'number' && !type.lenient ? (type.values ?? []) : [];
  const numbers = values.flatMap((value) => parseRational(value) ?? []).toSorted(compare);
  const low = inner(end(minimum), end(above, true), 1) ?? closed(numbers[0]);
  const high = inner(end(maximum), end(below, true), -1) ?? closed(numbers.at(-1));
  return { ...(low && { low }), ...(high && { high }) };
}

function end(limit: number | undefined, open = false): End | undefined {
  const at = limit === undefined ? undefined : parseRational(String(limit));
  return at && (open ? { at, open: true } : { at });
}

function closed(at: Rational | undefined): End | undefined {
  return at && { at };
}

/** The tighter of two ends: the greater for `sign` 1, the lesser for -1. */
function inner(a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b;
  const order = compare(a.at, b.at) * sign;
  return order > 0 || (order === 0 && a.open) ? a : b;
}

function ofArithmetic({ operator, left, right }: Extract<Core, { kind: 'arithmetic' }>): Bounds {
  const b = boundsOf(right);
  if (!left) return mirrored(b);
  const a = boundsOf(left);
  switch (operator) {
    case '+':
      return sum(a, b);
    case '-':
      return sum(a, mirrored(b));
    case '*':
      return product(a, b);
    case '/':
      return product(a, inverse(b));
    case '**':
      return anywhere;
  }
}

function sum(a: Bounds, b: Bounds): Bounds {
  const low = a.low && b.low && both(a.low, b.low, add);
  const high = a.high && b.high && both(a.high, b.high, add);
  return { ...(low && { low }), ...(high && { high }) };
}

function both(a: End, b: End, operation: (a: Rational, b: Rational) => Rational): End {
  const at = operation(a.at, b.at);
  return a.open || b.open ? { at, open: true } : { at };
}

function mirrored({ low, high }: Bounds): Bounds {
  const turned = (limit: End): End => ({ ...limit, at: negate(limit.at) });
  return { ...(high && { low: turned(high) }), ...(low && { high: turned(low) }) };
}

/** Of two that are each on one side of 0; of others nothing is said. */
function product(a: Bounds, b: Bounds): Bounds {
  if (isNotPositive(a) && !isNotNegative(a)) return mirrored(product(mirrored(a), b));
  if (isNotPositive(b) && !isNotNegative(b)) return mirrored(product(a, mirrored(b)));
  if (!a.low || !b.low || !isNotNegative(a) || !isNotNegative(b)) return anywhere;
  const at = multiply(a.low.at, b.low.at);
  const reachesZero = [a.low, b.low].some((limit) => limit.at.n === 0n && !limit.open);
  const open = at.n === 0n ? !reachesZero : a.low.open === true || b.low.open === true;
  const high = a.high && b.high && both(a.high, b.high, multiply);
  return { low: open ? { at, open: true } : { at }, ...(high && { high }) };
}

/** Of what cannot be 0, since the result of a division by it is then unknown. */
function inverse(of: Bounds): Bounds {
  if (isNotPositive(of) && !isNotNegative(of)) return mirrored(inverse(mirrored(of)));
  if (!of.low || !isNotNegative(of)) return anywhere;
  const { low, high } = of;
  const least = high && divide(one, high.at);
  const most = divide(one, low.at);
  return {
    low: least ? { ...high, at: least } : { at: zero, open: true },
    ...(most && { high: { ...low, at: most } }),
  };
}

function isNotNegative({ low }: Bounds): boolean {
  return low !== undefined && low.at.n >= 0n;
}

function isNotPositive({ high }: Bounds): boolean {
  return high !== undefined && high.at.n <= 0n;
}

/** The least that holds them all. */
function around(all: readonly Bounds[]): Bounds {
  const ends = (of: 'low' | 'high', sign: 1 | -1) => {
    const given = all.flatMap((bounds) => bounds[of] ?? []);
    if (given.length < all.length) return undefined;
    return given.reduce((a, b) => {
      const order = compare(a.at, b.at) * sign;
      return order < 0 || (order === 0 && !a.open) ? a : b;
    });
  };
  const low = all.length > 0 ? ends('low', 1) : undefined;
  const high = all.length > 0 ? ends('high', -1) : undefined;
  return { ...(low && { low }), ...(high && { high }) };
}

const within = (low: number, high: number): Bounds => ({
  low: { at: whole(low) },
  high: { at: whole(high) },
});

function ofCall(builtin: Builtin, [first, second]: readonly (Core | undefined)[]): Bounds {
  switch (builtin) {
    case 'count':
    case 'string length':
      return notNegative;
    case 'abs':
      return first?.type.kind === 'number' ? notNegative : anywhere;
    case 'similar':
      return within(0, 1);
    case 'mod 97':
      return within(0, 96);
    case '.month':
      return within(1, 12);
    case '.day':
      return within(1, 31);
    case '.hour':
      return within(0, 23);
    case 'min':
    case 'max':
    case 'mean':
    case 'median':
      return first ? ofElements(first) : anywhere;
    case 'sum': {
      const each = first ? ofElements(first) : anywhere;
      return isNotNegative(each)
        ? notNegative
        : isNotPositive(each)
          ? mirrored(notNegative)
          : anywhere;
    }
    case 'monthly payment':
      return first && second && isNotNegative(boundsOf(first)) ? notNegative : anywhere;
    case 'annual cost':
      return notNegative;
    default:
      return anywhere;
  }
}

function ofElements(list: Core): Bounds {
  switch (list.kind) {
    case 'list':
      return around(list.items.map(boundsOf));
    case 'map':
      return list.joined ? ofElements(list.returns) : boundsOf(list.returns);
    case 'filter':
      return ofElements(list.list);
    default:
      return anywhere;
  }
}
