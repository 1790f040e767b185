import type { Core } from '../feel/core.ts';
import { equalElements, isOfKind, noneOf, sideOf } from './comparisons.ts';
import { listTold, quantified, surely, through, type Written } from './lists.ts';
import type { Bound, Here, Planner } from './lowering.ts';
import { numPicks, quantityPicks } from './picks.ts';
import type { List, Num, Truth, UnplannedReason } from './plan.ts';
import * as quantity from './quantity.ts';
import { fraction, plain, type Quantity, unknownQuantity, whole } from './quantity.ts';
import { allOf, given, isTold, notOf } from './simplify.ts';
import { standing } from './places.ts';
import { isWordy } from './words.ts';

/** Numbers made of lists: an element that may or may not be there makes them unknown. */
const numberForm = { ...quantityPicks, isStrict: true };

export function countOf(given: Core, around: Here, planner: Planner): Quantity {
  const { core: list, here } = standing(given, around);
  if (list.kind === 'call' && list.builtin === 'distinct values') {
    const [of] = list.args;
    if (of) return distinctCount(of, here, planner);
  }
  return through<Quantity>(list, here, planner, {
    ...numberForm,
    loop: (list) => fraction({ kind: 'tally', list }),
    written: (items) => sumOfKept(items, () => fraction(whole(1))),
    joined: (parts) => parts.reduce(quantity.plus, fraction(whole(0))),
    nested: totalOf,
  });
}

/** The sum of those that are kept; unknown where that cannot be told of each. */
function sumOfKept(items: readonly Written[], read: (item: Bound) => Quantity): Quantity {
  const nought = fraction(whole(0));
  const parts = items.map(({ item, kept }) => {
    const isKept = allOf(kept);
    return quantity.choice(
      isTold(isKept),
      quantity.choice(isKept, read(item), nought),
      unknownQuantity,
    );
  });
  return parts.reduce(quantity.plus, nought);
}

function totalOf(list: List, inner: Quantity): Quantity {
  const made = quantity.wholly(inner, (of) => ({ kind: 'total', list, of }));
  return made === 'fraction' ? unknownQuantity : made;
}

export function sumOf(list: Core, here: Here, planner: Planner): Quantity {
  const read = reader(list, here, planner);
  return through<Quantity>(list, here, planner, {
    ...numberForm,
    loop: (over, item) => quantity.wholly(read(item), (of) => ({ kind: 'total', list: over, of })),
    written: (items) => sumOfKept(items, read),
    joined: (parts) => parts.reduce(quantity.plus, fraction(whole(0))),
    nested: totalOf,
  });
}

/** The sum over the number of elements, of which there has to be one. */
export function meanOf(list: Core, here: Here, planner: Planner): Quantity {
  return quantity.dividedBy(sumOf(list, here, planner), countOf(list, here, planner));
}

export function extremeOf(
  is: 'least' | 'most',
  list: Core,
  here: Here,
  planner: Planner,
): Quantity {
  const read = reader(list, here, planner);
  const kind = is === 'least' ? 'lowest' : 'highest';
  return through<Quantity>(list, here, planner, {
    ...numberForm,
    loop: (over, item) => quantity.wholly(read(item), (of) => ({ kind, list: over, of })),
    written: surely((items) =>
      items.length > 0 ? quantity.extreme(is, items.map(read)) : unknownQuantity,
    ),
  });
}

/** The earliest or latest of days or moments. */
export function extremeMoment(is: 'least' | 'most', list: Core, here: Here, planner: Planner): Num {
  const type = elementType(list);
  const read = (item: Bound) => {
    const side = sideOf(item, type, here);
    return planner.moment(side.core, side.here);
  };
  return through<Num>(list, here, planner, {
    ...numPicks,
    loop: (over, item) => ({
      kind: is === 'least' ? 'lowest' : 'highest',
      list: over,
      of: read(item),
    }),
    written: surely((items) => {
      const parts = items.map(read);
      const [only] = parts;
      if (!only) return numPicks.unknown;
      return parts.length === 1 ? only : { kind: is, parts };
    }),
    isStrict: true,
  });
}

