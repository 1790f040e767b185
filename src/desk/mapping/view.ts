import type { Diagnostic } from '../../base/diagnostic.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { inLanguage, type Language, sayIn } from '../../base/language.ts';
import { keysOf } from '../../base/pointer.ts';
import { columnName } from '../../base/workbook.ts';
import { fieldAlong, parsePath } from '../../dossier/path.ts';
import type { ContextType, Field, Type } from '../../feel/types.ts';
import { boundTables, foldedHeading } from '../../intake/bound.ts';
import { cleaned } from '../../intake/cells.ts';
import { listsIn, unitIn } from '../../intake/fields.ts';
import { type MappingRead, readMapping } from '../../intake/mapping.ts';
import type { Program } from '../../program/ast.ts';
import type { ColumnFile, MainTableFile } from '../../rulebook/files.ts';
import { message, type Problems, wordbooks } from '../../words/messages/messages.ts';
import { pointerAt } from '../../yaml/tree.ts';
import { type CellView, cellSayer, hide, type Shown } from './cells.ts';
import { listOf, placeOf } from './place.ts';
import type { HeldTable } from './held.ts';
import {
  type FieldView,
  fieldView,
  likelyList,
  type Offering,
  offeringOf,
  titleOf,
  type WordView,
} from './targets.ts';

/** A mapping as it is mended on screen, with the tables that lie there. */
export interface MappingView {
  /** As its file has it. */
  readonly text: string;
  /** What kind of file a row is; absent where the text is no mapping. */
  readonly subject?: string;
  readonly subjects: readonly WordView[];
  readonly tables: readonly TableView[];
  /** What the tables may have all of. */
  readonly complete: readonly CompleteView[];
  /** What is wrong with the mapping, of no table by itself. */
  readonly problems: readonly ProblemView[];
  /** Files may be made of the tables by it. */
  readonly isSound: boolean;
  /** Next to nothing of the main table is called as anything in a file: it may be another table altogether. */
  readonly isUnlike: boolean;
}

export interface TableView {
  /** `book.xlsx!Sheet` */
  readonly name: string;
  readonly isHidden: boolean;
  readonly role: 'main' | 'list' | 'none';
  /** The list that its rows fill. */
  readonly list?: string;
  /** The list that they may fill, where they are nothing yet. */
  readonly guess?: string;
  /** The lists that they may fill. */
  readonly lists: readonly WordView[];
  /** The heading of the column with the business number. */
  readonly key?: string;
  /** Its columns, then those that the mapping speaks of and it has not. */
  readonly columns: readonly ColumnView[];
  readonly fixed: readonly FixedView[];
  /** What elements of lists go by, and neither a column nor `fixed` says. */
  readonly wanted: readonly FieldView[];
  readonly problems: readonly ProblemView[];
}

export interface ColumnView {
  /** As spreadsheets name it; absent for one that the table has not. */
  readonly letter?: string;
  readonly heading: string;
  readonly field?: FieldView;
  /** A field that it may be, where it is mapped to none. */
  readonly guess?: FieldView;
  readonly times?: number;
  readonly unit?: string;
  readonly time?: string;
  /** What its words mean, where the mapping says so. */
  readonly codes?: { readonly [cell: string]: string };
  readonly isOptional: boolean;
  /** What the heading says of the unit, and the mapping does not. */
  readonly hint?: { readonly times: number; readonly unit: string };
  /** The first rows. */
  readonly cells: readonly CellView[];
  readonly problems: readonly ProblemView[];
}

/** What is so of every row. */
export interface FixedView {
  readonly field: FieldView;
  readonly value: string;
}

export interface CompleteView {
  readonly path: string;
  readonly title: string;
  readonly isComplete: boolean;
  /** Its rows; its columns where it is a record or a field. */
  readonly of: 'list' | 'fields';
}

export interface ProblemView {
  readonly severity: Diagnostic<Problems>['severity'];
  readonly text: string;
}

/** Columns of a table that are like fields, at least, for it to be one of files. */
const fewest = 3;
/** Columns of a table for which fields are guessed, at most. */
const mostGuesses = 200;

