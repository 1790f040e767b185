import { isNamed } from '../../intake/bound.ts';
import type { MappingRead } from '../../intake/mapping.ts';
import type { ListTableFile, MainTableFile } from '../../rulebook/files.ts';

/** The list that the rows of a table fill. */
export function listOf(table: MainTableFile | ListTableFile): string | undefined {
  return 'list' in table ? table.list : undefined;
}

/** Where a mapping speaks of a table on the desk. */
export function placeOf(
  name: string,
  read: Pick<MappingRead, 'data'> | undefined,
):
  | { readonly keys: readonly (string | number)[]; readonly table: MainTableFile | ListTableFile }
  | undefined {
  if (!read) return undefined;
  const { table, lists = [] } = read.data;
  const index = lists.findIndex((one) => isNamed(name, one.name));
  const list = lists[index];
  if (list) return { keys: ['lists', index], table: list };
  const isMain = table.name === undefined || isNamed(name, table.name);
  return isMain ? { keys: ['table'], table } : undefined;
}
