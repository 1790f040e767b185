import type { Core, FieldCore, ReferenceCore, TestCore } from '../feel/core.ts';
import type { ContextType, Type } from '../feel/types.ts';
import type { Dated, Program, Reference, TableRow } from '../program/ast.ts';
import { parseTemporal } from '../values/temporal-text.ts';

import { instantOf } from '../values/zone.ts';
import { dayOfText } from './days.ts';
import {
  bitsOfField,
  isNeverNegative,
  type Layout,
  listPlace,
  newLayout,
  numberPlace,
  scaleOf,
  textPlace,
} from './layout.ts';
import { outside } from './outside.ts';
import type { Edition, Holder, List, Num, SlotNum, Text, Truth } from './plan.ts';
import { file, mostBits } from './plan.ts';
import * as quantity from './quantity.ts';
import type { Quantity } from './quantity.ts';

/** What the rules of one subject share while they are lowered. */
export interface Lowering {
  readonly program: Program;
  readonly root: Layout;
  readonly rootType: ContextType;
  /** The number of each word of every enumeration and text constant. */
  readonly words: Map<string, number>;
  /** How many comparisons and loops there are. */
  comparisons: number;
  elements: number;
}

/** A record that names can be read of, or a value that an element of a list is itself. */
interface Place {
  readonly holder: Holder;
  readonly layout: Layout;
  readonly path: readonly string[];
  readonly type: Type;
}

/** Where an expression stands: the governing day, the variables around it, and the elements whose fields go by their bare names. */
export interface Surroundings {
  readonly day: Num | undefined;
  /** The days that the governing day can be: what was in force on none of them is left out. */
  readonly days: Days;
  readonly variables: ReadonlyMap<string, Place>;
  /** The innermost first. */
  readonly around: readonly Place[];
}

export interface Days {
  readonly from: number;
  readonly until: number;
}

/** Before and after any day there is. */
const always: Days = { from: -1e9, until: 1e9 };

export const nowhere: Surroundings = {
  day: undefined,
  days: always,
  variables: new Map(),
  around: [],
};

/** The name under which the value of an element that is no record lies in its layout. */
const itself = '';

export function newLowering(program: Program, rootType: ContextType): Lowering {
  return {
    program,
    root: newLayout(rootType),
    rootType,
    words: new Map(),
    comparisons: 0,
    elements: file,
  };
}

