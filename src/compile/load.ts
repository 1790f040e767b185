import type { ContextType, Field, Type } from '../feel/types.ts';
import { epochDay } from '../values/temporal.ts';
import { type Layout, newLayout, placeName, scaleOf } from './layout.ts';
import { type Loaded, mostElements } from './plan.ts';
import * as scalars from './scalars.ts';
import { Unfit, unfit } from './scalars.ts';

/** Lays a file out for a program: undefined where it is for the reference path to read. */
export type Load = (json: string) => Loaded | undefined;

/** The key under which a dossier lists the paths that were verified to be none (经核查确无). */
export const verifiedNone = 'verifiedNone';

/** Most numbers and texts that a file may take. */
const mostPlaces = 2 ** 22;

/** Numbers of the array that loaded files share. */
const sheetLength = 2 ** 15;

/** Numbers and texts of the file being loaded, and how many keys it turned out to have. */
export interface Tray {
  numbers: Float64Array;
  texts: (string | undefined)[];
  numbersEnd: number;
  textsEnd: number;
  keys: number;
}

export function newTray(): Tray {
  return { numbers: new Float64Array(1024), texts: [], numbersEnd: 0, textsEnd: 0, keys: 0 };
}

/** Makes room for so many more numbers. */
export function reserve(tray: Tray, width: number, texts: number): void {
  tray.numbersEnd += width;
  tray.textsEnd += texts;
  if (tray.numbersEnd + tray.textsEnd > mostPlaces) unfit();
  if (tray.numbersEnd <= tray.numbers.length) return;
  const larger = new Float64Array(2 * tray.numbersEnd);
  larger.set(tray.numbers);
  tray.numbers = larger;
}

/** What the fast loaders share: parse, lay out, compare the keys found with those that are there. */
export function loadWith(size: Layout, read: (root: object, tray: Tray) => void): Load {
  const tray = newTray();
  // views of one large array cost less than an array a file, whose memory lies outside of the heap
  let sheet = new Float64Array(sheetLength);
  let used = 0;
  const copied = (): Float64Array => {
    const length = tray.numbersEnd;
    if (used + length > sheet.length) {
      sheet = new Float64Array(Math.max(sheetLength, length));
      used = 0;
    }
    const numbers = sheet.subarray(used, used + length);
    used += length;
    for (let index = 0; index < length; index += 1) numbers[index] = tray.numbers[index] ?? 0;
    return numbers;
  };
  return (json) => {
    try {
      const root: unknown = JSON.parse(json);
      if (typeof root !== 'object' || root === null || Array.isArray(root)) return undefined;
      tray.numbersEnd = 0;
      tray.textsEnd = 0;
      tray.keys = 0;
      tray.texts = [];
      reserve(tray, size.width, size.texts);
      read(root, tray);
      if (tray.keys === 0 || tray.keys !== scalars.keysIn(json)) return undefined;
      return { numbers: copied(), texts: tray.texts };
    } catch (error) {
      if (error instanceof Unfit || error instanceof SyntaxError || error instanceof RangeError)
        return undefined;
      throw error;
    }
  };
}

/** Puts a value where it belongs: `at` and `text` are where its record's numbers and texts begin. */
type Read = (value: unknown, tray: Tray, at: number, text: number) => void;

/** A loader made of closures, for where code may not be generated. */
export function closureLoader(
  type: ContextType,
  layout: Layout,
  numberOf: (word: string) => number,
): Load {
  const read = recordReader(type, layout, [], numberOf);
  return loadWith(layout, (root, tray) => read(root, tray, 0, 0));
}

function recordReader(
  type: ContextType,
  layout: Layout,
  path: readonly string[],
  numberOf: (word: string) => number,
): Read {
  const fields = [...type.fields.values()].map((field) => ({
    name: field.name,
    read: fieldReader(field, layout, [...path, field.name], numberOf),
  }));
  return (record, tray, at, text) => {
    const isThere = record !== undefined && record !== null;
    if (isThere && (typeof record !== 'object' || Array.isArray(record))) unfit();
    for (const { name, read } of fields) {
      const value = isThere ? (record as Record<string, unknown>)[name] : missing;
      if (value !== undefined && value !== missing) tray.keys += 1;
      read(value, tray, at, text);
    }
  };
}

/** Stands for the fields of a record that is not there itself, which are not even known to be none. */
const missing = Symbol('missing');

