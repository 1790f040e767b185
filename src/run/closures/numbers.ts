import { mostExact, type Num, type PickOf } from '../../plan/plan.ts';
import { isGuarded, isNarrow, mayCancel } from '../../plan/trust.ts';
import { wholeOfValue } from '../calls.ts';
import { rowFinder, wholeAt } from '../codes.ts';
import {
  monthsAfter,
  monthsBetween,
  partOfDay,
  workingDaysAfter,
  workingDaysBetween,
  yearsBetween,
} from '../days.ts';
import { placeOf } from '../layout.ts';
import { isNear, lengthOf, remainder, rounded } from '../numbers.ts';
import { callOf } from './arguments.ts';
import { instalmentAt } from './payments.ts';
import type { Closing, NumAt } from './closing.ts';
import { signAt } from './comparisons.ts';
import { countOf, distinctOf, gathered, numberAt } from './loops.ts';
import { occurrencesAt } from './registers.ts';
import { alikeNums, pickAt } from './picks.ts';

/** A number as a function; NaN where the file does not settle it. */
export function numAt(num: Num, close: Closing): NumAt {
  switch (num.kind) {
    case 'whole': {
      const { value } = num;
      return () => value;
    }
    case 'slot':
      return numberAt(num.slot.row, placeOf(close.layouts, num.slot));
    case 'today':
      return (frame) => frame.today;
    case 'sum':
      return folded(num.parts, close, (a, b) => a + b);
    case 'product': {
      const [left, right] = [close.num(num.left), close.num(num.right)];
      return (frame) => left(frame) * right(frame);
    }
    case 'least':
      return folded(num.parts, close, Math.min);
    case 'most':
      return folded(num.parts, close, Math.max);
    case 'absolute': {
      const of = close.num(num.of);
      return (frame) => Math.abs(of(frame));
    }
    case 'unless-zero': {
      const [of, divisor] = [close.num(num.of), signAt(num.divisor, close)];
      return (frame) => {
        const by = divisor(frame);
        return by === 0 || Number.isNaN(by) ? Number.NaN : of(frame);
      };
    }
    case 'rounded':
    case 'remainder':
      return quotientAt(num, close);
    case 'choice':
      return agreedAt(num, [num.yes, num.no], close);
    case 'table':
      return agreedAt(
        num,
        num.rows.map(({ gives }) => gives),
        close,
      );
    case 'dated':
    case 'element':
      return pickAt(num, close, close.num, alikeNums);
    case 'called': {
      if (!isNarrow(num)) return exactlyAt(num, close);
      const call = callOf(num, close);
      const { scale } = num;
      const quick = instalmentAt(num, scale, close);
      return (frame) => {
        const near = quick?.(frame);
        if (near !== undefined) return near;
        const value = call(frame);
        if (value === undefined) return Number.NaN;
        const whole = wholeOfValue(value, scale);
        frame.beyond ||= whole === undefined;
        return whole ?? Number.NaN;
      };
    }
    case 'code': {
      const [of, rowOf] = [close.text(num.of), rowFinder(num.sheet)];
      return (frame) => rowOf(of(frame));
    }
    case 'cell': {
      const { values } = num;
      const row = close.num(num.row);
      return (frame) => wholeAt(values, row(frame));
    }
    case 'length': {
      const of = close.text(num.of);
      return (frame) => lengthOf(of(frame));
    }
    case 'tally':
    case 'distinct':
    case 'distinct-texts':
    case 'total':
    case 'lowest':
    case 'highest':
      return overElements(num, close);
    case 'occurrences':
      return occurrencesAt(num, close);
    case 'day-of':
    case 'part':
    case 'clock':
    case 'between':
    case 'shifted':
      return dayAt(num, close);
  }
}

function overElements(
  num: Extract<
    Num,
    { readonly kind: 'tally' | 'distinct' | 'distinct-texts' | 'total' | 'lowest' | 'highest' }
  >,
  close: Closing,
): NumAt {
  const unknown = Number.NaN;
  switch (num.kind) {
    case 'tally':
      return countOf(num.list, close);
    case 'distinct-texts':
      return distinctOf(num.list, close, close.text(num.of), (one) => one !== undefined);
    case 'distinct': {
      const { of, list } = num;
      if (!isNarrow(of))
        return distinctOf(list, close, close.exact(of), (one) => one !== undefined);
      return distinctOf(list, close, close.num(of), (one) => !Number.isNaN(one));
    }
    case 'total':
      return totalOf(num, close);
    case 'lowest':
      return gathered(num.list, close, close.num(num.of), { none: unknown, unknown }, Math.min);
    case 'highest':
      return gathered(num.list, close, close.num(num.of), { none: unknown, unknown }, Math.max);
  }
}