export function wordNumber({ words }: Lowering, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

/** A list, and what each element that is kept stands for. */
interface Elements {
  readonly list: List;
  readonly inside: Surroundings;
  /** What is read of an element; the element itself where absent. */
  readonly of?: Core;
  readonly element: Place;
}

/** The plan of a condition. Throws `Outside` where it has none. */
export function truthOf(core: Core, here: Surroundings, lowering: Lowering): Truth {
  const inner = (of: Core) => truthOf(of, here, lowering);
  switch (core.kind) {
    case 'constant':
      if (core.type.kind !== 'boolean') return outside();
      return { kind: 'known', value: core.text === 'true' ? 1 : 0 };
    case 'field':
    case 'variable': {
      if (core.type.kind !== 'boolean') return outside();
      const { holder, index } = slotOf(core, here, lowering);
      return { kind: 'flag', holder, index };
    }
    case 'reference': {
      const { day, days, reference, inside } = editionsOf(core, here, lowering);
      if (reference.kind !== 'definition') return outside();
      const editions = inForceOn(reference.editions, days, ({ is }) =>
        truthOf(is.core, inside, lowering),
      );
      return onlyOne(editions, days) ?? { kind: 'dated', day, editions };
    }
    case 'comparison':
      return comparison(core.operator, core.left, core.right, here, lowering);
    case 'logic': {
      const parts = core.parts.map(inner);
      const [only = outside()] = parts;
      if (core.operator === 'not') return { kind: 'not', of: only };
      return { kind: core.operator === 'and' ? 'all' : 'any', parts };
    }
    case 'if':
      return {
        kind: 'choice',
        condition: inner(core.condition),
        yes: inner(core.yes),
        no: inner(core.no),
      };
    case 'quantifier': {
      const { list, inside, of, element } = elementsOf(core.list, here, lowering);
      if (of) return outside();
      const within = withVariable(inside, core.variable, element, here);
      return { kind: core.quantifier, list, holds: truthOf(core.satisfies, within, lowering) };
    }
    case 'membership':
      return membership(core.of, core.tests, here, lowering);
    case 'call':
      return calledTruth(core.builtin, core.args, here, lowering);
    default:
      return outside();
  }
}

function calledTruth(
  builtin: string,
  args: readonly (Core | undefined)[],
  here: Surroundings,
  lowering: Lowering,
): Truth {
  const [first, second] = args;
  if (!first) return outside();
  switch (builtin) {
    case 'not':
      return { kind: 'not', of: truthOf(first, here, lowering) };
    case 'contains':
    case 'starts with':
    case 'ends with': {
      const [of, part] = [first, second ?? outside()].map((one) => textOf(one, here, lowering));
      return { kind: 'text-test', test: builtin, of: of ?? outside(), part: part ?? outside() };
    }
    case 'list contains':
      return containsElement(first, second ?? outside(), here, lowering);
    default:
      return outside();
  }
}

function containsElement(of: Core, wanted: Core, here: Surroundings, lowering: Lowering): Truth {
  const { list, inside, of: read, element } = elementsOf(of, here, lowering);
  const name = '?element';
  const within = read ? inside : withVariable(inside, name, element, here);
  const one: Core = read ?? { kind: 'variable', name, type: element.type, syntax: of.syntax };
  if (of.type.kind === 'list' && of.type.of.kind === 'context') return outside();
  return { kind: 'some', list, holds: equalIn(one, within, wanted, here, lowering) };
}

function membership(
  of: Core,
  tests: readonly TestCore[],
  here: Surroundings,
  lowering: Lowering,
): Truth {
  const words = wordsOf(tests);
  if (words && of.type.kind === 'text' && of.type.words) {
    const num = wordOf(of, here, lowering);
    return { kind: 'one-of', of: num, words: words.map((word) => wordNumber(lowering, word)) };
  }
  const parts = tests.map((test) => testOf(of, test, here, lowering));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'any', parts };
}

/** The words that a test asks for, where it asks for nothing else. */
function wordsOf(tests: readonly TestCore[]): readonly string[] | undefined {
  const words: string[] = [];
  for (const test of tests) {
    const constants =
      test.kind === 'equal'
        ? [test.value]
        : test.kind === 'inside' && test.list.kind === 'list'
          ? test.list.items
          : undefined;
    if (!constants) return undefined;
    for (const one of constants) {
      if (one.kind !== 'constant' || one.type.kind !== 'text') return undefined;
      words.push(one.text);
    }
  }
  return words;
}

function testOf(of: Core, test: TestCore, here: Surroundings, lowering: Lowering): Truth {
  switch (test.kind) {
    case 'any':
      return { kind: 'known', value: 1 };
    case 'equal':
      return comparison('=', of, test.value, here, lowering);
    case 'compare':
      return comparison(test.operator, of, test.to, here, lowering);
    case 'range': {
      const parts: Truth[] = [];
      if (test.low)
        parts.push(comparison(test.lowIncluded ? '>=' : '>', of, test.low, here, lowering));
      if (test.high)
        parts.push(comparison(test.highIncluded ? '<=' : '<', of, test.high, here, lowering));
      return { kind: 'all', parts };
    }
    case 'not': {
      const parts = test.tests.map((one) => testOf(of, one, here, lowering));
      return { kind: 'not', of: { kind: 'any', parts } };
    }
    case 'inside':
      if (test.list.kind === 'list') {
        const parts = test.list.items.map((item) => comparison('=', of, item, here, lowering));
        return { kind: 'any', parts };
      }
      return containsElement(test.list, of, here, lowering);
    case 'holds':
      return outside();
  }
}

