import { unreachable } from '../../base/invariant.ts';
import { printRational } from '../../values/rational.ts';
import { printDate, printDateTime, printDuration, printTime } from '../../values/temporal-text.ts';
import type { Range, Value } from '../value.ts';
import { spendOnCharacters, spendOnDigits } from './costs.ts';
import { type Budget, atMost, newBudget, spend } from './limits.ts';

/**
 * The value as a FEEL literal: reading it again gives the same value. Functions print as `null`, unknowns as `null`.
 *
 * @throws EvaluationLimit where the text would get too long
 */
export function printValue(value: Value, budget: Budget = newBudget()): string {
  return printed(value, { isLiteral: true, budget, depth: 0, parts: [] });
}

/** The value as DMN's `string()` writes it: dates and durations bare, texts bare but for those inside a list or context. */
export function textOfValue(value: Value, budget: Budget): string {
  if (typeof value === 'string') return value;
  return printed(value, { isLiteral: false, budget, depth: 0, parts: [] });
}

interface Printing {
  /** Whether dates and durations are written as FEEL has them. */
  readonly isLiteral: boolean;
  readonly budget: Budget;
  readonly parts: string[];
  /** How many lists and contexts stand around. */
  depth: number;
}

function printed(value: Value, printing: Printing): string {
  print(value, printing);
  return printing.parts.join('');
}

function print(value: Value, printing: Printing): void {
  const { budget, isLiteral } = printing;
  spend(budget, 1);
  atMost('depth', printing.depth);
  if (value === null) return put('null', printing);
  if (typeof value === 'string') return put(quoted(value), printing);
  if (typeof value === 'boolean') return put(String(value), printing);
  const temporal = (kind: string, text: string) =>
    put(isLiteral ? `${kind}("${text}")` : text, printing);
  switch (value.kind) {
    case 'number':
      spendOnDigits(budget, value);
      return put(printRational(value), printing);
    case 'date':
      return temporal('date', printDate(value));
    case 'time':
      return temporal('time', printTime(value));
    case 'date-time':
      return temporal('date and time', printDateTime(value));
    case 'days-duration':
    case 'months-duration':
      return temporal('duration', printDuration(value));
    case 'list':
      return printAll('[', value.items.entries(), ']', printing);
    case 'context':
      return printAll('{', value.entries.entries(), '}', printing);
    case 'range':
      return printRange(value, printing);
    case 'function':
    case 'unknown':
      return put('null', printing);
    default:
      return unreachable(value);
  }
}

function put(text: string, { budget, parts }: Printing): void {
  spendOnCharacters(budget, text.length);
  parts.push(text);
}

/** Elements, or entries with their keys. */
function printAll(
  open: string,
  parts: Iterable<readonly [number | string, Value]>,
  close: string,
  printing: Printing,
): void {
  printing.depth += 1;
  let before = open;
  for (const [key, value] of parts) {
    put(typeof key === 'string' ? `${before}${printKey(key)}: ` : before, printing);
    print(value, printing);
    before = ', ';
  }
  put(before === open ? `${open}${close}` : close, printing);
  printing.depth -= 1;
}

function printRange(range: Range, printing: Printing): void {
  const { low, high, lowIncluded, highIncluded, only } = range;
  printing.depth += 1;
  if (only === true) {
    put('(= ', printing);
    print(low ?? null, printing);
  } else if (low === undefined) {
    put(`(<${highIncluded ? '=' : ''} `, printing);
    print(high ?? null, printing);
  } else {
    put(high === undefined ? `(>${lowIncluded ? '=' : ''} ` : lowIncluded ? '[' : '(', printing);
    print(low, printing);
    if (high !== undefined) {
      put('..', printing);
      print(high, printing);
    }
  }
  const isOpen = only === true || low === undefined || high === undefined || !highIncluded;
  put(isOpen ? ')' : ']', printing);
  printing.depth -= 1;
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
