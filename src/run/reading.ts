import {
  type ContextType,
  type Field,
  takesBlank,
  type TextType,
  type Type,
} from '../feel/types.ts';
import { pointerTo } from '../base/pointer.ts';
import { mostExact, slotKinds } from '../plan/plan.ts';
import { scaleOf } from '../plan/scale.ts';
import { epochDay } from '../values/temporal.ts';
import { isText, type Layout, type Places } from './layout.ts';
import { type Days, isBlank, type Limits, type UnionKinds } from './scalars.ts';

/** What places hold where there is no value. */
export interface Fills {
  /** It is not known. */
  readonly unknown: Fill;
  /** It was verified that there is none. */
  readonly none: Fill;
  /** The field is not there at all: as its schema has it. */
  readonly absent: Fill;
}

/** How a record is read into its places, field by field: what the loaders are made from. */
export interface RecordReading {
  readonly kind: 'record';
  readonly fields: readonly FieldReading[];
  readonly fills: Fills;
  /** Places that are told that there is one. */
  readonly there: readonly number[];
}

export interface FieldReading {
  readonly name: string;
  readonly value: ValueReading;
}

export type ValueReading =
  | RecordReading
  | ListReading
  | ScalarReading
  | UnionReading
  /** What is listed there changes what absence means. */
  | { readonly kind: 'only-empty'; readonly fills: Fills }
  /** Of a type that is not understood. */
  | { readonly kind: 'only-absent'; readonly fills: Fills };

export interface ListReading {
  readonly kind: 'list';
  /** Where its three numbers go. */
  readonly index: number | undefined;
  readonly fills: Fills;
  /** Places that say that there is a value. */
  readonly there: readonly number[];
  readonly width: number;
  readonly texts: number;
  /** Where an element says that it is known. */
  readonly presence: number | undefined;
  readonly element: ValueReading;
  /** Its elements may be numbers. */
  readonly hasNumbers: boolean;
  /** It stands in no other list. */
  readonly isOuter: boolean;
  /** The field that tells its elements apart. */
  readonly key: string | undefined;
  /** It may have more elements than it shows: what reads it is left to the evaluator. */
  readonly isOpen: boolean;
}

export interface ScalarReading {
  readonly kind: 'scalar';
  readonly as: Scalar;
  /** Among the numbers; of a text among the texts. */
  readonly index: number | undefined;
  readonly fills: Fills;
  readonly there: readonly number[];
}

/** Of several kinds, which the value tells. */
export interface UnionReading {
  readonly kind: 'union';
  readonly kinds: UnionKinds;
  readonly of: readonly { readonly kind: number; readonly scalar: ScalarReading }[];
  /** Where the number of the kind goes. */
  readonly index: number | undefined;
  readonly fills: Fills;
  readonly there: readonly number[];
}

export type Scalar =
  | {
      readonly kind: 'number';
      /** What a number is multiplied by to be whole. */
      readonly by: number;
      readonly limits: Limits | undefined;
      /** The only numbers it may be; empty where the double of a JSON file does not tell what rules ask of it. */
      readonly values: ReadonlySet<number> | undefined;
      /** Where its digits after the point go, among the numbers. */
      readonly places: number | undefined;
      /** Its field in the schema: a pointer without positions. */
      readonly field: string;
      /** Its schema allows no parts of a whole one. */
      readonly isWhole: boolean;
      /** The largest whole one that its schema allows. */
      readonly most: number;
    }
  | { readonly kind: 'word'; readonly words: ReadonlyMap<string, number> }
  /** `blanks`: the texts without a character to see that are values; `""` stands for all others. */
  | { readonly kind: 'text'; readonly blanks: ReadonlySet<string> | undefined }
  | { readonly kind: 'flag' }
  | { readonly kind: 'day'; readonly days: Days }
  | { readonly kind: 'moment'; readonly days: Days }
  | { readonly kind: 'time' };

/** What goes into places that have no value. */
export interface Fill {
  readonly numbers: readonly (readonly [index: number, value: number])[];
  readonly texts: readonly number[];
}

export type NumberOf = (word: string) => number;

/** What is the same for all values of a file. */
interface Setting {
  readonly numberOf: NumberOf;
  readonly asWritten: ReadonlySet<string>;
}