function comparison(
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  left: Core,
  right: Core,
  here: Surroundings,
  lowering: Lowering,
): Truth {
  if (left.type.kind === 'null') return nullness(operator, right, here, lowering);
  if (right.type.kind === 'null') return nullness(operator, left, here, lowering);
  switch (operator) {
    case '=':
      return equalIn(left, here, right, here, lowering);
    case '!=':
      return { kind: 'not', of: equalIn(left, here, right, here, lowering) };
    case '<':
    case '<=':
      return orderOf(operator, left, right, here, lowering);
    case '>':
      return orderOf('<', right, left, here, lowering);
    case '>=':
      return orderOf('<=', right, left, here, lowering);
  }
}

function orderOf(
  operator: '<' | '<=',
  left: Core,
  right: Core,
  here: Surroundings,
  lowering: Lowering,
): Truth {
  const compare = numbered(operator, lowering);
  const { kind } = left.type;
  if (kind !== right.type.kind) return outside();
  if (kind === 'number') {
    const [a, b] = [quantityOf(left, here, lowering), quantityOf(right, here, lowering)];
    return quantity.comparisonOf(a, b, compare);
  }
  return compare(momentOf(left, here, lowering), momentOf(right, here, lowering));
}

function equalIn(
  left: Core,
  hereLeft: Surroundings,
  right: Core,
  hereRight: Surroundings,
  lowering: Lowering,
): Truth {
  const { kind } = left.type;
  if (kind !== right.type.kind) return outside();
  const compare = numbered('=', lowering);
  switch (kind) {
    case 'number': {
      const a = quantityOf(left, hereLeft, lowering);
      return quantity.comparisonOf(a, quantityOf(right, hereRight, lowering), compare);
    }
    case 'date':
    case 'date-time':
      return compare(momentOf(left, hereLeft, lowering), momentOf(right, hereRight, lowering));
    case 'boolean': {
      const [a, b] = [truthOf(left, hereLeft, lowering), truthOf(right, hereRight, lowering)];
      const constant = a.kind === 'known' ? a : b.kind === 'known' ? b : undefined;
      if (!constant || constant.value === 2) return { kind: 'same-truth', left: a, right: b };
      const other = constant === a ? b : a;
      return constant.value === 1 ? other : { kind: 'not', of: other };
    }
    case 'text': {
      if (isWordy(left) && isWordy(right)) {
        const [a, b] = [wordOf(left, hereLeft, lowering), wordOf(right, hereRight, lowering)];
        return b.kind === 'whole' ? { kind: 'one-of', of: a, words: [b.value] } : compare(a, b);
      }
      const a = textOf(left, hereLeft, lowering);
      return { kind: 'same-text', left: a, right: textOf(right, hereRight, lowering) };
    }
    default:
      return outside();
  }
}

function numbered(operator: '<' | '<=' | '=', lowering: Lowering): (a: Num, b: Num) => Truth {
  return (left, right) => {
    const id = lowering.comparisons;
    lowering.comparisons += 1;
    return { kind: 'compare', operator, left, right, id };
  };
}

/** `x = null`: true only of a field whose absence says that there is none. */
function nullness(operator: string, of: Core, here: Surroundings, lowering: Lowering): Truth {
  if (of.kind !== 'field') return outside();
  const place = holderOf(of, here, lowering);
  // a record inside another may be absent itself
  if (place.path.length > 1) return outside();
  const { kind } = of.type;
  if (kind === 'list' || kind === 'context' || kind === 'boolean') return outside();
  const isFree = kind === 'text' && !isWordy(of);
  const value: Num | Text = isFree ? textOf(of, here, lowering) : slotOf(of, here, lowering);
  const present: Truth = { kind: 'present', of: value };
  const absent: Truth = { kind: 'known', value: of.field.absenceIsNone ? 1 : 2 };
  const isNull: Truth = {
    kind: 'choice',
    condition: present,
    yes: { kind: 'known', value: 0 },
    no: absent,
  };
  return operator === '=' ? isNull : { kind: 'not', of: isNull };
}

