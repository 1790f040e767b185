import { at, type Yaml } from '../yaml/tree.ts';
import { textsOf } from './trees.ts';

/** The files of one folder in which rules are looked for, and how each is read. */
export interface RuleFiles {
  readonly paths: readonly string[];
  readonly yamlOf: (path: string) => Yaml | undefined;
}

/**
 * The file that each rule of a list is in: the one that has its id under `rule`, however much another id begins with
 * it; else, so that a slip in the id or in the YAML is told in the file, the one that is called by it.
 */
export function filesOfRules(
  ids: readonly string[],
  { paths, yamlOf }: RuleFiles,
): ReadonlyMap<string, string> {
  const byId = new Map(paths.map((path) => [idIn(yamlOf(path)), path] as const).toReversed());
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
  { paths, yamlOf }: RuleFiles,
): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  const called = paths.filter((path) => calledBy(path, ids) !== undefined);
  const found = filesOfRules(ids, { paths: called, yamlOf });
  const isFound = ids.every((id) => idIn(yamlOf(found.get(id) ?? '')) === id);
  return isFound ? found : filesOfRules(ids, { paths, yamlOf });
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

function idIn(yaml: Yaml | undefined): string | undefined {
  const found = yaml && at(yaml, ['rule']);
  return found?.whole ? textsOf(found.yaml)[0] : undefined;
}
