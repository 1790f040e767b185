import type { Span } from '../base/source.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Program } from '../program/ast.ts';
import { type Entry, rulesOf, spanOf, stepsOf } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';

/** The kinds of things that files name by an id. */
export type ThingKind =
  | 'post'
  | 'product'
  | 'document'
  | 'clause'
  | 'rule'
  | 'step'
  | 'stage'
  | 'event'
  | 'subject'
  | 'definition'
  | 'parameter'
  | 'table'
  | 'codes'
  | 'dossier';

/** Something of a rulebook that has a name. */
export interface Thing {
  readonly kind: ThingKind;
  readonly name: string;
  readonly title: Words;
  /** What its file says of it besides. */
  readonly says?: Words | undefined;
  /** Where it gets its name. */
  readonly span: Span | undefined;
}

/** Of which kinds the things are that stand behind a key. */
const behind: Readonly<Record<string, readonly ThingKind[]>> = {
  posts: ['post'],
  post: ['post'],
  holds: ['post'],
  asks: ['post'],
  approver: ['post'],
  products: ['product'],
  evidence: ['document'],
  documents: ['document'],
  document: ['document'],
  basis: ['clause'],
  by: ['clause', 'post'],
  cites: ['clause'],
  rules: ['rule'],
  rule: ['rule'],
  gate: ['rule'],
  after: ['step'],
  steps: ['step'],
  step: ['step'],
  to: ['step'],
  from: ['step'],
  stage: ['stage'],
  events: ['event'],
  subject: ['subject'],
  base: ['dossier'],
  limits: ['parameter'],
  limit: ['parameter'],
  longest: ['parameter'],
  parameter: ['parameter'],
  definition: ['definition'],
  table: ['table'],
  codes: ['codes'],
  'cannot-tell': ['parameter', 'table', 'definition'],
};

/** The kinds of things that a value may name, by the keys that lead to it. */
export function kindsBehind(keys: readonly string[]): readonly ThingKind[] {
  const last = keys.findLast((key) => !/^\d+$/u.test(key)) ?? '';
  return Object.hasOwn(behind, last) ? (behind[last] ?? []) : [];
}

/** All things of a kind, in the order in which they are written. */
export function thingsOf(kind: ThingKind, program: Program): readonly Thing[] {
  const { rulebook, subjects } = program;
  const thing = (name: string, title: Words, span?: Span, says?: Words): Thing => ({
    kind,
    name,
    title,
    span,
    says,
  });
  switch (kind) {
    case 'post':
      return itemsOf(
        rulebook.posts,
        ({ posts }) => posts,
        'posts',
        'post',
        ({ duties }) => duties,
      );
    case 'document':
      return itemsOf(
        rulebook.documents,
        ({ documents }) => documents,
        'documents',
        'document',
        ({ note }) => note,
      );
    case 'definition':
      return itemsOf(
        rulebook.definitions,
        ({ definitions }) => definitions,
        'definitions',
        'definition',
        ({ note }) => note,
      );
    case 'parameter':
      return rulebook.parameters.map((one) =>
        thing(one.data.parameter, one.data.title, spanOf(one, 'parameter'), one.data.note),
      );
    case 'table':
      return rulebook.tables.map((one) =>
        thing(one.data.table, one.data.title, spanOf(one, 'table'), one.data.note),
      );
    case 'codes':
      return rulebook.codes.map((one) =>
        thing(one.data.codes, one.data.title, spanOf(one, 'codes')),
      );
    case 'clause':
      return rulebook.sources.flatMap(({ clauses }) =>
        [...clauses.values()].map(({ ref, title, text, span }) => thing(ref, title, span, text)),
      );
    case 'rule':
      return rulesOf(rulebook).map(({ id, entry }) =>
        thing(id, entry.data.title, spanOf(entry, 'rule'), entry.data.why),
      );
    case 'step':
      return stepsOf(rulebook).map(({ id, entry }) =>
        thing(id, entry.data.title, spanOf(entry, 'step'), entry.data.purpose),
      );
    case 'stage':
      return rulebook.stages.map(({ id, data }, index) =>
        thing(id, data.title, spanOf(rulebook.manifest, 'stages', index, 'stage'), data.purpose),
      );
    case 'subject':
      return [...subjects.values()].map(({ name, file }) =>
        thing(name, file.title, keyOf(rulebook.manifest, 'subjects', name)),
      );
    case 'product':
      return [...subjects.values()].flatMap(({ type, file }) =>
        wordsAlong(type, file.product).map(([word, title]) => thing(word, title)),
      );
    case 'event':
      return [...subjects.values()].flatMap(({ type, file: { events } }) =>
        wordsAlong(type, events && `${events.list}[1].${events.type}`).map(([word, title]) =>
          thing(word, title),
        ),
      );
    case 'dossier':
      return [...rulebook.dossiers].map(([name, yaml]) => thing(name, {}, yaml.span));
  }

  function itemsOf<
    T,
    I extends { readonly title: Words } & Readonly<Record<K, string>>,
    K extends string,
  >(
    entry: Entry<T> | undefined,
    items: (data: T) => readonly I[],
    list: string,
    key: K,
    says: (item: I) => Words | undefined,
  ): readonly Thing[] {
    if (!entry) return [];
    return items(entry.data).map((item, index) =>
      thing(item[key], item.title, spanOf(entry, list, index, key), says(item)),
    );
  }
}

/** The first thing of one of some kinds with a name. */
export function thingNamed(
  name: string,
  kinds: readonly ThingKind[],
  program: Program,
): Thing | undefined {
  for (const kind of kinds) {
    const found = thingsOf(kind, program).find((one) => one.name === name);
    if (found) return found;
  }
  return undefined;
}

function wordsAlong(
  type: Parameters<typeof fieldAlong>[0],
  path: string | undefined,
): readonly (readonly [string, Words])[] {
  const steps = path === undefined ? undefined : parsePath(path);
  const field = steps && fieldAlong(type, steps);
  return field?.type.kind === 'text' ? [...(field.type.words ?? [])] : [];
}

function keyOf({ yaml }: Entry<unknown>, map: string, name: string): Span | undefined {
  const entries = yaml.kind === 'map' ? yaml.entries : [];
  const inner = entries.find(({ key }) => key.text === map)?.value;
  return inner?.kind === 'map'
    ? inner.entries.find(({ key }) => key.text === name)?.key.span
    : undefined;
}
