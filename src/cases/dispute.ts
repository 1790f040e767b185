import type { Span } from '../base/source.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { listedPath, notCaptured } from '../dossier/not-captured.ts';
import { fieldAlong } from '../dossier/path.ts';
import { judgeRule } from '../evaluate/judge-rule.ts';
import type { Answers, Outcome, Status } from '../evaluate/outcome.ts';
import { newSession } from '../evaluate/session.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import { beginning, type Program, type ProgramRule } from '../program/ast.ts';
import { replaceAt } from '../yaml/edit.ts';
import {
  field,
  scalarKind,
  type Yaml,
  type YamlEntry,
  type YamlMap,
  type YamlText,
} from '../yaml/tree.ts';
import { newFiction } from './fictional.ts';
import { isRead, type FieldsRead, readingOf, recordOf } from './fields-read.ts';
import { worstOf } from './run.ts';

/** A verdict that someone says is wrong, as a case without anyone's data. */
export interface Dispute {
  /** Of the outcome in question, in the real file and in the case alike. */
  readonly says: Status;
  /** Dotted paths and what stands there; lists are whole. */
  readonly with: ReadonlyMap<string, Yaml>;
  /** What the base has, and the file has not. */
  readonly without: readonly string[];
  /** Paths of `with` whose values are malformed in the file too. */
  readonly malformed: readonly string[];
  /** Of the element in question, renumbered. */
  readonly element: string | undefined;
  /** Free texts that are as they were, since the outcome rests on their very words. */
  readonly kept: readonly string[];
  /** The new name of an element. */
  readonly renamed: (id: string) => string;
}

/** Why a dispute cannot be made: no such element, or the outcome rests on what must not be shown. */
export type Indisputable = { readonly problem: 'no-outcome' | 'changes' };

/**
 * Makes a case of a dossier: the fields that the rule reads, with personal data, ids and free texts replaced by
 * fictional ones of the same shape. It is judged again: what does not come out the same is not shown.
 *
 * @param base - the dossier of the rulebook that the case starts from
 */
export function disputeOf(
  program: Program,
  rule: ProgramRule,
  dossier: Dossier,
  base: Yaml,
  element: string | undefined,
): Dispute | Indisputable {
  const outcome = outcomeOf(program, rule, dossier, element);
  if (!outcome) return { problem: 'no-outcome' };
  const read = readingOf(rule, program);
  for (const keeping of [false, true]) {
    const made = anonymous(dossier, rule, read, keeping);
    const changes = changesTo(base, made.tree, rule.subject.type, read);
    const file = applied(base, changes);
    const { value, diagnostics } = file
      ? dossierFromYaml(file, rule.subject.type)
      : { value: undefined, diagnostics: [] };
    const named = outcome.element === null ? undefined : made.renamed(outcome.element);
    const again = value && outcomeOf(program, rule, value, named);
    if (again?.status !== outcome.status) continue;
    const asked = element === undefined ? undefined : named;
    const malformed = [...changes.with].flatMap(([path, given]) =>
      !declarations.includes(path) && diagnostics.some(({ span }) => isWithin(span, given.span))
        ? [path]
        : [],
    );
    return { says: outcome.status, ...changes, malformed, element: asked, ...made };
  }
  return { problem: 'changes' };
}

function isWithin(span: Span, whole: Span): boolean {
  return span.source === whole.source && whole.start <= span.start && span.end <= whole.end;
}

/** The outcome of one element, or the worst of all; a person's part is taken to be in order. */
function outcomeOf(
  program: Program,
  rule: ProgramRule,
  dossier: Dossier,
  element: string | undefined,
): Outcome | undefined {
  const inOrder: Answers = () => ({
    answer: 'pass',
    name: '—',
    date: beginning,
    page: undefined,
    remark: undefined,
  });
  const session = newSession(program, dossier, rule.subject, { answers: inOrder });
  return worstOf(judgeRule(rule, session, { drafts: true, rowByRow: true }), element);
}

interface Anonymous {
  readonly tree: YamlMap;
  readonly kept: readonly string[];
  readonly renamed: (id: string) => string;
}

