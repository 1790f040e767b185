import type { Dossier } from '../../src/dossier/dossier.ts';
import { evaluate } from '../../src/feel/calculator/evaluate.ts';
import type { Scope } from '../../src/feel/calculator/scope.ts';
import { EvaluationLimit } from '../../src/feel/operations/limits.ts';
import { isUnknown, union, unknown } from '../../src/feel/operations/unknown.ts';
import { parseExpression, parseUnaryTests } from '../../src/feel/parse.ts';
import type { Syntax, UnaryTest } from '../../src/feel/syntax.ts';
import { isKind, type Unknown, type Value } from '../../src/feel/value.ts';
import { isWorkingDay } from '../../src/program/calendar.ts';
import type { WorkingCalendar } from '../../src/program/ast.ts';
import { currencyOf } from '../../src/values/currency.ts';
import type { Setting } from '../../src/values/setting.ts';
import { printDate, zoneOf } from '../../src/values/temporal-text.ts';
import type { PlainDate } from '../../src/values/temporal.ts';
import { dayAtZone, utc, type Zone } from '../../src/values/zone.ts';
import {
  type Book,
  type BookEdition,
  type BookRule,
  type BookTable,
  usualSetting,
} from './book.ts';
import { type BookCodes, writtenCell } from './codes.ts';
import { calendar } from './folder.ts';
import type { Taken } from './places.ts';
import type { Shape } from './shapes.ts';
import type { Span } from './span.ts';
import { printTerm, type Term } from './term.ts';
import type { Said } from './verdicts.ts';

