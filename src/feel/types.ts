import type { PlainDate } from '../values/temporal.ts';
import { isSameUnit, type Unit } from './units.ts';

/** What is known of a value before there is a dossier. */
export type Type =
  | NumberType
  | TextType
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'date-time' }
  | { readonly kind: 'time' }
  | { readonly kind: 'days-duration' }
  | { readonly kind: 'months-duration' }
  | { readonly kind: 'null' }
  | ListType
  | ContextType
  | RangeType
  | UnionType
  /** Nothing is known, because something is wrong that was already said. */
  | { readonly kind: 'any' };

export interface NumberType {
  readonly kind: 'number';
  /** Absent for a bare number, which takes the unit of its neighbour. */
  readonly unit?: Unit;
  /** In a file it has nothing after the point. */
  readonly whole?: true;
  /** Of money in a file: digits after the point, at most, which are those of its currency. */
  readonly decimals?: number;
  /** The only numbers it may be, as written in the schema. */
  readonly values?: readonly string[];
  /** `values` are those that are known: a file may hold any other. */
  readonly lenient?: true;
}

export interface TextType {
  readonly kind: 'text';
  /** The only words it may be, with their titles; absent for free text. */
  readonly words?: ReadonlyMap<string, Title>;
  /** A blank is the text `""` and no absence, where it is none of the words itself. */
  readonly blank?: true;
  /** `words` are those that are known: a file may hold any other. */
  readonly lenient?: true;
}

export interface ListType {
  readonly kind: 'list';
  readonly of: Type;
}

export interface ContextType {
  readonly kind: 'context';
  /** What people call one such record, where its schema says so. */
  readonly noun?: Noun;
  /** The field that tells such records of one list apart. */
  readonly key?: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Of which of their kinds some fields are, for elements that a filter has kept. */
  readonly known?: ReadonlyMap<string, Type>;
}

export interface RangeType {
  readonly kind: 'range';
  readonly of: Type;
}

/** One of several kinds, which the value itself tells: a number, or one of the words `NA` and `Exempt`. */
export interface UnionType {
  readonly kind: 'union';
  /** Two at least, no two of a kind; none of them a union, a list or a record. */
  readonly of: readonly Type[];
}

/** A text for people, in each language that it was written in. */
export interface Title {
  readonly [language: string]: string;
}

/** One element of a list: 名当事人, party. */
export interface Noun {
  readonly title: Title;
  /** The measure word it is counted with, in languages that have one: 名, 份, 笔. */
  readonly counter?: Title;
}

/** What is said of a truth when it is yes, and when it is no: 已见原件, 未见原件. */
export interface Facts {
  readonly yes: Title;
  readonly no: Title;
}

/** A field of a record: its type, what people call it, and what its schema marks it with. */
export interface Field {
  /** Of a register: the part without which it is none. */
  readonly needed?: 'rows' | 'head';
  readonly name: string;
  readonly title: Title;
  /** What is said of it besides. */
  readonly description?: Title;
  readonly type: Type;
  /** Absent means that there is none, not that nobody filled it in. */
  readonly absenceIsNone: boolean;
  /**
   * The source does not say that it has all there is of it: that it is absent says nothing, and a list may have more
   * elements than it shows.
   */
  readonly uncaptured?: true;
  /** For a list: that it is empty says that there are none, not that nobody filled it in. */
  readonly emptyIsNone?: true;
  readonly personal?: Personal;
  /** It says of what kind its record is, as this does with the title of its word for `{}`: `{}事件`. */
  readonly kind?: Title;
  /** For a boolean: how a sentence says it. */
  readonly facts?: Facts;
  /** Staff may rightly correct it: not a fact of the past. */
  readonly correctable: boolean;
  /** For a list of records: the field that tells its elements apart. */
  readonly key?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The limits themselves are not allowed either. */
  readonly above?: number;
  readonly below?: number;
  /** The first and the last believable day of a date or date-time, or of those in a list. */
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
  /** The day beyond `latest` that is entered for a term without end. */
  readonly endless?: PlainDate;
}

/** What kind of personal data a field is, which says how it is masked. */
export type Personal = 'name' | 'id' | 'phone' | 'account' | 'address';

const namesKnown = new WeakMap<ContextType['fields'], ReadonlySet<string>>();

/** The names of the fields of a record. */
export function fieldNames({ fields }: ContextType): ReadonlySet<string> {
  const known = namesKnown.get(fields);
  if (known) return known;
  const names = new Set(fields.keys());
  namesKnown.set(fields, names);
  return names;
}

export const any: Type = { kind: 'any' };
export const boolean: Type = { kind: 'boolean' };
export const text: TextType = { kind: 'text' };
export const date: Type = { kind: 'date' };
export const bareNumber: NumberType = { kind: 'number' };

export function number(unit: Unit): NumberType {
  return { kind: 'number', unit };
}

export function listOf(of: Type): ListType {
  return { kind: 'list', of };
}

