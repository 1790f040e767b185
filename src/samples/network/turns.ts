import { newSession, momentOf } from '../../evaluate/session.ts';
import { valueOf } from '../../evaluate/value.ts';
import { blankDossier } from '../../dossier/dossier.ts';
import { valuesFromJson } from '../../dossier/from-json.ts';
import { fieldAlong, parsePath } from '../../dossier/path.ts';
import type { Field, Type } from '../../feel/types.ts';
import { isKind, type Value } from '../../feel/value.ts';
import type {
  Expression,
  Network,
  NetworkAdd,
  NetworkChange,
  NetworkSet,
  NetworkTurn,
  Program,
} from '../../program/ast.ts';
import { round, toNumber } from '../../values/rational.ts';
import { parseDate, printDate, printDateTime } from '../../values/temporal-text.ts';
import { addMonths } from '../../values/temporal.ts';
import { type Plain, plainAt } from '../plain.ts';
import type { Random } from '../random.ts';
import {
  copied,
  define,
  got,
  isOpenList,
  isOpenRecord,
  type Open,
  type OpenRecord,
  put,
} from './places.ts';
import { dayNumber, dayOf, type WorkingDays } from '../working-days.ts';

/** What changes files by their own values. */
export interface Turner {
  /**
   * Whether the turn applied to the file.
   *
   * @param day - of the file that follows; without it the turn says its own
   */
  readonly turn: (
    turn: NetworkTurn,
    index: number,
    file: OpenRecord,
    random: Random,
    day?: string,
  ) => boolean;
  readonly change: (
    change: NetworkChange & { readonly with?: Changed; readonly without?: readonly string[] },
    file: OpenRecord,
    day: string,
    random: Random,
  ) => void;
}

type Changed = { readonly [path: string]: unknown };

/** Rates and ratios that are computed are written with so many decimals. */
const decimals = 6;
const scale = 1_000_000;
/** Rows of one turn, at most. */
const mostRows = 60;
/** The time of an act of which only the day is said. */
const atTen = 'T10:00:00+08:00';