/** The plan of a number, as a fraction of whole numbers. */
export function quantityOf(core: Core, here: Surroundings, lowering: Lowering): Quantity {
  if (core.type.kind !== 'number') return outside();
  const inner = (of: Core) => quantityOf(of, here, lowering);
  switch (core.kind) {
    case 'constant':
      return quantity.quantityOfText(core.text);
    case 'field':
    case 'variable': {
      const scale = core.kind === 'field' ? scaleOf(core.field.type) : scaleOf(core.type);
      if (core.kind === 'field' && core.of?.kind === 'filter')
        return { num: elementRead(core.of, core, here, lowering), scale };
      return { num: slotOf(core, here, lowering), scale };
    }
    case 'reference':
      return quantityOfReference(core, here, lowering);
    case 'arithmetic': {
      const right = inner(core.right);
      if (!core.left) return { ...right, num: quantity.negative(right.num) };
      const left = inner(core.left);
      switch (core.operator) {
        case '+':
          return quantity.plus(left, right);
        case '-':
          return quantity.minus(left, right);
        case '*':
          return quantity.times(left, right);
        case '/':
          return quantity.dividedBy(left, right);
        case '**':
          return outside();
      }
    }
    case 'if': {
      const { nums, scale } = quantity.aligned([inner(core.yes), inner(core.no)]);
      const [yes = outside(), no = outside()] = nums;
      const condition = truthOf(core.condition, here, lowering);
      return { num: { kind: 'choice', condition, yes, no }, scale };
    }
    case 'call':
      return calledQuantity(core.builtin, core.args, here, lowering);
    default:
      return outside();
  }
}

function calledQuantity(
  builtin: string,
  args: readonly (Core | undefined)[],
  here: Surroundings,
  lowering: Lowering,
): Quantity {
  const [first, second] = args;
  if (!first) return outside();
  const between = (what: 'months' | 'years' | 'working-days'): Quantity => {
    const [from = outside(), to = outside()] = [first, second ?? outside()].map((one) =>
      dayOf(one, here, lowering),
    );
    return { num: { kind: 'between', what, from, to }, scale: 0 };
  };
  switch (builtin) {
    case 'days between': {
      const [from, to] = [dayOf(first, here, lowering), dayOf(second ?? outside(), here, lowering)];
      return { num: quantity.sumOf([to, quantity.negative(from)]), scale: 0 };
    }
    case 'months between':
      return between('months');
    case 'age at':
      return between('years');
    case 'working days between':
      return lowering.program.calendar ? between('working-days') : outside();
    case 'abs': {
      const of = quantityOf(first, here, lowering);
      return of.over ? outside() : { ...of, num: { kind: 'absolute', of: of.num } };
    }
    case 'string length':
      return { num: { kind: 'length', of: textOf(first, here, lowering) }, scale: 0 };
    case 'count':
      if (first.kind === 'call' && first.builtin === 'distinct values')
        return distinctTexts(first.args[0] ?? outside(), here, lowering);
      return {
        num: { kind: 'tally', list: elementsOf(first, here, lowering).list },
        scale: 0,
      };
    case 'sum':
      return overElements('total', args, here, lowering);
    case 'min':
      return overElements('lowest', args, here, lowering);
    case 'max':
      return overElements('highest', args, here, lowering);
    default:
      return outside();
  }
}

/** How many texts of a whole list differ: of a filtered one it would hang on what cannot be told. */
function distinctTexts(core: Core, here: Surroundings, lowering: Lowering): Quantity {
  const elements = elementsOf(core, here, lowering);
  if (elements.list.where.length > 0) return outside();
  const of = readElement(elements, (one, inside) => textOf(one, inside, lowering));
  return { num: { kind: 'distinct', list: elements.list, of }, scale: 0 };
}

