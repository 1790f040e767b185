import { statSync } from 'node:fs';

import { filesBelow } from '../io/folder.ts';
import { dossierPaths } from '../io/paths.ts';
import { rulebookPaths } from '../io/rulebook-paths.ts';
import type { Inputs } from '../io/target.ts';

/**
 * What a command reads and its output must not replace: the files of its rulebook, dossiers, check-lists.
 *
 * @param dossiers - files, folders, globs, `-`
 * @param answers - files and folders of check-lists
 */
export function inputsOf(
  { folder }: { readonly folder: string },
  dossiers: readonly string[] = [],
  answers: readonly string[] = [],
): Inputs {
  let known: readonly string[] | undefined;
  return () => (known ??= all());

  function all(): readonly string[] {
    return [
      ...(dossiers.includes('-') ? ['/dev/stdin'] : []),
      ...dossierPaths(dossiers.filter((path) => path !== '-')).paths,
      ...answers.flatMap((path) =>
        statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
          ? filesBelow(path, ['.xlsx', '.csv'])
          : [path],
      ),
      ...rulebookPaths(folder),
    ];
  }
}
