import type { Range, Value } from '../../value.ts';
import { type Builtins, type Form, form } from '../form.ts';
import { spendOnOrder } from '../costs.ts';
import type { Budget } from '../limits.ts';
import { orderOf } from '../order.ts';

/** The relations of DMN 1.5 between points and ranges (table 78). A range without one of its ends has none. */
export const rangeBuiltins = {
  before: [
    ofPoints((a, b) => lessOf(a, b)),
    ofPointAndRange((point, range) => isBeforeStart(point, range)),
    ofRangeAndPoint((range, point) => isAfterEnd(point, range)),
    ofRanges((a, b) => isWhollyBefore(a, b)),
  ],
  after: [
    ofPoints((a, b) => lessOf(b, a)),
    ofPointAndRange((point, range) => isAfterEnd(point, range)),
    ofRangeAndPoint((range, point) => isBeforeStart(point, range)),
    ofRanges((a, b) => isWhollyBefore(b, a)),
  ],
  meets: [ofRanges(meets)],
  'met by': [ofRanges((a, b) => meets(b, a))],
  overlaps: [ofRanges(overlaps)],
  'overlaps before': [ofRanges(overlapsBefore)],
  'overlaps after': [ofRanges((a, b) => overlapsBefore(b, a))],
  finishes: [ofPointAndRange(finishesPoint), ofRanges(finishes)],
  'finished by': [
    ofRangeAndPoint((range, point) => finishesPoint(point, range)),
    ofRanges((a, b) => finishes(b, a)),
  ],
  includes: [
    ofRangeAndPoint((range, point) => isIn(point, range)),
    ofRanges((a, b) => covers(a, b)),
  ],
  during: [ofPointAndRange(isIn), ofRanges((a, b) => covers(b, a))],
  starts: [ofPointAndRange(startsPoint), ofRanges(starts)],
  'started by': [
    ofRangeAndPoint((range, point) => startsPoint(point, range)),
    ofRanges((a, b) => starts(b, a)),
  ],
  coincides: [ofPoints((a, b) => sameOf(a, b)), ofRanges(coincides)],
} satisfies Builtins;

type Relation<A, B> = (a: A, b: B) => boolean | undefined;

function ofPoints(relation: Relation<Value, Value>): Form {
  return form(['point1', 'point2'], ['any', 'any'], ([a, b], { budget }) =>
    isRange(a) || isRange(b) ? undefined : paid(budget, [a, b], () => relation(a, b)),
  );
}

function ofPointAndRange(relation: Relation<Value, Range>): Form {
  return form(['point', 'range'], ['any', 'range'], ([point, range], { budget }) =>
    isRange(point)
      ? undefined
      : paid(budget, [point, range.low, range.high], () => relation(point, range)),
  );
}

function ofRangeAndPoint(relation: Relation<Range, Value>): Form {
  return form(['range', 'point'], ['range', 'any'], ([range, point], { budget }) =>
    isRange(point)
      ? undefined
      : paid(budget, [point, range.low, range.high], () => relation(range, point)),
  );
}

function ofRanges(relation: Relation<Range, Range>): Form {
  return form(['range1', 'range2'], ['range', 'range'], ([a, b], { budget }) =>
    paid(budget, [a.low, a.high, b.low, b.high], () => relation(a, b)),
  );
}

/** Ends are compared up to three times. */
function paid<T>(budget: Budget, ends: readonly (Value | undefined)[], relation: () => T): T {
  for (let time = 0; time < 3; time += 1) spendOnOrder(budget, ...ends);
  return relation();
}

function isRange(value: Value): value is Range {
  return typeof value === 'object' && value?.kind === 'range';
}

function order(a: Value | undefined, b: Value | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : orderOf(a, b);
}

function lessOf(a: Value | undefined, b: Value | undefined): boolean | undefined {
  const found = order(a, b);
  return found === undefined ? undefined : found < 0;
}

