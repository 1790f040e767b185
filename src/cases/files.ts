import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import type { Entry } from '../rulebook/ast.ts';
import type { CaseFile, CasesFile } from '../rulebook/files.ts';
import { replaceAt } from '../yaml/edit.ts';
import { at, type Yaml, type YamlMap, type YamlText } from '../yaml/tree.ts';
import { atStep, faultIn, type Route, routeOf, valueAt } from './paths.ts';
import type { CaseProblems } from './problems.ts';

/** What a case says of its file: a path and its new value, undefined for what is taken out. */
export interface Change {
  readonly path: YamlText;
  readonly value: Yaml | undefined;
  /** It is said that the value, or its very path, is malformed. */
  readonly malformed: boolean;
}

/** A file that a case is about: its base with its changes. */
export interface FileOfCase {
  /** Undefined for one that starts from nothing. */
  readonly base: Yaml | undefined;
  /** The base that it names is not there: it starts from nothing. */
  readonly lacksBase: boolean;
  readonly yaml: YamlMap;
  readonly changes: readonly Change[];
  /** Changes that cannot be made, which are left out. */
  readonly faults: readonly Diagnostic<CaseProblems>[];
}

/** The files a case is about, in their order; more than one for a rule with `scope` alone. */
export function filesOfCase(
  { rulebook }: Pick<Program, 'rulebook'>,
  rule: Pick<ProgramRule, 'rows' | 'subject'>,
  entry: Entry<CasesFile>,
  one: CaseFile,
  index: number,
): readonly FileOfCase[] {
  const keys = ['cases', String(index)];
  return (one.dossiers ?? [{}]).map((own, position) => {
    const name = own.base ?? one.base ?? entry.data.base;
    return fileOf(name, [
      ...changesIn(entry, keys),
      ...changesIn(entry, [...keys, 'dossiers', String(position)]),
    ]);
  });

  function fileOf(name: string | undefined, changes: readonly Change[]): FileOfCase {
    const base = name === undefined ? undefined : rulebook.dossiers.get(name);
    const faults: Diagnostic<CaseProblems>[] = [];
    let yaml = base?.kind === 'map' ? base : nothing(entry.yaml);
    for (const change of changes) {
      const route = routeOf(change.path.text, rule, one.element);
      const changed = changedBy(yaml, change, route, faults);
      if (changed?.kind === 'map') yaml = changed;
    }
    const lacksBase = name !== undefined && !base;
    return { base, lacksBase, yaml, changes, faults };
  }
}

/** The file after a change, or undefined for one that cannot be made. */
function changedBy(
  yaml: Yaml,
  { path, value, malformed }: Change,
  route: Route,
  faults: Diagnostic<CaseProblems>[],
): Yaml | undefined {
  if (route.fault && !malformed) {
    faults.push(atStep(route.fault, route, path));
    return undefined;
  }
  const isThere = value !== undefined || valueAt(yaml, route) !== undefined;
  const ways = route.ways.map(({ into }) => into);
  const changed = isThere ? replaceAt(yaml, ways, value) : undefined;
  if (changed) return changed;
  const fault = faultIn(yaml, route);
  faults.push(
    fault
      ? atStep(fault, route, path)
      : {
          code: 'cases/nothing-there',
          severity: 'error',
          span: path.span,
          params: { path: path.text },
        },
  );
  return undefined;
}

/** What a case, or one of its files, changes. */
function changesIn({ yaml }: Entry<CasesFile>, keys: readonly string[]): readonly Change[] {
  const given = (key: string) => {
    const found = at(yaml, [...keys, key]);
    return found.whole ? found.yaml : undefined;
  };
  const added = given('with');
  const malformed = new Set(textsIn(given('malformed')).map(({ text }) => text));
  const entries = added?.kind === 'map' ? added.entries : [];
  return [
    ...entries.map(({ key, value }) => ({ path: key, value, malformed: malformed.has(key.text) })),
    ...textsIn(given('without')).map((path) => ({ path, value: undefined, malformed: false })),
  ];
}

/** The texts of a list. */
export function textsIn(list: Yaml | undefined): readonly YamlText[] {
  return list?.kind === 'list'
    ? list.items.flatMap((item) => (item.kind === 'text' ? [item] : []))
    : [];
}

function nothing({ span }: Yaml): YamlMap {
  return { kind: 'map', span, entries: [] };
}
