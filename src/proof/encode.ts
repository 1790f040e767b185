import { unreachable } from '../base/invariant.ts';
import { isKind, type Value } from '../feel/value.ts';
import {
  type Argument,
  file,
  type List,
  type Num,
  type NumOrText,
  type PickOf,
  type Rounding,
  type RowId,
  type RowList,
  type TableRowOf,
  type Text,
  type Truth,
} from '../plan/plan.ts';
import { printNum, printText, printTruth } from '../plan/print.ts';
import { type Part, partsOf } from '../plan/walk.ts';
import { bigOfValue } from '../run/calls.ts';
import { rowFinder, textReader, wholeAt } from '../run/codes.ts';
import {
  monthsAfter,
  monthsBetween,
  type WorkedDays,
  workingDaysAfter,
  workingDaysBetween,
  yearsBetween,
} from '../run/days.ts';
import type { Setting } from '../values/setting.ts';
import { epochDay } from '../values/temporal.ts';
import { type CivilDate, civilDate, completedMonths } from './calendar.ts';
import { builtinOf, type Opaque } from './opaque.ts';
import { namedTrit, namedVal, type Script } from './script.ts';
import {
  and,
  app,
  equal,
  ite,
  not,
  or,
  quotient,
  sum,
  type Term,
  times,
  type Trit,
  unknown,
  untold,
  type Val,
  whole,
} from './term.ts';
import type { Place, World } from './world.ts';

/** Which element each loop has come to, by the number of its row. */
export type At = ReadonlyMap<RowId, Place>;

/** What closures compute, as terms: the third reading of plans, beside closures and generated code. */
export interface Encoder {
  readonly truth: (truth: Truth, at: At) => Trit;
  readonly num: (num: Num, at: At) => Val;
  readonly text: (text: Text, at: At) => Val;
  /** The elements of a list, each with whether it is there and is kept. */
  readonly elements: (
    list: RowList,
    at: At,
  ) => { readonly known: Term; readonly items: readonly Item[] };
  /** What was met that has no form a solver understands: it may come to anything, so that what is proved all the same holds. */
  readonly opaque: readonly Opaque[];
}

/** What the functions that solvers do not know are computed with. */
export interface Computing {
  readonly setting: Setting;
  readonly calendar: WorkedDays | undefined;
}

export interface Item {
  readonly place: Place;
  readonly there: Term;
  readonly kept: Trit;
  readonly at: At;
}

const perDay = 86_400_000;

