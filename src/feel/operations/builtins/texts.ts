import { type Rational, toWhole, whole } from '../../../values/rational.ts';
import type { Value } from '../../value.ts';
import { type Builtins, type Form, form } from '../form.ts';
import { spendOnCharacters, spendOnElements } from '../costs.ts';
import { type Budget, atMost, spend } from '../limits.ts';
import { list } from '../list.ts';
import { isRules } from '../operating.ts';
import { matches, replaced, splitBy } from '../../regex/search.ts';

/** Positions and lengths count characters (code points), not UTF-16 units. */
export const textBuiltins = {
  substring: [
    form(
      ['string', 'start position', 'length'],
      ['text', 'number', 'number?'],
      ([text, start, length], { budget }) => {
        spendOnCharacters(budget, text.length);
        return substring(text, start, length);
      },
    ),
  ],
  'string length': [ofText((text) => whole(Array.from(text).length))],
  'upper case': [ofText((text) => bounded(text.toUpperCase()))],
  'lower case': [ofText((text) => bounded(text.toLowerCase()))],
  'substring before': [ofMatch((text, match) => text.slice(0, Math.max(text.indexOf(match), 0)))],
  'substring after': [
    ofMatch((text, match) => {
      const at = text.indexOf(match);
      return at < 0 ? '' : text.slice(at + match.length);
    }),
  ],
  contains: [ofMatch((text, match) => text.includes(match))],
  'starts with': [ofMatch((text, match) => text.startsWith(match))],
  'ends with': [ofMatch((text, match) => text.endsWith(match))],
  matches: [
    form(
      ['input', 'pattern', 'flags'],
      ['text', 'text', 'text?'],
      ([input, pattern, flags], within) => matches(input, pattern, flags, within.budget),
    ),
  ],
  replace: [
    form(
      ['input', 'pattern', 'replacement', 'flags'],
      ['text', 'text', 'text', 'text?'],
      ([input, pattern, replacement, flags], within) =>
        replaced(input, pattern, replacement, flags, within.budget),
    ),
  ],
  split: [
    form(['string', 'delimiter'], ['text', 'text'], ([text, delimiter], within) => {
      const parts = splitBy(text, delimiter, within.budget);
      return parts && list(parts);
    }),
  ],
  'string join': [
    form(
      ['list', 'delimiter', 'prefix', 'suffix'],
      ['list', 'text?', 'text?', 'text?'],
      ([{ items }, delimiter = '', prefix = '', suffix = ''], within) =>
        // DMN leaves nulls out; in rules what was verified to be none is no text
        isRules(within) && items.includes(null)
          ? undefined
          : joined(items, delimiter, prefix, suffix, within.budget),
    ),
  ],
} satisfies Builtins;

function ofText(gives: (text: string) => Value): Form {
  return form(['string'], ['text'], ([text], { budget }) => {
    spendOnCharacters(budget, text.length);
    return gives(text);
  });
}

/** Longer texts may be looked for as often as the text has characters, each time to their end. */
const longMatch = 200;

function ofMatch(gives: (text: string, match: string) => Value): Form {
  return form(['string', 'match'], ['text', 'text'], ([text, match], { budget }) => {
    spendOnCharacters(budget, text.length);
    if (match.length > longMatch) spend(budget, (text.length * match.length) / 1000);
    return gives(text, match);
  });
}

function bounded(text: string): string {
  atMost('characters', text.length);
  return text;
}

/** So many characters from a position, counted from 1 or from the end; undefined where there is no such position. */
export function substring(
  text: string,
  start: Rational,
  length: Rational | undefined,
): string | undefined {
  const characters = Array.from(text);
  const from = toWhole(whole(start.n / start.d));
  const count = length && toWhole(whole(length.n / length.d));
  if (from === undefined || from === 0 || Math.abs(from) > characters.length) return undefined;
  if (length && (count === undefined || count < 1)) return undefined;
  const first = from > 0 ? from - 1 : characters.length + from;
  return characters.slice(first, count === undefined ? undefined : first + count).join('');
}

/** Nulls are left out; anything else but texts has no result. */
function joined(
  items: readonly Value[],
  delimiter: string,
  prefix: string,
  suffix: string,
  budget: Budget,
): string | undefined {
  spendOnElements(budget, items.length);
  const texts = items.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return undefined;
  const inside = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0);
  const length = prefix.length + inside + suffix.length;
  atMost('characters', length);
  spendOnCharacters(budget, length);
  return prefix + texts.join(delimiter) + suffix;
}
