import type { Book, BookRule } from './book.ts';
import { isRecord, type Json, type JsonRecord } from './dossiers.ts';
import { withValue, type Way } from './holes.ts';
import { smaller, type Term } from './term.ts';

/** Books with something left out, the most first; not all of them type. */
export function* smallerBooks(book: Book): Generator<Book> {
  for (const index of book.rules.keys())
    if (book.rules.length > 1) yield { ...book, rules: book.rules.toSpliced(index, 1) };
  const needed = withoutUnused(book);
  if (countOf(needed) < countOf(book)) yield needed;
  for (const index of book.definitions.keys())
    yield { ...book, definitions: book.definitions.toSpliced(index, 1) };
  for (const index of book.tables.keys())
    yield { ...book, tables: book.tables.toSpliced(index, 1) };
  for (const index of book.codes.keys()) yield { ...book, codes: book.codes.toSpliced(index, 1) };
  for (const index of book.parameters.keys())
    yield { ...book, parameters: book.parameters.toSpliced(index, 1) };
  for (const [index, rule] of book.rules.entries()) {
    for (const less of smallerRules(rule)) yield { ...book, rules: book.rules.with(index, less) };
  }
  for (const [index, definition] of book.definitions.entries()) {
    for (const editions of fewer(definition.editions, ({ is, ...span }) =>
      terms(is, (less) => ({ ...span, is: less })),
    ))
      yield { ...book, definitions: book.definitions.with(index, { ...definition, editions }) };
  }
  for (const [index, table] of book.tables.entries()) {
    for (const [column, input] of table.inputs.entries()) {
      for (const less of smaller(input))
        yield {
          ...book,
          tables: book.tables.with(index, { ...table, inputs: table.inputs.with(column, less) }),
        };
    }
    for (const editions of fewer(table.editions, function* ({ rows, ...span }) {
      for (const row of rows.keys())
        if (rows.length > 1) yield { ...span, rows: rows.toSpliced(row, 1) };
    }))
      yield { ...book, tables: book.tables.with(index, { ...table, editions }) };
  }
  yield* smallerCodes(book);
}

/** Code sets with a row or an edition less. */
function* smallerCodes(book: Book): Generator<Book> {
  for (const [index, set] of book.codes.entries()) {
    for (const editions of fewer(set.editions, function* ({ rows, ...span }) {
      for (const row of rows.keys())
        if (rows.length > 1) yield { ...span, rows: rows.toSpliced(row, 1) };
    }))
      yield { ...book, codes: book.codes.with(index, { ...set, editions }) };
  }
}

function countOf({ definitions, tables, parameters, codes }: Book): number {
  return definitions.length + tables.length + parameters.length + codes.length;
}

/** The book without what no rule names, itself or through what it names. */
function withoutUnused(book: Book): Book {
  const all = [...book.definitions, ...book.tables, ...book.parameters, ...book.codes];
  const kept = new Set<string>();
  let told = JSON.stringify(book.rules);
  for (let before = -1; before < kept.size;) {
    before = kept.size;
    for (const one of all) {
      if (kept.has(one.name) || !told.includes(one.name)) continue;
      kept.add(one.name);
      told += JSON.stringify(one);
    }
  }
  const isKept = ({ name }: { readonly name: string }) => kept.has(name);
  return {
    ...book,
    definitions: book.definitions.filter(isKept),
    tables: book.tables.filter(isKept),
    parameters: book.parameters.filter(isKept),
    codes: book.codes.filter(isKept),
  };
}

function* smallerRules(rule: BookRule): Generator<BookRule> {
  if (rule.products) yield { ...rule, products: undefined };
  if (rule.since || rule.ended) yield { ...rule, since: false, ended: false };
  if (rule.each) {
    yield { ...rule, each: undefined };
    for (const list of smaller(rule.each.list)) yield { ...rule, each: { ...rule.each, list } };
  }
  for (const editions of fewer(rule.editions, function* (edition) {
    const { lets = [], asOf, when, require } = edition;
    for (const [index, { name, is }] of lets.entries()) {
      yield { ...edition, lets: lets.toSpliced(index, 1) };
      for (const less of smaller(is))
        yield { ...edition, lets: lets.with(index, { name, is: less }) };
    }
    if (when) yield { ...edition, when: undefined };
    if (when) for (const less of smaller(when)) yield { ...edition, when: less };
    for (const less of smaller(require)) yield { ...edition, require: less };
    if (!asOf) return;
    const plain: Term = { sort: 'day', bare: false, parts: ['asOfDay'] };
    if (asOf.parts[0] !== 'asOfDay' || asOf.parts.length > 1) yield { ...edition, asOf: plain };
    for (const less of smaller(asOf)) yield { ...edition, asOf: less };
    if (edition.from !== '1900-01-01') yield { ...edition, from: '1900-01-01' };
  }))
    yield { ...rule, editions };
}

/** A list without one of its elements, or with one of them smaller. */
function* fewer<T>(all: readonly T[], less: (one: T) => Iterable<T>): Generator<readonly T[]> {
  for (const index of all.keys()) if (all.length > 1) yield all.toSpliced(index, 1);
  for (const [index, one] of all.entries()) {
    for (const other of less(one)) yield all.with(index, other);
  }
}

function* terms<T>(of: Term, make: (less: Term) => T): Generator<T> {
  for (const less of smaller(of)) yield make(less);
}

/** Files with something left out. */
export function* smallerFiles(file: JsonRecord): Generator<JsonRecord> {
  for (const way of waysOf(file, [])) {
    const last = way.at(-1);
    if (typeof last === 'string') yield withValue(file, way, undefined) as JsonRecord;
    else if (last !== undefined) yield without(file, way.slice(0, -1), last) as JsonRecord;
  }
}

function without(file: Json, way: Way, index: number): Json {
  let list: Json | undefined = file;
  for (const step of way)
    list = Array.isArray(list)
      ? (list as readonly Json[])[Number(step)]
      : isRecord(list)
        ? list[String(step)]
        : undefined;
  return Array.isArray(list)
    ? withValue(file, way, (list as readonly Json[]).toSpliced(index, 1))
    : file;
}

function* waysOf(value: Json, way: Way): Generator<Way> {
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      yield [...way, index];
      yield* waysOf(item, [...way, index]);
    }
  } else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (way.length === 0 && name === 'id') continue;
      yield [...way, name];
      yield* waysOf(inner, [...way, name]);
    }
  }
}

/**
 * The smallest that still fails, found by leaving out what can be left out.
 *
 * @param tries - candidates tried, at most
 */
export function smallest<T>(
  whole: T,
  candidates: (one: T) => Iterable<T>,
  fails: (one: T) => boolean,
  tries = 300,
): T {
  let found = whole;
  let left = tries;
  for (let again = true; again && left > 0;) {
    again = false;
    for (const candidate of candidates(found)) {
      left -= 1;
      if (left <= 0) break;
      if (!fails(candidate)) continue;
      found = candidate;
      again = true;
      break;
    }
  }
  return found;
}
