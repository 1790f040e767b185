import type { Builtin } from '../../feel/builtins.ts';
import {
  isValidCreditCode,
  isValidResidentId,
  remainderBy97,
} from '../../feel/operations/builtins/identifiers.ts';
import { numberOf, placesWritten } from '../../feel/operations/builtins/number-text.ts';
import { dayOfText } from '../../feel/operations/builtins/written.ts';
import { substring } from '../../feel/operations/builtins/texts.ts';
import { limits } from '../../feel/operations/limits.ts';
import { occurrenceOf } from '../../feel/regex/automaton.ts';
import type { Value } from '../../feel/value.ts';
import type { Argument, Text } from '../../plan/plan.ts';
import { whole } from '../../values/rational.ts';
import type { PlainDate } from '../../values/temporal.ts';

/** What a function gives of a text, and of a second one; undefined where it has no result. */
type OfTexts = (text: string, other?: string) => Value | undefined;

/** Texts so long, at most, that what is done with them need not be paid for. */
export const mostQuick = 1000;

/**
 * The functions that are asked of every row of a register, called without the ceremony of a call.
 *
 * They do what `feel/operations` does with the same arguments.
 */
const functions: Partial<Readonly<Record<Builtin, OfTexts>>> = {
  'is number': (text) => numberOf(text) !== undefined,
  number: (text) => numberOf(text),
  'is date': (text, form) => dayRead(text, form) !== undefined,
  date: (text, form) => dayRead(text, form),
  'scale of': (text) => {
    const places = placesWritten(text);
    return places === undefined ? undefined : whole(places);
  },
  'mod 97': (text) => whole(remainderBy97(text)),
  'is valid resident id': (text) => isValidResidentId(text),
  'is valid credit code': (text) => isValidCreditCode(text),
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
};

/** Days read of texts, at most: a register has few days, each in many rows and rules. */
const mostDays = 2000;
let days = new Map<string, PlainDate | undefined>();
let formOfDays: string | undefined;

function dayRead(text: string, form: string | undefined): PlainDate | undefined {
  if (form !== formOfDays || days.size >= mostDays) {
    days = new Map();
    formOfDays = form;
  }
  const before = days.get(text);
  if (before || days.has(text)) return before;
  const day = dayOfText(text, form);
  days.set(text, day);
  return day;
}

/** undefined for a function that is called with all the ceremony. */
export function quickFunction(
  builtin: Builtin,
  [first, second, third]: readonly (Argument | undefined)[],
): OfTexts | undefined {
  if (first?.kind !== 'text') return undefined;
  switch (builtin) {
    case 'matches':
      return occurrence(second, third);
    case 'substring':
      return piece(second, third);
    default:
      return second && second.kind !== 'text' ? undefined : functions[builtin];
  }
}

/** The parts of a text between separators that are a character which stands for itself. */
export function quickPieces(by: Text): ((text: string) => readonly string[]) | undefined {
  const separator = by.kind === 'text' ? by.value : '';
  return /^[-;,/:=&# ]$/u.test(separator) ? (text) => text.split(separator) : undefined;
}

function occurrence(
  pattern: Argument | undefined,
  flags: Argument | undefined,
): OfTexts | undefined {
  const [source, letters] = [constantText(pattern), flags ? constantText(flags) : ''];
  if (source === undefined || letters === undefined || source.length > limits.pattern)
    return undefined;
  return occurrenceOf(source, letters);
}

function piece(start: Argument | undefined, length: Argument | undefined): OfTexts | undefined {
  const [from, count] = [constantWhole(start), constantWhole(length)];
  if (from === undefined || from < 1 || count === undefined || count < 1) return undefined;
  return (text) => {
    // characters that are two units long are counted with care
    if (/[\uD800-\uDFFF]/u.test(text)) return substring(text, whole(from), whole(count));
    return from > text.length ? undefined : text.substring(from - 1, from - 1 + count);
  };
}

function constantText(arg: Argument | undefined): string | undefined {
  return arg?.kind === 'text' && arg.of.kind === 'text' ? arg.of.value : undefined;
}

function constantWhole(arg: Argument | undefined): number | undefined {
  if (arg?.kind !== 'number' || arg.over || arg.scale !== 0) return undefined;
  return arg.of.kind === 'whole' ? arg.of.value : undefined;
}