/** What `sum`, `min` and `max` run over: one list of the file, or values written out, in a list or without. */
function runOver(args: readonly (Core | undefined)[]): {
  readonly list?: Core;
  readonly items: readonly Core[];
} {
  const [first = outside()] = args;
  if (first.kind === 'list') return { items: first.items };
  if (args.length === 1 && first.type.kind === 'list') return { list: first, items: [] };
  return { items: args.map((one) => one ?? outside()) };
}

function overElements(
  kind: 'total' | 'lowest' | 'highest',
  args: readonly (Core | undefined)[],
  here: Surroundings,
  lowering: Lowering,
): Quantity {
  const { list, items } = runOver(args);
  if (list) {
    const elements = elementsOf(list, here, lowering);
    const read = readElement(elements, (core, inside) => quantityOf(core, inside, lowering));
    if (read.over) return outside();
    return { num: { kind, list: elements.list, of: read.num }, scale: read.scale };
  }
  const { nums, scale } = quantity.aligned(items.map((item) => quantityOf(item, here, lowering)));
  if (nums.length === 0) return outside();
  if (kind === 'total') return { num: quantity.sumOf(nums), scale };
  return { num: { kind: kind === 'lowest' ? 'least' : 'most', parts: nums }, scale };
}

function readElement<T>(
  { inside, of, element }: Elements,
  read: (core: Core, inside: Surroundings) => T,
): T {
  if (of) return read(of, inside);
  const name = '?element';
  const syntax = { kind: 'null', start: 0, end: 0 } as const;
  return read(
    { kind: 'variable', name, type: element.type, syntax },
    withVariable(inside, name, element, inside),
  );
}

function quantityOfReference(
  core: ReferenceCore,
  here: Surroundings,
  lowering: Lowering,
): Quantity {
  const { day, days, reference, inside } = editionsOf(core, here, lowering);
  switch (reference.kind) {
    case 'parameter':
      return datedQuantity(
        inForceOn(reference.editions, days, ({ value }) => quantity.quantityOf(value)),
        day,
        days,
      );
    case 'definition':
      return datedQuantity(
        inForceOn(reference.editions, days, ({ is }) => quantityOf(is.core, inside, lowering)),
        day,
        days,
      );
    case 'table': {
      const all = inForceOn(reference.editions, days, ({ rows }) => ({
        rows,
        outputs: rows.map(({ outputs: [output] }) =>
          output ? quantityOf(output.core, inside, lowering) : quantity.unknownQuantity(),
        ),
      }));
      const { scale } = quantity.aligned(all.flatMap(({ is }) => is.outputs));
      const editions = all.map(({ is: { rows, outputs }, ...edition }): Edition<Num> => ({
        ...edition,
        is: tableOf(reference, rows, inside, lowering, (_, index) => {
          const output = outputs[index] ?? outside();
          return output.over ? outside() : quantity.atScale(output.num, output.scale, scale);
        }),
      }));
      return { num: datedNum(editions, day, days), scale };
    }
  }
}

/** Of a fraction both parts are known only in force; several editions have to be whole numbers. */
function datedQuantity(editions: readonly Edition<Quantity>[], day: Num, days: Days): Quantity {
  const [first] = editions;
  if (first && editions.length === 1) {
    return { ...first.is, num: datedNum([{ ...first, is: first.is.num }], day, days) };
  }
  const { nums, scale } = quantity.aligned(editions.map(({ is }) => is));
  const whole = editions.map((edition, index) => ({ ...edition, is: nums[index] ?? outside() }));
  return { num: datedNum(whole, day, days), scale };
}

function datedNum(editions: readonly Edition<Num>[], day: Num, days: Days): Num {
  return onlyOne(editions, days) ?? { kind: 'dated', day, editions };
}

