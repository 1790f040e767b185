import { setFlagsFromString } from 'node:v8';

import type { Table } from '../base/table.ts';
import { type Mapped, mappedTables } from '../desk/intake.ts';
import { boundTables } from '../intake/bound.ts';
import { mappingFrom } from '../intake/mapping.ts';
import { digestOfBytes } from '../io/digest.ts';
import { tablesIn } from '../io/tables.ts';
import type { Language } from '../base/language.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { sourceAt } from './option-file.ts';
import type { Sound } from './sound.ts';

/** Undefined where no mapping is given, `wrong` after complaining of one that cannot be used. */
export async function mappedOf(
  call: Call,
  paths: readonly string[],
  { program, language }: Pick<Sound, 'program' | 'language'>,
  languages: readonly Language[],
): Promise<Mapped | 'wrong' | undefined> {
  const path = call.text('mapping');
  if (path === undefined) return undefined;
  const source = sourceAt(path, language);
  const tables = source && (await tablesOf(paths, language));
  if (!source || !tables) return 'wrong';
  const digest = digestOfBytes(source.text);
  const given = { source: { ...source, digest }, languages, digestOf: digestOfBytes };
  const { mapped, problems } = await mappedTables(program, given, tables);
  complainOf(problems, language);
  // most of what an import leaves open is evaluated and thrown away: memory is to be swept early, and not to grow first
  setFlagsFromString('--heap-growing-percent=20');
  return mapped ?? 'wrong';
}

/** A mapping, and what it says of the tables of files; undefined after complaining of what cannot be read. */
export async function boundBy(
  path: string,
  paths: readonly string[],
  { program, language }: Pick<Sound, 'program' | 'language'>,
) {
  const source = sourceAt(path, language);
  if (!source) return undefined;
  const { value: mapping, diagnostics } = mappingFrom(source, program);
  complainOf(diagnostics, language);
  const tables = mapping && (await tablesOf(paths, language));
  if (!mapping || !tables) return undefined;
  const { bound, problems } = await boundTables(mapping, tables);
  complainOf(problems, language);
  return { bound, problems };
}

/** The tables of files; undefined after complaining of one that has none. */
export async function tablesOf(
  paths: readonly string[],
  language: Language,
): Promise<readonly Table[] | undefined> {
  const reads = await Promise.all(paths.map(tablesIn));
  const problems = reads.flatMap((read) => ('problem' in read ? [read.problem] : []));
  complainOf(problems, language);
  if (problems.length > 0) return undefined;
  return reads.flatMap((read) => ('tables' in read ? read.tables : []));
}
