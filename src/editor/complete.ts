import type { Names } from '../feel/bindings.ts';
import { isBuiltin, builtinNames } from '../feel/builtins.ts';
import { propertyOf } from '../feel/check-arithmetic.ts';
import { parseExpression, parseUnaryTests } from '../feel/parse.ts';
import { scopeAt, type ScopeAt } from '../feel/scope-at.ts';
import { meaningOf, pathOf, wordsOf } from '../feel/titles.ts';
import type { ContextType, Field, Title, Type } from '../feel/types.ts';
import { mainSubject } from '../program/ast.ts';
import { isCases } from '../rulebook/folder.ts';
import { allNames, fieldsOf, namesOf } from '../program/expressions.ts';
import { type Scope, scopesIn } from '../program/scopes.ts';
import { keysOf } from '../base/pointer.ts';
import { parseYaml } from '../yaml/parse.ts';
import { pointerAt } from '../yaml/tree.ts';
import { type Editing, inOwn } from './editing.ts';
import { callHelp, type CallHelp, meaningOfFunction, signatureLine } from './functions.ts';
import { saysField, saysReference, saysThing, speakerFor, typeText } from './hover.ts';
import { closed, hole } from './hole.ts';
import { explanationAt, shapesAt, type ValueShapes } from './shapes.ts';
import { type Spot, spotAt } from './spot.ts';
import { kindsBehind, thingsOf } from './things.ts';

export interface Completion {
  readonly label: string;
  readonly kind:
    | 'field'
    | 'function'
    | 'definition'
    | 'parameter'
    | 'variable'
    | 'word'
    | 'key'
    | 'thing'
    | 'keyword';
  /** In a line: what people call it, and its type. */
  readonly detail: string;
  /** What is written besides its name to find it by. */
  readonly found: string;
  readonly text: string;
  /** More of it, in Markdown, when somebody asks. */
  readonly says?: () => string;
}

export interface Completions {
  /** What they take the place of. */
  readonly start: number;
  readonly end: number;
  readonly all: readonly Completion[];
}

const keywords = [
  'and',
  'or',
  'if',
  'then',
  'else',
  'some',
  'every',
  'in',
  'satisfies',
  'for',
  'return',
  'between',
];

/** What may be written at a place. */
export function completionsAt(editing: Editing, offset: number): Completions {
  const { path, text } = editing;
  const spot = spotAt(text, offset);
  const shapes = shapesAt(path, spot.keys);
  const expression = expressionAt(editing, spot, shapes, offset);
  if (expression) return inExpression(editing, expression, offset);
  if (spot.isKey && shapes.isMap) return keysAt(editing, spot, shapes, offset);
  return valuesAt(editing, spot, shapes, offset);
}

/** The call that is being written at a place. */
export function callHelpAt(editing: Editing, offset: number): CallHelp | undefined {
  const spot = spotAt(editing.text, offset);
  const expression = expressionAt(editing, spot, shapesAt(editing.path, spot.keys), offset);
  return expression && callHelp(expression.prefix, editing);
}

/** An expression that is being written, up to a place and from there. */
interface Written {
  readonly prefix: string;
  readonly rest: string;
  /** Of it, or of what stands nearest to it. */
  readonly scope: Pick<Scope, 'names' | 'of'>;
}

function expressionAt(
  editing: Editing,
  spot: Spot,
  { named }: ValueShapes,
  offset: number,
): Written | undefined {
  const { text, path } = editing;
  const written = text.slice(spot.start, offset);
  const isProse = named.has('Words') || named.has('Prose') || spot.keys.includes('finding');
  const isCell = path.startsWith('tables/') && /^(?:when|then)$/u.test(spot.keys.at(-2) ?? '');
  const isFormula = named.has('Feel') || isCell;
  const brace = isFormula ? -1 : written.lastIndexOf('{');
  const isBraced = isProse && brace >= 0 && !written.includes('}', brace);
  if ((!isFormula || (spot.isKey && !isCell)) && !isBraced) return undefined;
  const prefix = isBraced ? written.slice(brace + 1) : written;
  return {
    prefix,
    rest: restOf(text, spot.start, offset, isBraced),
    scope: scopeOf(editing, spot.keys),
  };
}

