import { bankDayOf, monthsBetween, workingDaysBetween, yearsBetween } from './days.ts';
import { exactly } from './exact.ts';
import type { Frame, Trit } from './frame.ts';
import {
  type CompareTruth,
  type Edition,
  type Holder,
  type List,
  mostExact,
  type Num,
  type Text,
  type TextTest,
  summands,
  trustOf,
  type Truth,
} from './plan.ts';

type TruthAt = (frame: Frame) => Trit;
type NumAt = (frame: Frame) => number;

const readTruths = new WeakMap<Truth, TruthAt>();

/** A condition as a function. */
export function truthClosure(truth: Truth): TruthAt {
  const known = readTruths.get(truth);
  if (known) return known;
  const made = makeTruth(truth);
  readTruths.set(truth, made);
  return made;
}

function makeTruth(truth: Truth): TruthAt {
  switch (truth.kind) {
    case 'known': {
      const { value } = truth;
      return () => value;
    }
    case 'flag': {
      const flag = slot(truth.holder, truth.index);
      return (frame) => {
        const value = flag(frame);
        return value === 1 ? 1 : value === 0 ? 0 : 2;
      };
    }
    case 'compare':
      return compareClosure(truth);
    case 'divided': {
      const by = numClosure(truth.by);
      const [above, below] = [truthClosure(truth.above), truthClosure(truth.below)];
      return (frame) => {
        const divisor = by(frame);
        return divisor > 0 ? above(frame) : divisor < 0 ? below(frame) : 2;
      };
    }
    case 'one-of': {
      const of = numClosure(truth.of);
      const words = [...truth.words];
      return (frame) => {
        const value = of(frame);
        if (Number.isNaN(value)) return 2;
        return words.includes(value) ? 1 : 0;
      };
    }
    case 'same-text': {
      const [left, right] = [textClosure(truth.left), textClosure(truth.right)];
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return a === undefined || b === undefined ? 2 : a === b ? 1 : 0;
      };
    }
    case 'text-test': {
      const [of, part] = [textClosure(truth.of), textClosure(truth.part)];
      const test = textTests[truth.test];
      return (frame) => {
        const [a, b] = [of(frame), part(frame)];
        return a === undefined || b === undefined ? 2 : test(a, b) ? 1 : 0;
      };
    }
    case 'all':
      return joined(truth.parts.map(truthClosure), 0);
    case 'any':
      return joined(truth.parts.map(truthClosure), 1);
    case 'not':
      return negation(truthClosure(truth.of));
    case 'same-truth': {
      const [left, right] = [truthClosure(truth.left), truthClosure(truth.right)];
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return a === 2 || b === 2 ? 2 : a === b ? 1 : 0;
      };
    }
    case 'choice': {
      const condition = truthClosure(truth.condition);
      const [yes, no] = [truthClosure(truth.yes), truthClosure(truth.no)];
      return (frame) => {
        const which = condition(frame);
        if (which === 1) return yes(frame);
        const value = no(frame);
        return which === 0 || yes(frame) === value ? value : 2;
      };
    }
    case 'dated':
      return dated(truth.day, truth.editions, truthClosure, 2);
    case 'some':
      return loop(truth.list, truthClosure(truth.holds), 1);
    case 'every':
      return loop(truth.list, truthClosure(truth.holds), 0);
    case 'present': {
      const { of } = truth;
      if (of.kind === 'text' || of.kind === 'text-slot') {
        const text = textClosure(of);
        return (frame) => (text(frame) === undefined ? 0 : 1);
      }
      const num = numClosure(of);
      return (frame) => (Number.isNaN(num(frame)) ? 0 : 1);
    }
  }
}

/** Characters of a text, one for each code point; NaN without a text. */
export function lengthOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  let length = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    const high = text.charCodeAt(at);
    if (high < 0xd800 || high >= 0xdc00) continue;
    const low = text.charCodeAt(at + 1);
    if (low >= 0xdc00 && low < 0xe000) length -= 1;
  }
  return length;
}

