import { isObject } from '../base/json.ts';
import { casesPath, isCases, isRule } from '../rulebook/folder.ts';
import { parseYaml } from '../yaml/parse.ts';
import { at, plainOf, type Yaml } from '../yaml/tree.ts';
import type { Program, ProgramRule } from './ast.ts';
import { askersOf, coresOfRule, type Mentioned, mentionedBy } from './reads.ts';

/** Why a change concerns a rule. */
export interface Touch {
  /**
   * `own` its own file, or that of its cases; `reads` a definition, parameter, table or code set that it reads, by itself
   * or through others; `field` a field that it reads; `calendar` by which it counts working days; `names` a document or
   * post that it names; `outcome` a rule that is concerned, whose outcome it asks; `step` its step; `base` a file that its
   * cases start from; `rulebook` on which every rule stands.
   */
  readonly kind:
    | 'own'
    | 'reads'
    | 'field'
    | 'calendar'
    | 'names'
    | 'outcome'
    | 'step'
    | 'base'
    | 'rulebook';
  readonly name: string;
}

export interface Touched {
  /** By rule, in processing order. */
  readonly rules: ReadonlyMap<string, readonly Touch[]>;
  /** Definitions, parameters and tables that were changed themselves. */
  readonly names: readonly string[];
  /** Changed files on which no rule hangs. */
  readonly besides: readonly string[];
}

/**
 * The rules that a change of files concerns, and why each.
 *
 * @param changed - paths from the folder of the rulebook
 * @param before - the text that a file had; undefined where it was not there
 */
export function touchedBy(
  program: Program,
  changed: readonly string[],
  before: (path: string) => string | undefined,
): Touched {
  const facts = changed.map((path) => [path, changesIn(program, path, before)] as const);
  const all = facts.flatMap(([, found]) => found);
  const mentioned = new Map(
    all.length === 0
      ? []
      : program.rules.map((rule) => [rule.id, mentionedBy(coresOfRule(rule), program)] as const),
  );
  const touched = new Map<string, readonly Touch[]>();
  for (const rule of program.rules) {
    const own = mentioned.get(rule.id);
    const touches = own ? touchesOf(program, rule, own, all) : [];
    if (touches.length > 0) touched.set(rule.id, touches);
  }
  const told = new Set([...touched.values()].flat());
  const judging = [...touched].flatMap(([id, touches]) => (touches.some(judges) ? [id] : []));
  const asking = askersOf(
    judging,
    program.rules.map(({ id }) => id),
    (id, other) => mentioned.get(id)?.rules.has(other) === true,
  );
  const rules = new Map(
    program.rules.flatMap(({ id }): readonly (readonly [string, readonly Touch[]])[] => {
      const asked = (asking.get(id) ?? []).map((name): Touch => ({ kind: 'outcome', name }));
      const touches = [...(touched.get(id) ?? []), ...asked];
      return touches.length > 0 ? [[id, touches]] : [];
    }),
  );
  return {
    rules,
    names: all.flatMap(({ kind, name }) => (kind === 'reads' ? [name] : [])),
    besides: facts.flatMap(([path, found]) => (found.some((one) => told.has(one)) ? [] : [path])),
  };
}

/** What a changed file may concern. */
function changesIn(
  { rulebook }: Program,
  path: string,
  before: (path: string) => string | undefined,
): readonly Touch[] {
  const now = rulebook.files.get(path)?.text;
  if (path === 'rulebook.yaml') return [{ kind: 'rulebook', name: path }];
  if (path === 'definitions.yaml')
    return changedOf('definitions', 'definition').map((name) => ({ kind: 'reads', name }));
  if (path === 'documents.yaml')
    return changedOf('documents', 'document').map((name) => ({ kind: 'names', name }));
  if (path === 'posts.yaml')
    return changedOf('posts', 'post').map((name) => ({ kind: 'names', name }));
  if (isRule(path) || isCases(path)) return [{ kind: 'own', name: path }];
  if (/^stages\/.*\/step\.yaml$/u.test(path)) return [{ kind: 'step', name: path }];
  const [folder, name = ''] = path.split('/');
  switch (folder) {
    case 'parameters':
      return namesOf('parameter').map((one) => ({ kind: 'reads', name: one }));
    case 'tables':
      return namesOf('table').map((one) => ({ kind: 'reads', name: one }));
    case 'codes':
      return codeSetsIn(name).map((one) => ({ kind: 'reads', name: one }));
    case 'models':
      return rulebook.models.some((one) => one.path === path)
        ? modelNames(path).map((one) => ({ kind: 'reads', name: one }))
        : [];
    case 'calendars':
      return namesOf('calendar').map((one) => ({ kind: 'calendar', name: one }));
    case 'dossiers':
      return [{ kind: 'base', name: name.replace(/\.ya?ml$/u, '') }];
    case 'schemas':
      return fieldsChanged(now, before(path)).map((one) => ({ kind: 'field', name: one }));
    default:
      return [];
  }

  /** What the file calls itself, now or before. */
  function namesOf(key: string): readonly string[] {
    const texts = [now, now === undefined ? before(path) : undefined];
    return texts.flatMap((text) => {
      const yaml = text === undefined ? undefined : treeOf(path, text);
      const found = yaml && at(yaml, [key]);
      return found?.whole && found.yaml.kind === 'text' ? [found.yaml.text] : [];
    });
  }

  /** The entries of a list that are not what they were, by what they are called. */
  function changedOf(list: string, key: string): readonly string[] {
    const [is, was] = [now, before(path)].map((text) => entriesOf(text, path, list, key));
    const names = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
    return [...names].filter((one) => is?.get(one) !== was?.get(one));
  }

  function codeSetsIn(file: string): readonly string[] {
    return rulebook.codes.flatMap(({ path: own, data }) =>
      own === path || data.editions.some((edition) => edition.file === file) ? [data.codes] : [],
    );
  }

  /** The definitions and tables that a model is spelled out to. */
  function modelNames(own: string): readonly string[] {
    const source = rulebook.models.find((one) => one.path === own)?.yaml.span.source;
    const definitions = rulebook.definitions;
    const defined = (definitions?.data.definitions ?? []).flatMap(({ definition }, index) => {
      const { yaml, whole } = at(definitions?.yaml ?? emptyTree, ['definitions', String(index)]);
      return whole && yaml.span.source === source ? [definition] : [];
    });
    const tables = rulebook.tables.flatMap(({ path: of, data }) =>
      of === own ? [data.table] : [],
    );
    return [...defined, ...tables];
  }
}