/** What holds on all of the days; undefined where that is not one thing. */
function onlyOne<T>(editions: readonly Edition<T>[], { from, until }: Days): T | undefined {
  const [only] = editions;
  const whole = editions.length === 1 && only && only.from <= from && until <= only.until;
  return whole ? only.is : undefined;
}

/** The editions in force on some of the days, each made into something. */
function inForceOn<E extends Dated, T>(
  editions: readonly E[],
  { from, until }: Days,
  make: (edition: E) => T,
): readonly Edition<T>[] {
  return editions.flatMap((edition) => {
    const own = period(edition, undefined);
    return own.from <= until && from <= own.until ? [{ ...own, is: make(edition) }] : [];
  });
}

function tableOf(
  table: Extract<Reference, { kind: 'table' }>,
  rows: readonly TableRow[],
  here: Surroundings,
  lowering: Lowering,
  give: (row: TableRow, index: number) => Num,
): Num {
  if (table.outputs.length !== 1) return outside();
  return {
    kind: 'table',
    first: table.hit === 'first',
    rows: rows.map((row, index) => ({
      matches: {
        kind: 'all',
        parts: row.cells.flatMap(({ cores }, column) => {
          const input = table.inputs[column] ?? outside();
          const open = cores.every(({ kind }) => kind === 'any');
          return open ? [] : [membership(input.core, cores, here, lowering)];
        }),
      },
      gives: give(row, index),
    })),
  };
}

/** A day or a moment, in days or milliseconds since 1970. */
export function momentOf(core: Core, here: Surroundings, lowering: Lowering): Num {
  const { kind } = core.type;
  if (kind !== 'date' && kind !== 'date-time') return outside();
  switch (core.kind) {
    case 'constant':
      return constantMoment(core.text, kind);
    case 'field':
    case 'variable':
      if (core.kind === 'field' && core.of?.kind === 'filter')
        return elementRead(core.of, core, here, lowering);
      return slotOf(core, here, lowering);
    case 'if':
      return {
        kind: 'choice',
        condition: truthOf(core.condition, here, lowering),
        yes: momentOf(core.yes, here, lowering),
        no: momentOf(core.no, here, lowering),
      };
    case 'reference':
      return numOfReference(core, here, lowering, momentOf);
    case 'call': {
      const [first = outside()] = core.args;
      if (core.builtin === 'date' && core.args.length === 1) {
        if (first.type.kind !== 'text') return dayOf(first, here, lowering);
        return first.kind === 'constant' ? constantMoment(first.text, 'date') : outside();
      }
      if (core.builtin !== 'min' && core.builtin !== 'max') return outside();
      const { list, items } = runOver(core.args);
      if (list) {
        const elements = elementsOf(list, here, lowering);
        const of = readElement(elements, (read, inside) => momentOf(read, inside, lowering));
        const kind = core.builtin === 'min' ? 'lowest' : 'highest';
        return { kind, list: elements.list, of };
      }
      const parts = items.map((item) => momentOf(item, here, lowering));
      if (parts.length === 0) return outside();
      return { kind: core.builtin === 'min' ? 'least' : 'most', parts };
    }
    default:
      return outside();
  }
}

function constantMoment(text: string, kind: 'date' | 'date-time'): Num {
  if (kind === 'date') {
    const written = text.replace(/^@?"?|"$/gu, '');
    return quantity.whole(dayOfText(written) ?? outside());
  }
  const moment = parseTemporal(text);
  if (moment?.kind !== 'date-time') return outside();
  const nanos = instantOf(moment);
  return nanos % 1_000_000n === 0n ? quantity.whole(Number(nanos / 1_000_000n)) : outside();
}

/** A day: of a moment, the one by the bank's clock. */
export function dayOf(core: Core, here: Surroundings, lowering: Lowering): Num {
  const moment = momentOf(core, here, lowering);
  return core.type.kind === 'date' ? moment : { kind: 'day-of', of: moment };
}

