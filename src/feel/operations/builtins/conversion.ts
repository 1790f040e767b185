import { negate, parseRational } from '../../../values/rational.ts';
import { parseTemporal } from '../../../values/temporal-text.ts';
import type { Range, Value } from '../../value.ts';
import { parseExpression } from '../../parse.ts';
import type { Syntax } from '../../syntax.ts';
import { truthOf } from '../operating.ts';
import { type Builtins, form } from '../form.ts';
import { spendOnCharacters, spendOnFraction } from '../costs.ts';
import { type Budget, atMost, spend } from '../limits.ts';
import { orderOf } from '../order.ts';
import { textOfValue } from '../print.ts';
import { negationOf } from '../truth.ts';
import { numberOf } from './number-text.ts';

export const conversionBuiltins = {
  not: [form(['negand'], ['any'], ([negand], within) => negationOf(truthOf(negand, within)))],
  is: [form(['value1', 'value2'], ['any', 'any'], ([a, b], { budget }) => isSame(a, b, budget))],
  string: [
    form(['from'], ['any'], ([from], { budget }) => {
      if (from === null) return undefined;
      const text = textOfValue(from, budget);
      atMost('characters', text.length);
      return text;
    }),
  ],
  number: [
    form(
      ['from', 'grouping separator', 'decimal separator'],
      ['text', 'text?', 'text?'],
      ([from, grouping, point], { budget }) => {
        spendOnCharacters(budget, from.length);
        const number = numberOf(from, grouping, point);
        if (number) spendOnFraction(budget, number);
        return number;
      },
    ),
  ],
  range: [
    form(['from'], ['text'], ([from], { budget }) => {
      spend(budget, workOfParsing + from.length);
      return rangeOf(from);
    }),
  ],
} satisfies Builtins;

/** Units for the shortest expression. */
const workOfParsing = 200;

/** The very same value: of the same kind, and for times with the same offset or zone as written. */
function isSame(a: Value, b: Value, budget: Budget): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (a.kind === 'function' || a.kind !== b.kind) return a === b;
  return textOfValue(a, budget) === textOfValue(b, budget);
}

/** The range a text such as `[1..3]` writes; its ends are literals of one kind, in order. */
function rangeOf(text: string): Range | undefined {
  const { value: node } = parseExpression(text, { dialect: 'dmn' });
  if (node?.kind !== 'range' || !node.low || !node.high || node.low === node.high) return undefined;
  const [low, high] = [literalOf(node.low), literalOf(node.high)];
  if (low === undefined || high === undefined) return undefined;
  const order = orderOf(low, high);
  if (order === undefined || order > 0) return undefined;
  return {
    kind: 'range',
    low,
    high,
    lowIncluded: node.lowIncluded,
    highIncluded: node.highIncluded,
  };
}

const constructors: Readonly<Record<string, readonly string[]>> = {
  date: ['date'],
  time: ['time'],
  'date and time': ['date-time'],
  duration: ['days-duration', 'months-duration'],
};

/** The value of a number, a text or `@"…"`, or of `date("…")` with the text written out. */
function literalOf(node: Syntax): Value | undefined {
  switch (node.kind) {
    case 'number':
      return parseRational(node.text);
    case 'text':
      return node.value;
    case 'temporal':
      return parseTemporal(node.text);
    case 'negation': {
      const of = node.of.kind === 'number' ? parseRational(node.of.text) : undefined;
      return of && negate(of);
    }
    case 'call': {
      const { callee, args } = node;
      const [arg, ...more] = args;
      const kinds = callee.kind === 'name' ? constructors[callee.name] : undefined;
      if (!kinds || arg?.value.kind !== 'text' || more.length > 0) return undefined;
      const value = parseTemporal(arg.value.value);
      return value && kinds.includes(value.kind) ? value : undefined;
    }
    default:
      return undefined;
  }
}
