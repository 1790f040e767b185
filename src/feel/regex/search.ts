import { spendOnCharacters, spendOnElements } from '../operations/costs.ts';
import { type Budget, atMost, spend } from '../operations/limits.ts';
import { occurrenceOf } from './automaton.ts';
import { type Match, matcher } from './match.ts';
import { parsePattern } from './parse.ts';
import { type Flags, type Pattern, parseFlags } from './pattern.ts';

interface Search {
  readonly pattern: Pattern;
  readonly groups: number;
  readonly flags: Flags;
  readonly input: readonly string[];
  readonly find: (from: number) => Match | undefined;
  readonly budget: Budget;
}

/** XPath's `matches`: whether the pattern occurs in the text; undefined where pattern or flags are none. */
export function matches(
  text: string,
  pattern: string,
  flags: string | undefined,
  budget: Budget,
): boolean | undefined {
  spendOnSearch(text, pattern, budget);
  const occurs = occurrenceOf(pattern, flags ?? '');
  if (occurs) return occurs(text);
  const search = searchFor(text, pattern, flags, budget);
  return search && search.find(0) !== undefined;
}

/** XPath's `replace`; undefined too where the pattern matches the empty text or the replacement is wrong. */
export function replaced(
  text: string,
  pattern: string,
  replacement: string,
  flags: string | undefined,
  budget: Budget,
): string | undefined {
  if (flags === undefined && isPlain(pattern, replacement)) {
    spendOnSearch(text, pattern, budget);
    return text.replaceAll(pattern, replacement);
  }
  const search = searchFor(text, pattern, flags, budget);
  if (!search || matchesNothing(search)) return undefined;
  spendOnCharacters(budget, replacement.length);
  if (!search.flags.q && !/^(?:[^\\$]|\\[\\$]|\$\d)*$/u.test(replacement)) return undefined;
  const parts = partsOf(replacement, search);
  let result = '';
  let at = 0;
  for (const match of all(search)) {
    result += search.input.slice(at, match.start).join('') + expanded(search, match, parts);
    at = match.end;
    atMost('characters', result.length);
  }
  return result + search.input.slice(at).join('');
}

/** XPath's `tokenize`. */
export function splitBy(
  text: string,
  pattern: string,
  budget: Budget,
): readonly string[] | undefined {
  const search = searchFor(text, pattern, undefined, budget);
  if (!search || matchesNothing(search)) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (const match of all(search)) {
    parts.push(search.input.slice(at, match.start).join(''));
    at = match.end;
  }
  return [...parts, search.input.slice(at).join('')];
}

/** A pattern of characters that stand for themselves, and a replacement of them that makes no text longer. */
function isPlain(pattern: string, replacement: string): boolean {
  const isShort = replacement.length <= pattern.length;
  return isShort && /^[-/\w]+$/u.test(pattern) && /^[-/\w]*$/u.test(replacement);
}

function spendOnSearch(text: string, source: string, budget: Budget): void {
  atMost('pattern', source.length);
  atMost('searched', text.length);
  spend(budget, source.length);
  spendOnCharacters(budget, 2 * text.length);
}

function searchFor(
  text: string,
  source: string,
  flagText: string | undefined,
  budget: Budget,
): Search | undefined {
  spendOnSearch(text, source, budget);
  const flags = parseFlags(flagText ?? '');
  const parsed = flags && parsePattern(source, flags);
  if (!flags || !parsed) return undefined;
  const input = Array.from(text);
  const codes = input.map((char) => char.codePointAt(0) ?? 0);
  const find = matcher(parsed.pattern, flags, codes, budget);
  return { ...parsed, flags, input, find, budget };
}

/** Matches that do not overlap, none of them empty. */
function* all({ find, budget }: Search): Generator<Match> {
  for (let match = find(0); match; match = find(Math.max(match.end, match.start + 1))) {
    spend(budget, 1);
    if (match.end > match.start) yield match;
  }
}

function matchesNothing({ pattern, flags, budget }: Search): boolean {
  return matcher(pattern, flags, [], budget)(0) !== undefined;
}

/** A replacement as texts and, for `$1`, numbers of groups; a number of 0 is the whole match. */
function partsOf(replacement: string, { flags, groups }: Search): readonly (string | number)[] {
  if (flags.q) return [replacement];
  const parts: (string | number)[] = [];
  for (const [text, digits] of replacement.matchAll(/\\[\\$]|\$(\d+)|[^\\$]+/gu)) {
    if (digits === undefined) {
      parts.push(text.startsWith('\\') ? text.slice(1) : text);
      continue;
    }
    // As many digits as still name a group that there is; the rest are digits.
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > groups) length -= 1;
    parts.push(Number(digits.slice(0, length)), digits.slice(length));
  }
  return parts;
}

function expanded(
  { input, budget }: Search,
  match: Match,
  parts: readonly (string | number)[],
): string {
  spendOnElements(budget, 2 * parts.length);
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      const [start, end] = part === 0 ? [match.start, match.end] : (match.groups[part] ?? [0, 0]);
      spendOnCharacters(budget, end - start);
      text += input.slice(start, end).join('');
    }
    atMost('characters', text.length);
  }
  return text;
}
