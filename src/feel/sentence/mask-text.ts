import { isValidCreditCode, isValidResidentId } from '../operations/builtins/identifiers.ts';
import { plainDate } from '../../values/temporal.ts';
import type { Personal } from '../types.ts';
import { mask } from './format.ts';

/** A number that may be somebody's, as it stands in a text, and what it is if it is. */
interface Pattern {
  /** The number is the group `number`; separators between its digits are allowed. */
  readonly found: RegExp;
  readonly personal: Personal;
  readonly isOne: (digits: string) => boolean;
}

/** Not within a longer number or code, and no amount: behind no letter or digit, and before none, nor before decimals. */
const [begins, ends] = [
  String.raw`(?<![A-Za-z0-9]|\d\.)`,
  String.raw`(?![A-Za-z0-9]|\.\d|,\d{3}(?!\d))`,
];
/** Nothing checks it: then it is behind no part of a code either (`HT-2026-…`), and no amount of money. */
const [beginsUnchecked, endsUnchecked] = [
  String.raw`(?<![A-Z][A-Za-z0-9]{0,15}[-_](?:\d{1,8}[-_])?|[¥￥$]\s{0,3}|人民币\s{0,3})`,
  String.raw`(?!\s{0,3}(?:元|万|亿|圆|RMB|CNY|yuan))`,
];

/**
 * Patterns in the order in which they are tried.
 *
 * @see GB 11643-1999 for 18 and 15 digits; ISO/IEC 7812-1 for cards: first digits of an issuer, check digit of Luhn
 */
const patterns: readonly Pattern[] = [
  {
    found: number(String.raw`[1-9]\d{5}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[\dXx]`),
    personal: 'id',
    isOne: (digits) => isValidResidentId(digits.toUpperCase()),
  },
  { found: unchecked(String.raw`[1-8]\d{14}`), personal: 'id', isOne: isOldResidentId },
  {
    found: number(String.raw`[3-9]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{2,4}(?:[ -]?\d{1,3})?`),
    personal: 'account',
    isOne: isCard,
  },
  {
    // an account has no check digit: only what is called one
    found: new RegExp(
      String.raw`(?<=(?:[账帐]\s{0,3}[号户]|[卡户]\s{0,3}号|[Aa]ccount|[Aa]cct|[Cc]ard)(?:\s{0,3}(?:[Nn]o\.?|[Nn]umber|号码?|为|是|[:：#＃]))*\s{0,3})(?<number>\d(?:[ -]?\d){7,31})(?!\d)`,
      'gu',
    ),
    personal: 'account',
    isOne: () => true,
  },
  {
    found: unchecked(String.raw`(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}`),
    personal: 'phone',
    isOne: () => true,
  },
  {
    found: unchecked(
      String.raw`(?:\((?:010|02\d|0[3-9]\d\d)\) ?|(?:010|02\d|0[3-9]\d\d)[ -])[2-8]\d{6,7}(?:-\d{1,6})?`,
    ),
    personal: 'phone',
    isOne: () => true,
  },
];

function number(digits: string): RegExp {
  return new RegExp(`${begins}(?<number>${digits})${ends}`, 'gu');
}

function unchecked(digits: string): RegExp {
  return number(`${beginsUnchecked}${digits}${endsUnchecked}`);
}

/**
 * A text of anybody's with the numbers of persons masked: identity numbers of 18 and 15 digits, bank cards, accounts
 * that are called so, mobile and landline phones. Amounts, dates, and the codes of firms are left.
 *
 * @param own - ids that the file declares as its own, such as the number of its contract: they are left, too
 */
export function maskText(text: string, own: ReadonlySet<string> = nothing): string {
  // most texts have no number at all
  if (!/[\d０-９](?:[ -]?[\d０-９]){6}/u.test(text)) return text;
  let shown = text;
  for (const pattern of patterns) {
    const read = halfWidth(shown);
    let masked = '';
    let at = 0;
    for (const match of read.matchAll(pattern.found)) {
      const found = match.groups?.['number'] ?? '';
      const digits = found.replaceAll(/[+ ()-]/gu, '').replace(/^(?:00)?86(?=1\d{10}$)/u, '');
      if (own.has(found) || own.has(digits) || !pattern.isOne(digits)) continue;
      masked += shown.slice(at, match.index) + mask(digits, pattern.personal);
      at = match.index + found.length;
    }
    shown = masked + shown.slice(at);
  }
  return shown;
}

const nothing: ReadonlySet<string> = new Set();

/** Full-width digits and letters as plain ones, each in its place. */
function halfWidth(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/gu, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** First two digits of a region: a province (GB/T 2260). */
const provinces = /^(?:1[1-5]|2[123]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;

/** An identity number of before 1999: a region, a day of the twentieth century, a serial number; nothing checks it. */
function isOldResidentId(digits: string): boolean {
  const day = plainDate(
    1900 + Number(digits.slice(6, 8)),
    Number(digits.slice(8, 10)),
    Number(digits.slice(10, 12)),
  );
  return provinces.test(digits) && day !== undefined;
}

/** A bank card: 16 to 19 digits of which the last makes the sum whole (Luhn). */
function isCard(digits: string): boolean {
  if (!/^\d{16,19}$/u.test(digits) || isValidCreditCode(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
