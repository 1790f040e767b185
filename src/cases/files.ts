import { keysOf } from '../base/pointer.ts';
import { parsePath, type PathStep } from '../dossier/path.ts';
import type { Type } from '../feel/types.ts';
import type { Program, ProgramRule, RowsSubject } from '../program/ast.ts';
import type { Entry } from '../rulebook/ast.ts';
import type { CaseDossierFile, CaseFile, CasesFile } from '../rulebook/files.ts';
import { type Into, replaceAt } from '../yaml/edit.ts';
import { at, field, type Yaml } from '../yaml/tree.ts';

/** The files a case is about: its base with its changes; instead of one, a path that leads nowhere or a base that is not there. */
export function filesOfCase(
  { rulebook }: Program,
  rule: ProgramRule,
  entry: Entry<CasesFile>,
  one: CaseFile,
  index: number,
): readonly (Yaml | string)[] {
  return (one.dossiers ?? [{}]).map((own, position) => {
    const keys = ['cases', String(index)];
    const name = own.base ?? one.base ?? entry.data.base;
    return fileOf(name, [
      ...changesOf(one, entry, keys),
      ...changesOf(own, entry, [...keys, 'dossiers', String(position)]),
    ]);
  });

  function fileOf(
    name: string | undefined,
    changes: readonly (readonly [string, Yaml | undefined])[],
  ): Yaml | string {
    const empty: Yaml = { kind: 'map', span: entry.yaml.span, entries: [] };
    let yaml = name === undefined ? empty : rulebook.dossiers.get(name);
    if (!yaml) return name ?? '';
    for (const [path, value] of changes) {
      const steps = parsePath(path);
      const changed: Yaml | undefined = steps && replaceAt(yaml, wayIn(rule, steps, one), value);
      if (!changed) return path;
      yaml = changed;
    }
    return yaml;
  }
}

/** What a case says of its file: paths and their new values, undefined for what is taken out. */
function changesOf(
  { with: added = {}, without = [] }: CaseDossierFile,
  entry: Entry<CasesFile>,
  keys: readonly string[],
): readonly (readonly [string, Yaml | undefined])[] {
  return [
    ...Object.keys(added).map(
      (path) => [path, at(entry.yaml, [...keys, 'with', path]).yaml] as const,
    ),
    ...without.map((path) => [path, undefined] as const),
  ];
}

/** The way of a path of a case: of a rule on rows, a field of a row is that of the row judged, the first without `element`. */
function wayIn(
  { rows, subject }: ProgramRule,
  steps: readonly PathStep[],
  { element }: CaseFile,
): readonly Into[] {
  const [first] = steps;
  if (!rows || !first || !('name' in first) || !isFieldOfRow(rows, first.name))
    return wayOf(steps, subject.type);
  const list = keysOf(rows.pointer).map((name): PathStep => ({ name }));
  const way = wayOf([...list, { element: element ?? '1' }], subject.type);
  const row: Into = { pick: (_, index) => index === 0 };
  const ways = element === undefined ? [...way.slice(0, -1), row] : way;
  return [...ways, ...wayOf(steps, rows.variable.type)];
}

function isFieldOfRow({ variable: { type } }: RowsSubject, name: string): boolean {
  return type.kind === 'context' && type.fields.has(name);
}

/** The way a path takes through a file: elements by the key of their list, or by position from 1. */
function wayOf(steps: readonly PathStep[], root: Type): readonly Into[] {
  let type: Type = root;
  let key: string | undefined;
  return steps.map((step): Into => {
    if ('name' in step) {
      const found = type.kind === 'context' ? type.fields.get(step.name) : undefined;
      key = found?.key;
      type = found?.type ?? { kind: 'any' };
      return { key: step.name };
    }
    const own = key;
    type = type.kind === 'list' ? type.of : { kind: 'any' };
    key = undefined;
    return {
      pick: (item, index) => {
        const value = own !== undefined && item.kind === 'map' ? field(item, own) : undefined;
        return value?.kind === 'text'
          ? value.text === step.element
          : String(index + 1) === step.element;
      },
    };
  });
}