/** A sum; one that doubles are trusted with is for the evaluator where its numbers together are more than they hold. */
function totalOf(
  num: Extract<Num, { readonly kind: 'total' | 'lowest' | 'highest' }>,
  close: Closing,
): NumAt {
  const { list } = num;
  const of = close.num(num.of);
  const begin = { none: 0, unknown: Number.NaN };
  if (!isGuarded(num)) return gathered(list, close, of, begin, (a, b) => a + b);
  let sizes = 0;
  const sum = gathered(
    list,
    close,
    (frame) => {
      const one = of(frame);
      sizes += Math.abs(one);
      return one;
    },
    begin,
    (a, b) => a + b,
  );
  return (frame) => {
    sizes = 0;
    const all = sum(frame);
    if (sizes > mostExact) frame.beyond = true;
    return all;
  };
}

function dayAt(
  num: Extract<Num, { readonly kind: 'day-of' | 'part' | 'clock' | 'between' | 'shifted' }>,
  close: Closing,
): NumAt {
  switch (num.kind) {
    case 'day-of': {
      const of = close.num(num.of);
      const { day } = close.clock;
      return (frame) => day(of(frame));
    }
    case 'part': {
      const of = close.num(num.of);
      const { part } = num;
      return (frame) => partOfDay(of(frame), part);
    }
    case 'clock': {
      const of = close.num(num.of);
      const { part } = num;
      const { clock } = close;
      return (frame) => clock.part(of(frame), part);
    }
    case 'between': {
      const [from, to] = [close.num(num.from), close.num(num.to)];
      if (num.what === 'months') return (frame) => monthsBetween(from(frame), to(frame));
      if (num.what === 'years') return (frame) => yearsBetween(from(frame), to(frame));
      return (frame) =>
        frame.calendar ? workingDaysBetween(frame.calendar, from(frame), to(frame)) : Number.NaN;
    }
    case 'shifted': {
      const [from, by] = [close.num(num.from), close.num(num.by)];
      if (num.what === 'months') return (frame) => monthsAfter(from(frame), by(frame));
      return (frame) =>
        frame.calendar ? workingDaysAfter(frame.calendar, from(frame), by(frame)) : Number.NaN;
    }
  }
}

/** In doubles where they hold what is divided; else by way of big integers, the result being one that doubles hold. */
function quotientAt(
  num: Extract<Num, { readonly kind: 'rounded' | 'remainder' }>,
  close: Closing,
): NumAt {
  const other = num.kind === 'rounded' ? num.over : num.by;
  const [of, by] = [close.num(num.of), close.num(other)];
  const divide =
    num.kind === 'rounded' ? (a: number, b: number) => rounded(a, b, num.to) : remainder;
  if (isNarrow(num.of) && isNarrow(other)) return (frame) => divide(of(frame), by(frame));
  const exact = exactlyAt(num, close);
  if (mayCancel(num.of) || mayCancel(other)) return exact;
  return (frame) => {
    const [a, b] = [of(frame), by(frame)];
    return isNear(a) && isNear(b) ? divide(a, b) : exact(frame);
  };
}

/** The double nearest to the exact number. */
function exactlyAt(num: Num, close: Closing): NumAt {
  const exact = close.exact(num);
  return (frame) => Number(exact(frame) ?? Number.NaN);
}

/** Where numbers that doubles do not hold are asked whether they are the same, big integers answer. */
function agreedAt(num: PickOf<Num> & Num, values: readonly Num[], close: Closing): NumAt {
  if (values.every(isNarrow)) return pickAt(num, close, close.num, alikeNums);
  const exact = exactlyAt(num, close);
  const doubt = { found: false };
  const at = pickAt(num, close, close.num, {
    unknown: Number.NaN,
    same: (a, b) => {
      doubt.found ||= !isNear(a) || !isNear(b);
      return a === b;
    },
  });
  return (frame) => {
    doubt.found = false;
    const value = at(frame);
    return wasFound(doubt) ? exact(frame) : value;
  };
}

function wasFound({ found }: { readonly found: boolean }): boolean {
  return found;
}

function folded(
  parts: readonly Num[],
  close: Closing,
  join: (a: number, b: number) => number,
): NumAt {
  const [first, ...others] = parts.map(close.num);
  if (!first) return () => Number.NaN;
  return others.reduce((a, b) => (frame) => join(a(frame), b(frame)), first);
}
