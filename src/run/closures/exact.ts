import type { Num, Rounding } from '../../plan/plan.ts';
import type { Frame } from '../frame.ts';
import { isNarrow } from '../../plan/trust.ts';
import { bigOfValue } from '../calls.ts';
import { isAway } from '../numbers.ts';
import { callOf } from './arguments.ts';
import type { Closing, ExactAt } from './closing.ts';
import { gathered } from './loops.ts';
import { alikeExacts, pickAt } from './picks.ts';

/** A number with big integers: slow, and right at any size. */
export function exactAt(num: Num, close: Closing): ExactAt {
  switch (num.kind) {
    case 'sum':
      return folded(num.parts, close, (a, b) => a + b);
    case 'product':
      return folded([num.left, num.right], close, (a, b) => a * b);
    case 'least':
      return folded(num.parts, close, least);
    case 'most':
      return folded(num.parts, close, most);
    case 'absolute': {
      const of = close.exact(num.of);
      return (frame) => {
        const value = of(frame);
        return value !== undefined && value < 0n ? -value : value;
      };
    }
    case 'unless-zero': {
      const [of, divisor] = [close.exact(num.of), close.exact(num.divisor)];
      return (frame) => {
        const by = divisor(frame);
        return by === undefined || by === 0n ? undefined : of(frame);
      };
    }
    case 'rounded': {
      const [of, over] = [close.exact(num.of), close.exact(num.over)];
      return both(of, over, (a, b) => (b === 0n ? undefined : rounded(a, b, num.to)));
    }
    case 'remainder': {
      const [of, by] = [close.exact(num.of), close.exact(num.by)];
      return both(of, by, (a, b) => (b === 0n ? undefined : remainder(a, b)));
    }
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return pickAt(num, close, close.exact, alikeExacts);
    case 'total':
      return over(num, close, 0n, (a, b) => a + b);
    case 'lowest':
      return over(num, close, undefined, least);
    case 'highest':
      return over(num, close, undefined, most);
    case 'whole':
    case 'slot':
    case 'today':
    case 'tally':
    case 'distinct':
    case 'distinct-texts':
    case 'occurrences':
    case 'length':
    case 'code':
    case 'cell':
    case 'day-of':
    case 'part':
    case 'clock':
    case 'between':
    case 'shifted':
      return wholly(num, close);
    case 'called': {
      if (isNarrow(num)) return wholly(num, close);
      const call = callOf(num, close);
      return (frame) => {
        const value = call(frame);
        if (value === undefined) return undefined;
        const whole = bigOfValue(value, num.scale);
        frame.beyond ||= whole === undefined;
        return whole;
      };
    }
  }
}

/** A number that never is beyond what doubles hold. */
function wholly(num: Num, close: Closing): ExactAt {
  const at = close.num(num);
  return (frame) => wholeOf(at(frame));
}

function over(
  { list, of }: Extract<Num, { readonly kind: 'total' | 'lowest' | 'highest' }>,
  close: Closing,
  none: bigint | undefined,
  join: (a: bigint, b: bigint) => bigint,
): ExactAt {
  const begin = { none, unknown: undefined };
  return gathered(list, close, close.exact(of), begin, (a, b) =>
    a === undefined || b === undefined ? undefined : join(a, b),
  );
}

function folded(
  parts: readonly Num[],
  close: Closing,
  join: (a: bigint, b: bigint) => bigint,
): ExactAt {
  const [first, ...others] = parts.map(close.exact);
  if (!first) return () => undefined;
  return others.reduce((a, b) => both(a, b, join), first);
}

function both(a: ExactAt, b: ExactAt, join: (a: bigint, b: bigint) => bigint | undefined): ExactAt {
  return (frame: Frame) => {
    const [one, other] = [a(frame), b(frame)];
    return one === undefined || other === undefined ? undefined : join(one, other);
  };
}

function rounded(of: bigint, over: bigint, to: Rounding): bigint {
  const by = over < 0n ? -over : over;
  const value = over < 0n ? -of : of;
  const rest = value % by;
  const quotient = value / by;
  if (rest === 0n) return quotient;
  const away = quotient + (value < 0n ? -1n : 1n);
  const twice = 2n * (rest < 0n ? -rest : rest);
  const half = twice < by ? -1 : twice > by ? 1 : 0;
  return isAway(to, value < 0n, half, quotient % 2n !== 0n) ? away : quotient;
}

function remainder(of: bigint, by: bigint): bigint {
  const rest = of % by;
  return rest !== 0n && rest < 0n !== by < 0n ? rest + by : rest;
}

function wholeOf(value: number): bigint | undefined {
  return Number.isNaN(value) ? undefined : BigInt(value);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