/** Shows a mapping with the tables that lie on the desk. */
export async function mappingView(
  program: Program,
  held: readonly HeldTable[],
  text: string,
  shown: Shown,
): Promise<MappingView> {
  const { language } = shown;
  const source = { name: '', text };
  const { value: read, diagnostics } = readMapping(source, program);
  const tables = held.map(({ beginning }) => beginning);
  const found = read && (await boundTables(read.mapping, tables));
  const problems = [...diagnostics, ...(found?.problems ?? [])];
  const told = new Set<Diagnostic<Problems>>();
  const views = held.map((one) => tableView(one));
  return {
    text,
    ...(read && { subject: read.mapping.subject.name }),
    subjects: [...program.subjects].map(([name, { file }]) => ({
      word: name,
      title: inLanguage(file.title, language) || name,
    })),
    tables: views,
    complete: read ? completeViews(read) : [],
    problems: problems.filter((problem) => !told.has(problem)).map(problemView),
    isSound: read !== undefined && diagnostics.length === 0 && !hasErrors(problems),
    isUnlike: read !== undefined && isUnlike(read),
  };

  function isUnlike({ mapping: { subject } }: MappingRead): boolean {
    const main = views.find(({ role }) => role === 'main');
    const like = main?.columns.filter(
      ({ field, guess }) => guess || (field && field.path !== subject.file.id),
    );
    return like !== undefined && like.length < fewest;
  }

  function problemView(problem: Diagnostic<Problems>): ProblemView {
    return { severity: problem.severity, text: message(sayIn(wordbooks, language), problem) };
  }

  /** Takes out what is wrong at a place of the mapping, or within it. */
  function problemsAt(pointer: readonly string[]): readonly ProblemView[] {
    if (!read) return [];
    const own = problems.filter((problem) => {
      if (told.has(problem) || problem.span.source !== source) return false;
      const at = keysOf(pointerAt(read.yaml, problem.span.start));
      return pointer.every((key, index) => at[index] === key);
    });
    for (const problem of own) told.add(problem);
    return own.map(problemView);
  }

  function tableView(one: HeldTable): TableView {
    const { table, titles, rows } = one;
    const place = placeOf(table.name, read);
    const keys = place?.keys.map(String) ?? [];
    const list = place && listOf(place.table);
    const offered = read && place && offeringOf(program, read.mapping.subject, list);
    const mapped = mappedOf(keys);
    const given = new Map(
      Object.entries(place?.table.columns ?? {}).map(([heading, column]) => [
        foldedHeading(heading),
        { heading, column: typeof column === 'string' ? { to: column } : column },
      ]),
    );
    const seen = new Set<string>();
    const taken = new Set([...given.values()].map(({ column }) => column.to));
    let guesses = 0;
    const columns = titles.flatMap((title, at): ColumnView[] => {
      const folded = foldedHeading(title);
      if (title === '' && rows.every(({ cells }) => (cells[at] ?? '') === '')) return [];
      const own = title === '' || seen.has(folded) ? undefined : given.get(folded);
      seen.add(folded);
      return [columnView(title, at, own)];
    });
    const missing = [...given]
      .filter(([folded]) => !seen.has(folded))
      .map(([, own]) => columnView(own.heading, undefined, own));
    const fixed = Object.entries(place?.table.fixed ?? {}).flatMap(([path, value]): FixedView[] => {
      const target = offered?.at(path);
      const field = target && fieldView(program, target, language, path);
      return field ? [{ field, value: String(value) }] : [];
    });
    const guess =
      read && !place ? likelyList(program, read.mapping.subject, table.name, titles) : undefined;
    const own = place ? problemsAt(keys) : [];
    return {
      name: table.name,
      isHidden: table.isHidden === true,
      role: !place ? 'none' : list === undefined ? 'main' : 'list',
      ...(list !== undefined && { list }),
      ...(guess !== undefined && { guess }),
      lists: listViews(),
      ...(place && { key: place.table.key }),
      columns: [...columns, ...missing],
      fixed,
      wanted: place && offered && list === undefined ? wantedOf(place.table, offered) : [],
      problems: [...own, ...table.problems.map(problemView)],
    };

    function columnView(
      heading: string,
      at: number | undefined,
      own: { readonly heading: string; readonly column: ColumnFile } | undefined,
    ): ColumnView {
      const cells =
        at === undefined ? [] : rows.map((row) => ({ row: row.number, text: row.cells[at] ?? '' }));
      const target = own && offered?.at(own.column.to);
      const field = target && fieldView(program, target, language, own.column.to);
      const column = own && mapped?.find((one) => one.heading === own.heading);
      const samples = cells.map((cell) => cell.text).filter((cell) => cell !== '');
      const isJoining =
        list !== undefined && foldedHeading(heading) === foldedHeading(place?.table.key ?? '');
      const mayGuess = !own && !isJoining && offered && heading !== '' && samples.length > 0;
      if (mayGuess) guesses += 1;
      const likely =
        mayGuess && guesses <= mostGuesses ? offered.guess(heading, samples) : undefined;
      const guess = likely && !taken.has(likely.path) ? likely : undefined;
      if (guess) taken.add(guess.path);
      const say = column && cellSayer(program, column, shown);
      const personal = (target ?? guess)?.field.personal;
      const problems = own ? problemsAt([...keys, 'columns', own.heading]) : [];
      const codes = own?.column.codes;
      const said = typeof codes === 'string' ? read?.data.codes?.[codes] : codes;
      const { times, unit } = unitIn(heading);
      const isHinting = times !== undefined && field?.isNumber && own?.column.times === undefined;
      return {
        ...(at !== undefined && { letter: columnName(at) }),
        heading,
        ...(field && { field }),
        ...(guess && { guess: fieldView(program, guess, language) }),
        ...(own?.column.times !== undefined && { times: own.column.times }),
        ...(own?.column.unit !== undefined && { unit: own.column.unit }),
        ...(own?.column.time !== undefined && { time: own.column.time }),
        ...(said && {
          codes: Object.fromEntries(
            Object.entries(said).map(([cell, word]) => [cell, String(word)]),
          ),
        }),
        isOptional: own?.column.optional === true,
        ...(isHinting && { hint: { times, unit: unit ?? '' } }),
        cells: cells.map(({ row, text: cell }) => ({
          row,
          ...(field?.words && { cell: cleaned(cell) }),
          ...(say ? say(cell) : { written: hide(cell, personal, shown.isUnmasked) }),
        })),
        problems,
      };
    }
  }

  /** The columns of a table that can be read by the mapping. */
  function mappedOf(keys: readonly string[]) {
    if (!read) return undefined;
    if (keys[0] === 'table') return read.mapping.main.columns;
    // lists that something is wrong with are left out: they are found by where they are spoken of
    return read.mapping.lists.find(({ key }) => {
      const at = keysOf(pointerAt(read.yaml, key.span.start));
      return keys.every((one, index) => at[index] === one);
    })?.columns;
  }

  function listViews(): readonly WordView[] {
    if (!read) return [];
    return listsIn(read.mapping.subject.type).map(({ path, title }) => ({
      word: path,
      title: inLanguage(title, language) || path,
    }));
  }

  /** Of elements that columns lead to: what they are told apart by, and what says of what kind they are. */
  function wantedOf(
    { columns, fixed = {} }: MainTableFile,
    offered: Offering,
  ): readonly FieldView[] {
    if (!read) return [];
    const { type } = read.mapping.subject;
    const paths = Object.values(columns).map((one) => (typeof one === 'string' ? one : one.to));
    const given = new Set([...paths, ...Object.keys(fixed)]);
    const elements = new Set([...given].flatMap((path) => /^.*\[\d+\]/u.exec(path) ?? []));
    return [...elements].flatMap((element) => {
      const steps = parsePath(element);
      const field = steps && fieldAlong(type, steps);
      if (field?.type.kind !== 'list' || field.type.of.kind !== 'context') return [];
      return tellingOf(field, field.type.of)
        .map((name) => `${element}.${name}`)
        .filter((path) => !given.has(path))
        .flatMap((path) => {
          const target = offered.at(path);
          return target ? [fieldView(program, target, language, path)] : [];
        });
    });
  }

  function completeViews({ data, mapping: { main, lists, subject } }: MappingRead) {
    const complete = new Set(data.complete);
    const all = new Map<string, CompleteView['of']>();
    for (const { list } of lists) all.set((list ?? []).join('.'), 'list');
    for (const { steps } of main.columns) {
      const [first, second] = steps;
      if (!first || !('name' in first) || steps.length < 2) continue;
      const isElement = second !== undefined && 'element' in second;
      if (!all.has(first.name)) all.set(first.name, isElement ? 'list' : 'fields');
    }
    for (const path of complete) if (!all.has(path)) all.set(path, 'fields');
    return [...all].map(([path, of]): CompleteView => ({
      path,
      title: titlesAlong(subject.type, path, language),
      isComplete: complete.has(path),
      of,
    }));
  }
}

function tellingOf({ key }: Field, { fields }: ContextType): readonly string[] {
  const kinds = [...fields.values()].filter((field) => field.kind).map(({ name }) => name);
  return [...(key === undefined ? [] : [key]), ...kinds.filter((name) => name !== key)];
}

/** The titles of the fields that a path leads through; the path itself where it leads nowhere. */
function titlesAlong(type: ContextType, path: string, language: Language): string {
  const names = path.replaceAll(/\[\d*\]/gu, '').split('.');
  const titles: string[] = [];
  let here: ContextType | undefined = type;
  for (const name of names) {
    const field: Field | undefined = here?.fields.get(name);
    if (!field) return path;
    titles.push(titleOf(field, language));
    const inner: Type = field.type.kind === 'list' ? field.type.of : field.type;
    here = inner.kind === 'context' ? inner : undefined;
  }
  return titles.join(language.startsWith('zh') ? '／' : ' / ');
}
