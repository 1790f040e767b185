import type { Noted } from '../base/diagnostic.ts';
import { startOf } from '../base/source.ts';
import { field, type Yaml, type YamlEntry, type YamlMap } from '../yaml/tree.ts';
import type {
  CodesFile,
  DefinitionFile,
  DefinitionsFile,
  ParameterFile,
  RuleFile,
  RulebookFile,
  TableFile,
} from './files.ts';
import type { RulebookProblems } from './problems.ts';
import { entryOf, listOf, mapOf, textAt, textsOf, without } from './trees.ts';

/** The first day of what has no editions: it has always been so. */
export const beginning = '0001-01-01';

/** The stage, and the step, of the rules of a rulebook that has none. */
export const soleStage = 'rules';

type Dated<T extends { readonly editions?: unknown }> = T & Required<Pick<T, 'editions'>>;

/** A rule with what its file may leave out. */
export type WholeRule = Dated<RuleFile> &
  Required<Pick<RuleFile, 'level' | 'check' | 'status' | 'posts'>>;
export type WholeParameter = Dated<ParameterFile>;
export type WholeTable = Dated<TableFile>;
export type WholeCodes = Dated<CodesFile>;
export type WholeDefinition = Dated<DefinitionFile>;
export interface WholeDefinitions extends Omit<DefinitionsFile, 'definitions'> {
  readonly definitions: readonly WholeDefinition[];
}

/** A rulebook with its stages: one of one step, where it has a list of rules alone. */
export type WholeRulebook = RulebookFile & Required<Pick<RulebookFile, 'stages'>>;

/** What a rule leaves out: the level is that of its severity, the governing day that of its subject. */
export function wholeRule(rule: Yaml, manifest: Yaml): Yaml {
  if (rule.kind !== 'map' || manifest.kind !== 'map') return rule;
  const asOf = field(rule, 'scope') ? undefined : dayOfSubject(rule, manifest);
  const { span } = rule;
  return filled(withEditions(rule, []), [
    entryOf('level', levelOf(rule, manifest) ?? textAt('mandatory', span)),
    entryOf('check', textAt('data', span)),
    entryOf('status', textAt('issued', span)),
    entryOf('posts', { kind: 'list', span, items: [] }),
    ...(asOf ? [entryOf('asOf', asOf)] : []),
  ]);
}

export function wholeParameter(parameter: Yaml): Yaml {
  return withEditions(parameter, ['value', 'basis']);
}

export function wholeTable(table: Yaml): Yaml {
  return withEditions(table, ['rows', 'basis']);
}

export function wholeCodes(codes: Yaml): Yaml {
  return withEditions(codes, ['file', 'digest', 'basis']);
}

/** @param to - told of a definition that says what it is twice, or not at all; the latter is left out */
export function wholeDefinitions(file: Yaml, to: Noted<RulebookProblems>): Yaml {
  const list = file.kind === 'map' ? field(file, 'definitions') : undefined;
  if (file.kind !== 'map' || list?.kind !== 'list') return file;
  const items = list.items
    .filter((one) => isSaid(one, 'is', to))
    .map((one) => withEditions(one, ['is', 'basis']));
  const entries = file.entries.map((entry) =>
    entry.value === list ? { ...entry, value: listOf(list, items) } : entry,
  );
  return mapOf(file, entries);
}

/** Whether a thing says what it is, by `key` or by editions; told where it does so twice, or not at all. */
export function isSaid(yaml: Yaml, key: string, to: Noted<RulebookProblems>): boolean {
  if (yaml.kind !== 'map') return false;
  const [always, dated] = [field(yaml, key), field(yaml, 'editions')];
  if (always && dated) to.error('rulebook/insert', always.span, { one: key, other: 'editions' });
  if (always || dated) return true;
  to.error('rulebook/missing-key', startOf(yaml.span), { key });
  return false;
}

/** With one edition from the beginning, where it has none; it takes over the keys that editions have of their own. */
function withEditions(yaml: Yaml, own: readonly string[]): Yaml {
  if (yaml.kind !== 'map' || field(yaml, 'editions')) return yaml;
  const { span } = yaml;
  const moved = yaml.entries.filter(({ key }) => own.includes(key.text));
  const edition = mapOf(yaml, [entryOf('from', textAt(beginning, span)), ...moved]);
  const editions = entryOf('editions', { kind: 'list', span, items: [edition] });
  return mapOf(yaml, [...without(yaml, own), editions]);
}

/** With those of the entries whose keys it has not. */
function filled(yaml: Yaml, entries: readonly YamlEntry[]): Yaml {
  if (yaml.kind !== 'map') return yaml;
  const fresh = entries.filter(({ key }) => !field(yaml, key.text));
  return mapOf(yaml, [...yaml.entries, ...fresh]);
}

function levelOf(rule: YamlMap, manifest: YamlMap): Yaml | undefined {
  const severity = field(rule, 'severity');
  const declared = severity && inside(field(manifest, 'severities'), textsOf(severity)[0]);
  return inside(declared, 'level');
}

function dayOfSubject(rule: YamlMap, manifest: YamlMap): Yaml | undefined {
  const subjects = field(manifest, 'subjects');
  if (subjects?.kind !== 'map') return undefined;
  const given = field(rule, 'subject');
  const first = field(subjects, 'dossier') ?? subjects.entries[0]?.value;
  const own = given ? inside(subjects, textsOf(given)[0]) : first;
  // rows have the day of their file, where they have none of their own
  const rows = inside(own, 'rows');
  const [of] = rows ? (textsOf(rows)[0] ?? '').split('.') : [];
  return inside(own, 'asOf') ?? inside(inside(subjects, of), 'asOf');
}

function inside(yaml: Yaml | undefined, key: string | undefined): Yaml | undefined {
  return yaml?.kind === 'map' && key !== undefined ? field(yaml, key) : undefined;
}