function reader(list: Core, here: Here, planner: Planner): (item: Bound) => Quantity {
  const type = elementType(list);
  return (item) => {
    const side = sideOf(item, type, here);
    return planner.number(side.core, side.here);
  };
}

function elementType({ type }: Core) {
  return type.kind === 'list' ? type.of : type;
}

/** How many values of a list differ; all that were verified to be none are alike. */
function distinctCount(list: Core, here: Here, planner: Planner): Quantity {
  const type = elementType(list);
  return through<Quantity>(list, here, planner, {
    ...numberForm,
    loop: (over, item) => {
      const side = sideOf(item, type, here);
      const isNone = item.kind === 'core' ? noneOf(side.core, side.here, planner) : undefined;
      const kept = isNone ? { ...over, where: [...over.where, notOf(isNone)] } : over;
      const num = differing(kept, side, planner);
      if (typeof num === 'string') return num;
      if (!isNone) return fraction(num);
      const some: Truth = { kind: 'some', list: over, holds: isNone };
      return quantity.plus(
        fraction(num),
        quantity.choice(some, fraction(whole(1)), fraction(whole(0))),
      );
    },
    written: surely((items) => {
      const sides = items.map((item) => sideOf(item, type, here));
      const firsts = sides.map((side, index): Quantity => {
        const repeats = sides.slice(0, index).map((other) => equalElements(other, side, planner));
        const isNew = allOf(repeats.map(notOf));
        const told = allOf(repeats.map(isTold));
        return quantity.choice(given(told, isNew), fraction(whole(1)), fraction(whole(0)));
      });
      return firsts.reduce(quantity.plus, fraction(whole(0)));
    }),
  });
}

function differing(
  list: List,
  { core, here }: ReturnType<typeof sideOf>,
  planner: Planner,
): Num | UnplannedReason {
  switch (core.type.kind) {
    case 'text':
      if (isWordy(core, here, planner))
        return { kind: 'distinct', list, of: planner.word(core, here) };
      return { kind: 'distinct-texts', list, of: planner.text(core, here) };
    case 'date':
    case 'date-time':
      return { kind: 'distinct', list, of: planner.moment(core, here) };
    case 'number': {
      const alike = plain(planner.number(core, here));
      return alike ? { kind: 'distinct', list, of: alike.num } : 'fraction';
    }
    case 'union':
      return differingInSome(list, core, here, planner);
    default:
      return 'kind';
  }
}

/** Those of each kind by themselves: none is like one of another kind. */
function differingInSome(
  list: List,
  core: Core,
  here: Here,
  planner: Planner,
): Num | UnplannedReason {
  const kinds = core.type.kind === 'union' ? core.type.of : [];
  // a date and a date-time are not told apart
  if (kinds.some(({ kind }) => kind === 'date') && kinds.some(({ kind }) => kind === 'date-time'))
    return 'kind';
  const nums: Num[] = [];
  for (const type of kinds) {
    const where = [...list.where, isOfKind(type.kind, { core, here }, planner)];
    const num = differing({ ...list, where }, { core: { ...core, type }, here }, planner);
    if (typeof num === 'string') return num;
    nums.push(num);
  }
  return quantity.sumOf(nums);
}

/** Whether a list has a value. */
export function containsOf(list: Core, wanted: Core, here: Here, planner: Planner): Truth {
  const type = elementType(list);
  return quantified('some', list, here, planner, (item) =>
    equalElements(sideOf(item, type, here), { core: wanted, here }, planner),
  );
}

/** `all(list)` and `any(list)`: it has to be known which elements there are. */
export function truthOfAll(
  quantifier: 'some' | 'every',
  list: Core,
  here: Here,
  planner: Planner,
): Truth {
  const type = elementType(list);
  const truth = quantified(quantifier, list, here, planner, (item) => {
    const side = sideOf(item, type, here);
    return planner.truth(side.core, side.here);
  });
  return given(listTold(list, here, planner), truth);
}
