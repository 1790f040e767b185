import { inLanguage } from '../../base/language.ts';
import { printRational, type Rational, rational, toWhole } from '../../values/rational.ts';
import type { DateTime } from '../../values/temporal.ts';
import { printDate, printDateTime, printDuration, printTime } from '../../values/temporal-text.ts';
import { atZone } from '../../values/zone.ts';
import type { NumberType, Personal, Type } from '../types.ts';
import type { Unit } from '../units.ts';
import { isKind, type Value } from '../value.ts';
import { formatAmount, grouped, moneyDigits, places } from './amount.ts';
import type { Lexicon } from './lexicon.ts';

/** Whether a value shown by `formatValue` had more digits than it shows. */
export function isRounded(value: Value, type: Type, { setting }: Lexicon): boolean {
  return (
    isKind(value, 'number') &&
    digitsOf(value, unitOf(type), setting?.currency?.decimals).endsWith('…')
  );
}

/**
 * A value as a person reads it: `149,999.99`, `15%`, `首套`, `2024-10-08`.
 *
 * @param titled - how the title of a word of an enumeration stands where the value stands
 */
export function formatValue(
  value: Value,
  type: Type,
  lexicon: Lexicon,
  titled: (title: string) => string = (title) => title,
): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? lexicon.yes : lexicon.no;
  if (typeof value === 'string') return wordOf(value, type, lexicon, titled);
  switch (value.kind) {
    case 'number':
      return formatNumber(value, unitOf(type), lexicon);
    case 'date':
      return printDate(value);
    case 'time':
      return printTime(value);
    case 'date-time':
      return formatMoment(value, lexicon);
    case 'days-duration':
    case 'months-duration':
      return printDuration(value);
    case 'list': {
      const of: Type = type.kind === 'list' ? type.of : { kind: 'any' };
      if (value.items.length === 0) return lexicon.noItems;
      return value.items.map((item) => formatValue(item, of, lexicon, titled)).join(lexicon.comma);
    }
    case 'context':
      return '{…}';
    case 'range':
      return '[…]';
    case 'function':
      return 'ƒ';
    case 'unknown':
      return '？';
  }
}

/** Without the offset where the rulebook's clock has it at that moment. */
function formatMoment(moment: DateTime, { setting }: Lexicon): string {
  const { date, time } = moment;
  const { offset, ...local } = time;
  const own = setting && atZone(moment, setting.zone)?.time.offset;
  const shown = own === offset ? local : time;
  return `${printDate(date)} ${printTime(shown)}`;
}

/** A number of a unit; `asValue` leaves out the currency, as amounts in a calculation do. */
export function formatNumber(
  value: Rational,
  unit: Unit | undefined,
  lexicon: Lexicon,
  asValue = false,
): string {
  const { setting, language } = lexicon;
  if (unit === 'money' && !asValue) return formatAmount(value, setting?.currency, language);
  const digits = digitsOf(value, unit, setting?.currency?.decimals);
  if (typeof unit === 'string' && shares.has(unit)) return digits;
  return unit === 'money' ? digits : lexicon.amount(digits, unit);
}

/** A number that a rulebook sets, beside nothing that a file has: months of two years and more, where they are whole years, are years. */
export function formatSet(value: Rational, unit: Unit | undefined, lexicon: Lexicon): string {
  const months = unit === 'months' ? toWhole(value) : undefined;
  return months !== undefined && months >= 24 && months % 12 === 0
    ? formatNumber(rational(BigInt(months / 12), 1n), 'years', lexicon)
    : formatNumber(value, unit, lexicon);
}

/** A number as a file has it, without groups of digits or a unit: `150000.00`. */
export function plainNumber(value: Rational, { unit, decimals }: NumberType): string {
  return digitsOf(value, unit, decimals, '');
}

/** @param decimals - of money, where its currency is known */
function digitsOf(
  value: Rational,
  unit: Unit | undefined,
  decimals: number | undefined,
  separator = ',',
): string {
  switch (unit) {
    case 'money':
      return moneyDigits(value, decimals, separator);
    case 'ratio':
    case 'rate':
    case 'rate-per-month':
      return inPercent(rational(value.n * 100n, value.d), separator);
    case 'percent':
      return inPercent(value, separator);
    case 'years':
      // a year has no groups of digits
      return grouped(value, 0, places, '');
    default:
      return grouped(value, 0, places, separator);
  }
}

/** A part of something, by which others differ in percentage points. */
export function isShare(type: Type): boolean {
  return type.kind === 'number' && typeof type.unit === 'string' && shares.has(type.unit);
}

const shares: ReadonlySet<Unit> = new Set(['ratio', 'rate', 'rate-per-month', 'percent']);

function inPercent(value: Rational, separator: string): string {
  return `${grouped(value, 0, places, separator)}%`.replace('…%', '%…');
}

function unitOf(type: Type): Unit | undefined {
  return type.kind === 'number' ? type.unit : undefined;
}

/** A value within a sentence: the titles of words are small in English. */
export function formatWithin(value: Value, type: Type, lexicon: Lexicon): string {
  return formatValue(value, type, lexicon, lexicon.kind);
}

function wordOf(
  word: string,
  type: Type,
  lexicon: Lexicon,
  titled: (title: string) => string,
): string {
  const kinds = type.kind === 'union' ? type.of : [type];
  const text = kinds.find((kind) => kind.kind === 'text');
  const title = inLanguage(text?.words?.get(word), lexicon.language);
  if (title) return titled(title);
  return word === '' ? lexicon.brackets(lexicon.blank) : (lexicon.hide?.(word) ?? word);
}

/** Personal data with only as much left as tells two people apart: 张*, 3301**********1234. */
export function mask(text: string, personal: Personal): string {
  const chars = [...text];
  const keep = (start: number, end: number) =>
    chars
      .map((char, index) => (index < start || index >= chars.length - end ? char : '*'))
      .join('');
  switch (personal) {
    case 'name':
      return chars.length < 2 ? text : keep(1, 0);
    case 'id':
      return chars.length < 12 ? keep(1, 1) : keep(4, 4);
    case 'phone':
      return keep(3, 4);
    case 'account':
      return keep(0, 4);
    case 'address':
      return chars.length < 7 ? '***' : `${chars.slice(0, 6).join('')}***`;
  }
}

/** A value in the plainest exact form: for JSON. */
export function plainValue(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  switch (value.kind) {
    case 'number':
      return printRational(value);
    case 'date':
      return printDate(value);
    case 'time':
      return printTime(value);
    case 'date-time':
      return printDateTime(value);
    case 'days-duration':
    case 'months-duration':
      return printDuration(value);
    case 'list':
      return `[${value.items.map(plainValue).join(', ')}]`;
    case 'unknown':
      return 'unknown';
    default:
      return value.kind;
  }
}