/** Where in the schema what is being read stands. */
interface At extends Setting {
  /** A pointer without positions. */
  readonly field: string;
  readonly isInList: boolean;
}

/** The keys under which a dossier lists paths that were verified to be none, and those that its source lacks. */
export const pathLists: ReadonlySet<string> = new Set(['verifiedNone', 'notCaptured']);

/** Paths of the parts without which a file is not what its type is of. */
export function neededIn({ fields }: ContextType): readonly (readonly string[])[] {
  return [...fields.values()].flatMap(({ name, type, needed }) => {
    const inner = type.kind === 'context' ? neededIn(type) : [];
    return [...(needed ? [[name]] : []), ...inner.map((path) => [name, ...path])];
  });
}

/** How a file of a type is read by a layout. */
export function fileReading(
  type: ContextType,
  layout: Layout,
  numberOf: NumberOf,
  /** Names of fields that are asked for as they are written. */
  asWritten: ReadonlySet<string> = new Set(),
): RecordReading {
  const read = recordReading(type, layout.itself, {
    numberOf,
    asWritten,
    field: '',
    isInList: false,
  });
  const fields = read.fields.map((field): FieldReading =>
    pathLists.has(field.name)
      ? { name: field.name, value: { kind: 'only-empty', fills: field.value.fills } }
      : field,
  );
  return { ...read, fields };
}

function recordReading({ fields }: ContextType, places: Places | undefined, at: At): RecordReading {
  return {
    kind: 'record',
    fills: fillsOf(places, false),
    there: thereIn(places),
    fields: [...fields.values()].map((field) => ({
      name: field.name,
      value: valueReading(field, field.type, places?.inner.get(field.name), {
        ...at,
        field: pointerTo(at.field, field.name),
      }),
    })),
  };
}

function thereIn(places: Places | undefined): readonly number[] {
  const none = places?.slots.get('none');
  return none === undefined ? [] : [none];
}

function valueReading(field: Field, type: Type, places: Places | undefined, at: At): ValueReading {
  const fills = fillsOf(places, field.absenceIsNone);
  const there = thereIn(places);
  switch (type.kind) {
    case 'context':
      return { ...recordReading(type, places, at), fills };
    case 'list':
      return listReading(field, type.of, places, at);
    case 'union': {
      const of = type.of.flatMap((kind) => {
        const number = slotKinds.findIndex((one) => one === kind.kind);
        const as = scalarOf(field, kind, places, at);
        if (!as) return [];
        const index = placeIn(places, as);
        const nothing = fillAt(as, index);
        const own = { unknown: nothing, none: nothing, absent: nothing };
        return [
          { kind: number, scalar: { kind: 'scalar' as const, as, index, fills: own, there: [] } },
        ];
      });
      const index = places?.slots.get('kind');
      return { kind: 'union', kinds: unionKinds(type.of), of, index, fills, there };
    }
    default: {
      const as = scalarOf(field, type, places, at);
      if (!as) return { kind: 'only-absent', fills };
      return { kind: 'scalar', as, index: placeIn(places, as), fills, there };
    }
  }
}

function listReading(field: Field, of: Type, places: Places | undefined, at: At): ListReading {
  const { earliest, latest, endless, absenceIsNone, key } = field;
  const list = places?.list;
  const itself = list?.element.itself;
  const days = {
    ...(earliest && { earliest }),
    ...(latest && { latest }),
    ...(endless && { endless }),
  };
  const element: Field = {
    name: '',
    title: {},
    type: of,
    absenceIsNone: false,
    correctable: false,
    ...days,
  };
  const fills = fillsOf(places, absenceIsNone);
  const none = places?.slots.get('none');
  return {
    kind: 'list',
    index: list?.index,
    // a list that is none has no elements, and is there
    fills: absenceIsNone
      ? { ...fills, absent: withNought(fills.absent, [list?.index, none]) }
      : fills,
    there: thereIn(places),
    width: list?.element.width ?? 0,
    texts: list?.element.texts ?? 0,
    presence: itself?.presence,
    element: valueReading(element, of, itself, { ...at, isInList: true }),
    hasNumbers: of.kind === 'number' || (of.kind === 'union' && of.of.some(isNumber)),
    isOuter: !at.isInList,
    key,
    isOpen: field.uncaptured === true,
  };
}