/** Whether a text is one of a list of words, whose places stand for them. */
function isWordy(core: Core): boolean {
  if (core.kind === 'constant') return true;
  return core.kind === 'reference' || (core.type.kind === 'text' && core.type.words !== undefined);
}

function wordOf(core: Core, here: Surroundings, lowering: Lowering): Num {
  if (core.type.kind !== 'text') return outside();
  switch (core.kind) {
    case 'constant':
      return quantity.whole(wordNumber(lowering, core.text));
    case 'field':
    case 'variable':
      if (!core.type.words) return outside();
      if (core.kind === 'field' && core.of?.kind === 'filter')
        return elementRead(core.of, core, here, lowering);
      return slotOf(core, here, lowering);
    case 'if':
      return {
        kind: 'choice',
        condition: truthOf(core.condition, here, lowering),
        yes: wordOf(core.yes, here, lowering),
        no: wordOf(core.no, here, lowering),
      };
    case 'reference':
      return numOfReference(core, here, lowering, wordOf);
    default:
      return outside();
  }
}

/** A definition or table whose values are single numbers: days, moments or words. */
function numOfReference(
  core: ReferenceCore,
  here: Surroundings,
  lowering: Lowering,
  numOf: (core: Core, here: Surroundings, lowering: Lowering) => Num,
): Num {
  const { day, days, reference, inside } = editionsOf(core, here, lowering);
  switch (reference.kind) {
    case 'definition':
      return datedNum(
        inForceOn(reference.editions, days, ({ is }) => numOf(is.core, inside, lowering)),
        day,
        days,
      );
    case 'table':
      return datedNum(
        inForceOn(reference.editions, days, ({ rows }) =>
          tableOf(reference, rows, inside, lowering, ({ outputs: [output] }) =>
            output ? numOf(output.core, inside, lowering) : quantity.whole(Number.NaN),
          ),
        ),
        day,
        days,
      );
    case 'parameter':
      return outside();
  }
}

function textOf(core: Core, here: Surroundings, lowering: Lowering): Text {
  if (core.type.kind !== 'text') return outside();
  if (core.kind === 'constant') return { kind: 'text', value: core.text };
  if (core.kind !== 'field' && core.kind !== 'variable') return outside();
  if (fieldType(core).kind !== 'text' || isWordy(core)) return outside();
  const { holder, layout, path } = placeOf(core, here, lowering);
  return { kind: 'text-slot', holder, index: textPlace(layout, path) };
}

/** The type that the schema gives, whatever a condition around narrows it to. */
function fieldType(core: Core): Type {
  return core.kind === 'field' ? core.field.type : core.type;
}

function slotOf(core: Core, here: Surroundings, lowering: Lowering): SlotNum {
  const type = fieldType(core);
  if (type.kind === 'union' || type.kind !== core.type.kind) return outside();
  if (type.kind === 'text' && !type.words) return outside();
  const { holder, layout, path } = placeOf(core, here, lowering);
  const index = numberPlace(layout, path);
  const positive = core.kind === 'field' && isNeverNegative(core.field);
  return {
    kind: 'slot',
    holder,
    index,
    positive,
    bits: core.kind === 'field' ? bitsOfField(core.field) : mostBits,
  };
}

/** `list[position].field` */
function elementRead(filter: Core, core: FieldCore, here: Surroundings, lowering: Lowering): Num {
  if (filter.kind !== 'filter' || filter.index?.kind !== 'constant') return outside();
  const position = Number(filter.index.text);
  if (!Number.isInteger(position) || position < 1) return outside();
  const { list, element, of } = elementsOf(filter.list, here, lowering);
  if (of || element.type.kind !== 'context') return outside();
  const variable: Core = {
    kind: 'variable',
    name: '?element',
    type: element.type,
    syntax: core.syntax,
  };
  const inside = withVariable(here, '?element', element, here);
  return {
    kind: 'element',
    list,
    position,
    of: slotOf({ ...core, of: variable }, inside, lowering),
  };
}

