import { unreachable } from '../../base/invariant.ts';
import { isKind, type Value } from '../../feel/value.ts';
import {
  file,
  type Num,
  type RowId,
  type RowList,
  type Text,
  type Truth,
} from '../../plan/plan.ts';
import { printNum, printText, printTruth } from '../../plan/print.ts';
import { bigOfValue } from '../../run/calls.ts';
import { rowFinder, textReader, wholeAt } from '../../run/codes.ts';
import { epochDay } from '../../values/temporal.ts';
import type { Opaque } from '../opaque.ts';
import { namedTrit, namedVal, type Script } from '../script.ts';
import {
  and,
  app,
  equal,
  ite,
  not,
  or,
  quotient,
  strict,
  sum,
  type Term,
  told,
  type Trit,
  unknown,
  untold,
  type Val,
  valOf,
  whole,
} from '../term.ts';
import type { Place, World } from '../world.ts';
import { daysOf } from './days.ts';
import type { At, Computing, Inside, Item } from './inside.ts';
import { isKept, listsOf } from './lists.ts';
import { constantOf, numbersOf } from './numbers.ts';
import { picksOf } from './picks.ts';
import { remembered } from './remembered.ts';
import { newUnknowns } from './unknowns.ts';

/** What closures compute, as terms: the third reading of plans, beside closures and generated code. */
export interface Encoder {
  readonly truth: (truth: Truth, at: At) => Trit;
  readonly num: (num: Num, at: At) => Val;
  readonly text: (text: Text, at: At) => Val;
  readonly elements: (
    list: RowList,
    at: At,
  ) => { readonly known: Term; readonly items: readonly Item[] };
  /** What was met that has no form a solver understands. */
  readonly opaque: readonly Opaque[];
}

export function newEncoder(world: World, script: Script, computing: Computing): Encoder {
  const truths = new Map<Truth, Map<string, Trit>>();
  const nums = new Map<Num, Map<string, Val>>();
  const texts = new Map<Text, Map<string, Val>>();
  const inside: Inside = { world, script, computing, truth, num, text, placeOf };
  const unknowns = newUnknowns(inside);
  const { anything, anyTruth, builtin, byDays, unlooked } = unknowns;
  const lists = listsOf(inside, unknowns);
  const { counted, distinct, either, extreme, gathered, quantified, sorted } = lists;
  const picks = picksOf(inside, lists);
  const { picked } = picks;
  const { product, rounded } = numbersOf(inside, unknowns, picks);
  const { between, dayOf, partOfDay, shifted } = daysOf(inside, unknowns, picks);
  return { truth, num, text, elements: lists.elements, opaque: unknowns.opaque };

  function truth(part: Truth, at: At): Trit {
    return remembered(truths, part, at, () => namedTrit(truthOfAll(part, at), script));
  }

  function num(part: Num, at: At): Val {
    return remembered(nums, part, at, () =>
      namedVal(valOfAll(part, at, numAnew(part, at), printNum), script),
    );
  }

  function text(part: Text, at: At): Val {
    return remembered(texts, part, at, () =>
      namedVal(valOfAll(part, at, textAnew(part, at), printText), script),
    );
  }

  /** A record that is looked at settles a quantifier, however many there are besides; nothing else is settled then. */
  function truthOfAll(part: Truth, at: At): Trit {
    const { yes, no } = truthAnew(part, at);
    const more = moreOf(part, at);
    if (more === 'false') return { yes, no };
    const { known, is } = unlooked(printTruth(part), at, part, 'Bool');
    const rest = told(known, is);
    const open = (found: Term, way: Term): Term => or(found, and(more, way));
    const shut = (none: Term, way: Term): Term => and(none, or(not(more), way));
    if (part.kind === 'some') return { yes: open(yes, rest.yes), no: shut(no, rest.no) };
    if (part.kind === 'every') return { yes: shut(yes, rest.yes), no: open(no, rest.no) };
    return { yes: ite(more, rest.yes, yes), no: ite(more, rest.no, no) };
  }

  function valOfAll<P extends Num | Text>(
    part: P,
    at: At,
    { known, is }: Val,
    printed: (part: P) => string,
  ): Val {
    const more = moreOf(part, at);
    if (more === 'false') return { known, is };
    const free = unlooked(printed(part), at, part, 'Int');
    return { known: ite(more, free.known, known), is: ite(more, free.is, is) };
  }

  /** The list that a part goes through has more records than are looked at. */
  function moreOf(part: Num | Text | Truth, at: At): Term {
    if (!('list' in part) || part.list.kind !== 'rows') return 'false';
    return world.list(part.list.path, placeOf(part.list.row, at)).more;
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
      case 'element': {
        const { known, is } = picked(part, at, (one, inner) => valOf(truth(one, inner)), 'Bool');
        return told(known, is);
      }
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
        return computing.met(part.rule) ?? anyTruth(part, at, 'outcome');
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

  /** A text has a part or not: what is known of each text that anything names is told, and the witness is written so. */
  function textTest(part: Extract<Truth, { kind: 'text-test' }>, at: At): Trit {
    const of = text(part.of, at);
    if (part.part.kind !== 'text') return anyTruth(part, at, part.test);
    return told(of.known, world.textTest(of.is, part.test, part.part.value));
  }
}

function constant(value: 0 | 1 | 2): Trit {
  if (value === 2) return untold;
  return value === 1 ? { yes: 'true', no: 'false' } : { yes: 'false', no: 'true' };
}

function bigOfDay(value: Value): bigint | undefined {
  return isKind(value, 'date') ? BigInt(epochDay(value)) : undefined;
}
