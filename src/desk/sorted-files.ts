import type { Diagnostic } from '../base/diagnostic.ts';
import { dossierEndings, endingOf, endsWith } from '../base/endings.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';

/** Files of a drop: those that are judged, in their order, and what is told of the others. */
export interface Sorted<F> {
  readonly files: readonly F[];
  readonly problems: readonly Diagnostic<PathProblems>[];
}

/**
 * What to judge of files that were given, as `shouze check` takes files and folders.
 *
 * A file that was given by itself is taken whatever it is called; of a folder those that are called as files of dossiers
 * are. Names that begin with a dot and `node_modules` are not looked at, everything else is told.
 *
 * @param files - of a folder with their folders: `2026/0001.yaml`
 */
export function sortedFiles<F extends { readonly name: string }>(files: readonly F[]): Sorted<F> {
  const looked = files
    .filter(({ name }) => !name.split('/').slice(1).some(isPassedOver))
    .toSorted((a, b) => compared(a.name.split('/'), b.name.split('/')));
  const isTaken = ({ name }: F) => !name.includes('/') || endsWith(name, dossierEndings);
  const others = Map.groupBy(
    looked.filter((one) => !isTaken(one)),
    ({ name }) => endingOf(name),
  );
  return {
    files: looked.filter(isTaken),
    problems: [...others].flatMap(([ending, [first, ...more]]) =>
      first
        ? pathProblem('io/not-read', first.name, {
            path: first.name,
            why: 'format',
            ending,
            more: more.length,
          })
        : [],
    ),
  };
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** As folders are gone through: what a folder holds stands where the folder does. */
function compared(a: readonly string[], b: readonly string[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** A name that none of some has: `0001.yaml`, then `0001 (2).yaml`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, ending = ''] = /^(.*?)((?:\.[^./]+){0,2})$/su.exec(name) ?? [];
  for (let number = 2; ; number += 1) {
    const free = `${stem} (${number})${ending}`;
    if (!taken.has(free)) return free;
  }
}
