import { headingsOf, isTotal } from '../base/headings.ts';
import { positionOf } from '../base/source.ts';
import type { Table, TableRow } from '../base/table.ts';
import { field, plainOf, scalarKind, type Yaml } from '../yaml/tree.ts';

/** A register of waivers (例外审批台账) as rows under headings: a table, or the records of a YAML list. */
export interface WaiverTable {
  readonly name: string;
  readonly titles: readonly string[];
  /** As spreadsheets count, or the line of the first record. */
  readonly headingRow: number;
  readonly rows: readonly TableRow[];
  /** Whether its columns have letters. */
  readonly isSheet: boolean;
}

/** The rows of a table that are below its headings and are no sums. */
export async function waiverTable(table: Table): Promise<WaiverTable> {
  const rows: TableRow[] = [];
  for await (const some of table.rows) rows.push(...some);
  const { titles = [], row: headingRow = 1 } = headingsOf(rows) ?? {};
  const below = rows.filter((row) => row.number > headingRow && !isTotal(row));
  return { name: table.name, titles, headingRow, rows: below, isSheet: true };
}

/**
 * The records of a list, or of the list in a record; undefined for anything else.
 *
 * @param list - the name of that list
 */
export function waiverRecords(yaml: Yaml, list: string): WaiverTable | undefined {
  const records = yaml.kind === 'map' ? field(yaml, list) : yaml;
  if (records?.kind !== 'list') return undefined;
  const keys = records.items.flatMap((item) =>
    item.kind === 'map' ? item.entries.map(({ key }) => key.text) : [],
  );
  const titles = [...new Set(keys)];
  const rows = records.items.map((item) => ({
    number: positionOf(item.span).line,
    cells: titles.map((title) => cellOf(item.kind === 'map' ? field(item, title) : undefined)),
  }));
  const headingRow = rows[0]?.number ?? 1;
  return { name: yaml.span.source.name, titles, headingRow, rows, isSheet: false };
}

/** What is in a list is said in one cell. */
function cellOf(yaml: Yaml | undefined): string {
  if (yaml?.kind === 'list') return yaml.items.map(cellOf).join('、');
  if (yaml?.kind === 'text') return scalarKind(yaml) === 'null' ? '' : yaml.text;
  return yaml ? JSON.stringify(plainOf(yaml)) : '';
}