/** What rules say of one dossier, element by element, worked out from the texts of the book alone. */
export function calculatorOf(book: Book): (dossier: Dossier) => readonly Said[] {
  const parsed = new Map<string, Syntax>();
  const cells = new Map<string, readonly UnaryTest[]>();
  const setting = settingOf(book);
  const codes = new Map(codesIn(book.shape));
  return (dossier) => {
    const remembered = new Map<string, Value>();
    return book.rules.flatMap((rule): readonly Said[] => {
      const elements = judge(rule, dossier, remembered);
      // that nothing is on file counts as not done hangs on what is named as missing, which is not told twice
      const isOpen = rule.ifAbsent && elements.some(({ status }) => status === 'cannot-tell');
      return isOpen ? [] : [{ rule: rule.id, elements }];
    });
  };

  function judge(
    rule: BookRule,
    { root }: Dossier,
    remembered: Map<string, Value>,
  ): Said['elements'] {
    const product = root.entries.get('product');
    if (rule.products) {
      if (typeof product !== 'string') return [{ at: undefined, status: 'cannot-tell' }];
      if (!rule.products.includes(product)) return [{ at: undefined, status: 'not-applicable' }];
    }
    const { each } = rule;
    if (!each) return [{ at: undefined, status: statusOf(new Map()) }];
    const list = valueOf(each.list, undefined, new Map());
    // a record that there is none of has no list either
    if (list === null) return [{ at: undefined, status: 'not-applicable' }];
    if (typeof list !== 'object' || list.kind !== 'list')
      return [{ at: undefined, status: 'cannot-tell' }];
    if (list.items.length === 0) return [{ at: undefined, status: 'not-applicable' }];
    return list.items.map((item, index) => {
      const at = positionOf(item) ?? String(index + 1);
      if (isUnknown(item)) return { at, status: 'cannot-tell' };
      const status = statusOf(new Map([[each.variable, item]]));
      const isSure = list.maybe?.[index] === undefined || status === 'not-applicable';
      return { at, status: isSure ? status : 'cannot-tell' };
    });

    function statusOf(variables: ReadonlyMap<string, Value>): Said['elements'][number]['status'] {
      const [always] = rule.editions.filter(({ asOf }) => !asOf);
      if (always) {
        const own = withLets(always, undefined, variables);
        return judgeEdition(always, (term) => valueOf(term, undefined, own));
      }
      const days = rule.editions.map((edition) =>
        edition.asOf
          ? dayOf(
              valueOf(edition.asOf, undefined, withLets(edition, undefined, variables)),
              setting.zone,
            )
          : unknown('undefined', ''),
      );
      if (days.some((day) => typeof day !== 'string')) return never();
      const index = rule.editions.findIndex((edition, at) => isWithin(edition, days[at]));
      const edition = rule.editions[index];
      const day = days[index];
      if (!edition || typeof day !== 'string')
        return saysNothing(rule, days) ? 'not-applicable' : never();
      const own = withLets(edition, day, variables);
      return judgeEdition(edition, (term) => valueOf(term, day, own));

      /** Whatever the day, the rule is not for this file. */
      function never(): Said['elements'][number]['status'] {
        const isNever = rule.editions.every((edition) => {
          const { when } = edition;
          return (
            when && valueOf(when, undefined, withLets(edition, undefined, variables)) === false
          );
        });
        return isNever ? 'not-applicable' : 'cannot-tell';
      }
    }

    /** The variables, and the values that an edition names. */
    function withLets(
      { lets = [] }: BookEdition,
      day: string | undefined,
      variables: ReadonlyMap<string, Value>,
    ): ReadonlyMap<string, Value> {
      const all = new Map(variables);
      for (const { name, is } of lets) all.set(name, valueOf(is, day, all));
      return all;
    }

    function valueOf(
      term: Term,
      day: string | undefined,
      variables: ReadonlyMap<string, Value>,
    ): Value {
      return run(syntaxOf(printTerm(term)), day, variables);
    }

    function run(
      syntax: Syntax,
      day: string | undefined,
      variables: ReadonlyMap<string, Value>,
    ): Value {
      try {
        return evaluate(syntax, scopeOf(day, variables), { nulls: 'rules', setting }, world);
      } catch (error) {
        if (error instanceof EvaluationLimit) return unknown('limit', '');
        throw error;
      }
    }

    function scopeOf(day: string | undefined, variables: ReadonlyMap<string, Value>): Scope {
      return {
        get: (name) => {
          if (variables.has(name)) return variables.get(name);
          if (book.shape.fields.some((field) => field.name === name)) {
            const value = root.entries.get(name);
            return value === undefined ? unknown('absent', `/${name}`) : value;
          }
          const codes = codesNamed(name);
          if (codes) return codesOn(codes, day);
          return isNamed(name) ? named(name, day) : undefined;
        },
        call: (name, args) => {
          const codes = codesNamed(name);
          if (codes) return codesAsked(codes, args, day);
          const [first] = args;
          // by position they are asked of values of several kinds; of texts, by the name of the parameter
          if (first !== undefined && (name === 'is number' || name === 'is date'))
            return isUnknown(first)
              ? first
              : isKind(first, name === 'is number' ? 'number' : 'date');
          if (!isNamed(name)) return undefined;
          const takes = takenBy(name);
          const on = args[takes.length];
          const asked = on === undefined ? undefined : dayOf(on, setting.zone);
          if (asked !== undefined && typeof asked !== 'string') return asked;
          if (takes.length === 0) return named(name, asked);
          const given = takes.map((one, index) => [one.name, args[index] ?? null] as const);
          return namedAnew(name, asked ?? day, new Map(given));
        },
        pointerOf: (name) => (variables.has(name) ? undefined : `/${name}`),
      };
    }

    function codesNamed(name: string): BookCodes | undefined {
      return book.codes.find((one) => one.name === name);
    }

    /** A code set is the list of its codes. */
    function codesOn({ name, editions }: BookCodes, day: string | undefined): Value {
      const edition = editionOn(editions, day);
      if (!edition) return unknown('no-value', name);
      return { kind: 'list', items: edition.rows.map(({ code }) => code) };
    }

    /** `codes(day)`, or the row of a code as a context, on the day or on another. */
    function codesAsked(
      codes: BookCodes,
      [code = null, on]: readonly Value[],
      day: string | undefined,
    ): Value {
      if (isKind(code, 'date') || isKind(code, 'date-time')) {
        const other = dayOf(code, setting.zone);
        return typeof other === 'string' ? codesOn(codes, other) : other;
      }
      const other = on === undefined ? day : dayOf(on, setting.zone);
      if (typeof other !== 'string' && other !== undefined) return other;
      const edition = editionOn(codes.editions, other);
      const none = unknown('no-value', codes.name);
      if (!edition) return none;
      if (code === null) return unknown('undefined', '');
      if (isUnknown(code)) return code;
      const row = edition.rows.find((one) => one.code === code);
      const entries = codes.columns.map(({ name, sort }, index): [string, Value] => {
        const cell = row?.cells[index] ?? '';
        return [name, cell === '' ? none : run(syntaxOf(writtenCell(cell, sort)), day, new Map())];
      });
      return { kind: 'context', entries: new Map(entries) };
    }

    function isNamed(name: string): boolean {
      return [book.definitions, book.parameters, book.tables].some((all) =>
        all.some((one) => one.name === name),
      );
    }

    function takenBy(name: string): readonly Taken[] {
      const found = [...book.definitions, ...book.tables].find((one) => one.name === name);
      return found?.takes ?? [];
    }

    function named(name: string, day: string | undefined): Value {
      const key = `${name}@${day ?? ''}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const value = namedAnew(name, day, new Map());
      remembered.set(key, value);
      return value;
    }

    function namedAnew(
      name: string,
      day: string | undefined,
      given: ReadonlyMap<string, Value>,
    ): Value {
      const none = unknown('no-value', name);
      const parameter = book.parameters.find((one) => one.name === name);
      if (parameter) {
        const edition = editionOn(parameter.editions, day);
        return edition ? run(syntaxOf(String(edition.value)), day, new Map()) : none;
      }
      const definition = book.definitions.find((one) => one.name === name);
      if (definition) {
        const edition = editionOn(definition.editions, day);
        return edition ? valueOf(edition.is, day, given) : none;
      }
      const table = book.tables.find((one) => one.name === name);
      const edition = table && editionOn(table.editions, day);
      return table && edition ? tableOf(table, edition, day, given) : none;
    }

    /** The row that matches, unless one that an unknown input might match gives something else. */
    function tableOf(
      table: BookTable,
      { rows }: BookTable['editions'][number],
      day: string | undefined,
      given: ReadonlyMap<string, Value>,
    ): Value {
      const none = unknown('no-value', table.name);
      const inputs = table.inputs.map((input) => valueOf(input, day, given));
      const candidates: Value[][] = [];
      const missing: Unknown[] = [];
      let isSure = false;
      for (const { when, gives } of rows) {
        const passes = when.map((cell, column): Value => {
          const node: Syntax = {
            kind: 'membership',
            of: { kind: 'name', name: '?', start: 0, end: 0 },
            tests: testsOf(cell),
            start: 0,
            end: 0,
          };
          return run(node, day, new Map([...given, ['?', inputs[column] ?? null]]));
        });
        if (passes.includes(false)) continue;
        candidates.push(gives.map((one) => (one === undefined ? none : valueOf(one, day, given))));
        const matches = passes.every((pass) => pass === true);
        isSure ||= matches;
        missing.push(...passes.filter((pass) => isUnknown(pass)));
        if (matches && table.hit === 'first') break;
      }
      const [first, ...others] = candidates;
      const agree =
        first &&
        others.every((other) => other.every((value, column) => isSame(value, first[column])));
      if (!first || !isSure || !agree) return union(missing) ?? none;
      if (first.length === 1) return first[0] ?? none;
      return {
        kind: 'context',
        entries: new Map(table.outputs.map(({ name }, column) => [name, first[column] ?? none])),
      };
    }
  }

  function syntaxOf(text: string): Syntax {
    const known = parsed.get(text) ?? parseExpression(spelt(text), { dialect: 'rule' }).value;
    if (!known) throw new Error(`a book that types has ${text}`);
    parsed.set(text, known);
    return known;
  }

  /** `is listed(x)` asks the schema, which the calculator has not: it is given the codes. */
  function spelt(text: string): string {
    return text.replaceAll(/is listed\(([^()]*)\)/gu, (_, place: string) => {
      const words = codes.get(place.split('.').at(-1) ?? '') ?? [];
      return `(${place} in (${words.map((word) => `"${word}"`).join(', ')}))`;
    });
  }

  function testsOf(text: string): readonly UnaryTest[] {
    const known = cells.get(text) ?? parseUnaryTests(text, { dialect: 'rule' }).value;
    if (!known) throw new Error(`a book that types has ${text}`);
    cells.set(text, known);
    return known;
  }
}

/** The codes of each field that has some, by its name, which no other has. */
function* codesIn(shape: Shape, name = ''): Generator<readonly [string, readonly string[]]> {
  if (shape.kind === 'word') yield [name, shape.words];
  if (shape.kind === 'list') yield* codesIn(shape.of, name);
  if (shape.kind !== 'record') return;
  for (const field of shape.fields) yield* codesIn(field.shape, field.name);
}

function judgeEdition(
  { when, require }: BookEdition,
  valueOf: (term: Term) => Value,
): Said['elements'][number]['status'] {
  const applies = when ? valueOf(when) : true;
  if (applies === false) return 'not-applicable';
  if (applies !== true) return 'cannot-tell';
  const holds = valueOf(require);
  if (typeof holds === 'boolean') return holds ? 'pass' : 'fail';
  return 'cannot-tell';
}

/** No edition is in force, and the rule says why. */
function saysNothing(
  { editions, since, ended }: BookRule,
  days: readonly (string | Value)[],
): boolean {
  const all = (is: (day: string, edition: BookEdition) => boolean) =>
    editions.every((edition, index) => {
      const day = days[index];
      return typeof day === 'string' && is(day, edition);
    });
  const isBefore = all((day, { from }) => day < from);
  const isAfter = all((day, { until }) => until !== undefined && day > until);
  return (since && isBefore) || (ended && isAfter);
}

const years: WorkingCalendar = {
  years: new Set(calendar.years.map(({ year }) => year)),
  holidays: new Set(calendar.years.flatMap(({ holidays }) => holidays)),
  workdays: new Set(calendar.years.flatMap(({ workdays }) => workdays)),
};
const world = { calendar: { isWorkingDay: (day: PlainDate) => isWorkingDay(years, day) } };

function isWithin({ from, until }: Span, day: string | Value | undefined): boolean {
  return typeof day === 'string' && from <= day && (until === undefined || day <= until);
}

/** The edition of a day; the only one while there is no day yet. */
function editionOn<T extends Span>(editions: readonly T[], day: string | undefined): T | undefined {
  if (day !== undefined) return editions.find((edition) => isWithin(edition, day));
  return editions.length === 1 ? editions[0] : undefined;
}

/** The bank's day, ISO; what is no day as it is. */
function settingOf({ setting: { currency, zone } = usualSetting }: Book): Setting {
  return { currency: currencyOf(currency), zone: zoneOf(zone) ?? utc };
}

function dayOf(value: Value, zone: Zone): string | Exclude<Value, string> {
  if (typeof value !== 'object' || value === null) return unknown('undefined', '');
  if (value.kind === 'date') return printDate(value);
  if (value.kind !== 'date-time') return value;
  const own = dayAtZone(value, zone);
  return own ? printDate(own) : unknown('undefined', '');
}

/** The place of a record in the list of the file that it is of, from 1. */
function positionOf(value: Value): string | undefined {
  const pointer =
    typeof value === 'object' && value?.kind === 'context' ? value.pointer : undefined;
  return pointer === undefined ? undefined : String(Number(pointer.split('/').at(-1)) + 1);
}

function isSame(a: Value, b: Value | undefined): boolean {
  if (isUnknown(a) || b === undefined || isUnknown(b)) return false;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if (a.kind === 'number' && b.kind === 'number') return a.n === b.n && a.d === b.d;
  return false;
}
