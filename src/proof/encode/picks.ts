import { unreachable } from '../../base/invariant.ts';
import type { PickOf, TableRowOf } from '../../plan/plan.ts';
import type { Sort } from '../script.ts';
import { and, app, equal, ite, not, or, type Term, type Val, whole } from '../term.ts';
import type { At, Inside } from './inside.ts';
import type { Lists } from './lists.ts';

export type Picks = ReturnType<typeof picksOf>;

/** One of several values: by a condition, a day, a table or a place in a list. */
export function picksOf({ script, truth, num }: Inside, { elementAt }: Lists) {
  return { picked };

  /** How closures pick, as terms. */
  function picked<T>(part: PickOf<T>, at: At, of: (one: T, at: At) => Val, sort: Sort): Val {
    switch (part.kind) {
      case 'choice': {
        const which = truth(part.condition, at);
        const [yes, no] = [of(part.yes, at), of(part.no, at)];
        const alike = and(yes.known, no.known, equal(yes.is, no.is));
        return {
          known: or(
            and(which.yes, yes.known),
            and(which.no, no.known),
            and(not(which.yes), not(which.no), alike),
          ),
          is: ite(which.yes, yes.is, no.is),
        };
      }
      case 'dated': {
        const day = part.day && num(part.day, at);
        const values = part.editions.map(({ is }) => of(is, at));
        const [only] = values;
        const undated =
          part.sole && only ? only : { known: 'false', is: sort === 'Int' ? '0' : 'false' };
        if (!day) return undated;
        return part.editions.reduceRight<Val>(
          (rest, { from, until }, index) => {
            const here = and(day.known, app('<=', whole(from), day.is, whole(until)));
            const value = values[index] ?? rest;
            return {
              known: ite(here, value.known, rest.known),
              is: ite(here, value.is, rest.is),
            };
          },
          { known: and(not(day.known), undated.known), is: undated.is },
        );
      }
      case 'table':
        return ofTable(part.rows, part.first, at, of, sort);
      case 'element':
        return elementAt(part, at, of, sort);
      default:
        return unreachable(part);
    }
  }

  function ofTable<T>(
    rows: readonly TableRowOf<T>[],
    first: boolean,
    at: At,
    of: (one: T, at: At) => Val,
    sort: Sort,
  ): Val {
    let ended: Term = 'false';
    const met = rows.map(({ matches, gives }) => {
      const match = truth(matches, at);
      const may = and(first ? not(ended) : 'true', not(match.no));
      const sure = and(first ? not(ended) : 'true', match.yes);
      ended = script.name('Bool', or(ended, match.yes));
      return { may: script.name('Bool', may), sure, value: of(gives, at) };
    });
    const none = sort === 'Int' ? '0' : 'false';
    const found = script.name(
      sort,
      met.reduceRight<Term>((rest, { may, value }) => ite(may, value.is, rest), none),
    );
    const agree = met.map(({ may, value }) =>
      or(not(may), and(value.known, equal(value.is, found))),
    );
    return { known: and(or(...met.map(({ sure }) => sure)), ...agree), is: found };
  }
}
