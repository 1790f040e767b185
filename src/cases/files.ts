import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import type { Entry } from '../rulebook/ast.ts';
import type { CaseFile, CasesFile } from '../rulebook/files.ts';
import { replaceAt } from '../yaml/edit.ts';
import { at, field, type Yaml, type YamlMap, type YamlText } from '../yaml/tree.ts';
import { atStep, faultIn, type Route, routeOf, valueAt } from './paths.ts';
import type { CaseProblems } from './problems.ts';

/** What a case says of its file: a path and its new value, undefined for what is taken out. */
export interface Change {
  readonly path: YamlText;
  readonly route: Route;
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
      ...changesIn(entry, keys, rule, one.element),
      ...changesIn(entry, [...keys, 'dossiers', String(position)], rule, one.element),
    ]);
  });

  function fileOf(name: string | undefined, changes: readonly Change[]): FileOfCase {
    const base = name === undefined ? undefined : rulebook.dossiers.get(name);
    const faults: Diagnostic<CaseProblems>[] = [];
    let yaml = base?.kind === 'map' ? base : nothing(entry.yaml);
    for (const change of changes) {
      const changed = changedBy(yaml, change, faults);
      if (changed?.kind === 'map') yaml = changed;
    }
    const lacksBase = name !== undefined && !base;
    return { base, lacksBase, yaml, changes, faults };
  }
}

/** The file after a change, or undefined for one that cannot be made. */
function changedBy(
  yaml: Yaml,
  { path, route, value, malformed }: Change,
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
function changesIn(
  { yaml }: Entry<CasesFile>,
  keys: readonly string[],
  rule: Pick<ProgramRule, 'rows' | 'subject'>,
  element: string | undefined,
): readonly Change[] {
  const { yaml: one, whole } = at(yaml, keys);
  if (!whole || one.kind !== 'map') return [];
  const added = field(one, 'with');
  const malformed = new Set(textsIn(field(one, 'malformed')).map(({ text }) => text));
  const entries = added?.kind === 'map' ? added.entries : [];
  return [
    ...entries.map(({ key, value }) => change(key, value)),
    ...textsIn(field(one, 'without')).map((path) => change(path, undefined)),
  ];

  function change(path: YamlText, value: Yaml | undefined): Change {
    const route = routeOf(path.text, rule, element);
    return { path, route, value, malformed: value !== undefined && malformed.has(path.text) };
  }
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
