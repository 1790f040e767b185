import type { Type } from '../feel/types.ts';
import { multiply, parseRational, printRational, type Rational } from '../values/rational.ts';
import type { CodeTableFile } from '../rulebook/files.ts';

/** What a cell says, as JSON; `turned` where a program for tables turned a number into another. */
export type CellRead = { readonly json: string } | 'blank' | 'turned';

export type ReadCell = (cell: string) => CellRead;

export interface CellOptions {
  /** What numbers are multiplied by. */
  readonly times?: Rational | undefined;
  /** Read before the words of the field and their titles. */
  readonly codes?: CodeTableFile | undefined;
  /** What a moment without an offset is in: `+08:00`. */
  readonly offset: string;
  /** The time of day of a moment that is written as a day alone: `12:00`. */
  readonly time?: string | undefined;
}

const blanks: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'null',
  'n/a',
  'na',
  '无数据',
  '空',
]);

/** A cell without what programs put around texts: an apostrophe or a tab in front, marks that nobody sees. */
export function cleaned(cell: string): string {
  return cell
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .trim()
    .replace(/^'/u, '')
    .trim();
}

/** A cell as a key: full-width digits and letters are the same as others. */
export function keyCell(cell: string): string {
  return cleaned(cell).normalize('NFKC').trim();
}

/**
 * Reads the cells of a column for a field of a type. What cannot be read is handed on as it is, and found wrong where
 * it is judged.
 */
export function cellReader(type: Type, options: CellOptions): ReadCell {
  const read = readerOf(type, options);
  const isText = type.kind === 'text' && !type.words;
  const codes = options.codes && new Map(Object.entries(options.codes));
  return (cell) => {
    const text = cleaned(cell);
    const known = codes?.get(text) ?? codes?.get(text.normalize('NFKC'));
    if (known !== undefined) return { json: JSON.stringify(known) };
    if (blanks.has(text.toLowerCase())) return 'blank';
    return isText && isTurned(text) ? 'turned' : { json: read(text) ?? JSON.stringify(text) };
  };
}

/** JSON; undefined for what cannot be read. */
type Read = (text: string) => string | undefined;

function readerOf(type: Type, options: CellOptions): Read {
  switch (type.kind) {
    case 'number':
      return numberReader(options.times);
    case 'boolean':
      return truth;
    case 'date':
      return day;
    case 'date-time':
      return (text) => moment(text, options);
    case 'text':
      return type.words ? wordReader(type.words) : freeText;
    case 'list': {
      const read = readerOf(type.of, options);
      return (text) =>
        `[${text
          .split(/[、，,；;]/u)
          .map(cleaned)
          .filter((part) => part !== '')
          .map((part) => read(part) ?? JSON.stringify(part))
          .join(',')}]`;
    }
    case 'union': {
      const readers = type.of.map((one) => readerOf(one, options));
      return (text) => {
        for (const read of readers) {
          const found = read(text);
          if (found !== undefined) return found;
        }
        return undefined;
      };
    }
    default:
      return () => undefined;
  }
}

const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;

function numberReader(times: Rational | undefined): Read {
  return (text) => {
    const digits = plainNumber.test(text) ? text : digitsOf(text);
    if (digits === undefined) return undefined;
    const isPercent = digits.endsWith('%');
    if (!isPercent && !times) return digits;
    const value = parseRational(isPercent ? digits.slice(0, -1) : digits);
    const by = isPercent ? hundredth : times;
    return value && by ? printRational(multiply(value, by)) : undefined;
  };
}

const hundredth: Rational = { kind: 'number', n: 1n, d: 100n };

/** `1,234.50`, `¥ 1234.5元`, `（1,234）`, `3.5%` as JSON has it, a sign of percent at its end. */
export function digitsOf(text: string): string | undefined {
  const half = text.normalize('NFKC').replaceAll(/[\s¥￥$]|(?:人民币|RMB|CNY)/giu, '');
  const match =
    /^(?<open>\()?(?<sign>[-+])?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?<parts>\.\d*)?(?<percent>%)?元?(?<close>\))?$/u.exec(
      half,
    );
  if (!match?.groups) return undefined;
  const { open, sign, whole = '', parts = '', percent = '', close } = match.groups;
  if ((open === undefined) !== (close === undefined) || (open && sign)) return undefined;
  const minus = open !== undefined || sign === '-' ? '-' : '';
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  return `${minus}${digits}${parts === '.' ? '' : parts}${percent}`;
}

const yes: ReadonlySet<string> = new Set([
  '是',
  '√',
  '✓',
  '✔',
  'y',
  'yes',
  'true',
  '1',
  '有',
  '已',
]);
const no: ReadonlySet<string> = new Set(['否', '×', '✗', '✘', 'n', 'no', 'false', '0', '无', '未']);

function truth(text: string): string | undefined {
  const word = text.normalize('NFKC').toLowerCase();
  if (yes.has(word)) return 'true';
  return no.has(word) ? 'false' : undefined;
}

const dayForm =
  /^(?<year>\d{4})(?:[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?|(?<month8>\d{2})(?<day8>\d{2}))(?:[T\s]+(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?$/u;

function partsOfDay(text: string) {
  const groups = dayForm.exec(text.normalize('NFKC'))?.groups;
  if (!groups) return undefined;
  const { year = '', month, day, month8, day8, time, zone } = groups;
  const two = (part = '') => part.padStart(2, '0');
  return { day: `${year}-${two(month ?? month8)}-${two(day ?? day8)}`, time, zone };
}

function day(text: string): string | undefined {
  const found = partsOfDay(text);
  return found && JSON.stringify(found.day);
}

function moment(text: string, { offset, time }: CellOptions): string | undefined {
  const found = partsOfDay(text);
  const at = found?.time ?? time;
  if (!found || at === undefined) return undefined;
  const [hour = '', minute = '', second = '00'] = at.split(':');
  return JSON.stringify(
    `${found.day}T${hour.padStart(2, '0')}:${minute}:${second}${found.zone ?? offset}`,
  );
}

/** The word itself, or its title in any language; two words of one title are told by themselves alone. */
function wordReader(words: ReadonlyMap<string, { readonly [language: string]: string }>): Read {
  const known = new Map<string, string | undefined>();
  for (const [word, title] of words)
    for (const said of new Set(Object.values(title).map(folded)))
      known.set(said, known.has(said) ? undefined : word);
  return (text) => {
    if (words.has(text)) return JSON.stringify(text);
    const half = folded(text);
    const found = known.get(half) ?? [...words.keys()].find((word) => folded(word) === half);
    return found === undefined ? undefined : JSON.stringify(found);
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

function freeText(text: string): string {
  return JSON.stringify(text);
}

/** Whether a program for tables turned a long number into another: `3.20E+17`. */
function isTurned(cell: string): boolean {
  return /^'?\d(?:\.\d+)?E\+\d{2}$/iu.test(cell);
}