/** The record, or the value, that a path of fields leads to. */
function placeOf(core: Core, here: Surroundings, lowering: Lowering): Place {
  if (core.kind === 'variable') return here.variables.get(core.name) ?? outside();
  return core.kind === 'field' ? holderOf(core, here, lowering) : outside();
}

function holderOf(core: FieldCore, here: Surroundings, lowering: Lowering): Place {
  const { name } = core.field;
  const record = core.of
    ? placeOf(core.of, here, lowering)
    : (here.around.find(({ type }) => type.kind === 'context' && type.fields.has(name)) ?? {
        holder: file,
        layout: lowering.root,
        path: [],
        type: lowering.rootType,
      });
  return { ...record, path: [...record.path, name], type: core.field.type };
}

function elementsOf(core: Core, here: Surroundings, lowering: Lowering): Elements {
  switch (core.kind) {
    case 'field': {
      const { type } = core.field;
      if (type.kind !== 'list') return outside();
      const { holder, layout, path } = holderOf(core, here, lowering);
      const { index, element: of } = listPlace(layout, path, type.of);
      lowering.elements += 1;
      const element = lowering.elements;
      const place: Place = {
        holder: element,
        layout: of,
        path: type.of.kind === 'context' ? [] : [itself],
        type: type.of,
      };
      const list: List = { holder, index, element, size: of, where: [] };
      return { list, inside: here, element: place };
    }
    case 'filter': {
      if (!core.condition) return outside();
      const { list, inside, of, element } = elementsOf(core.list, here, lowering);
      if (of) return outside();
      const within = withElement(inside, element);
      const condition = truthOf(core.condition, within, lowering);
      return { list: { ...list, where: [...list.where, condition] }, inside, element };
    }
    case 'map': {
      if (core.joined) return outside();
      const { list, inside, of, element } = elementsOf(core.list, here, lowering);
      if (of) return outside();
      const within =
        core.variable === undefined
          ? withElement(inside, element)
          : withVariable(inside, core.variable, element, here);
      return { list, inside: within, of: core.returns, element };
    }
    case 'reference': {
      const { days, reference, inside } = editionsOf(core, here, lowering);
      if (reference.kind !== 'definition') return outside();
      const editions = inForceOn(reference.editions, days, ({ is }) => is);
      const only = onlyOne(editions, days) ?? outside();
      return elementsOf(only.core, inside, lowering);
    }
    default:
      return outside();
  }
}

function withElement(here: Surroundings, element: Place): Surroundings {
  const variables = new Map([...here.variables, ['item', element] as const]);
  return { ...here, variables, around: [element, ...here.around] };
}

function withVariable(
  inside: Surroundings,
  name: string,
  element: Place,
  here: Surroundings,
): Surroundings {
  // what is looped over is outside of the loop: its elements' fields do not go by their bare names in it
  return {
    ...inside,
    around: here.around,
    variables: new Map([...inside.variables, [name, element]]),
  };
}

function editionsOf(core: ReferenceCore, here: Surroundings, lowering: Lowering) {
  const reference = lowering.program.references.get(core.name) ?? outside();
  const day = core.on ? dayOf(core.on, here, lowering) : here.day;
  if (!day) return outside();
  const days = core.on ? always : here.days;
  return { reference, day, days, inside: { ...nowhere, day, days } };
}

export function period<T>({ from, until }: Dated, is: T): Edition<T> {
  return {
    from: dayOfText(from) ?? always.from,
    until: until === undefined ? always.until : (dayOfText(until) ?? always.until),
    is,
  };
}

/** The loop of a rule that judges act by act. */
export function loopOf(
  core: Core,
  variable: string,
  here: Surroundings,
  lowering: Lowering,
): { readonly list: List; readonly inside: Surroundings } {
  const { list, inside, of, element } = elementsOf(core, here, lowering);
  if (of) return outside();
  return { list, inside: withVariable(inside, variable, element, here) };
}
