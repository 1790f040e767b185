import type { Diagnostic } from '../base/diagnostic.ts';
import { isTotal } from '../base/headings.ts';
import type { RowPart, Source, TableLayout } from '../base/source.ts';
import type { TableRow } from '../base/table.ts';
import { columnName } from '../base/workbook.ts';
import { type BoundTable, cellSpan, rowsBelow } from './bound.ts';
import { keyCell } from './cells.ts';
import type { Mapping } from './mapping.ts';
import type { IntakeProblems, RefusedWhy } from './problems.ts';
import { newReconciling, type Reconciled } from './reconcile.ts';
import { recordWriter } from './record-writer.ts';

type Problem = Diagnostic<IntakeProblems>;

/** The text of a file that was made of rows. */
export interface RowText {
  readonly source: Source;
  readonly record: { readonly number: number; readonly line: number };
}

/** Rows that become files, and what they came to. */
export interface Intake {
  /** The texts of files, some at a time. */
  readonly texts: () => AsyncGenerator<readonly RowText[]>;
  /** What was wrong with rows, once all were read. */
  readonly problems: readonly Problem[];
  /** By table, the main one first, once all were read. */
  readonly reconciled: () => readonly Reconciled[];
}

/** Cells that a row of notes below the sums has, at most. */
const mostOfNotes = 2;

/** Problems of one kind in one table that are told one by one. */
const mostTold = 20;