const noNumbers: ReadonlySet<number> = new Set();

function isNumber({ kind }: Type): boolean {
  return kind === 'number';
}

function scalarOf(
  field: Field,
  type: Type,
  places: Places | undefined,
  { numberOf, asWritten, field: pointer }: At,
): Scalar | undefined {
  switch (type.kind) {
    case 'number':
      return {
        kind: 'number',
        by: 10 ** scaleOf(type),
        limits: limitsOf(field),
        values: asWritten.has(field.name)
          ? noNumbers
          : type.lenient
            ? undefined
            : type.values && new Set(type.values.map(Number)),
        places: places?.slots.get('places'),
        field: pointer,
        isWhole: type.whole === true || type.decimals !== undefined,
        most: type.decimals === undefined ? Infinity : mostExact,
      };
    case 'text': {
      if (!type.words || type.lenient) return { kind: 'text', blanks: blanksOf(type) };
      const words = [...type.words.keys()].map((word) => [word, numberOf(word)] as const);
      return { kind: 'word', words: new Map(words) };
    }
    case 'boolean':
      return { kind: 'flag' };
    case 'date':
      return { kind: 'day', days: daysOf(field) };
    case 'date-time':
      return { kind: 'moment', days: daysOf(field) };
    case 'time':
      return { kind: 'time' };
    default:
      return undefined;
  }
}

function blanksOf(type: TextType): ReadonlySet<string> | undefined {
  const words = [...(type.words?.keys() ?? []), ...(takesBlank(type) ? [''] : [])];
  const blanks = words.filter(isBlank);
  return blanks.length > 0 ? new Set(blanks) : undefined;
}

function placeIn(places: Places | undefined, { kind }: Scalar): number | undefined {
  return kind === 'time' ? undefined : places?.slots.get(kind);
}

function unionKinds(types: readonly Type[]): UnionKinds {
  const words = types.flatMap((type) =>
    type.kind === 'text' ? [...(type.words?.keys() ?? []), ...(takesBlank(type) ? [''] : [])] : [],
  );
  return { kinds: new Set(types.map(({ kind }) => kind)), words: new Set(words) };
}

/** The first and the last believable day of a field, since 1970. */
function daysOf({ earliest, latest, endless }: Field): Days {
  return {
    first: earliest ? epochDay(earliest) : -Infinity,
    last: latest ? epochDay(latest) : Infinity,
    endless: endless ? epochDay(endless) : Infinity,
  };
}

function limitsOf({ minimum, maximum, above, below }: Field): Limits | undefined {
  if ([minimum, maximum, above, below].every((limit) => limit === undefined)) return undefined;
  return {
    minimum: minimum ?? -Infinity,
    maximum: maximum ?? Infinity,
    above: above ?? -Infinity,
    below: below ?? Infinity,
  };
}

function fillsOf(places: Places | undefined, absenceIsNone: boolean): Fills {
  const [unknown, none] = [fillOf(places, 'unknown'), fillOf(places, 'none')];
  return { unknown, none, absent: absenceIsNone ? none : unknown };
}

function withNought({ numbers, texts }: Fill, noughts: readonly (number | undefined)[]): Fill {
  const changed = numbers.map(
    ([index, value]) => [index, noughts.includes(index) ? 0 : value] as const,
  );
  return { numbers: changed, texts };
}

function fillOf(places: Places | undefined, what: 'unknown' | 'none'): Fill {
  const numbers: (readonly [number, number])[] = [];
  const texts: number[] = [];
  if (places) add(places);
  return { numbers, texts };

  function add({ slots, list, inner }: Places): void {
    for (const [as, index] of slots) {
      if (isText(as)) texts.push(index);
      else if (as === 'none') numbers.push([index, what === 'none' ? 1 : 2]);
      else numbers.push([index, as === 'flag' ? 2 : Number.NaN]);
    }
    if (list) numbers.push([list.index, Number.NaN]);
    for (const one of inner.values()) add(one);
  }
}

function fillAt({ kind }: Scalar, index: number | undefined): Fill {
  if (index === undefined) return { numbers: [], texts: [] };
  if (kind === 'text') return { numbers: [], texts: [index] };
  return { numbers: [[index, kind === 'flag' ? 2 : Number.NaN]], texts: [] };
}