/** Whether a value of one may stand beside a value of the other: compared, or in one list. */
export function comparable(a: Type, b: Type): boolean {
  if (a.kind === 'any' || b.kind === 'any' || a.kind === 'null' || b.kind === 'null') return true;
  if (a.kind === 'union') return a.of.some((one) => comparable(one, b));
  if (b.kind === 'union') return comparable(b, a);
  if (a.kind === 'list' && b.kind === 'list') return comparable(a.of, b.of);
  if (a.kind === 'number' && b.kind === 'number') {
    return a.unit === undefined || b.unit === undefined || isSameUnit(a.unit, b.unit);
  }
  return a.kind === b.kind;
}

/** The more telling of two comparable types; a union of both where one of them is. */
export function join(a: Type, b: Type): Type {
  if (a === b || a.kind === 'any' || a.kind === 'null') return b;
  if (a.kind === 'union' || b.kind === 'union') return unionOf([a, b]);
  if (a.kind === 'number') {
    const unit = a.unit ?? (b.kind === 'number' ? b.unit : undefined);
    return unit === undefined ? bareNumber : number(unit);
  }
  if (a.kind === 'text' && b.kind === 'text' && a.words && b.words !== a.words) return text;
  if (a.kind === 'list' && b.kind === 'list') return listOf(join(a.of, b.of));
  return a;
}

/** Kinds that a value tells by itself: one value, of one kind or of several. */
const told: ReadonlySet<Type['kind']> = new Set([
  'number',
  'text',
  'boolean',
  'date',
  'date-time',
  'time',
  'union',
]);

/** Whether a value of a type is one, neither a list nor a record, and tells its kind by itself. */
export function isOneValue({ kind }: Type): boolean {
  return told.has(kind);
}

/** What a value is that is of one of two types, as it comes; undefined where it could not be told of which. */
export function either(a: Type, b: Type): Type | undefined {
  const type = comparable(a, b)
    ? join(a, b)
    : isOneValue(a) && isOneValue(b)
      ? unionOf([a, b])
      : any;
  return type.kind === 'any' && a.kind !== 'any' && b.kind !== 'any' ? undefined : type;
}

/**
 * What a value is that is of one of these types.
 *
 * `any` where that could not be told by the value, and for a list or record that may also be something else:
 * no rule could name what is inside.
 */
export function unionOf(types: readonly Type[]): Type {
  const byKind = new Map<Type['kind'], Type>();
  for (const type of types.flatMap((one) => (one.kind === 'union' ? one.of : [one]))) {
    const before = byKind.get(type.kind);
    const both = before === undefined ? type : merged(before, type);
    if (!both || both.kind === 'any') return any;
    byKind.set(type.kind, both);
  }
  const [first, ...others] = [...byKind.values()].filter(({ kind }) => kind !== 'null');
  if (!first) return { kind: 'null' };
  if (others.length === 0) return first;
  const kinds = [first, ...others];
  return kinds.some(({ kind }) => kind === 'list' || kind === 'context')
    ? any
    : { kind: 'union', of: kinds };
}

/** Whether a blank is a value of a type, and not the absence of one. */
export function takesBlank(type: Type): boolean {
  if (type.kind === 'union') return type.of.some(takesBlank);
  return type.kind === 'text' && (type.blank === true || type.words?.has('') === true);
}

function eitherText(a: TextType, b: TextType): TextType {
  if (!a.words || !b.words) return takesBlank(a) || takesBlank(b) ? { ...text, blank: true } : text;
  return {
    kind: 'text',
    words: new Map([...a.words, ...b.words]),
    ...((a.blank || b.blank) && { blank: true }),
    ...((a.lenient || b.lenient) && { lenient: true }),
  };
}

/** Two types of a kind as one; undefined for numbers of two units. */
function merged(a: Type, b: Type): Type | undefined {
  if (a.kind === 'number' && b.kind === 'number') {
    if (!comparable(a, b)) return undefined;
    const { unit = b.unit, decimals = b.decimals } = a;
    const values = a.values && b.values && [...new Set([...a.values, ...b.values])];
    return {
      kind: 'number',
      ...(unit && { unit }),
      ...(decimals !== undefined && { decimals }),
      ...(a.whole && b.whole && { whole: true }),
      ...(values && { values, ...((a.lenient || b.lenient) && { lenient: true }) }),
    };
  }
  if (a.kind === 'text' && b.kind === 'text') return eitherText(a, b);
  if (a.kind === 'list' && b.kind === 'list') return listOf(unionOf([a.of, b.of]));
  if (a.kind === 'context' && b.kind === 'context') {
    const fields = new Map(a.fields);
    for (const [name, field] of b.fields) {
      const own = fields.get(name);
      fields.set(name, own ? { ...own, type: unionOf([own.type, field.type]) } : field);
    }
    return { kind: 'context', fields };
  }
  return a;
}