export function turnerOf(program: Program, network: Network, days: WorkingDays): Turner {
  const { subject, entry } = network;
  const { type } = subject;
  const { seen } = entry.data;
  const events = subject.file.events;

  /** The record that has the day of the file: it stays as it is. */
  const dayIs = subject.file.sample?.day?.split('.')[0];

  return { turn, change };

  function turn(
    one: NetworkTurn,
    index: number,
    file: OpenRecord,
    random: Random,
    follows?: string,
  ): boolean {
    const data = entry.data.turns[index];
    // drawn whether it applies or not, so that other turns draw what they would have drawn
    const drawn = random.whole(0, scale - 1) / scale;
    if (!data) return false;
    const day = one.day ? (textOf(read(one.day, file, seen)) ?? seen) : (follows ?? seen);
    if (one.when && read(one.when, file, day) !== true) return false;
    if (one.share) {
      const share = read(one.share, file, day);
      if (!isKind(share, 'number') || drawn >= toNumber(share)) return false;
    }
    const { with: changed, without } = data;
    const from = one.later && textOf(read(one.later, file, day));
    if (data.later && from !== undefined)
      comesLater(file, from, random.whole(...data.later.workingDays));
    const after = one.cut && textOf(read(one.cut, file, day));
    if (after !== undefined) cutAfter(file, after.slice(0, 10), new Set(data.cut?.keep));
    change(
      { ...one, ...(changed && { with: changed }), ...(without && { without }) },
      file,
      day,
      random,
    );
    const none = (data.none ?? []).filter((path) => got(file, path, type) === undefined);
    if (none.length > 0) define(file, 'verifiedNone', none);
    return true;
  }

  function change(
    {
      with: changed = {},
      without = [],
      set,
      add,
    }: NetworkChange & { readonly with?: Changed; readonly without?: readonly string[] },
    file: OpenRecord,
    day: string,
    random: Random,
  ): void {
    for (const [path, value] of Object.entries(changed)) put(file, path, type, value as Plain);
    for (const path of without) put(file, path, type, undefined);
    for (const one of set) setIn(one, file, file, type, day, random);
    for (const one of add) addTo(one, file, day, random);
  }

  /** @param record - what the path begins at: the file, or a row of it */
  function setIn(
    { file: { field, plus, times, worked, monthly }, is }: NetworkSet,
    file: OpenRecord,
    record: OpenRecord,
    of: Type,
    day: string,
    random: Random,
  ): void {
    const at = fieldAlong(of, parsePath(field) ?? []);
    const value = read(is, file, day);
    const more = plus ? random.whole(...plus) : 0;
    const part = times ? random.whole(...times) : 100;
    const written = writtenAs(value, at, more, part, worked === true);
    const last =
      monthly !== undefined && typeof written === 'string' ? published(written, monthly) : written;
    if (last !== undefined) put(record, field, of, last);
  }

  /** The last day not after one on which something is published each month. */
  function published(day: string, dayOfMonth: number): string {
    const inMonth = days.next(`${day.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`);
    if (inMonth <= day) return inMonth;
    const before = monthsLater(`${day.slice(0, 8)}01`, -1);
    return days.next(`${before.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`);
  }

  function addTo(
    { file: row, when, from, after, until, set }: NetworkAdd,
    file: OpenRecord,
    day: string,
    random: Random,
  ): void {
    if (when && read(when, file, day) !== true) return;
    const field = fieldAlong(type, parsePath(row.list) ?? []);
    if (field?.type.kind !== 'list') return;
    const of = field.type.of;
    if (got(file, row.list, type) === undefined) put(file, row.list, type, []);
    const list = got(file, row.list, type) as OpenRecord[string];
    if (!isOpenList(list)) return;
    const begins = from && textOf(read(from, file, day));
    const more = row.plus ? random.whole(...row.plus) : 0;
    const first = begins === undefined ? undefined : dayOf(dayNumber(begins) + more);
    const last = until && textOf(read(until, file, day));
    const behind = after && textOf(read(after, file, day))?.slice(0, 10);
    if ((from && first === undefined) || (after && behind === undefined)) return;
    // without a first day there is one row, of the day itself
    const every = first === undefined ? undefined : row.every;
    for (let count = 0; count < mostRows; count += 1) {
      const on = monthsLater(first ?? day, count * (every ?? 0));
      if (on > (last ?? seen) || (count > 0 && every === undefined)) break;
      if (behind !== undefined && on <= behind) continue;
      const made = copied(row.row as Plain) as OpenRecord;
      const { key } = field;
      const given = key === undefined ? undefined : made[key];
      if (key !== undefined && typeof given === 'string')
        define(made, key, numbered(given, list, key));
      for (const [name, later] of Object.entries(row.days ?? {})) {
        const at = fieldAlong(of, parsePath(name) ?? []);
        const moved = dayOf(dayNumber(on) + later);
        // what is done is done on a working day; a day by which it is due is what it is
        const isTimed = at?.type.kind === 'date-time';
        put(made, name, of, isTimed ? days.next(moved) + atTen : moved);
      }
      for (const one of set) setIn(one, file, made, of, day, random);
      list.push(made);
    }
    inOrder(row.list, list);
  }

  /** Events stand in the order of their times. */
  function inOrder(path: string, list: OpenRecord[string]): void {
    if (!events || path !== events.list || !Array.isArray(list)) return;
    const at = (item: unknown) => {
      const time = (item as OpenRecord)[events.at];
      return typeof time === 'string' ? time : '';
    };
    const ordered = list.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
    list.splice(0, list.length, ...ordered);
  }

  /** The last day of the process. */
  function lastDay(file: OpenRecord): string {
    const day = plainAt(file, subject.file.sample?.day);
    return typeof day === 'string' ? day : seen;
  }

  function comesLater(file: OpenRecord, from: string, workingDays: number): void {
    const last = lastDay(file);
    everyText(file, (text) => {
      const day = dayIn(text);
      // of the same day what came before stays
      const isBefore = text.length === from.length ? text < from : (day ?? '') < from.slice(0, 10);
      return day !== undefined && !isBefore && day <= last
        ? days.shifted(day, workingDays) + text.slice(10)
        : text;
    });
  }

  function cutAfter(file: OpenRecord, day: string, keep: ReadonlySet<string>): void {
    const last = lastDay(file);
    const isAfter = (value: Open) => {
      const own = dayIn(value);
      return own !== undefined && own > day && own <= last;
    };
    for (const [name, value] of Object.entries(file)) {
      if (name === dayIs) continue;
      if (isOpenList(value)) {
        const left = value.filter((item) => !isOpenRecord(item) || !firstOf(item).some(isAfter));
        define(file, name, left);
      } else if (isOpenRecord(value)) {
        const own = Object.values(value).filter((one) => dayIn(one) !== undefined);
        const isLater = own.length > 0 && own.filter((one) => !isAfter(one)).every(isBehind);
        if (isLater && own.some(isAfter) && !keep.has(name)) Reflect.deleteProperty(file, name);
        else
          for (const [key, one] of Object.entries(value))
            if (isAfter(one)) Reflect.deleteProperty(value, key);
      }
    }

    /** A day after all of the process, such as one up to which something is valid. */
    function isBehind(value: Open): boolean {
      return (dayIn(value) ?? '') > last;
    }
  }

  function read({ core }: Expression, file: OpenRecord, day: string): Value {
    const root = valuesFromJson(file, type);
    const session = newSession(program, { ...blankDossier, root }, subject, { today: seen });
    return valueOf({ core }, momentOf(session, day.slice(0, 10)));
  }

  /** A value as it stands in a file; undefined for one that cannot be told. */
  function writtenAs(
    value: Value,
    field: Field | undefined,
    plus: number,
    percent: number,
    isWorked: boolean,
  ): Plain | undefined {
    if (typeof value === 'boolean' || typeof value === 'string') return value;
    if (isKind(value, 'number')) {
      const places = field?.type.kind === 'number' ? (field.type.decimals ?? decimals) : decimals;
      const exact = round(value, places, 'half up');
      const unit = 10 ** places;
      return Math.round((toNumber(exact) * percent * unit) / 100) / unit + plus;
    }
    const text = textOf(value);
    if (text !== undefined) {
      const moved = plus === 0 ? text : dayOf(dayNumber(text) + plus) + text.slice(10);
      const worked = isWorked ? days.next(moved.slice(0, 10)) + moved.slice(10) : moved;
      const isTimed = field?.type.kind === 'date-time';
      if (isTimed) return worked.length === 10 ? worked + atTen : worked;
      return worked.slice(0, 10);
    }
    if (isKind(value, 'list')) {
      const items = value.items.map((item) => writtenAs(item, undefined, 0, 100, false));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    return undefined;
  }
}

/** A day or a time as a text. */
function textOf(value: Value): string | undefined {
  if (isKind(value, 'date')) return printDate(value);
  if (isKind(value, 'date-time')) return printDateTime(value);
  return undefined;
}

/** The day of a text that is a day or a time. */
function dayIn(value: Open): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(value)
    ? value.slice(0, 10)
    : undefined;
}