function sameOf(a: Value | undefined, b: Value | undefined): boolean | undefined {
  const found = order(a, b);
  return found === undefined ? undefined : found === 0;
}

function isBeforeStart(point: Value, { low, lowIncluded }: Range): boolean | undefined {
  const found = order(point, low);
  return found === undefined ? undefined : found < 0 || (found === 0 && !lowIncluded);
}

function isAfterEnd(point: Value, { high, highIncluded }: Range): boolean | undefined {
  const found = order(point, high);
  return found === undefined ? undefined : found > 0 || (found === 0 && !highIncluded);
}

function isIn(point: Value, range: Range): boolean | undefined {
  const [before, after] = [isBeforeStart(point, range), isAfterEnd(point, range)];
  return before === undefined || after === undefined ? undefined : !before && !after;
}

function isWhollyBefore(a: Range, b: Range): boolean | undefined {
  const found = order(a.high, b.low);
  if (found === undefined) return undefined;
  return found < 0 || (found === 0 && !(a.highIncluded && b.lowIncluded));
}

function meets(a: Range, b: Range): boolean | undefined {
  const same = sameOf(a.high, b.low);
  return same === undefined ? undefined : same && a.highIncluded && b.lowIncluded;
}

function overlaps(a: Range, b: Range): boolean | undefined {
  const [before, after] = [isWhollyBefore(a, b), isWhollyBefore(b, a)];
  return before === undefined || after === undefined ? undefined : !before && !after;
}

/** `a` begins first, ends inside `b`, and not after it. */
function overlapsBefore(a: Range, b: Range): boolean | undefined {
  const [start, end, meeting] = [order(a.low, b.low), order(a.high, b.high), overlaps(a, b)];
  if (start === undefined || end === undefined || meeting === undefined) return undefined;
  const startsFirst = start < 0 || (start === 0 && a.lowIncluded && !b.lowIncluded);
  const endsFirst = end < 0 || (end === 0 && (!a.highIncluded || b.highIncluded));
  return startsFirst && endsFirst && meeting;
}

function finishesPoint(point: Value, { high, highIncluded }: Range): boolean | undefined {
  const same = sameOf(point, high);
  return same === undefined ? undefined : same && highIncluded;
}

function startsPoint(point: Value, { low, lowIncluded }: Range): boolean | undefined {
  const same = sameOf(point, low);
  return same === undefined ? undefined : same && lowIncluded;
}

/** `a` ends with `b` and does not begin before it. */
function finishes(a: Range, b: Range): boolean | undefined {
  const [start, end] = [order(a.low, b.low), order(a.high, b.high)];
  if (start === undefined || end === undefined) return undefined;
  const isWithin = start > 0 || (start === 0 && (!a.lowIncluded || b.lowIncluded));
  return end === 0 && a.highIncluded === b.highIncluded && isWithin;
}

/** `a` begins with `b` and does not end after it. */
function starts(a: Range, b: Range): boolean | undefined {
  const [start, end] = [order(a.low, b.low), order(a.high, b.high)];
  if (start === undefined || end === undefined) return undefined;
  const isWithin = end < 0 || (end === 0 && (!a.highIncluded || b.highIncluded));
  return start === 0 && a.lowIncluded === b.lowIncluded && isWithin;
}

function covers(outer: Range, inner: Range): boolean | undefined {
  const [start, end] = [order(inner.low, outer.low), order(inner.high, outer.high)];
  if (start === undefined || end === undefined) return undefined;
  const fromStart = start > 0 || (start === 0 && (outer.lowIncluded || !inner.lowIncluded));
  return fromStart && (end < 0 || (end === 0 && (outer.highIncluded || !inner.highIncluded)));
}

function coincides(a: Range, b: Range): boolean | undefined {
  const [start, end] = [order(a.low, b.low), order(a.high, b.high)];
  if (start === undefined || end === undefined) return undefined;
  const sameKind = a.lowIncluded === b.lowIncluded && a.highIncluded === b.highIncluded;
  return start === 0 && end === 0 && sameKind;
}
