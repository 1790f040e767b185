import type { Entry, Rulebook } from './ast.ts';
import { folderOfPath } from './folder.ts';

/** The rules that lie in the folder of a step, and that its list does not have. */
export function unlistedIn({ strays }: Rulebook, step: Entry<unknown>): readonly string[] {
  const folder = folderOfPath(step.path);
  return strays.filter(({ path }) => folderOfPath(path) === folder).map(({ data }) => data.rule);
}
