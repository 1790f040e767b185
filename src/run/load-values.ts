import { isKind, type Context, type Value } from '../feel/value.ts';
import { mostBits, mostElements, slotKinds } from '../plan/plan.ts';
import { epochDay } from '../values/temporal.ts';
import type { Loaded } from './frame.ts';
import type { Layout } from './layout.ts';
import type {
  Fill,
  ListReading,
  RecordReading,
  Scalar,
  ScalarReading,
  UnionReading,
  ValueReading,
} from './reading.ts';
import { millisOf, type Unfit, unfit } from './scalars.ts';
import { placesOf } from '../values/rational.ts';
import { begin, keeper, newTray, reserve, type Tray, withinPlans } from './tray.ts';
import { leave } from './unheld.ts';

/**
 * Lays out a file that was read already, malformed ones too: what is not known in it is not known to the plan.
 * `Unfit` where it has a moment finer than plans keep, or lists too long for them.
 */
export type LoadValues = (root: Context) => Loaded | Unfit;

/** Numbers and texts of a file that was read already, beside those of any file: its values take more memory by themselves. */
const mostOfValues = 2 ** 27;

/** A loader of files that were read already. */
export function valuesLoader({ width, texts }: Layout, reading: RecordReading): LoadValues {
  const tray = newTray();
  const keep = keeper();
  const read = recordReader(reading);
  return (root) =>
    withinPlans(() => {
      begin(tray, width, texts, mostOfValues);
      read(root, tray, 0, 0);
      return keep(tray);
    });
}

/** Puts a value where it belongs; undefined is a field that is not there. */
export type PutValue = (value: Value | undefined, tray: Tray, at: number, text: number) => void;

function valueReader(reading: ValueReading): PutValue {
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
      return () => {};
    case 'only-absent': {
      const fill = absentReader(reading.fills);
      return (value, tray, at, text) => fill(value, tray, at, text);
    }
  }
}

/** A record as the elements of a group are: its places begin where they are told to. */
export function recordReader({ fields, fills, there }: RecordReading): PutValue {
  const readers = fields
    .filter(({ value }) => hasPlaces(value))
    .map(({ name, value }) => ({ name, read: valueReader(value) }));
  const absent = absentReader(fills);
  return (value, tray, at, text) => {
    if (!isKind(value, 'context')) return absent(value, tray, at, text);
    for (const one of there) tray.numbers[at + one] = 0;
    for (const { name, read } of readers) read(value.entries.get(name), tray, at, text);
  };
}

/** All of a reading that `valuesLoader` asks for: what no rule reads is left out. */
export function withPlaces(reading: RecordReading): RecordReading {
  const fields = reading.fields
    .filter(({ value }) => hasPlaces(value))
    .map(({ name, value }) => ({ name, value: insideWithPlaces(value) }));
  return { ...reading, fields };
}

function insideWithPlaces(value: ValueReading): ValueReading {
  if (value.kind === 'record') return withPlaces(value);
  return value.kind === 'list' ? { ...value, element: insideWithPlaces(value.element) } : value;
}

/** Whether anything of a value is kept: what no rule reads is not looked at. */
function hasPlaces({ fills: { unknown } }: ValueReading): boolean {
  return unknown.numbers.length > 0 || unknown.texts.length > 0;
}

/** Null is what was verified to be none; all else that is not of the kind wanted is not known. */
function absentReader({ unknown, none }: ValueReading['fills']): PutValue {
  return (value, tray, at, text) => fill(value === null ? none : unknown, tray, at, text);
}

function fill({ numbers, texts }: Fill, tray: Tray, at: number, text: number): void {
  for (const [index, value] of numbers) tray.numbers[at + index] = value;
  for (const index of texts) tray.texts[text + index] = undefined;
}

function listReader(reading: ListReading): PutValue {
  const { index, width, texts, presence, there, isOuter } = reading;
  const element = valueReader(reading.element);
  const absent = absentReader(reading.fills);
  return (value, tray, at, text) => {
    // a list that may go on is left to the evaluator
    if (!isKind(value, 'list') || value.maybe) return absent(undefined, tray, at, text);
    const { items } = value;
    if (items.length > mostElements) return unfit('elements');
    const from = tray.numbersEnd;
    const fromTexts = tray.textsEnd;
    reserve(tray, items.length * width, items.length * texts);
    for (const one of there) tray.numbers[at + one] = 0;
    if (index !== undefined) {
      tray.numbers[at + index] = items.length;
      tray.numbers[at + index + 1] = from;
      tray.numbers[at + index + 2] = fromTexts;
    }
    for (const [position, item] of items.entries()) {
      const own = from + position * width;
      if (isOuter) tray.row = position;
      element(item, tray, own, fromTexts + position * texts);
      if (presence !== undefined) tray.numbers[own + presence] = isKind(item, 'unknown') ? 2 : 1;
    }
    if (isOuter) tray.row = -1;
  };
}

function scalarReader({ as, index, fills, there }: ScalarReading): PutValue {
  const absent = absentReader(fills);
  return (value, tray, at, text) => {
    if (as.kind === 'text') {
      if (typeof value !== 'string') return absent(value, tray, at, text);
      if (index !== undefined) tray.texts[text + index] = value;
    } else {
      const number = value === undefined || value === null ? undefined : numberOf(value, as, tray);
      if (number === undefined) return absent(value, tray, at, text);
      if (index !== undefined) tray.numbers[at + index] = number;
      if (as.kind === 'number' && as.places !== undefined && isKind(value, 'number')) {
        tray.numbers[at + as.places] = placesOf(value) ?? Number.NaN;
      }
    }
    for (const one of there) tray.numbers[at + one] = 0;
  };
}

function unionReader({ of, index, fills, there }: UnionReading): PutValue {
  const absent = absentReader(fills);
  const readers = of.map(({ kind, scalar }) => ({ kind, read: scalarReader(scalar) }));
  return (value, tray, at, text) => {
    absent(value, tray, at, text);
    const kind = slotKinds.findIndex((one) => one === kindOf(value));
    if (kind < 0) return;
    for (const one of readers) if (one.kind === kind) one.read(value, tray, at, text);
    for (const one of there) tray.numbers[at + one] = 0;
    if (index !== undefined) tray.numbers[at + index] = kind;
  };
}

function kindOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return value?.kind;
}

const most = 2n ** BigInt(mostBits);

/** The number that stands for a value; undefined for one that is not of the kind. */
function numberOf(
  value: Value,
  as: Exclude<Scalar, { readonly kind: 'text' }>,
  tray: Tray,
): number | undefined {
  switch (as.kind) {
    case 'number': {
      if (!isKind(value, 'number')) return undefined;
      const units = value.n * BigInt(as.by);
      const whole = units / value.d;
      if (units % value.d === 0n && whole <= most && whole >= -most) return Number(whole);
      leave(tray, as.field, tray.row);
      return undefined;
    }
    case 'word':
      return typeof value === 'string' ? as.words.get(value) : undefined;
    case 'flag':
      return value === true ? 1 : value === false ? 0 : undefined;
    case 'day':
      return isKind(value, 'date') ? epochDay(value) : undefined;
    case 'moment':
      return isKind(value, 'date-time') ? millisOf(value) : undefined;
    case 'time':
      return isKind(value, 'time') ? Number.NaN : undefined;
  }
}
