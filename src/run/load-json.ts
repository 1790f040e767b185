import { mostElements } from '../plan/plan.ts';
import type { ContextType } from '../feel/types.ts';
import type { Loaded } from './frame.ts';
import { compareWithText } from './keys.ts';
import type { Layout } from './layout.ts';
import type {
  FieldReading,
  Fill,
  ListReading,
  RecordReading,
  Scalar,
  ScalarReading,
  UnionReading,
  ValueReading,
} from './reading.ts';
import * as scalars from './scalars.ts';
import { type Unfit, unfit } from './scalars.ts';
import { begin, keeper, newTray, reserve, type Tray, withinPlans } from './tray.ts';

/**
 * Lays a JSON text out; `Unfit` where it may be malformed, or has more than plans keep.
 *
 * @param root - what `JSON.parse` makes of the text, where that is known
 */
export type LoadJson = (json: string, root?: unknown) => Loaded | Unfit;

/** Puts a record into its places. */
export type ReadRoot = (root: object, tray: Tray) => void;

/**
 * What the loaders of JSON share: parse, lay out, compare the keys found with those that are there.
 *
 * @param type - of the files
 * @param needed - paths of what has to be there
 */
export function loadJsonWith(
  { width, texts }: Layout,
  read: ReadRoot,
  type: ContextType,
  needed: readonly (readonly string[])[],
): LoadJson {
  const tray = newTray();
  const keep = keeper();
  return (json, root) =>
    withinPlans(() => {
      begin(tray, width, texts, json.length);
      const record = recordOf(root ?? parsed(json));
      if (needed.some((path) => isAbsent(valueAlong(record, path)))) return unfit();
      read(record, tray);
      compareWithText(json, type, tray);
      return keep(tray);
    });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return unfit();
    throw error;
  }
}

function valueAlong(root: unknown, path: readonly string[]): unknown {
  return path.reduce((of: unknown, name) => {
    const isRecord = typeof of === 'object' && of !== null && Object.hasOwn(of, name);
    return isRecord ? (of as Record<string, unknown>)[name] : undefined;
  }, root);
}

function recordOf(root: unknown): object {
  return typeof root === 'object' && root !== null && !Array.isArray(root) ? root : unfit();
}

/** Puts a value where it belongs: `at` and `text` are where its record's numbers and texts begin. */
type Read = (value: unknown, tray: Tray, at: number, text: number) => void;

/** A reader made of closures, for where code may not be generated. */
export function closureReader(reading: RecordReading): ReadRoot {
  const read = recordReader(reading);
  return (root, tray) => read(root, tray, 0, 0);
}

