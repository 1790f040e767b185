import type { Field, Type } from '../feel/types.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { addDays, addMonths, epochDay } from '../values/temporal.ts';
import { isWorkingDay } from '../program/calendar.ts';
import type { Subject, WorkingCalendar } from '../program/ast.ts';
import { personName, renumbered, residentId } from './people.ts';
import type { Random } from './random.ts';

/** Which days of a file are those of publications. */
type Published = NonNullable<NonNullable<Subject['file']['sample']>['published']>;

/** How far a file is moved from the one it was made of. */
export interface Variation {
  /** Every amount is so many hundredths of what it was, so that ratios stay. */
  readonly percent: number;
  /** Days of the process move by so many working days, so that as many lie between them as before. */
  readonly workingDays: number;
  /** People are born so many days later. */
  readonly birthDays: number;
}

/** Plain data, as read from JSON or YAML. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** Days of the process lie so near the day of the file; older and later ones are facts that stay. */
const processDays = 240;

/** Days off in a row, at most. */
const mostHolidays = 20;

/**
 * The same file with other people, numbers, staff, amounts and days.
 *
 * What stands in two places stays the same in both: texts are replaced throughout.
 *
 * @param tag - makes the file's own numbers its own among all that are made
 * @param asOf - the day of the file, ISO; days of the process are those near it
 * @param how - which of its fields are which
 */
