import type { Expression, Table } from '../program/ast.ts';
import type { Box } from './box.ts';
import { partsOfCell, valuesIn, type ValueOf } from './cells.ts';
import { type Domain, domainOf } from './domain.ts';

/** A table on some days, as boxes over the domains of its inputs. */
export interface Columns {
  readonly domains: readonly Domain[];
  /** The box of each row; undefined for one that no input can match. */
  readonly rows: readonly (Box | undefined)[];
}

/** What keeps a table from being proved; row and column count from 0. */
export interface Unread {
  readonly why: 'cell' | 'input';
  readonly row?: number;
  readonly column: number;
}

type Rows = Table['editions'][number]['rows'];

/** For an input that no row asks after, of whatever type: it has one value as far as the table goes. */
const indifferent: Domain = { ordered: undefined, ends: [], words: [], titles: new Map(), all: 1n };

export function columnsOf(
  inputs: readonly Expression[],
  rows: Rows,
  valueOf: ValueOf,
): Columns | Unread {
  const columns = inputs.map((input, column) => columnOf(input, column, rows, valueOf));
  const domains: Domain[] = [];
  const parts: (readonly bigint[])[] = [];
  for (const column of columns) {
    if ('why' in column) return column;
    domains.push(column.domain);
    parts.push(column.parts);
  }
  const boxes = rows.map((_, row) => {
    const box = parts.map((column) => column[row] ?? 0n);
    return box.includes(0n) ? undefined : box;
  });
  return { domains, rows: boxes };
}

function columnOf(
  { core }: Expression,
  column: number,
  rows: Rows,
  valueOf: ValueOf,
): { readonly domain: Domain; readonly parts: readonly bigint[] } | Unread {
  const cells = rows.map((row) => row.cells[column]?.tests ?? []);
  if (cells.every((tests) => tests.every(({ kind }) => kind === 'any')))
    return { domain: indifferent, parts: cells.map(() => indifferent.all) };
  const values = cells.map((tests) => valuesIn(tests, valueOf));
  const unread = values.indexOf(undefined);
  if (unread >= 0) return { why: 'cell', row: unread, column };
  const domain = domainOf(
    core,
    values.flatMap((list) => list ?? []),
  );
  if (!domain) return { why: 'input', column };
  const parts: bigint[] = [];
  for (const [row, tests] of cells.entries()) {
    const found = partsOfCell(tests, domain, valueOf);
    if (found === undefined) return { why: 'cell', row, column };
    parts.push(found);
  }
  return { domain, parts };
}