function valueReader(reading: ValueReading): Read {
  switch (reading.kind) {
    case 'record':
      return recordReader(reading);
    case 'list':
      return listReader(reading);
    case 'scalar':
      return scalarReader(reading);
    case 'union':
      return unionReader(reading);
    case 'only-empty':
      return (value) => {
        if (!isAbsent(value) && !(Array.isArray(value) && value.length === 0)) unfit();
      };
    case 'only-absent': {
      const absent = filler(reading.fills.absent);
      return (value, tray, at, text) => {
        if (!isAbsent(value)) unfit();
        absent(tray, at, text);
      };
    }
  }
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function recordReader({ fields, fills, there }: RecordReading): Read {
  const readers = fields.map(({ name, value }: FieldReading) => ({
    name,
    read: valueReader(value),
  }));
  const fill = filler(fills.absent);
  return (record, tray, at, text) => {
    if (isAbsent(record)) return fill(tray, at, text);
    if (typeof record !== 'object' || Array.isArray(record)) return unfit();
    for (const one of there) tray.numbers[at + one] = 0;
    for (const { name, read } of readers) {
      const value = (record as Record<string, unknown>)[name];
      if (value !== undefined) tray.keys += 1;
      read(value, tray, at, text);
    }
  };
}

/** Puts what is not known, or none, into places. */
function filler({ numbers, texts }: Fill): (tray: Tray, at: number, text: number) => void {
  return (tray, at, text) => {
    for (const [index, value] of numbers) tray.numbers[at + index] = value;
    for (const index of texts) tray.texts[text + index] = undefined;
  };
}

function listReader(reading: ListReading): Read {
  const { index, width, texts, presence, hasNumbers, key, there, isOuter, isOpen } = reading;
  const element = valueReader(reading.element);
  const fill = filler(reading.fills.absent);
  const leave = isOpen ? filler(reading.fills.unknown) : undefined;
  const keyOf = key === undefined ? undefined : keyReader(key);
  return (value, tray, at, text) => {
    if (isAbsent(value)) return fill(tray, at, text);
    if (!Array.isArray(value)) return unfit();
    if (value.length > mostElements) return unfit('elements');
    if (keyOf) scalars.distinct(value, keyOf);
    const from = tray.numbersEnd;
    const fromTexts = tray.textsEnd;
    reserve(tray, value.length * width, value.length * texts);
    for (const one of there) tray.numbers[at + one] = 0;
    if (index !== undefined) {
      tray.numbers[at + index] = value.length;
      tray.numbers[at + index + 1] = from;
      tray.numbers[at + index + 2] = fromTexts;
    }
    for (let position = 0; position < value.length; position += 1) {
      const item: unknown = value[position];
      // their digits are counted by the colons before them
      if (hasNumbers && typeof item === 'number') unfit();
      const own = from + position * width;
      if (isOuter) tray.row = position;
      element(item, tray, own, fromTexts + position * texts);
      if (presence !== undefined) tray.numbers[own + presence] = isAbsent(item) ? 2 : 1;
    }
    if (isOuter) tray.row = -1;
    leave?.(tray, at, text);
  };
}

function keyReader(key: string): (element: unknown) => unknown {
  return (element) =>
    typeof element === 'object' && element !== null
      ? (element as Record<string, unknown>)[key]
      : undefined;
}

function scalarReader({ as, index, fills, there }: ScalarReading): Read {
  const fill = filler(fills.absent);
  const none = there.length > 0;
  if (as.kind === 'text') {
    const { blanks } = as;
    return (value, tray, at, text) => {
      const own = blanks ? scalars.textOrBlank(value, blanks) : scalars.text(value);
      if (index !== undefined) tray.texts[text + index] = own;
      if (none) say(own !== undefined, tray, at, text);
    };
  }
  const read = numberReader(as);
  // what is not there was not written; what is there is not read here
  const places = as.kind === 'number' ? as.places : undefined;
  const unknown = as.kind === 'flag' ? 2 : Number.NaN;
  return (value, tray, at, text) => {
    const own = read(value, tray);
    if (index !== undefined) tray.numbers[at + index] = own;
    if (places !== undefined) tray.numbers[at + places] = Number.NaN;
    if (none) say(!Object.is(own, unknown), tray, at, text);
  };

  function say(isThere: boolean, tray: Tray, at: number, text: number): void {
    if (!isThere) return fill(tray, at, text);
    for (const one of there) tray.numbers[at + one] = 0;
  }
}

/** A number for any value but a text. */
function numberReader(
  as: Exclude<Scalar, { kind: 'text' }>,
): (value: unknown, tray: Tray) => number {
  switch (as.kind) {
    case 'number': {
      const { by, limits, values } = as;
      if (!values) return (value, tray) => scalars.scaled(value, by, limits, as, tray);
      return (value, tray) => scalars.scaled(scalars.oneOf(value, values), by, limits, as, tray);
    }
    case 'word': {
      const { words } = as;
      return (value) => scalars.word(value, words);
    }
    case 'flag':
      return scalars.flag;
    case 'day': {
      const { days } = as;
      return (value) => scalars.day(value, days);
    }
    case 'moment': {
      const { days } = as;
      return (value) => scalars.moment(value, days);
    }
    case 'time':
      return scalars.time;
  }
}

function unionReader({ kinds, of, index, fills, there }: UnionReading): Read {
  const fill = filler(fills.absent);
  const readers = of.map(({ kind, scalar }) => ({ kind, read: scalarReader(scalar) }));
  return (value, tray, at, text) => {
    fill(tray, at, text);
    const kind = scalars.kindOf(value, kinds);
    if (kind < 0) return;
    for (const one of readers) if (one.kind === kind) one.read(value, tray, at, text);
    for (const one of there) tray.numbers[at + one] = 0;
    if (index !== undefined) tray.numbers[at + index] = kind;
  };
}