/** The tests of texts, by name. */
export const textTests: Readonly<Record<TextTest, (of: string, part: string) => boolean>> = {
  contains: (of, part) => of.includes(part),
  'starts with': (of, part) => of.startsWith(part),
  'ends with': (of, part) => of.endsWith(part),
};

function negation(of: TruthAt): TruthAt {
  return (frame) => {
    const value = of(frame);
    return value === 1 ? 0 : value === 0 ? 1 : 2;
  };
}

/** Whether all conditions hold. */
export function allOf(conditions: readonly Truth[]): TruthAt {
  return joined(conditions.map(truthClosure), 0);
}

/** `and` is decided by a part that is false, `or` by one that is true. */
function joined(parts: readonly TruthAt[], decides: 0 | 1): TruthAt {
  const otherwise = decides === 0 ? 1 : 0;
  const [first, second] = parts;
  if (first && second && parts.length === 2) {
    return (frame) => {
      const a = first(frame);
      if (a === decides) return decides;
      const b = second(frame);
      if (b === decides) return decides;
      return a === 2 || b === 2 ? 2 : otherwise;
    };
  }
  return (frame) => {
    let all: Trit = otherwise;
    for (const part of parts) {
      const one = part(frame);
      if (one === decides) return decides;
      if (one === 2) all = 2;
    }
    return all;
  };
}

/** How far apart two numbers are beyond what rounding may have done to them, as a part of the larger. */
const roundedApart = 1e-9;

/** A comparison whose sides are beyond 2^53 or unknown: decided where they are far apart, else by big integers. */
export function compareWide(truth: CompareTruth, left: number, right: number, frame: Frame): Trit {
  if (Number.isNaN(left) || Number.isNaN(right)) return 2;
  const apart = Math.abs(left - right);
  if (!(apart > roundedApart * Math.max(Math.abs(left), Math.abs(right)))) {
    return exactly(truth, frame, read);
  }
  return truth.operator === '=' ? 0 : left < right ? 1 : 0;
}

/** A comparison whose sides may have lost what they differ by. */
export function compareExact(truth: CompareTruth, frame: Frame): Trit {
  return exactly(truth, frame, read);
}

const read = {
  truth: (truth: Truth, frame: Frame): Trit => truthClosure(truth)(frame),
  small: (num: Num, frame: Frame): number => numClosure(num)(frame),
};

function compareClosure(truth: CompareTruth): TruthAt {
  const trust = trustOf(truth);
  if (trust === 'never') return (frame) => compareExact(truth, frame);
  if (trust === 'parts') return comparePartsClosure(truth);
  const left = numClosure(truth.left);
  const right = numClosure(truth.right);
  if (trust === 'always') {
    switch (truth.operator) {
      case '<':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return a < b ? 1 : a >= b ? 0 : 2;
        };
      case '<=':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return a <= b ? 1 : a > b ? 0 : 2;
        };
      case '=':
        return (frame) => {
          const a = left(frame);
          const b = right(frame);
          return a === b ? 1 : Number.isNaN(a) || Number.isNaN(b) ? 2 : 0;
        };
    }
  }
  const near = (a: number) => a < mostExact && a > -mostExact;
  const { operator } = truth;
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (!near(a) || !near(b)) return compareWide(truth, a, b, frame);
    return (operator === '<' ? a < b : operator === '<=' ? a <= b : a === b) ? 1 : 0;
  };
}

/** Sums of large numbers of either sign: every part has to be exact by itself. */
function comparePartsClosure(truth: CompareTruth): TruthAt {
  const [left, right] = [truth.left, truth.right].map((side) => summands(side).map(numClosure));
  const { operator } = truth;
  const isNear = (one: number) => one < mostExact && one > -mostExact;
  const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
  return (frame) => {
    const [ones = [], others = []] = [left, right].map((parts) =>
      (parts ?? []).map((part) => part(frame)),
    );
    const [a, b] = [total(ones), total(others)];
    if (Number.isNaN(a) || Number.isNaN(b)) return 2;
    if (![...ones, ...others, a, b].every(isNear)) return compareExact(truth, frame);
    return (operator === '=' ? a === b : operator === '<' ? a < b : a <= b) ? 1 : 0;
  };
}

