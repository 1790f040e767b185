import type { Entry, Rulebook } from './ast.ts';

/** The rules that lie in the folder of a step, and that its list does not have. */
export function unlistedIn({ strays }: Rulebook, step: Entry<unknown>): readonly string[] {
  const folder = folderOf(step);
  return strays.filter((entry) => folderOf(entry) === folder).map(({ data }) => data.rule);
}

export function folderOf({ path }: Entry<unknown>): string {
  return path.slice(0, path.lastIndexOf('/'));
}