/** @param keeping - whether free texts stay as they are */
function anonymous(
  { yaml }: Dossier,
  rule: ProgramRule,
  read: FieldsRead,
  keeping: boolean,
): Anonymous {
  const fiction = newFiction();
  const codes = new Set([...read.codes, rule.id]);
  const kept = new Set<string>();
  const { type } = rule.subject;
  const tree = yaml.kind === 'map' ? record(yaml, type, '', undefined) : emptyMap(yaml);
  const lists = declarations.flatMap((name): readonly YamlEntry[] => {
    const items = declaredIn(yaml, name).flatMap(declared);
    return items.length > 0 ? [entryOf(name, { kind: 'list', span: yaml.span, items })] : [];
  });
  return {
    tree: { ...tree, entries: [...tree.entries, ...lists] },
    kept: [...kept],
    renamed: (id) =>
      rule.each?.key === undefined || id.startsWith('#') ? id : fiction(id, undefined),
  };

  /** @param key - the field that tells the elements of its list apart, which stays */
  function record(map: YamlMap, of: ContextType, before: string, key: string | undefined): YamlMap {
    const entries = map.entries.flatMap(({ key: name, value }): readonly YamlEntry[] => {
      const inner = of.fields.get(name.text);
      if (!inner || (name.text !== key && !isRead(inner, read))) return [];
      return [{ key: name, value: part(value, inner, inner.type, before + name.text) }];
    });
    return { ...map, entries };
  }

  function part(value: Yaml, own: Field, of: Type, path: string): Yaml {
    const inner = recordOf(of);
    if (value.kind === 'list') {
      const type = of.kind === 'list' ? of.of : of;
      return { ...value, items: value.items.map((item) => part(item, own, type, path)) };
    }
    if (value.kind === 'map')
      return inner ? record(value, inner, `${path}.`, own.key) : emptyMap(value);
    if (value.text === '' || isPlain(value, of) || codes.has(value.text)) return value;
    const free = own.personal === undefined && !/^[\w.:-]+$/u.test(value.text);
    if (free && keeping) {
      kept.add(path);
      return value;
    }
    return { ...value, text: fiction(value.text, own.personal), plain: false };
  }

  /** A path that the file lists as verified to be none or as not captured, with its elements renamed. */
  function declared(path: Yaml): readonly Yaml[] {
    if (path.kind !== 'text') return [];
    const steps = listedPath(path.text);
    const about = steps && fieldAlong(type, steps);
    if (!about || !isRead(about, read)) return [];
    const text = path.text.replaceAll(
      /\[([^\]]+)\]/gu,
      (_, id: string) => `[${fiction(id, undefined)}]`,
    );
    return [{ ...path, text }];
  }
}

/** Whether a scalar is what its type says and tells nothing of anybody: a number, a date, a truth value, a code. */
function isPlain(value: YamlText, type: Type): boolean {
  switch (type.kind) {
    case 'text':
      // a blank tells nothing of anybody either, and may be a value
      return type.words?.has(value.text) === true || value.text.trim() === '';
    case 'list':
      return isPlain(value, type.of);
    case 'union':
      return type.of.some((one) => isPlain(value, one));
    case 'date':
    case 'date-time':
    case 'time':
      return /^[\d:.TZ+-]+$/u.test(value.text);
    default:
      return scalarKind(value) !== 'text';
  }
}

interface Changes {
  readonly with: ReadonlyMap<string, Yaml>;
  readonly without: readonly string[];
}

/** What has to be said of a base so that it reads as the file does wherever the rule reads it. */
function changesTo(base: Yaml, tree: YamlMap, type: ContextType, read: FieldsRead): Changes {
  const added = new Map<string, Yaml>();
  const without: string[] = [];
  visit(base, tree, type, '');
  for (const name of declarations) {
    const kept = declaredIn(base, name).filter((path) => {
      const steps = path.kind === 'text' ? listedPath(path.text) : undefined;
      const about = steps && fieldAlong(type, steps);
      return about && !isRead(about, read);
    });
    const items = [...kept, ...declaredIn(tree, name)];
    if (items.length > 0) added.set(name, { kind: 'list', span: tree.span, items });
    else if (declaredIn(base, name).length > 0) without.push(name);
  }
  return { with: added, without };

  function visit(before: Yaml, after: Yaml, { fields }: ContextType, prefix: string): void {
    for (const [name, own] of fields) {
      if (!isRead(own, read)) continue;
      const [was, is] = [before, after].map((map) =>
        map.kind === 'map' ? field(map, name) : undefined,
      );
      const path = prefix + name;
      if (own.type.kind === 'context')
        visit(was ?? emptyMap(tree), is ?? emptyMap(tree), own.type, `${path}.`);
      else if (is) added.set(path, is);
      else if (was) without.push(path);
    }
  }
}

function declaredIn(yaml: Yaml, name: string): readonly Yaml[] {
  const list = yaml.kind === 'map' ? field(yaml, name) : undefined;
  return list?.kind === 'list' ? list.items : [];
}

function applied(base: Yaml, { with: added, without }: Changes): Yaml | undefined {
  const changes = [...added, ...without.map((path) => [path, undefined] as const)];
  return changes.reduce<Yaml | undefined>(
    (yaml, [path, value]) =>
      yaml &&
      replaceAt(
        yaml,
        path.split('.').map((key) => ({ key })),
        value,
      ),
    base,
  );
}

/** The keys under which a file lists paths: those verified to be none, and those that its source does not record. */
const declarations = ['verifiedNone', notCaptured];

function emptyMap({ span }: Yaml): YamlMap {
  return { kind: 'map', span, entries: [] };
}

function entryOf(key: string, value: Yaml): YamlEntry {
  return { key: { kind: 'text', text: key, plain: true, span: value.span }, value };
}