/** @param bound - the main table and those of the lists, all of which were found */
export function intakeOf({ complete }: Mapping, bound: readonly BoundTable[]): Intake {
  const problems: Problem[] = [];
  const layouts = bound.map(layoutOf);
  const reconciling = bound.map((table) => newReconciling(table));
  const [main, ...children] = bound;
  const counts = new Map<string, number>();
  return {
    texts,
    problems,
    reconciled: () => reconciling.map((one) => one.reconciled()),
  };

  async function* texts(): AsyncGenerator<readonly RowText[]> {
    if (!main) return;
    const joined: Joined[] = [];
    for (const [index, child] of children.entries())
      // eslint-disable-next-line no-await-in-loop -- one after the other
      joined.push(await joinedRows(child, index + 1));
    yield* ofMain(main, joined);
    for (const { rows, table, place } of joined)
      for (const [number, left] of rows) refuseAll(table, place, number, left);
    for (const [place, one] of reconciling.entries())
      for (const problem of one.suspicions()) tell(place, problem);
  }

  async function* ofMain(
    table: BoundTable,
    joined: readonly Joined[],
  ): AsyncGenerator<readonly RowText[]> {
    const { mapped, columns } = table;
    const lists = joined.map(({ list }) => list);
    const write = recordWriter(
      columns.map((one) => one.mapped),
      mapped.fixed,
      lists,
      complete,
    ).write;
    const keys = new Set<string>();
    let number = 0;
    for await (const some of rowsBelow(table)) {
      const made: RowText[] = [];
      for (const row of some) {
        const key = taken(table, 0, row);
        if (key === undefined) continue;
        const isAgain = keys.has(key);
        keys.add(key);
        const json = isAgain ? undefined : cellsOf(table, 0, row);
        const more = new Map<string, readonly string[]>();
        const parts: RowPart[] = [{ pointer: '', table: 0, row: row.number, from: '' }];
        const own = joined.flatMap((one) => {
          const rows = one.rows.get(key) ?? [];
          if (json) one.rows.delete(key);
          return rows.length > 0 ? [{ ...one, rows }] : [];
        });
        if (!json) {
          if (isAgain) refuse(table, 0, row, 'duplicate', table.keyColumn);
          continue;
        }
        reconciling[0]?.read(row);
        for (const { list, rows } of own)
          more.set(list, [...(more.get(list) ?? []), ...rows.map((one) => one.json)]);
        const elements = new Map<string, number>();
        const text = write(json, more, (pointer, from) => {
          parts.push({ pointer, table: 0, row: row.number, from });
          const list = pointer.slice(0, pointer.lastIndexOf('/'));
          elements.set(list, (elements.get(list) ?? 0) + 1);
        });
        for (const { list, rows, place } of own) {
          const at = `/${list.replaceAll('.', '/')}`;
          for (const child of rows) {
            const index = elements.get(at) ?? 0;
            elements.set(at, index + 1);
            if (child.isRead) reconciling[place]?.read(child.row);
            parts.push({
              pointer: `${at}/${index}`,
              table: place,
              row: child.row.number,
              from: '',
            });
          }
        }
        number += 1;
        made.push({
          source: {
            name: table.table.name,
            text,
            begins: { line: row.number, column: 1 },
            rows: { tables: layouts, rows: parts },
          },
          record: { number, line: row.number },
        });
      }
      if (made.length > 0) yield made;
    }
  }

  /** The rows of a list by their business numbers. */
  async function joinedRows(table: BoundTable, place: number): Promise<Joined> {
    const list = (table.mapped.list ?? []).join('.');
    const inside = complete
      .filter((path) => path.startsWith(`${list}[].`))
      .map((path) => path.slice(list.length + 3));
    const mapped = table.columns.map((one) => one.mapped);
    const { write } = recordWriter(mapped, table.mapped.fixed, [], inside);
    const rows = new Map<string, JoinedRow[]>();
    for await (const some of rowsBelow(table)) {
      for (const row of some) {
        const key = taken(table, place, row);
        if (key === undefined) continue;
        const json = cellsOf(table, place, row);
        // a row that is there and was not read keeps its list from being complete: its file never passes
        const made = json
          ? { row, json: write(json, new Map(), () => {}), isRead: true }
          : { row, json: notRead, isRead: false };
        const known = rows.get(key);
        if (known) known.push(made);
        else rows.set(key, [made]);
      }
    }
    return { list, rows, table, place };
  }

  /** The business number of a row that is to be read; undefined for one that is none, or is refused. */
  function taken(table: BoundTable, place: number, row: TableRow): string | undefined {
    const own = reconciling[place];
    if (isTotal(row)) {
      for (const problem of own?.total(row) ?? []) tell(place, problem);
      return undefined;
    }
    const key = keyCell(row.cells[table.keyColumn] ?? '');
    // below the sums stand names and days of whoever made the table
    if (own?.isBehindTotals() && (key === '' || filled(row) <= mostOfNotes)) return undefined;
    if (row.ragged) {
      // who read the table tells of it
      own?.refuse(row, 'ragged');
      return place > 0 && key !== '' ? key : undefined;
    }
    if (key === '') refuse(table, place, row, 'no-key', table.keyColumn);
    return key === '' ? undefined : key;
  }

  /** What a row has in each column; undefined where it is refused. */
  function cellsOf(
    table: BoundTable,
    place: number,
    row: TableRow,
  ): readonly (string | undefined)[] | undefined {
    if (row.ragged) return undefined;
    const cells: (string | undefined)[] = [];
    for (const { mapped, at } of table.columns) {
      if (row.errors?.has(at)) {
        refuse(table, place, row, 'formula', at, row.errors.get(at));
        return undefined;
      }
      const read = mapped.read(row.cells[at] ?? '');
      if (read === 'turned') {
        refuse(table, place, row, 'turned', at, row.cells[at]);
        return undefined;
      }
      cells.push(read === 'blank' ? undefined : read.json);
    }
    return cells;
  }

  /** Rows that no row of the main table has the number of: one line tells of all of them. */
  function refuseAll(
    table: BoundTable,
    place: number,
    number: string,
    all: readonly JoinedRow[],
  ): void {
    const left = all.flatMap(({ row, isRead }) => (isRead ? [row] : []));
    const why = 'no-main-row';
    for (const row of left) reconciling[place]?.refuse(row, why);
    const [first, ...others] = left;
    if (!first) return;
    const ranges = rangesOf(left.map((row) => row.number));
    const rows = others.length > 0 ? { rows: { number, count: left.length, ranges } } : {};
    const span = cellSpan(table, first.number, table.keyColumn);
    const params = { why, text: '', ...rows } as const;
    tell(place, { code: 'intake/row-refused', severity: 'error', span, params });
  }

  function refuse(
    table: BoundTable,
    place: number,
    row: TableRow,
    why: RefusedWhy,
    at?: number,
    text = '',
  ): void {
    reconciling[place]?.refuse(row, why);
    const params = { why, text };
    const span = cellSpan(table, row.number, at);
    tell(place, { code: 'intake/row-refused', severity: 'error', span, params });
  }

  function tell(place: number, problem: Problem): void {
    const key = `${place} ${problem.code}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= mostTold) problems.push(problem);
    else {
      const last = problems.findLastIndex(
        ({ code, span }) => code === problem.code && span.source.name === problem.span.source.name,
      );
      const before = problems[last];
      if (before) problems[last] = { ...before, more: count - mostTold };
    }
  }
}

interface Joined {
  readonly list: string;
  readonly rows: Map<string, JoinedRow[]>;
  readonly table: BoundTable;
  readonly place: number;
}

interface JoinedRow {
  readonly row: TableRow;
  readonly json: string;
  readonly isRead: boolean;
}

/** In place of an element that was refused: no record. */
const notRead = '"?"';

function layoutOf({ mapped: { fixed }, table, columns, titles }: BoundTable): TableLayout {
  const named = columns.map(({ mapped, at }) => [
    mapped.pointer,
    { letter: columnName(at), heading: titles[at] ?? '' },
  ]);
  return {
    sheet: table.name,
    columns: Object.fromEntries(named) as TableLayout['columns'],
    ...(fixed.length > 0 && { fixed: fixed.map(({ pointer }) => pointer) }),
  };
}

/** @param numbers - in ascending order */
function rangesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

function filled({ cells }: TableRow): number {
  return cells.filter((cell) => cell !== '').length;
}
