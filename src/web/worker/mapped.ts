import { digestOf } from '../../base/bytes.ts';
import { type Mapped, mappedTables, type MappedRead } from '../../desk/intake.ts';
import { tablesOf } from '../../tables/tables.ts';
import { webPlatform } from '../platform.ts';
import { bytesOf, kindsOf } from './kinds.ts';
import { openedDesk } from './open.ts';
import { type GivenFile, type MappingText, work } from './work.ts';

/** The files that the mapping at work makes of its tables; undefined where there is none, or it cannot be used. */
export async function mappedFiles(): Promise<Mapped | undefined> {
  const { mapping, files } = work;
  if (!mapping) return undefined;
  const kinds = await kindsOf(files);
  const tables = files.filter((_, index) => {
    const found = kinds[index];
    return found && 'kind' in found && found.kind === 'table';
  });
  return (await mappedBy(mapping, tables)).mapped;
}

/** Files of tables by a mapping, or why there are none. */
export async function mappedBy(
  { name, text }: MappingText,
  files: readonly GivenFile[],
): Promise<MappedRead> {
  const { program, languages } = openedDesk();
  const digest = (of: string) => digestOf(of, webPlatform);
  const reads = await Promise.all(files.map(async (one) => tablesOf(bytesOf(one), webPlatform)));
  const tables = reads.flatMap((read) => ('tables' in read ? read.tables : []));
  const source = { name, text, digest: digest(text) };
  const read = await mappedTables(program, { source, languages, digestOf: digest }, tables);
  const problems = reads.flatMap((one) => ('problem' in one ? [one.problem] : []));
  return problems.length > 0 ? { mapped: undefined, problems } : read;
}