const emptyTree: Yaml = {
  kind: 'map',
  span: { source: { name: '', text: '' }, start: 0, end: 0 },
  entries: [],
};

function treeOf(name: string, text: string): Yaml | undefined {
  return parseYaml({ name, text }).value;
}

function entriesOf(
  text: string | undefined,
  path: string,
  list: string,
  key: string,
): ReadonlyMap<string, string> {
  const yaml = text === undefined ? undefined : treeOf(path, text);
  const found = yaml && at(yaml, [list]);
  if (!found?.whole || found.yaml.kind !== 'list') return new Map();
  return new Map(
    found.yaml.items.flatMap((item) => {
      const name = at(item, [key]);
      return name.whole && name.yaml.kind === 'text'
        ? [[name.yaml.text, JSON.stringify(plainOf(item))] as const]
        : [];
    }),
  );
}

/** The fields whose own schema is another than it was, and those whose record or kind is. */
function fieldsChanged(now: string | undefined, before: string | undefined): readonly string[] {
  const [is, was] = [now, before].map(propertiesOf);
  const names = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  return [...names].filter((name) => is?.get(name) !== was?.get(name));
}

/** Each property of a schema by its name, without the properties of its records, and what is said under `$ref`. */
function propertiesOf(text: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let root: unknown;
  try {
    root = JSON.parse(text ?? '{}');
  } catch {
    return found;
  }
  const kinds = isObject(root) ? (root['definitions'] ?? root['$defs']) : undefined;
  visit(root);
  return found;

  function visit(schema: unknown): void {
    if (Array.isArray(schema)) schema.forEach(visit);
    if (!isObject(schema)) return;
    const { properties } = schema;
    if (isObject(properties))
      for (const [name, own] of Object.entries(properties))
        found.set(name, `${found.get(name) ?? ''}${alone(own, 0)}`);
    for (const part of Object.values(schema)) visit(part);
  }

  function alone(schema: unknown, depth: number): string {
    return JSON.stringify(schema, (key, value: unknown) => {
      if (key === 'properties' && isObject(value)) return Object.keys(value);
      if (key === '$ref' && typeof value === 'string' && depth < 3) {
        const name = value.split('/').at(-1) ?? '';
        return isObject(kinds) ? alone(kinds[name], depth + 1) : value;
      }
      return value;
    });
  }
}

/** Whether the outcome of a rule may hang on it: on its cases, the documents and posts that it names, none does. */
function judges({ kind, name }: Touch): boolean {
  if (kind === 'own') return isRule(name);
  return kind === 'reads' || kind === 'field' || kind === 'calendar' || kind === 'rulebook';
}

/** What of a change concerns one rule. */
function touchesOf(
  program: Program,
  rule: ProgramRule,
  mentioned: Mentioned,
  changes: readonly Touch[],
): readonly Touch[] {
  if (changes.length === 0) return [];
  const { entry, cases } = rule.rule;
  const { data } = entry;
  const { references, codeSets, fields, texts, isByCalendar } = mentioned;
  const names = new Set([...references, ...codeSets].map((one) => one.name));
  const step = program.steps.find(({ id }) => id === rule.rule.step)?.step.entry.path;
  const bases = new Set([
    cases?.data.base,
    ...(cases?.data.cases ?? []).flatMap(({ base, dossiers = [] }) => [
      base,
      ...dossiers.map((one) => one.base),
    ]),
  ]);
  const named = new Set([...texts, ...data.posts, ...(data.evidence ?? [])]);
  return changes.filter(({ kind, name }) => {
    switch (kind) {
      case 'rulebook':
        return true;
      case 'own':
        return name === entry.path || name === casesPath(entry.path);
      case 'reads':
        return names.has(name);
      case 'field':
        return fields.has(name);
      case 'calendar':
        return isByCalendar;
      case 'names':
        return named.has(name);
      case 'step':
        return name === step;
      case 'base':
        return bases.has(name);
      case 'outcome':
        return false;
    }
  });
}