/** The first day of a record: that on which it came to be. */
function firstOf(record: OpenRecord): readonly Open[] {
  const first = Object.values(record).find((value) => dayIn(value) !== undefined);
  return first === undefined ? [] : [first];
}

function everyText(value: OpenRecord | Open[], to: (text: string) => string): void {
  const entries: [string | number, Open][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, one] of entries) {
    if (isOpenList(one) || isOpenRecord(one)) everyText(one, to);
    else if (typeof one === 'string') {
      if (Array.isArray(value)) value[Number(key)] = to(one);
      else define(value, String(key), to(one));
    }
  }
}

/** The next number of a list behind its letters: `E` becomes `E7`. */
function numbered(letters: string, list: readonly OpenRecord[string][], key: string): string {
  if (/\d$/u.test(letters)) return letters;
  const taken = list.flatMap((item) => {
    const given = isOpenRecord(item) ? item[key] : undefined;
    const number = typeof given === 'string' ? /^\D+(\d+)$/u.exec(given)?.[1] : undefined;
    return number === undefined ? [] : [Number(number)];
  });
  return `${letters}${Math.max(0, ...taken) + 1}`;
}

function monthsLater(day: string, months: number): string {
  const date = parseDate(day.slice(0, 10));
  const later = date && addMonths(date, months);
  return later ? printDate(later) : day;
}