export function newEncoder(world: World, script: Script, computing: Computing): Encoder {
  const truths = new Map<Truth, Map<string, Trit>>();
  const nums = new Map<Num, Map<string, Val>>();
  const textsKnown = new Map<Text, Map<string, Val>>();
  const days = new Map<Num, Map<string, Val>>();
  const unknowns = new Map<string, Val>();
  const dates = new Map<Term, CivilDate>();
  const opaque: Opaque[] = [];
  return { truth, num, text, elements, opaque };

  function truth(part: Truth, at: At): Trit {
    return remembered(truths, part, at, () => namedTrit(truthAnew(part, at), script));
  }

  function num(part: Num, at: At): Val {
    return remembered(nums, part, at, () => namedVal(numAnew(part, at), script));
  }

  function text(part: Text, at: At): Val {
    return remembered(textsKnown, part, at, () => namedVal(textAnew(part, at), script));
  }

  function placeOf(row: RowId, at: At): Place {
    return row === file ? world.root : (at.get(row) ?? world.root);
  }

  function truthAnew(part: Truth, at: At): Trit {
    switch (part.kind) {
      case 'known':
        return constant(part.value);
      case 'flag':
        return part.slot.as === 'none'
          ? world.none(part.slot, placeOf(part.slot.row, at))
          : world.flag(part.slot, placeOf(part.slot.row, at));
      case 'compare': {
        const [left, right] = [num(part.left, at), num(part.right, at)];
        return told(and(left.known, right.known), app(part.operator, left.is, right.is));
      }
      case 'divided': {
        const by = num(part.by, at);
        const [above, below] = [truth(part.above, at), truth(part.below, at)];
        const [up, down] = [app('<', '0', by.is), app('<', by.is, '0')];
        const pick = (way: 'yes' | 'no') =>
          and(by.known, or(and(up, above[way]), and(down, below[way])));
        return { yes: pick('yes'), no: pick('no') };
      }
      case 'unless-zero': {
        const [of, by] = [truth(part.of, at), num(part.divisor, at)];
        const may = and(by.known, not(equal(by.is, '0')));
        return { yes: and(may, of.yes), no: and(may, of.no) };
      }
      case 'one-of': {
        const of = num(part.of, at);
        return told(of.known, or(...part.words.map((word) => equal(of.is, whole(word)))));
      }
      case 'same-text': {
        const [left, right] = [text(part.left, at), text(part.right, at)];
        return told(and(left.known, right.known), equal(left.is, right.is));
      }
      case 'text-test':
        return textTest(part, at);
      case 'all': {
        const parts = part.parts.map((one) => truth(one, at));
        return { yes: and(...parts.map(({ yes }) => yes)), no: or(...parts.map(({ no }) => no)) };
      }
      case 'any': {
        const parts = part.parts.map((one) => truth(one, at));
        return { yes: or(...parts.map(({ yes }) => yes)), no: and(...parts.map(({ no }) => no)) };
      }
      case 'not': {
        const { yes, no } = truth(part.of, at);
        return { yes: no, no: yes };
      }
      case 'same-truth': {
        const [a, b] = [truth(part.left, at), truth(part.right, at)];
        return {
          yes: or(and(a.yes, b.yes), and(a.no, b.no)),
          no: or(and(a.yes, b.no), and(a.no, b.yes)),
        };
      }
      case 'choice':
      case 'dated':
      case 'table':
      case 'element':
        return tritOf(picked(part, at, (one, inside) => valOf(truth(one, inside)), 'Bool'));
      case 'some':
      case 'every':
        return quantified(part, at);
      case 'sorted':
        return sorted(part, at);
      case 'present': {
        const { known } = num(part.of, at);
        return { yes: known, no: not(known) };
      }
      case 'outcome':
        return anyTruth(part, at, 'outcome');
      case 'called': {
        const back = (value: Value) => (value === true ? 1n : value === false ? 0n : undefined);
        const made = builtin<Truth>(part, printTruth(part), at, back);
        return told(made.known, equal(made.is, '1'));
      }
      default:
        return unreachable(part);
    }
  }

  function numAnew(part: Num, at: At): Val {
    switch (part.kind) {
      case 'whole':
        return Number.isNaN(part.value) ? unknown : { known: 'true', is: whole(part.value) };
      case 'slot':
        if (part.slot.as === 'places') return anything(printNum(part), at, part, 'scale of');
        if (part.slot.as === 'none' || part.slot.as === 'flag') return bit(part, at);
        return world.slot(part.slot, placeOf(part.slot.row, at));
      case 'today':
        return world.today;
      case 'sum': {
        const parts = part.parts.map((one) => num(one, at));
        return strict(parts, sum(parts.map(({ is }) => is)));
      }
      case 'product':
        return product(part.left, part.right, at);
      case 'least':
      case 'most': {
        const parts = part.parts.map((one) => num(one, at));
        const before = part.kind === 'least' ? '<=' : '>=';
        const [first, ...rest] = parts;
        if (!first) return unknown;
        const is = rest.reduce(
          (all, one) => script.name('Int', ite(app(before, all, one.is), all, one.is)),
          first.is,
        );
        return strict(parts, is);
      }
      case 'absolute': {
        const { known, is } = num(part.of, at);
        return { known, is: app('abs', is) };
      }
      case 'unless-zero': {
        const [of, by] = [num(part.of, at), num(part.divisor, at)];
        return { known: and(of.known, by.known, not(equal(by.is, '0'))), is: of.is };
      }
      case 'rounded':
        return rounded(part, at);
      case 'remainder': {
        const by = constantOf(part.by);
        if (by === undefined || by <= 0) return anything(printNum(part), at, part, 'modulo');
        const of = num(part.of, at);
        return { known: of.known, is: app('mod', of.is, whole(by)) };
      }
      case 'choice':
      case 'dated':
      case 'table':
      case 'element':
        return picked(part, at, num, 'Int');
      case 'tally': {
        const { decided, items } = counted(part.list, at) ?? {};
        if (!items || decided === undefined) return anything(printNum(part), at, part, 'split');
        return { known: decided, is: sum(items.map((item) => ite(isKept(item), '1', '0'))) };
      }
      case 'total':
        return gathered(
          part.list,
          at,
          (inside) => num(part.of, inside),
          (values) => sum(values.map(({ kept, is }) => ite(kept, is, '0'))),
        );
      case 'lowest':
      case 'highest':
        return extreme(part, at);
      case 'distinct':
        return distinct(part.list, at, { as: 'number', of: part.of }, part);
      case 'distinct-texts':
        return distinct(part.list, at, { as: 'text', of: part.of }, part);
      case 'occurrences': {
        const wanted = either(part.value, at);
        const made = gathered(
          part.list,
          at,
          (inside) => either(part.of, inside),
          (values) =>
            sum(values.map(({ kept, is }) => ite(and(kept, equal(is, wanted.is)), '1', '0'))),
        );
        return { known: and(wanted.known, made.known), is: made.is };
      }
      case 'day-of':
        return { known: num(part.of, at).known, is: dayOf(part.of, at).is };
      case 'length': {
        const of = text(part.of, at);
        return { known: of.known, is: world.lengthOf(of.is) };
      }
      case 'part':
        return partOfDay(part, at);
      case 'between':
        return between(part, at);
      case 'shifted':
        return shifted(part, at);
      case 'clock': {
        const { known, is } = num(part.of, at);
        const minutes = quotient(sum([is, whole(world.offset * 1000)]), 60_000);
        const [by, unit] = part.part === 'hour' ? [1440, 60] : [60, 1];
        return { known, is: quotient(app('mod', minutes, whole(by)), unit) };
      }
      case 'code': {
        const rowOf = rowFinder(part.sheet);
        return anything(printNum(part), at, part, 'codes', [text(part.of, at)], ([code = 0n]) =>
          BigInt(rowOf(world.textOf(code))),
        );
      }
      case 'cell':
        return byDays(part, at, 'codes', [part.row], (row) => wholeAt(part.values, row));
      case 'called': {
        const { scale } = part;
        return builtin<Num>(
          part,
          printNum(part),
          at,
          (value) => bigOfValue(value, scale) ?? bigOfDay(value),
        );
      }
      default:
        return unreachable(part);
    }
  }

  function textAnew(part: Text, at: At): Val {
    switch (part.kind) {
      case 'text':
        return { known: 'true', is: whole(world.codeOf(part.value)) };
      case 'text-slot':
        return world.slot(part.slot, placeOf(part.slot.row, at));
      case 'word':
        return num(part.of, at);
      case 'choice':
      case 'dated':
      case 'table':
      case 'element':
        return picked(part, at, text, 'Int');
      case 'cell-text': {
        const read = textReader(part.sheet, part.column);
        return anything(printText(part), at, part, 'codes', [num(part.row, at)], ([row = 0n]) => {
          const found = read(Number(row));
          return found === undefined ? undefined : world.codeOf(found);
        });
      }
      case 'piece':
        return anything(printText(part), at, part, 'split');
      case 'called':
        return builtin<Text>(part, printText(part), at, (value) =>
          typeof value === 'string' ? world.codeOf(value) : undefined,
        );
      default:
        return unreachable(part);
    }
  }

  /** A flag that is read as a number. */
  function bit(part: Extract<Num, { kind: 'slot' }>, at: At): Val {
    const { yes, no } = truthAnew({ kind: 'flag', slot: part.slot }, at);
    return { known: or(yes, no), is: ite(yes, '1', '0') };
  }

  /** What has no form here: the same for the same text of it, and anything at all. */
  function anything(
    printed: string,
    at: At,
    part: Part,
    why: string,
    args: readonly Val[] = [],
    compute?: Opaque['compute'],
  ): Val {
    const key = `${printed} ${keyOf(part, at)}`;
    const known = unknowns.get(key);
    if (known) return known;
    const result = { known: script.declare('Bool', `${why}?`), is: script.declare('Int', why) };
    unknowns.set(key, result);
    for (const arg of args) {
      script.assert(app('=>', result.known, arg.known));
      for (const term of [arg.known, arg.is]) if (!isLiteral(term)) script.watch(term);
    }
    opaque.push({ why, args, result, compute });
    return result;
  }

  function anyTruth(part: Truth, at: At, why: string): Trit {
    const { known, is } = anything(printTruth(part), at, part, why);
    return told(known, equal(is, '1'));
  }

  function builtin<V extends Num | Text | Truth>(
    part: Extract<V, { kind: 'called' }>,
    printed: string,
    at: At,
    back: (value: Value) => bigint | undefined,
  ): Val {
    const call = builtinOf(part.builtin, part.args, computing.setting, world.textOf);
    const args = call ? part.args.flatMap((arg) => (arg ? argument(arg, at) : [])) : [];
    const compute = (given: readonly bigint[]) => {
      const value = call?.(given);
      return value === undefined ? undefined : back(value);
    };
    return anything(printed, at, part, part.builtin, args, call && compute);
  }

  function argument(arg: Argument, at: At): readonly Val[] {
    switch (arg.kind) {
      case 'number':
        return [num(arg.of, at), ...(arg.over ? [num(arg.over, at)] : [])];
      case 'day':
        return [num(arg.of, at)];
      case 'text':
        return [text(arg.of, at)];
      default:
        return [];
    }
  }

  function byDays(
    part: Num,
    at: At,
    why: string,
    args: readonly Num[],
    count: (...days: number[]) => number,
  ): Val {
    const given = args.map((arg) => num(arg, at));
    return anything(printNum(part), at, part, why, given, (values) => {
      const value = count(...values.map(Number));
      return Number.isNaN(value) ? undefined : BigInt(value);
    });
  }

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

  /** How closures pick, as terms. */
  function picked<T>(
    part: PickOf<T>,
    at: At,
    of: (one: T, at: At) => Val,
    sort: 'Int' | 'Bool',
  ): Val {
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
    sort: 'Int' | 'Bool',
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

  function elementAt<T>(
    {
      list,
      position,
      of: part,
    }: { readonly list: List; readonly position: number; readonly of: T },
    at: At,
    of: (one: T, at: At) => Val,
    sort: 'Int' | 'Bool',
  ): Val {
    const all = counted(list, at);
    if (!all) {
      const free = { known: script.declare('Bool', 'split?'), is: script.declare(sort, 'split') };
      opaque.push({ why: 'split', args: [], result: free, compute: undefined });
      return free;
    }
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

  function isKept({ there, kept }: Item): Term {
    return and(there, kept.yes);
  }

  function gathered(
    list: List,
    at: At,
    of: (at: At) => Val,
    join: (values: readonly (Val & { readonly kept: Term })[]) => Term,
  ): Val {
    const all = counted(list, at);
    if (!all) {
      const free = { known: script.declare('Bool', 'split?'), is: script.declare('Int', 'split') };
      opaque.push({ why: 'split', args: [], result: free, compute: undefined });
      return free;
    }
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

  function either(value: NumOrText, at: At): Val {
    return value.as === 'number' ? num(value.of, at) : text(value.of, at);
  }

  /** The day of a moment; of a moment that is picked, picked among days. */
  function dayOf(part: Num, at: At): Val {
    return remembered(days, part, at, () => namedVal(dayAnew(part, at), script));
  }

  function dayAnew(part: Num, at: At): Val {
    switch (part.kind) {
      case 'slot':
        return part.slot.as === 'moment'
          ? world.dayOf(part.slot, placeOf(part.slot.row, at))
          : plainDay(part, at);
      case 'lowest':
      case 'highest':
        return num({ ...part, of: { kind: 'day-of', of: part.of } }, at);
      case 'element':
        return num({ ...part, of: { kind: 'day-of', of: part.of } }, at);
      case 'choice':
      case 'dated':
      case 'table':
        return picked(part, at, dayOf, 'Int');
      case 'least':
      case 'most':
        return num({ ...part, parts: part.parts.map((of) => ({ kind: 'day-of', of })) }, at);
      default:
        return plainDay(part, at);
    }
  }

  function plainDay(part: Num, at: At): Val {
    const { known, is } = num(part, at);
    return { known, is: quotient(sum([is, whole(world.offset * 1000)]), perDay) };
  }

  function partOfDay(part: Extract<Num, { kind: 'part' }>, at: At): Val {
    const { known, is } = num(part.of, at);
    if (part.part === 'weekday') return { known, is: sum(['1', app('mod', sum([is, '3']), '7')]) };
    const free = anything(printNum(part), at, part, part.part);
    const date = dateOf(is);
    return { known, is: ite(date.isWithin, date[part.part], free.is) };
  }

  function dateOf(day: Term): CivilDate {
    const date = dates.get(day) ?? civilDate(day, script);
    dates.set(day, date);
    return date;
  }

  function shifted(part: Extract<Num, { kind: 'shifted' }>, at: At): Val {
    const { calendar } = computing;
    const free = byDays(part, at, part.what, [part.from, part.by], (from = 0, by = 0) =>
      part.what === 'months'
        ? monthsAfter(from, by)
        : calendar
          ? workingDaysAfter(calendar, from, by)
          : Number.NaN,
    );
    const [from, by] = [num(part.from, at), num(part.by, at)];
    const apart = app('-', free.is, from.is);
    script.assert(app('=>', equal(by.is, '0'), equal(apart, '0')));
    const [least, most] = part.what === 'months' ? ['28', '31'] : ['1', '15'];
    script.assert(
      app(
        '=>',
        app('<', '0', by.is),
        app('<=', times(least, by.is), apart, sum([times(most, by.is), '15'])),
      ),
    );
    script.assert(app('=>', app('<', by.is, '0'), app('<=', apart, by.is)));
    return free;
  }

  /** A text has a part or not: what is known of each text that anything names is told, and the witness is written so. */
  function textTest(part: Extract<Truth, { kind: 'text-test' }>, at: At): Trit {
    const of = text(part.of, at);
    if (part.part.kind !== 'text') return anyTruth(part, at, part.test);
    return told(of.known, world.textTest(of.is, part.test, part.part.value));
  }

  function between(part: Extract<Num, { kind: 'between' }>, at: At): Val {
    const [from, to] = [num(part.from, at), num(part.to, at)];
    const both = and(from.known, to.known);
    const apart = sum([to.is, app('-', from.is)]);
    if (part.what === 'working-days') {
      const free = byDays(part, at, 'working days', [part.from, part.to], (a = 0, b = 0) =>
        computing.calendar ? workingDaysBetween(computing.calendar, a, b) : Number.NaN,
      );
      script.assert(app('=>', equal(from.is, to.is), equal(free.is, '0')));
      script.assert(app('=>', app('<=', from.is, to.is), app('<=', '0', free.is, apart)));
      script.assert(app('=>', app('<=', to.is, from.is), app('<=', apart, free.is, '0')));
      return free;
    }
    const count = part.what === 'months' ? monthsBetween : yearsBetween;
    const { is: free } = byDays(part, at, part.what, [part.from, part.to], (a = 0, b = 0) =>
      count(a, b),
    );
    const [first, last] = [dateOf(from.is), dateOf(to.is)];
    const exact = script.name('Int', completedMonths(first, last, app('<', to.is, from.is)));
    const years = script.name(
      'Int',
      towards(exact, (size) => quotient(size, 12)),
    );
    const inside = and(first.isWithin, last.isWithin);
    // far from here only how far they are apart is known
    const per = part.what === 'months' ? [31, 28] : [366, 365];
    const [longest = 1, shortest = 1] = per;
    script.assert(
      app(
        '=>',
        app('<=', from.is, to.is),
        and(
          app('<=', times(whole(shortest), free), apart),
          app('<=', apart, times(whole(longest), sum([free, '1']))),
        ),
      ),
    );
    script.assert(app('=>', app('<', to.is, from.is), app('<=', free, '0')));
    return { known: both, is: ite(inside, part.what === 'months' ? exact : years, free) };
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

function towards(of: Term, make: (size: Term) => Term): Term {
  return ite(app('<=', '0', of), make(of), app('-', make(app('-', of))));
}

function constant(value: 0 | 1 | 2): Trit {
  if (value === 2) return untold;
  return value === 1 ? { yes: 'true', no: 'false' } : { yes: 'false', no: 'true' };
}

function told(known: Term, is: Term): Trit {
  return { yes: and(known, is), no: and(known, not(is)) };
}

function valOf({ yes, no }: Trit): Val {
  return { known: or(yes, no), is: yes };
}

function tritOf({ known, is }: Val): Trit {
  return told(known, is);
}

function strict(parts: readonly Val[], is: Term): Val {
  return { known: and(...parts.map(({ known }) => known)), is };
}

/** The number that a part is, where it is one number. */
function constantOf(part: Num): number | undefined {
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

const rowsRead = new WeakMap<Part, ReadonlySet<RowId>>();

/** The rows of loops around that a part reads. */
function rowsOf(part: Part): ReadonlySet<RowId> {
  const known = rowsRead.get(part);
  if (known) return known;
  const rows = new Set<RowId>(partsOf(part).flatMap((inner) => [...rowsOf(inner)]));
  if ('slot' in part) rows.add(part.slot.row);
  if (part.kind === 'piece' || part.kind === 'rows') rows.add(part.row);
  if (part.kind === 'rows' || part.kind === 'pieces') rows.delete(part.element);
  if ('list' in part) rows.delete(part.list.element);
  rows.delete(file);
  rowsRead.set(part, rows);
  return rows;
}

function keyOf(part: Part, at: At): string {
  return [...rowsOf(part)].map((row) => at.get(row)?.pointer ?? '').join(' ');
}

function remembered<P extends Part, V>(
  memory: Map<P, Map<string, V>>,
  part: P,
  at: At,
  make: () => V,
): V {
  const own = memory.get(part) ?? new Map<string, V>();
  memory.set(part, own);
  const key = keyOf(part, at);
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = make();
  own.set(key, made);
  return made;
}

function isLiteral(term: Term): boolean {
  return term === 'true' || term === 'false' || /^(?:\d+|\(- \d+\))$/u.test(term);
}

function bigOfDay(value: Value): bigint | undefined {
  return isKind(value, 'date') ? BigInt(epochDay(value)) : undefined;
}
