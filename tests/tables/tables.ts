import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TableRow } from '../../src/base/table.ts';
import { tablesIn } from '../../src/io/tables.ts';
import { temporary } from '../cli/harness.ts';

export interface Told {
  readonly code: string;
  /** The table, without the folder, and the row: `t.csv:7`. */
  readonly at: string;
  readonly params: unknown;
  readonly more: number | undefined;
}

export interface TableTold {
  /** Without the folder. */
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly problems: readonly Told[];
}

/** All tables of a file with this content, or the code of what is wrong with it and, where it has them, its line or reason. */
export async function readTables(
  content: string | Uint8Array,
  name = 't.csv',
): Promise<readonly TableTold[] | string> {
  const folder = temporary();
  const path = join(folder, name);
  writeFileSync(path, content);
  const read = await tablesIn(path);
  if ('problem' in read) {
    const { code, params } = read.problem;
    if ('line' in params) return `${code} ${params.line}`;
    return 'why' in params ? `${code} ${params.why}` : code;
  }
  const short = (text: string) => text.replace(`${folder}/`, '');
  const told: TableTold[] = [];
  for (const { name: table, rows, problems } of read.tables) {
    const all: TableRow[] = [];
    for await (const some of rows) all.push(...some);
    const found = problems.map(({ code, span, params, more }) => ({
      code,
      at: [short(span.source.name), span.source.begins?.line].filter(Boolean).join(':'),
      params: 'path' in params ? { ...params, path: short(params.path) } : params,
      more,
    }));
    told.push({ name: short(table), rows: all, problems: found });
  }
  return told;
}

/** The cells of the only table, row by row. */
export async function cellsOf(content: string | Uint8Array): Promise<unknown> {
  const tables = await readTables(content);
  return typeof tables === 'string' ? tables : tables[0]?.rows.map(({ cells }) => cells);
}

/** What is wrong with the only table: code, place and, where there are more, how many. */
export async function faultsOf(
  content: string | Uint8Array,
  name?: string,
): Promise<readonly string[]> {
  const tables = await readTables(content, name);
  if (typeof tables === 'string') return [tables];
  const problems = tables[0]?.problems ?? [];
  return problems.map(({ code, at, more }) => [code, at, ...(more ? [`+${more}`] : [])].join(' '));
}