const readNums = new WeakMap<Num, NumAt>();

/** A number as a function; NaN where the file does not settle it. */
export function numClosure(num: Num): NumAt {
  const known = readNums.get(num);
  if (known) return known;
  const made = makeNum(num);
  readNums.set(num, made);
  return made;
}

function makeNum(num: Num): NumAt {
  switch (num.kind) {
    case 'whole': {
      const { value } = num;
      return () => value;
    }
    case 'slot':
      return slot(num.holder, num.index);
    case 'sum':
      return folded(num.parts, (a, b) => a + b);
    case 'product': {
      const [left, right] = [numClosure(num.left), numClosure(num.right)];
      if (num.right.kind === 'whole') {
        const { value } = num.right;
        return (frame) => left(frame) * value;
      }
      return (frame) => left(frame) * right(frame);
    }
    case 'least':
      return folded(num.parts, Math.min);
    case 'most':
      return folded(num.parts, Math.max);
    case 'absolute': {
      const of = numClosure(num.of);
      return (frame) => Math.abs(of(frame));
    }
    case 'choice': {
      const condition = truthClosure(num.condition);
      const [yes, no] = [numClosure(num.yes), numClosure(num.no)];
      return (frame) => {
        const which = condition(frame);
        if (which === 1) return yes(frame);
        const value = no(frame);
        return which === 0 || yes(frame) === value ? value : Number.NaN;
      };
    }
    case 'dated':
      return dated(num.day, num.editions, numClosure, Number.NaN);
    case 'table': {
      const rows = num.rows.map(({ matches, gives }) => ({
        matches: truthClosure(matches),
        gives: numClosure(gives),
      }));
      const { first } = num;
      return (frame) => tableAt(rows, first, frame);
    }
    case 'tally':
      return gathered(num.list, undefined, (count) => count + 1, 0);
    case 'distinct': {
      const of = textClosure(num.of);
      const seen = new Set<string>();
      const run = walkAll({ ...num.list }, (frame) => {
        const text = of(frame);
        if (text !== undefined) seen.add(text);
        return text === undefined;
      });
      return (frame) => {
        seen.clear();
        return run(frame) === 0 ? seen.size : Number.NaN;
      };
    }
    case 'length': {
      const of = textClosure(num.of);
      return (frame) => lengthOf(of(frame));
    }
    case 'total':
      return gathered(num.list, numClosure(num.of), (sum, one) => sum + one, 0);
    case 'lowest':
      return gathered(num.list, numClosure(num.of), Math.min, Number.NaN);
    case 'highest':
      return gathered(num.list, numClosure(num.of), Math.max, Number.NaN);
    case 'element': {
      const of = numClosure(num.of);
      const { position, list } = num;
      let left = position;
      let value = Number.NaN;
      const find = walk(list, (frame) => {
        left -= 1;
        if (left === 0) value = of(frame);
        return left === 0;
      });
      return (frame) => {
        left = position;
        value = Number.NaN;
        return find(frame) === 2 ? Number.NaN : value;
      };
    }
    case 'day-of': {
      const of = numClosure(num.of);
      return (frame) => bankDayOf(of(frame));
    }
    case 'between': {
      const [from, to] = [numClosure(num.from), numClosure(num.to)];
      if (num.what === 'months') return (frame) => monthsBetween(from(frame), to(frame));
      if (num.what === 'years') return (frame) => yearsBetween(from(frame), to(frame));
      return (frame) =>
        frame.calendar ? workingDaysBetween(frame.calendar, from(frame), to(frame)) : Number.NaN;
    }
  }
}

function tableAt(
  rows: readonly { readonly matches: TruthAt; readonly gives: NumAt }[],
  first: boolean,
  frame: Frame,
): number {
  let found = Number.NaN;
  let seen = false;
  let sure = false;
  let agree = true;
  for (const { matches, gives } of rows) {
    const match = matches(frame);
    if (match === 0) continue;
    const value = gives(frame);
    if (!seen) found = value;
    else if (value !== found) agree = false;
    seen = true;
    if (match === 1) {
      sure = true;
      if (first) break;
    }
  }
  return sure && agree ? found : Number.NaN;
}

