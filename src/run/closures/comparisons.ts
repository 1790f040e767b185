import type { CompareTruth, Num } from '../../plan/plan.ts';
import { isNarrow, mayCancel, summands, trustOf } from '../../plan/trust.ts';
import type { Frame, Trit } from '../frame.ts';
import { isNear } from '../numbers.ts';
import type { Closing, NumAt, TruthAt } from './closing.ts';

/** How far apart two numbers are beyond what rounding may have done to them, as a part of the larger. */
const roundedApart = 1e-9;

/** A comparison as a function. */
export function comparisonAt(truth: CompareTruth, close: Closing): TruthAt {
  switch (trustOf(truth)) {
    case 'never':
      return exactly(truth, close);
    case 'parts':
      return byParts(truth, close);
    case 'always':
      return plainly(truth, close);
    case 'below':
      return whereNear(truth, close);
  }
}

/** With big integers: slow, and right at any size. */
export function exactly({ operator, left, right }: CompareTruth, close: Closing): TruthAt {
  const [a, b] = [close.exact(left), close.exact(right)];
  return (frame) => {
    const [one, other] = [a(frame), b(frame)];
    if (one === undefined || other === undefined) return 2;
    switch (operator) {
      case '<':
        return one < other ? 1 : 0;
      case '<=':
        return one <= other ? 1 : 0;
      case '=':
        return one === other ? 1 : 0;
    }
  };
}

/** Of sides that came out beyond 2^53 or unknown: decided where they are far apart, else by big integers. */
export function farAt(
  truth: CompareTruth,
  close: Closing,
): (left: number, right: number, frame: Frame) => Trit {
  const exact = exactly(truth, close);
  const { operator } = truth;
  return (left, right, frame) => {
    if (Number.isNaN(left) || Number.isNaN(right)) return 2;
    const apart = Math.abs(left - right);
    if (!(apart > roundedApart * Math.max(Math.abs(left), Math.abs(right)))) return exact(frame);
    return operator === '=' ? 0 : left < right ? 1 : 0;
  };
}

function plainly({ operator, left: one, right: other }: CompareTruth, close: Closing): TruthAt {
  const [left, right] = [close.num(one), close.num(other)];
  switch (operator) {
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

function whereNear(truth: CompareTruth, close: Closing): TruthAt {
  const [left, right] = [close.num(truth.left), close.num(truth.right)];
  const far = farAt(truth, close);
  const { operator } = truth;
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (!isNear(a) || !isNear(b)) return far(a, b, frame);
    return (operator === '<' ? a < b : operator === '<=' ? a <= b : a === b) ? 1 : 0;
  };
}

/** Sums of large numbers of either sign: every part has to be exact by itself. */
function byParts(truth: CompareTruth, close: Closing): TruthAt {
  const [left, right] = [truth.left, truth.right].map((side) => summands(side).map(close.num));
  const exact = exactly(truth, close);
  const { operator } = truth;
  const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
  return (frame) => {
    const [ones = [], others = []] = [left, right].map((parts) =>
      (parts ?? []).map((part) => part(frame)),
    );
    const [a, b] = [total(ones), total(others)];
    if (Number.isNaN(a) || Number.isNaN(b)) return 2;
    if (![...ones, ...others, a, b].every(isNear)) return exact(frame);
    return (operator === '=' ? a === b : operator === '<' ? a < b : a <= b) ? 1 : 0;
  };
}

/** Below, at or above 0; NaN where the file does not settle it. */
export function signAt(num: Num, close: Closing): NumAt {
  if (isNarrow(num) || !mayCancel(num)) return close.num(num);
  const exact = close.exact(num);
  return (frame) => {
    const value = exact(frame);
    return value === undefined ? Number.NaN : value < 0n ? -1 : value > 0n ? 1 : 0;
  };
}