function fieldReader(
  field: Field,
  layout: Layout,
  path: readonly string[],
  numberOf: (word: string) => number,
): Read {
  const { type, name, absenceIsNone, key } = field;
  const place = layout.places.get(placeName(path));
  if (path.length === 1 && name === verifiedNone) return onlyEmpty;
  switch (type.kind) {
    case 'context': {
      const inner = recordReader(type, layout, path, numberOf);
      return (value, tray, at, text) =>
        inner(value === missing ? undefined : value, tray, at, text);
    }
    case 'list': {
      const element = place?.element ?? newLayout(type.of);
      const inner = elementReader(field, type.of, element, numberOf);
      const index = place?.index;
      const keyOf = key === undefined ? undefined : keyReader(key);
      return (value, tray, at) => {
        if (value === undefined || value === null || value === missing) {
          const none = absenceIsNone && value !== missing;
          if (index !== undefined) tray.numbers[at + index] = none ? 0 : Number.NaN;
          return;
        }
        if (!Array.isArray(value) || value.length > mostElements) return unfit();
        if (keyOf) scalars.distinct(value, keyOf);
        const begin = tray.numbersEnd;
        const beginTexts = tray.textsEnd;
        reserve(tray, value.length * element.width, value.length * element.texts);
        if (index !== undefined) {
          tray.numbers[at + index] = value.length;
          tray.numbers[at + index + 1] = begin;
          tray.numbers[at + index + 2] = beginTexts;
        }
        for (let position = 0; position < value.length; position += 1) {
          const item: unknown = value[position];
          if (item === undefined || item === null) unfit();
          inner(
            item,
            tray,
            begin + position * element.width,
            beginTexts + position * element.texts,
          );
        }
      };
    }
    default: {
      if (type.kind === 'text' && !type.words) {
        const index = place?.index;
        return (value, tray, _, text) => {
          const own = value === missing ? undefined : scalars.text(value);
          if (index !== undefined) tray.texts[text + index] = own;
        };
      }
      const scalar = scalarReader(field, numberOf);
      const index = place?.index;
      return (value, tray, at) => {
        const own = scalar(value === missing ? undefined : value);
        if (index !== undefined) tray.numbers[at + index] = own;
      };
    }
  }
}

function keyReader(key: string): (element: unknown) => unknown {
  return (element) =>
    typeof element === 'object' && element !== null
      ? (element as Record<string, unknown>)[key]
      : undefined;
}

/** Paths that were verified to be none change what absence means: for the reference path. */
const onlyEmpty: Read = (value) => {
  const isEmpty =
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (!isEmpty) unfit();
};

function elementReader(
  list: Field,
  of: Type,
  layout: Layout,
  numberOf: (word: string) => number,
): Read {
  if (of.kind === 'context') return recordReader(of, layout, [], numberOf);
  return fieldReader(elementField(list, of), layout, [''], numberOf);
}

/** The element of a list of numbers, days or texts, as a field without a name. */
export function elementField({ earliest, latest, endless }: Field, type: Type): Field {
  return {
    name: '',
    title: {},
    type,
    absenceIsNone: false,
    correctable: false,
    ...(earliest && { earliest }),
    ...(latest && { latest }),
    ...(endless && { endless }),
  };
}

/** A number for any value of the field but a free text. */
function scalarReader(
  field: Field,
  numberOf: (word: string) => number,
): (value: unknown) => number {
  const { type } = field;
  switch (type.kind) {
    case 'number': {
      // in a list there is no colon before a number, by which its digits are counted
      if (field.name === '') return refused;
      const by = 10 ** scaleOf(type);
      const limits = limitsOf(field);
      const { values } = type;
      if (!values) return (value) => scalars.scaled(value, by, limits);
      const allowed = new Set<unknown>([undefined, null, ...values.map(Number)]);
      return (value) => (allowed.has(value) ? scalars.scaled(value, by, limits) : unfit());
    }
    case 'text': {
      const words = wordsOf(type, numberOf);
      return (value) => scalars.word(value, words);
    }
    case 'boolean':
      return scalars.flag;
    case 'date': {
      const days = daysOf(field);
      return (value) => scalars.day(value, days);
    }
    case 'date-time': {
      const days = daysOf(field);
      return (value) => scalars.moment(value, days);
    }
    default:
      return refused;
  }
}

export function wordsOf(
  { words }: Extract<Type, { kind: 'text' }>,
  numberOf: (word: string) => number,
): ReadonlyMap<string, number> {
  return new Map([...(words ?? [])].map(([word]) => [word, numberOf(word)]));
}

function refused(value: unknown): number {
  return value === undefined || value === null ? Number.NaN : unfit();
}

export function daysOf({ earliest, latest, endless }: Field): scalars.Days {
  return {
    first: earliest ? epochDay(earliest) : -Infinity,
    last: latest ? epochDay(latest) : Infinity,
    endless: endless ? epochDay(endless) : Infinity,
  };
}

export function limitsOf({ minimum, maximum, above, below }: Field): scalars.Limits | undefined {
  if ([minimum, maximum, above, below].every((limit) => limit === undefined)) return undefined;
  return {
    minimum: minimum ?? -Infinity,
    maximum: maximum ?? Infinity,
    above: above ?? -Infinity,
    below: below ?? Infinity,
  };
}
