import { at, type Yaml } from '../yaml/tree.ts';
import { textsOf } from './trees.ts';

/** The files of one folder in which rules are looked for, and the id that each has under `rule`. */
export interface RuleFiles {
  readonly paths: readonly string[];
  readonly idOf: (path: string) => string | undefined;
}

/**
 * The file that each rule of a list is in: the one that has its id under `rule`, however much another id begins with
 * it; else, so that a slip in the id or in the YAML is told in the file, the one that is called by it.
 */
export function filesOfRules(
  ids: readonly string[],
  { paths, idOf }: RuleFiles,
): ReadonlyMap<string, string> {
  const byId = new Map(paths.map((path) => [idOf(path), path] as const).toReversed());
  const named = new Set(ids.map((id) => byId.get(id)));
  const byName = new Map(
    paths.filter((path) => !named.has(path)).map((path) => [calledBy(path, ids), path]),
  );
  return new Map(
    ids.flatMap((id) => {
      const path = byId.get(id) ?? byName.get(id);
      return path === undefined ? [] : [[id, path] as const];
    }),
  );
}

/** The same of a few of many rules: files of other names are read only where that does not find them all. */
export function filesOfFewRules(
  ids: readonly string[],
  { paths, idOf }: RuleFiles,
): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  const called = paths.filter((path) => calledBy(path, ids) !== undefined);
  const found = filesOfRules(ids, { paths: called, idOf });
  const isFound = ids.every((id) => idOf(found.get(id) ?? '') === id);
  return isFound ? found : filesOfRules(ids, { paths, idOf });
}

/** Whether a file may be called so: `Q651.yaml`, `Q651-share.yaml`. */
export function isCalled(name: string, id: string): boolean {
  return name === id || name.startsWith(`${id}-`);
}

/** The longest of the ids that a file is called by. */
function calledBy(path: string, ids: readonly string[]): string | undefined {
  const name = /([^/]+)\.yaml$/u.exec(path)?.[1] ?? '';
  return ids
    .filter((id) => isCalled(name, id))
    .toSorted((a, b) => b.length - a.length)
    .at(0);
}

/** The id that a file has under `rule`. */
export function ruleIdIn(yaml: Yaml): string | undefined {
  const found = at(yaml, ['rule']);
  return found.whole ? textsOf(found.yaml)[0] : undefined;
}
