import { unreachable } from '../../base/invariant.ts';
import { printRational } from '../../values/rational.ts';
import { printDate, printDateTime, printDuration, printTime } from '../../values/temporal-text.ts';
import type { Context, Range, Value } from '../value.ts';

/** The value as a FEEL literal: reading it again gives the same value. Functions print as `null`, unknowns as `null`. */
export function printValue(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  switch (value.kind) {
    case 'number':
      return printRational(value);
    case 'date':
      return `date("${printDate(value)}")`;
    case 'time':
      return `time("${printTime(value)}")`;
    case 'date-time':
      return `date and time("${printDateTime(value)}")`;
    case 'days-duration':
    case 'months-duration':
      return `duration("${printDuration(value)}")`;
    case 'list':
      return `[${value.items.map(printValue).join(', ')}]`;
    case 'context':
      return printContext(value);
    case 'range':
      return printRange(value);
    case 'function':
    case 'unknown':
      return 'null';
    default:
      return unreachable(value);
  }
}

/** The value as DMN's `string()` writes it: dates and durations bare, texts bare but for those inside a list or context. */
export function textOfValue(value: Value, isInside = false): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return isInside ? quoted(value) : value;
  if (typeof value === 'boolean') return String(value);
  const inner = (one: Value) => textOfValue(one, true);
  switch (value.kind) {
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
      return `[${value.items.map(inner).join(', ')}]`;
    case 'context':
      return printContext(value, inner);
    case 'range':
      return printRange(value, inner);
    case 'number':
    case 'function':
    case 'unknown':
      return printValue(value);
    default:
      return unreachable(value);
  }
}

function printContext({ entries }: Context, print = printValue): string {
  return `{${[...entries].map(([key, value]) => `${printKey(key)}: ${print(value)}`).join(', ')}}`;
}

function printRange(
  { low, high, lowIncluded, highIncluded, only }: Range,
  print = printValue,
): string {
  if (only === true) return `(= ${print(low ?? null)})`;
  if (low === undefined) return `(<${highIncluded ? '=' : ''} ${print(high ?? null)})`;
  if (high === undefined) return `(>${lowIncluded ? '=' : ''} ${print(low)})`;
  return `${lowIncluded ? '[' : '('}${print(low)}..${print(high)}${highIncluded ? ']' : ')'}`;
}

function printKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}
