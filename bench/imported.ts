import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadRulebook } from '../src/cli/load.ts';
import { tablesIn } from '../src/io/tables/tables.ts';
import { boundTables } from '../src/intake/bound.ts';
import { mappingFrom } from '../src/intake/mapping.ts';
import { intakeOf } from '../src/intake/rows.ts';

const exports = join(import.meta.dirname, '..', 'examples', 'exports');

/** The mapping of the core system’s table that is shipped. */
export const mappingPath = join(exports, 'core-loans.mapping.yaml');

/** A table as large as a book, and the same files as a stream of JSON. */
export interface Imported {
  readonly table: string;
  readonly stream: string;
}

/** Writes the rows of the shipped export again and again, each with a number of its own, into a folder. */
export async function importedFiles(count: number, folder: string): Promise<Imported> {
  const text = new TextDecoder('gb18030').decode(readFileSync(join(exports, 'core-loans.csv')));
  const [heading = '', ...lines] = text.split(/\r?\n/u).filter((line) => line.includes(','));
  const rows = lines.filter((line) => line.startsWith('JJ'));
  const made = Array.from({ length: count }, (_, number) => {
    const row = rows[number % rows.length] ?? '';
    return `JJ${String(number).padStart(9, '0')}${row.slice(row.indexOf(','))}`;
  });
  const table = join(folder, 'core-loans.csv');
  writeFileSync(table, [heading, ...made, ''].join('\n'));
  const stream = join(folder, 'core-loans.ndjson');
  writeFileSync(stream, (await textsOf(table)).join(''));
  return { table, stream };
}

/** The files that a table comes to. */
async function textsOf(path: string): Promise<readonly string[]> {
  const { program } = loadRulebook('rules');
  const source = { name: mappingPath, text: readFileSync(mappingPath, 'utf8') };
  const mapping = program && mappingFrom(source, program).value;
  const read = await tablesIn(path);
  if (!mapping || !('tables' in read)) throw new Error('the shipped export is read');
  const { bound } = await boundTables(mapping, read.tables);
  const lines: string[] = [];
  for await (const some of intakeOf(mapping, bound).texts())
    lines.push(...some.map((one) => `${one.source.text}\n`));
  return lines;
}
