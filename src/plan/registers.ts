import type { Core } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import { noneOf, sideOf, type Side } from './comparisons.ts';
import { through } from './lists.ts';
import type { Here, Planner } from './lowering.ts';
import { quantityPicks, truthPicks } from './picks.ts';
import type { List, Num, NumOrText, Text, Truth, UnplannedReason } from './plan.ts';
import * as quantity from './quantity.ts';
import { fraction, type Quantity } from './quantity.ts';
import { notOf } from './simplify.ts';
import { isWordy } from './words.ts';

/** Functions of long lists, each of which goes through its list once a file: values that repeat, and order. */

/** How often a value occurs in a list. */
export function occurrencesOf(
  list: Core,
  wanted: Core,
  here: Here,
  planner: Planner,
): Quantity | UnplannedReason {
  const type = elementType(list);
  return through<Quantity>(list, here, planner, {
    ...quantityPicks,
    isStrict: true,
    loop: (over, item) => {
      const side = sideOf(item, type, here);
      const isNone = noneOf(side.core, side.here, planner);
      // what was verified to be none is equal to no value
      const kept: List = { ...over, where: [...over.where, notOf(isNone)] };
      const alike = sidesOf(side, { core: wanted, here }, planner);
      if (typeof alike === 'string') return alike;
      const [of, value] = alike;
      return fraction({ kind: 'occurrences', list: kept, of, value });
    },
    written: () => 'list',
  });
}

/** Both as numbers that are equal where the values are, or both as texts. */
function sidesOf(
  left: Side,
  right: Side,
  planner: Planner,
): readonly [NumOrText, NumOrText] | UnplannedReason {
  const sides = [left, right];
  const both = (make: (side: Side) => NumOrText) => [make(left), make(right)] as const;
  const kinds = new Set(sides.map(({ core }) => core.type.kind));
  const [kind] = kinds;
  if (kinds.size > 1) return 'kind';
  switch (kind) {
    case 'text':
      return sides.every(({ core, here }) => isWordy(core, here, planner))
        ? both(({ core, here }) => asNumber(planner.word(core, here)))
        : both(({ core, here }) => asText(planner.text(core, here)));
    case 'date':
      return both(({ core, here }) => asNumber(planner.moment(core, here)));
    case 'number': {
      const alike = quantity.together(sides.map(({ core, here }) => planner.number(core, here)));
      const [of, value] = alike?.nums ?? [];
      return of && value && !alike?.over ? [asNumber(of), asNumber(value)] : 'fraction';
    }
    default:
      return 'kind';
  }
}

/** Whether no element of a list comes before one in front of it. */
export function sortedTruth(list: Core, here: Here, planner: Planner): Truth {
  const type = elementType(list);
  return through<Truth>(list, here, planner, {
    ...truthPicks,
    isStrict: false,
    loop: (over, item) => {
      const of = inOrder(sideOf(item, type, here), planner);
      return typeof of === 'string' ? of : { kind: 'sorted', list: over, of };
    },
    written: () => 'list',
  });
}

function inOrder({ core, here }: Side, planner: Planner): NumOrText | UnplannedReason {
  switch (core.type.kind) {
    case 'text':
      return asText(planner.text(core, here));
    case 'date':
    case 'date-time':
      return asNumber(planner.moment(core, here));
    case 'number': {
      const alike = quantity.together([planner.number(core, here)]);
      const [of] = alike?.nums ?? [];
      return of && !alike?.over ? asNumber(of) : 'fraction';
    }
    default:
      return 'kind';
  }
}

function asNumber(of: Num): NumOrText {
  return { as: 'number', of };
}

function asText(of: Text): NumOrText {
  return { as: 'text', of };
}

function elementType({ type }: Core): Type {
  return type.kind === 'list' ? type.of : type;
}