export function varied(
  file: Plain,
  { type, file: { id, sample: how = {} } }: Pick<Subject, 'type' | 'file'>,
  variation: Variation,
  random: Random,
  tag: string,
  asOf: string | undefined,
  calendar: WorkingCalendar | undefined,
): Plain {
  const { person, published, staff } = how;
  const identifying = new Set([id.split('.').at(-1), ...(how.numbers ?? [])]);
  const texts = new Map<string, string>();
  const births = new Map<string, string>();
  const office = String(random.whole(1, 60)).padStart(2, '0');
  const center = asOf === undefined ? undefined : parseDate(asOf.slice(0, 10));
  gather(file, type);
  return changed(file, type, undefined);

  /** What is to be replaced wherever it stands. */
  function gather(value: Plain, of: Type): void {
    if (isList(value) && of.kind === 'list') for (const item of value) gather(item, of.of);
    if (!isRecord(value) || of.kind !== 'context') return;
    for (const [name, inner] of Object.entries(value)) {
      const field = of.fields.get(name);
      if (!field) continue;
      if (typeof inner === 'string' && !texts.has(inner)) {
        const other = replacement(inner, name, field, value);
        if (other !== undefined) texts.set(inner, other);
      }
      gather(inner, field.type);
    }
  }

  function replacement(
    text: string,
    name: string,
    { personal }: Field,
    record: { readonly [key: string]: Plain },
  ): string | undefined {
    // a company keeps its code, and with it its number as a customer
    const code = person && record[person.id];
    if (name === person?.number && typeof code === 'string' && !isResidentId(code))
      return undefined;
    if (identifying.has(name)) return renewed(text);
    if (isStaff(text)) return `${text}${office}`;
    switch (personal) {
      case 'name':
        return /^\p{Script=Han}{2,4}$/u.test(text) ? unused(() => personName(random)) : undefined;
      case 'id': {
        const birth = person && record[person.birth];
        if (typeof birth !== 'string' || !isResidentId(text))
          // a company's code has a check character of its own kind, and the company stays
          return undefined;
        const later = births.get(birth) ?? moved(birth, variation.birthDays);
        births.set(birth, later);
        const order = Number(text.slice(14, 17));
        const draw = () => {
          const drawn = random.whole(1, 998);
          return residentId(text.slice(0, 6), later, drawn % 2 === order % 2 ? drawn : drawn + 1);
        };
        return unused(draw);
      }
      case 'phone':
      case 'account':
        return unused(() => renumbered(text, 6, random));
      default:
        return undefined;
    }
  }

  function isStaff(text: string): boolean {
    return (
      staff !== undefined && text.startsWith(staff) && /^[A-Z]+\d+$/u.test(text.slice(staff.length))
    );
  }

  /** `A-2026-0001` and what is to tell it apart from all others. */
  function renewed(text: string): string {
    return `${text}-${tag}`;
  }

  function unused(draw: () => string): string {
    const taken = new Set(texts.values());
    let text = draw();
    for (let tries = 0; taken.has(text) && tries < 100; tries += 1) text = draw();
    return text;
  }

  function changed(value: Plain, of: Type, name: string | undefined): Plain {
    if (isList(value)) {
      const inner: Type = of.kind === 'list' ? of.of : { kind: 'any' };
      return value.map((item) => changed(item, inner, name));
    }
    if (isRecord(value)) {
      const entries = Object.entries(value).map(([key, inner]): [string, Plain] => {
        const field = of.kind === 'context' ? of.fields.get(key) : undefined;
        return [key, changed(inner, field?.type ?? { kind: 'any' }, key)];
      });
      return Object.fromEntries(entries);
    }
    if (typeof value === 'number') {
      const decimals = of.kind === 'number' ? of.decimals : undefined;
      if (decimals === undefined) return value;
      const units = 10 ** decimals;
      return Math.round(value * variation.percent * (units / 100)) / units;
    }
    if (typeof value !== 'string') return value;
    if (of.kind === 'date' || of.kind === 'date-time') {
      if (name !== undefined && name === person?.birth) return births.get(value) ?? value;
      return name !== undefined && published?.fields.includes(name) === true
        ? publicationOf(value, published)
        : dayOf(value);
    }
    const known = texts.get(value);
    if (known !== undefined) return known;
    if (of.kind === 'text' && of.words) return value;
    let text = value;
    for (const [from, to] of texts) if (from.length > 1) text = text.replaceAll(from, to);
    return text;
  }

  /** What was in force when the file, as moved, is signed. */
  function publicationOf(text: string, { dayOfMonth, ahead }: Published): string {
    const isNear = center && Math.abs(daysFrom(text.slice(0, 10))) <= processDays;
    return isNear ? lastOf(dayOfMonth, shifted(moved(text, ahead))) : text;
  }

  function dayOf(text: string): string {
    const day = text.slice(0, 10);
    return Math.abs(daysFrom(day)) > processDays ? text : shifted(day) + text.slice(10);
  }

  /** Endless for a text that is no day, and where the day of the file is not known. */
  function daysFrom(day: string): number {
    const date = parseDate(day);
    return date && center ? epochDay(date) - epochDay(center) : Infinity;
  }

  /** As many working days later, or earlier; what was no working day stays as long after the one before it. */
  function shifted(day: string): string {
    let from = day;
    let after = 0;
    while (!isWorked(from) && after < mostHolidays) {
      from = moved(from, -1);
      after += 1;
    }
    const step = Math.sign(variation.workingDays);
    let to = from;
    for (let left = Math.abs(variation.workingDays); left > 0; left -= 1) {
      do to = moved(to, step);
      while (!isWorked(to));
    }
    for (let left = after; left > 0 && !isWorked(moved(to, 1)); left -= 1) to = moved(to, 1);
    return to;
  }

  /** Days that the calendar does not know are taken for worked: the file is judged afterwards. */
  function isWorked(day: string): boolean {
    const date = parseDate(day);
    return !date || !calendar || isWorkingDay(calendar, date) !== false;
  }
}

/** The last such day of a month that is not after a day. */
function lastOf(dayOfMonth: number, day: string): string {
  const date = parseDate(day);
  if (!date) return day;
  if (date.day >= dayOfMonth) return printDate({ ...date, day: dayOfMonth });
  const before = addMonths(date, -1);
  return before ? printDate({ ...before, day: dayOfMonth }) : day;
}

function isResidentId(text: string): boolean {
  return /^\d{17}[\dX]$/u.test(text);
}

function moved(day: string, days: number): string {
  const date = parseDate(day);
  const other = date && addDays(date, days);
  return other ? printDate(other) : day;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isRecord(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
