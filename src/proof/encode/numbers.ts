import type { Num, Rounding } from '../../plan/plan.ts';
import { printNum } from '../../plan/print.ts';
import { and, app, ite, quotient, sum, type Term, times, type Val, whole } from '../term.ts';
import type { At, Inside } from './inside.ts';
import type { Picks } from './picks.ts';
import type { Unknowns } from './unknowns.ts';

/** Products and roundings. */
export function numbersOf({ num }: Inside, { anything }: Unknowns, { picked }: Picks) {
  return { product, rounded };

  /** One factor is a constant on each way through a choice: the solver is left nothing but sums. */
  function product(left: Num, right: Num, at: At): Val {
    const [one, other] = isConstant(left) ? [left, right] : [right, left];
    const [a, b] = [num(one, at), num(other, at)];
    return {
      known: and(a.known, b.known),
      is: isConstant(one) ? multiplied(one) : times(a.is, b.is),
    };

    function multiplied(by: Num): Term {
      if (by.kind === 'whole') return times(Number.isNaN(by.value) ? '0' : whole(by.value), b.is);
      if (by.kind !== 'choice' && by.kind !== 'dated' && by.kind !== 'table')
        return times(num(by, at).is, b.is);
      const ways = picked<Num>(
        by,
        at,
        (way) => ({ known: num(way, at).known, is: multiplied(way) }),
        'Int',
      );
      return ways.is;
    }
  }

  function rounded(part: Extract<Num, { kind: 'rounded' }>, at: At): Val {
    const over = constantOf(part.over);
    const make = over !== undefined && over > 0 ? roundings[part.to] : undefined;
    if (!make || over === undefined) return anything(printNum(part), at, part, 'rounding');
    const of = num(part.of, at);
    return { known: of.known, is: make(of.is, over) };
  }
}

const roundings: Partial<Record<Rounding, (of: Term, over: number) => Term>> = {
  floor: (of, over) => quotient(of, over),
  ceiling: (of, over) => app('-', quotient(app('-', of), over)),
  down: (of, over) => towards(of, (size) => quotient(size, over)),
  up: (of, over) => towards(of, (size) => quotient(sum([size, whole(over - 1)]), over)),
  'half-up': (of, over) =>
    towards(of, (size) => quotient(sum([times('2', size), whole(over)]), 2 * over)),
  'half-down': (of, over) =>
    towards(of, (size) => quotient(sum([times('2', size), whole(over - 1)]), 2 * over)),
};

/** Rounded by size, and not by value. */
export function towards(of: Term, make: (size: Term) => Term): Term {
  return ite(app('<=', '0', of), make(of), app('-', make(app('-', of))));
}

/** The number that a part is, where it is one number. */
export function constantOf(part: Num): number | undefined {
  return part.kind === 'whole' && !Number.isNaN(part.value) ? part.value : undefined;
}

/** Whether it is a constant on each way through its choices. */
function isConstant(part: Num): boolean {
  switch (part.kind) {
    case 'whole':
      return true;
    case 'choice':
      return isConstant(part.yes) && isConstant(part.no);
    case 'dated':
      return part.editions.every(({ is }) => isConstant(is));
    case 'table':
      return part.rows.every(({ gives }) => isConstant(gives));
    default:
      return false;
  }
}
