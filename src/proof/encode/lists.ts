import type { List, Num, NumOrText, RowList, Truth } from '../../plan/plan.ts';
import { printNum } from '../../plan/print.ts';
import type { Sort } from '../script.ts';
import {
  and,
  app,
  equal,
  ite,
  not,
  or,
  sum,
  type Term,
  type Trit,
  type Val,
  whole,
} from '../term.ts';
import type { At, Inside, Item } from './inside.ts';
import type { Unknowns } from './unknowns.ts';

export type Lists = ReturnType<typeof listsOf>;

/** What is told of the elements of a list. */
export function listsOf(
  { world, script, truth, num, text, placeOf }: Inside,
  { anything, anyTruth, split }: Unknowns,
) {
  return { quantified, sorted, elements, counted, gathered, extreme, distinct, elementAt, either };

  function quantified(part: Extract<Truth, { readonly kind: 'some' | 'every' }>, at: At): Trit {
    if (part.list.kind === 'pieces') return anyTruth(part, at, 'split');
    const { known, items } = elements(part.list, at);
    const holds = items.map((item) => ({ ...item, one: truth(part.holds, item.at) }));
    const isSome = part.kind === 'some';
    const found = or(
      ...holds.map(({ there, kept, one }) => and(there, kept.yes, isSome ? one.yes : one.no)),
    );
    const none = and(
      ...holds.map(({ there, kept, one }) => or(not(there), kept.no, isSome ? one.no : one.yes)),
    );
    const [yes, no] = isSome ? [found, none] : [none, found];
    return { yes: and(known, yes), no: and(known, no) };
  }

  function sorted(part: Extract<Truth, { readonly kind: 'sorted' }>, at: At): Trit {
    if (part.list.kind === 'pieces' || part.of.as === 'text') return anyTruth(part, at, 'sorted');
    const { of } = part.of;
    const { known, items } = elements(part.list, at);
    const values = items.map((item) => {
      const value = num(of, item.at);
      return { ...item, ...value, sure: and(item.there, item.kept.yes, value.known) };
    });
    const turned = values.flatMap((one, index) =>
      values
        .slice(0, index)
        .map((before) => and(one.sure, before.sure, app('<', one.is, before.is))),
    );
    const settled = values.map(({ there, kept, sure }) => or(not(there), kept.no, sure));
    return {
      yes: and(known, ...settled, not(or(...turned))),
      no: and(known, or(...turned)),
    };
  }

  function elements(
    list: RowList,
    at: At,
  ): { readonly known: Term; readonly items: readonly Item[] } {
    const { count, items } = world.list(list.path, placeOf(list.row, at));
    return {
      known: count.known,
      items: items.map((place) => {
        const inside = new Map(at).set(list.element, place);
        const kept = truth({ kind: 'all', parts: list.where }, inside);
        return { place, there: place.there, kept, at: inside };
      }),
    };
  }

  /** The elements, and whether it can be told of all of them that they are kept. */
  function counted(
    list: List,
    at: At,
  ): { readonly decided: Term; readonly items: readonly Item[] } | undefined {
    if (list.kind === 'pieces') return undefined;
    const { known, items } = elements(list, at);
    const settled = items.map(({ there, kept }) => or(not(there), kept.yes, kept.no));
    return { decided: script.name('Bool', and(known, ...settled)), items };
  }

  function gathered(
    list: List,
    at: At,
    of: (at: At) => Val,
    join: (values: readonly (Val & { readonly kept: Term })[]) => Term,
  ): Val {
    const all = counted(list, at);
    if (!all) return split('Int');
    const values = all.items.map((item) => ({
      ...of(item.at),
      kept: script.name('Bool', isKept(item)),
    }));
    return {
      known: and(all.decided, ...values.map(({ kept, known }) => or(not(kept), known))),
      is: join(values),
    };
  }

  function extreme(part: Extract<Num, { readonly list: List; readonly of: Num }>, at: At): Val {
    const before = part.kind === 'lowest' ? '<=' : '>=';
    let any: Term = 'false';
    const made = gathered(
      part.list,
      at,
      (inside) => num(part.of, inside),
      (values) => {
        let best: Term = '0';
        for (const { kept, is } of values) {
          const better = and(kept, or(not(any), app(before, is, best)));
          best = script.name('Int', ite(better, is, best));
          any = script.name('Bool', or(any, kept));
        }
        return best;
      },
    );
    return { known: and(made.known, any), is: made.is };
  }

  function distinct(list: List, at: At, of: NumOrText, part: Num): Val {
    if (list.kind === 'pieces') return anything(printNum(part), at, part, 'split');
    return gathered(
      list,
      at,
      (inside) => either(of, inside),
      (values) =>
        sum(
          values.map(({ kept, is }, index) => {
            const again = values
              .slice(0, index)
              .map((other) => and(other.kept, equal(other.is, is)));
            return ite(and(kept, not(or(...again))), '1', '0');
          }),
        ),
    );
  }

  function elementAt<T>(
    {
      list,
      position,
      of: part,
    }: { readonly list: List; readonly position: number; readonly of: T },
    at: At,
    of: (one: T, at: At) => Val,
    sort: Sort,
  ): Val {
    const all = counted(list, at);
    if (!all) return split(sort);
    const kept = all.items.map((item) => isKept(item));
    const one = kept.map((term) => ite(term, '1', '0'));
    const wanted = whole(Math.abs(position));
    const chosen = kept.map((term, index) => {
      const up = position > 0 ? one.slice(0, index + 1) : one.slice(index);
      return script.name('Bool', and(term, equal(sum(up), wanted)));
    });
    const values = all.items.map((item) => of(part, item.at));
    return {
      known: and(
        all.decided,
        or(...chosen.map((term, index) => and(term, values[index]?.known ?? 'false'))),
      ),
      is: chosen.reduceRight<Term>(
        (rest, term, index) => ite(term, values[index]?.is ?? rest, rest),
        sort === 'Int' ? '0' : 'false',
      ),
    };
  }

  function either(value: NumOrText, at: At): Val {
    return value.as === 'number' ? num(value.of, at) : text(value.of, at);
  }
}

export function isKept({ there, kept }: Item): Term {
  return and(there, kept.yes);
}
