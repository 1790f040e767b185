import type { Diagnostic } from '../base/diagnostic.ts';
import { headingsOf, rowsForHeadings } from '../base/headings.ts';
import type { Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import type { Table, TableRow } from '../base/table.ts';
import { columnName } from '../base/workbook.ts';
import type { MappedColumn, MappedTable, Mapping } from './mapping.ts';
import type { IntakeProblems } from './problems.ts';

type Problem = Diagnostic<IntakeProblems>;

/** A table of the files with what the mapping says of it. */
export interface BoundTable {
  readonly mapped: MappedTable;
  readonly table: Table;
  readonly titles: readonly string[];
  /** The last row of headings. */
  readonly headingRow: number;
  readonly keyColumn: number;
  /** The mapped columns that the table has, each with its place. */
  readonly columns: readonly { readonly mapped: MappedColumn; readonly at: number }[];
  /** The headings that nothing is mapped to. */
  readonly unmapped: readonly string[];
}

/** Finds the tables and columns that a mapping names. */
export async function boundTables(
  { main, lists }: Mapping,
  tables: readonly Table[],
): Promise<{ readonly bound: readonly BoundTable[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const bound: BoundTable[] = [];
  for (const mapped of [main, ...lists]) {
    const found = tables.filter(
      ({ name }) => mapped.name === undefined || isNamed(name, mapped.name),
    );
    const [table] = found;
    if (!table || found.length > 1) {
      const names = tables.map(({ name }) => name);
      problems.push({
        code: 'intake/no-table',
        severity: 'error',
        span: mapped.span,
        params: { name: mapped.name ?? '', tables: names, several: found.length > 1 },
      });
      continue;
    }
    // eslint-disable-next-line no-await-in-loop -- a table is read from its beginning each time
    const rows = await firstRows(table);
    const headings = headingsOf(rows);
    const titles = headings?.titles ?? [];
    const missing: Problem[] = [];
    const columnOf = (heading: string, span: Problem['span'], isOptional = false): number => {
      const at = titles.findIndex((title) => isSame(title, heading));
      if (at < 0 && !isOptional) {
        const near = nearest(heading, titles);
        missing.push({
          code: 'intake/unknown-heading',
          severity: 'error',
          span,
          params: { heading, table: table.name, near },
        });
      }
      const again = at < 0 ? -1 : titles.findLastIndex((title) => isSame(title, heading));
      if (again > at)
        problems.push({
          code: 'intake/heading-twice',
          severity: 'error',
          span,
          params: { heading, table: table.name, first: columnName(at), again: columnName(again) },
        });
      return at;
    };
    const keyColumn = columnOf(mapped.key.heading, mapped.key.span);
    const columns = mapped.columns.flatMap((one) => {
      const at = columnOf(one.heading, one.span, one.isOptional);
      return at < 0 ? [] : [{ mapped: one, at }];
    });
    // of a file that is another altogether one heading says enough
    problems.push(...(keyColumn < 0 && columns.length === 0 ? missing.slice(0, 1) : missing));
    const used = new Set([keyColumn, ...columns.map(({ at }) => at)]);
    const unmapped = titles.filter((title, at) => title !== '' && !used.has(at));
    const headingRow = headings?.row ?? 0;
    bound.push({ mapped, table, titles, headingRow, keyColumn, columns, unmapped });
  }
  return { bound, problems };
}

/** A cell, or a row, of a table: nothing of it is quoted. */
export function cellSpan(
  table: { readonly table: Pick<Table, 'name'>; readonly titles: readonly string[] },
  row: number,
  at: number | undefined,
): Span {
  const { name } = table.table;
  const column =
    at === undefined ? {} : { '': { letter: columnName(at), heading: table.titles[at] ?? '' } };
  const source = {
    name,
    text: '',
    begins: { line: row, column: (at ?? 0) + 1 },
    rows: {
      tables: [{ sheet: name, columns: column }],
      rows: [{ pointer: '', table: 0, row, from: '' }],
    },
  };
  return { source, start: 0, end: 0 };
}

/** The rows among which headings are looked for. */
export async function firstRows({ rows }: Table): Promise<readonly TableRow[]> {
  const first: TableRow[] = [];
  for await (const some of rows) {
    first.push(...some.slice(0, rowsForHeadings));
    if (first.length >= rowsForHeadings) break;
  }
  return first;
}

/** Whether a table is meant by a name: of its sheet or its file, with or without folder; `*` is any characters. */
export function isNamed(table: string, name: string): boolean {
  const [path = '', sheet] = table.split('!');
  const file = path.slice(path.lastIndexOf('/') + 1);
  const names = [...(sheet === undefined ? [] : [sheet]), table, path, file];
  return names.some((one) => isLike(one, name));
}

/** Whether a text has the parts of a pattern between its stars, in their order. */
function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return text === pattern;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at + last.length <= text.length;
}

/** Full-width brackets and blanks make no other heading. */
function isSame(a: string, b: string): boolean {
  return foldedHeading(a) === foldedHeading(b);
}

export function foldedHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s*＊]/gu, '')
    .toLowerCase();
}

/** The rows below the headings. */
export async function* rowsBelow({
  table,
  headingRow,
}: BoundTable): AsyncGenerator<readonly TableRow[]> {
  for await (const some of table.rows) yield some.filter(({ number }) => number > headingRow);
}
