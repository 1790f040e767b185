import type { ArithmeticCore, Core } from '../feel/core.ts';
import type { Value } from '../feel/value.ts';
import { planNumber } from './builtins.ts';
import { numberOfCodes, ofCodes } from './codes.ts';
import type { Form } from './forms.ts';
import { onlyOf } from './kinds.ts';
import { quantityPicks } from './picks.ts';
import { type Here, numberSlot, type Planner, typeAs, wholeIn } from './lowering.ts';
import type { UnplannedReason } from './plan.ts';
import * as quantity from './quantity.ts';
import { type Quantity, fraction, quantityOf, unknownQuantity } from './quantity.ts';
import { scaleOf } from './scale.ts';

/** Cases of a number of which each is compared by itself, at most. */
const mostCases = 64;

/** The largest power that is written out. */
const mostPower = 12;

/** Numbers as fractions of whole numbers. */
export function numberForm(planner: () => Planner): Form<Quantity> {
  return {
    ...quantityPicks,
    single: onlyOf(unknownQuantity, 'number'),
    constant,
    slot: (place) => {
      const type = typeAs(place, 'number');
      if (!type) return unknownQuantity;
      return fraction(numberSlot(planner(), place, 'number', type), scaleOf(type));
    },
    piece: () => unknownQuantity,
    parameter: constant,
    computed: (core, here) => limited(computed(core, here, planner())),
    planned: new Map(),
  };
}

function constant(value: Value): Quantity | UnplannedReason {
  if (value === null) return unknownQuantity;
  if (typeof value !== 'object' || value.kind !== 'number') return 'kind';
  return quantityOf(value) ?? 'digits';
}

function limited(made: Quantity | UnplannedReason): Quantity | UnplannedReason {
  return typeof made === 'string' || quantity.casesOf(made) <= mostCases ? made : 'size';
}

function computed(core: Core, here: Here, planner: Planner): Quantity | UnplannedReason {
  if (core.kind === 'call') return planNumber(core, here, planner);
  if (core.kind === 'codes') return ofCodes(core, here, planner, quantityPicks, numberOfCodes);
  return core.kind === 'arithmetic' ? arithmetic(core, here, planner) : 'kind';
}

function arithmetic(
  { operator, operands, left, right }: ArithmeticCore,
  here: Here,
  planner: Planner,
): Quantity | UnplannedReason {
  if (operands !== 'numbers') return 'kind';
  const by = planner.number(right, here);
  if (!left) return quantity.minusOf(by);
  const of = planner.number(left, here);
  switch (operator) {
    case '+':
      return quantity.plus(of, by);
    case '-':
      return quantity.minus(of, by);
    case '*':
      return quantity.times(of, by);
    case '/':
      return quantity.dividedBy(of, by);
    case '**': {
      const exponent = wholeIn(right);
      if (exponent === undefined || exponent === 0) return 'function';
      if (Math.abs(exponent) > mostPower) return 'size';
      const raised = quantity.power(of, Math.abs(exponent));
      return exponent > 0 ? raised : quantity.reciprocal(raised);
    }
  }
}
