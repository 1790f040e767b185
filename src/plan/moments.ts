import { unreachable } from '../base/invariant.ts';
import type { ArithmeticCore, Core } from '../feel/core.ts';
import { arithmeticOf, negativeOf } from '../feel/operations/arithmetic.ts';
import { newBudget } from '../feel/operations/limits.ts';
import type { Value } from '../feel/value.ts';
import { epochDay, millisPerDay } from '../values/temporal.ts';
import { instantOf, offsetOf } from '../values/zone.ts';
import { planMoment } from './builtins.ts';
import { dayOfCodes, ofCodes } from './codes.ts';
import type { Form } from './forms.ts';
import { onlyOf } from './kinds.ts';
import { numPicks } from './picks.ts';
import { type Here, numberSlot, type Planner, type Temporal, typeAs } from './lowering.ts';
import type { Num, UnplannedReason } from './plan.ts';
import { negative, nothing, productOf, sumOf, whole } from './quantity.ts';

const nanosPerMilli = 1_000_000n;

/** Days as days since 1970, moments as milliseconds since then, durations as milliseconds or months. */
export function momentForm(planner: () => Planner, kind: Temporal): Form<Num> {
  return {
    ...numPicks,
    single: onlyOf(nothing, kind),
    constant: (value) => constantOf(value, kind),
    slot: (place) => {
      const type = typeAs(place, kind);
      if (!type) return nothing;
      if (kind === 'date') return numberSlot(planner(), place, 'day', type);
      return kind === 'date-time' ? numberSlot(planner(), place, 'moment', type) : 'kind';
    },
    piece: () => nothing,
    parameter: () => 'kind',
    computed: (core, here) => computed(core, here, planner(), kind),
    planned: new Map(),
  };
}

function constantOf(value: Value, kind: Temporal): Num | UnplannedReason {
  if (value === null) return nothing;
  if (typeof value !== 'object' || value.kind !== kind) return 'kind';
  switch (value.kind) {
    case 'date':
      return whole(epochDay(value));
    case 'date-time':
      // a moment that does not say where is neither before nor after one that does
      return offsetOf(value) === undefined ? 'kind' : millis(instantOf(value));
    case 'days-duration':
      return millis(value.nanos);
    case 'months-duration':
      return whole(value.months);
    default:
      return 'kind';
  }
}

function millis(nanos: bigint): Num | UnplannedReason {
  return nanos % nanosPerMilli === 0n ? whole(Number(nanos / nanosPerMilli)) : 'digits';
}

function computed(core: Core, here: Here, planner: Planner, kind: Temporal): Num | UnplannedReason {
  switch (core.kind) {
    case 'day':
      return here.day ?? nothing;
    case 'today':
      return { kind: 'today' };
    case 'codes':
      return kind === 'date' ? ofCodes(core, here, planner, numPicks, dayOfCodes) : 'kind';
    case 'call':
      return planMoment(core, here, planner);
    case 'arithmetic': {
      const folded = foldedOf(core);
      return folded === undefined ? arithmetic(core, here, planner) : constantOf(folded, kind);
    }
    default:
      return 'kind';
  }
}

/** What an operation on constants comes to. */
function foldedOf({ operator, left, right }: ArithmeticCore): Value | undefined {
  if (right.kind !== 'constant' || right.value === null) return undefined;
  if (!left) return negativeOf(right.value);
  return left.kind === 'constant' && left.value !== null
    ? arithmeticOf(operator, left.value, right.value, newBudget())
    : undefined;
}

function arithmetic(
  { operator, operands, left, right }: ArithmeticCore,
  here: Here,
  planner: Planner,
): Num | UnplannedReason {
  if (!left) return negative(planner.moment(right, here));
  switch (operands) {
    case 'day and duration':
      return moved(left, right, operator === '-', here, planner);
    case 'duration and day':
      return moved(right, left, false, here, planner);
    case 'days': {
      const [to, from] = [planner.moment(left, here), planner.moment(right, here)];
      const apart = sumOf([to, negative(from)]);
      return left.type.kind === 'date' ? productOf(apart, whole(millisPerDay)) : apart;
    }
    case 'durations': {
      const [a, b] = [planner.moment(left, here), planner.moment(right, here)];
      return sumOf([a, operator === '+' ? b : negative(b)]);
    }
    case 'numbers':
    case 'texts':
      return 'kind';
    default:
      return unreachable(operands);
  }
}

/** A day or moment so much later, or earlier. */
function moved(
  day: Core,
  by: Core,
  isBack: boolean,
  here: Here,
  planner: Planner,
): Num | UnplannedReason {
  const from = planner.moment(day, here);
  const span = planner.moment(by, here);
  const step = isBack ? negative(span) : span;
  const isDate = day.type.kind === 'date';
  if (by.type.kind === 'months-duration') {
    // by the clock of its own place, which is not kept
    return isDate ? { kind: 'shifted', what: 'months', from, by: step } : 'kind';
  }
  if (!isDate) return sumOf([from, step]);
  if (step.kind === 'whole') return sumOf([from, whole(Math.floor(step.value / millisPerDay))]);
  return sumOf([from, { kind: 'rounded', of: step, over: whole(millisPerDay), to: 'floor' }]);
}