/** What stands behind a place, to the end of what is written there. */
function restOf(text: string, start: number, offset: number, isBraced: boolean): string {
  const quote = text[start - 1];
  const line = /^[^\n]*/u.exec(text.slice(offset))?.[0] ?? '';
  if (isBraced) return line.split('}')[0] ?? '';
  if (quote !== "'" && quote !== '"') return line.replace(/\s#.*$/u, '');
  return line.split(quote)[0] ?? '';
}

/** What may be named at some keys: as the file was read last, there or where most of the way is the same. */
function scopeOf(
  { sound, program }: Editing,
  keys: readonly string[],
): Pick<Scope, 'names' | 'of'> {
  const tree = sound && parseYaml(sound).value;
  const scopes = sound ? scopesIn(sound) : [];
  const way = keys.join('/');
  const shared = (scope: Scope) => {
    const own = tree ? keysOf(pointerAt(tree, scope.yaml.span.start)) : [];
    if (own.join('/') === way) return Infinity;
    const differs = own.findIndex((key, index) => key !== keys[index]);
    return differs < 0 ? own.length : differs;
  };
  const nearest = scopes
    .map((scope) => ({ scope, shared: shared(scope) }))
    .reduce<{ scope: Scope; shared: number } | undefined>(
      (best, one) => (best && best.shared >= one.shared ? best : one),
      undefined,
    );
  if (nearest) return nearest.shared === Infinity ? nearest.scope : { names: nearest.scope.names };
  const references = [...program.references.values()].map(
    ({ name, kind, type }) => [name, { kind: 'reference', what: kind, type }] as const,
  );
  return { names: allNames(fieldsOf(mainSubject(program.subjects)), namesOf(new Map(references))) };
}

function inExpression(
  editing: Editing,
  { prefix, rest, scope }: Written,
  offset: number,
): Completions {
  const quotes = prefix.match(/(?<!\\)"/gu)?.length ?? 0;
  const inText = quotes % 2 === 1;
  const from = inText ? prefix.lastIndexOf('"') + 1 : prefix.search(/[\p{L}_][\p{L}\p{N}_]*$/u);
  const head = from < 0 ? prefix : prefix.slice(0, from);
  const word = prefix.slice(head.length);
  const behind = inText ? rest.replace(/^[^"]*/u, '') : rest.replace(/^[\p{L}\p{N}_]*/u, '');
  const found = scopeIn(head, inText, behind, scope);
  const tail = rest.length - behind.length;
  const all = found ? offered(editing, found, inText, word) : [];
  return { start: offset - word.length, end: offset + tail, all };
}

/** What may stand at the end of the beginning of an expression, with what is behind it or without. */
function scopeIn(
  head: string,
  inText: boolean,
  behind: string,
  { names, of }: Written['scope'],
): ScopeAt | undefined {
  const begun = head + hole;
  const tries = [begun + behind, begun + (inText ? '"' : '') + closed(head, inText)];
  for (const text of tries) {
    const { value } = of
      ? parseUnaryTests(text, { dialect: 'rule' })
      : parseExpression(text, { dialect: 'rule' });
    const found = value && scopeAt(value, hole, names, of);
    if (found) return found;
  }
  return undefined;
}

function offered(
  editing: Editing,
  { names, fieldsOf: owner, beside }: ScopeAt,
  inText: boolean,
  word: string,
): readonly Completion[] {
  const codes = beside ? codesOf(editing, beside, inText) : [];
  if (owner) return fieldsBehind(editing, owner);
  if (!names || inText) return codes;
  const named = [...new Set(names.all())].flatMap(
    (name) => nameOffered(editing, name, names) ?? [],
  );
  // whoever writes with titles is offered titles
  const titles = /[^\p{ASCII}]/u.test(word) ? titlesOffered(editing, names) : [];
  const functions = builtinNames
    .filter((name) => !name.startsWith('.'))
    .map((name): Completion => ({
      label: name,
      kind: 'function',
      detail: meaningOfFunction(name, editing.language),
      found: '',
      text: name,
      says: () => `\`${signatureLine(name, editing.language)}\``,
    }));
  return [
    ...codes,
    ...titles,
    ...named,
    ...functions,
    ...keywords.map((label): Completion => ({
      label,
      kind: 'keyword',
      detail: '',
      found: '',
      text: label,
    })),
  ];
}

function nameOffered(editing: Editing, name: string, names: Names): Completion | undefined {
  const binding = names.resolve(name);
  if (!binding || isBuiltin(name)) return undefined;
  const { program } = editing;
  switch (binding.kind) {
    case 'field':
      return fieldOffered(editing, binding.field);
    case 'reference': {
      const reference = program.references.get(name);
      if (!reference) return undefined;
      const kind = reference.kind === 'parameter' ? 'parameter' : 'definition';
      return {
        ...titled(editing, name, kind, reference.title, reference.type),
        says: () => saysReference(reference, editing),
      };
    }
    case 'codes':
      return titled(editing, name, 'definition', program.codeSets.get(name)?.title);
    case 'let':
      return titled(editing, name, 'variable', binding.local.title, binding.local.core.type);
    case 'variable':
      return titled(editing, name, 'variable', binding.variable.title, binding.variable.type);
  }
}

function fieldOffered(editing: Editing, field: Field): Completion {
  return {
    ...titled(editing, field.name, 'field', field.title, field.type),
    says: () => saysField(field, editing),
  };
}

function titled(
  editing: Editing,
  name: string,
  kind: Completion['kind'],
  title: Title | undefined,
  type?: Type,
): Completion {
  const words = [inOwn(title, editing), ...(type ? [typeText(type, speakerFor(editing))] : [])];
  return {
    label: name,
    kind,
    detail: words.filter((text) => text !== '').join(' · '),
    found: Object.values(title ?? {}).join(' '),
    text: name,
  };
}

/** Titles that stand for one thing, where they can be written: of names, and of the fields inside them. */
function titlesOffered(editing: Editing, names: Names): readonly Completion[] {
  const titles = new Set<string>();
  for (const name of names.all()) {
    const binding = names.resolve(name);
    if (binding?.kind === 'field') addFields(new Map([[name, binding.field]]));
    const reference = editing.program.references.get(name);
    if (binding?.kind === 'reference' && reference)
      wordsOf(reference.title).forEach((one) => titles.add(one));
  }
  return [...titles].flatMap((title): readonly Completion[] => {
    const meaning = meaningOf(title, names);
    if (!meaning || 'clash' in meaning) return [];
    const path = pathOf(meaning);
    return path === title
      ? []
      : [{ label: title, kind: 'field', detail: path, found: '', text: title }];
  });

  function addFields(fields: ContextType['fields']): void {
    for (const { title, type } of fields.values()) {
      wordsOf(title).forEach((one) => titles.add(one));
      if (type.kind === 'context') addFields(type.fields);
    }
  }
}

function fieldsBehind(editing: Editing, owner: Type): readonly Completion[] {
  const own = owner.kind === 'list' ? owner.of : owner;
  if (own.kind === 'context')
    return [...own.fields.values()].map((field) => fieldOffered(editing, field));
  return builtinNames
    .filter((name) => name.startsWith('.') && propertyOf(owner, name.slice(1)))
    .map((name) => ({
      label: name.slice(1),
      kind: 'function',
      detail: meaningOfFunction(name, editing.language),
      found: '',
      text: name.slice(1),
    }));
}

/** The codes that something may be, with their titles. */
function codesOf(editing: Editing, type: Type, inText: boolean): readonly Completion[] {
  const kinds = type.kind === 'union' ? type.of : [type.kind === 'list' ? type.of : type];
  return kinds.flatMap((kind) =>
    kind.kind === 'text'
      ? [...(kind.words ?? [])].map(([word, title]): Completion => ({
          label: inText ? word : `"${word}"`,
          kind: 'word',
          detail: inOwn(title, editing),
          found: Object.values(title).join(' '),
          text: inText ? word : `"${word}"`,
        }))
      : [],
  );
}

/** Keys that are not there yet; paths of fields in the values of a case. */
function keysAt(editing: Editing, spot: Spot, { keys }: ValueShapes, offset: number): Completions {
  const { text, path, program } = editing;
  const end = offset + (/^[^\s:,}]*/u.exec(text.slice(offset))?.[0].length ?? 0);
  const isRecord = isCases(path) && spot.keys.at(-1) === 'with';
  const fields = isRecord ? pathsOf(mainSubject(program.subjects)?.type) : [];
  return {
    start: spot.start,
    end,
    all: [
      ...keys.map((label): Completion => ({
        label,
        kind: 'key',
        detail: '',
        found: '',
        text: `${label}: `,
        says: () => explanationAt(path, [...spot.keys, label], editing.schemaOf, editing.language),
      })),
      ...fields.map(([label, field]): Completion => ({
        ...fieldOffered(editing, field),
        label,
        text: `${label}: `,
      })),
    ],
  };
}

/** Fields by path from the file, those of elements of lists left out. */
function pathsOf(type: Type | undefined, before = ''): readonly (readonly [string, Field])[] {
  if (type?.kind !== 'context') return [];
  return [...type.fields.values()].flatMap((field) => [
    [`${before}${field.name}`, field] as const,
    ...pathsOf(field.type, `${before}${field.name}.`),
  ]);
}

/** The words, and the names of things, that a value may be. */
function valuesAt(editing: Editing, spot: Spot, shapes: ValueShapes, offset: number): Completions {
  const { text, program } = editing;
  const end = offset + (/^[^\s,\]}'"]*/u.exec(text.slice(offset))?.[0].length ?? 0);
  const kinds = shapes.named.has('ClauseRef')
    ? (['clause'] as const)
    : shapes.named.has('Day')
      ? []
      : kindsBehind(spot.keys);
  const isOfList = shapes.isList && !/^\d+$/u.test(spot.keys.at(-1) ?? '');
  const things = kinds.flatMap((kind) =>
    thingsOf(kind, program).map((thing): Completion => ({
      label: thing.name,
      kind: 'thing',
      detail: inOwn(thing.title, editing),
      found: Object.values(thing.title).join(' '),
      text: isOfList ? `[${thing.name}]` : thing.name,
      says: () => saysThing(thing, editing),
    })),
  );
  const words = shapes.words.map((label): Completion => ({
    label,
    kind: 'word',
    detail: '',
    found: '',
    text: label,
  }));
  return { start: spot.start, end, all: [...words, ...things] };
}