function slot(holder: Holder, index: number): NumAt {
  if (holder === 0) return (frame) => frame.file.numbers[index] ?? Number.NaN;
  return (frame) => frame.file.numbers[(frame.numbersAt[holder] ?? 0) + index] ?? Number.NaN;
}

function textClosure(text: Text): (frame: Frame) => string | undefined {
  if (text.kind === 'text') {
    const { value } = text;
    return () => value;
  }
  const { holder, index } = text;
  if (holder === 0) return (frame) => frame.file.texts[index];
  return (frame) => frame.file.texts[(frame.textsAt[holder] ?? 0) + index];
}

function folded(parts: readonly Num[], join: (a: number, b: number) => number): NumAt {
  const [first, ...others] = parts.map(numClosure);
  if (!first) return () => Number.NaN;
  return others.reduce((a, b) => (frame) => join(a(frame), b(frame)), first);
}

function dated<T, V>(
  day: Num,
  editions: readonly Edition<T>[],
  close: (of: T) => (frame: Frame) => V,
  otherwise: V,
): (frame: Frame) => V {
  const on = numClosure(day);
  const closed = editions.map(({ from, until, is }) => ({ from, until, is: close(is) }));
  return (frame) => {
    const now = on(frame);
    for (const { from, until, is } of closed) if (from <= now && now <= until) return is(frame);
    return otherwise;
  };
}

/** `some` is decided by an element for which it is true, `every` by one for which it is false. */
function loop(list: List, holds: TruthAt, decides: 0 | 1): TruthAt {
  const where = allOf(list.where);
  const open = list.where.length === 0;
  const otherwise = decides === 0 ? 1 : 0;
  let all: Trit = otherwise;
  const run = walkAll(list, (frame) => {
    const kept = open ? 1 : where(frame);
    if (kept === 0) return false;
    const one = holds(frame);
    if (kept === 1 && one === decides) return true;
    if (one !== otherwise) all = 2;
    return false;
  });
  return (frame) => {
    // a loop inside this one has its own closure, so its tally cannot be this one
    all = otherwise;
    const ended = run(frame);
    return ended === 2 ? 2 : ended === 1 ? decides : all;
  };
}

/** Calls for each element until told to stop: 1 when it was, 0 at the end, 2 where there is no list. */
export function walkAll(list: List, visit: (frame: Frame) => boolean): TruthAt {
  const count = slot(list.holder, list.index);
  const { element, size } = list;
  const numbersAt = slot(list.holder, list.index + 1);
  const textsAt = slot(list.holder, list.index + 2);
  return (frame) => {
    const elements = count(frame);
    if (Number.isNaN(elements)) return 2;
    let at = numbersAt(frame);
    let text = textsAt(frame);
    for (let index = 0; index < elements; index += 1) {
      frame.numbersAt[element] = at;
      frame.textsAt[element] = text;
      if (visit(frame)) return 1;
      at += size.width;
      text += size.texts;
    }
    return 0;
  };
}

/** The same for the elements that are kept; 2 where that cannot be told of one that it came to. */
function walk(list: List, visit: (frame: Frame) => boolean): TruthAt {
  if (list.where.length === 0) return walkAll(list, visit);
  const where = allOf(list.where);
  // it stops early for nothing but an element of which it cannot be told
  const run = walkAll(list, (frame) => {
    const kept = where(frame);
    if (kept === 1) visit(frame);
    return kept === 2;
  });
  return (frame) => (run(frame) === 0 ? 0 : 2);
}

function gathered(
  list: List,
  of: NumAt | undefined,
  join: (sum: number, one: number) => number,
  begin: number,
): NumAt {
  let sum = begin;
  let none = true;
  const run = walk(list, (frame) => {
    const one = of ? of(frame) : 0;
    sum = none && Number.isNaN(begin) ? one : join(sum, one);
    none = false;
    return false;
  });
  return (frame) => {
    sum = begin;
    none = true;
    return run(frame) === 2 ? Number.NaN : sum;
  };
}
