import { nearest } from '../base/suggest.ts';
import { paperUnits, writtenOut } from '../values/written-number.ts';
import { isBuiltin } from './builtins.ts';
import { namesOfSeveralWords } from './names.ts';
import type { FeelProblem } from './problems.ts';

/** What is wrong with a text that does not read, where it is a slip that people make. */
type Slip = (text: string, at: number) => FeelProblem | undefined;

/**
 * The slip behind a text that the grammar cannot read: an operator of another language, a number as it is written on
 * paper, a misspelt function, a bracket that stays open.
 *
 * @param at - where the grammar failed
 */
export function slipIn(text: string, at: number): FeelProblem | undefined {
  const bare = withoutTexts(text);
  for (const slip of slips) {
    const found = slip(bare, at);
    if (found) return found;
  }
  return undefined;
}

const slips: readonly Slip[] = [
  misspeltFunction,
  onPaper,
  singleQuotes,
  written(/&&?/gu, () => 'and'),
  written(/\|\|?/gu, () => 'or'),
  written(/\b(?:AND|OR|IN|BETWEEN|IF|THEN|ELSE|SOME|EVERY|SATISFIES)\b/gu, ({ all = '' }) =>
    all.toLowerCase(),
  ),
  written(/[=!]==+|:=/gu, ({ all = '' }) => (all.startsWith('!') ? '!=' : '=')),
  written(/\bis\s+not\b(?!\s*\()/gu, () => '!='),
  written(/\bis\b(?!\s*\()/gu, () => '='),
  written(/(?<=\b(?:some|every)\s+[\p{L}_][\p{L}\p{N}_]*\s+)of\b/gu, () => 'in'),
  written(
    /(?<=\b(?:some|every)\b.*\s)(?:satisfy|satisfied|where|such that)\b/gsu,
    () => 'satisfies',
  ),
  written(/\b(?:exists|any)(?=\s+[\p{L}_][\p{L}\p{N}_]*\s+in\b)/gu, () => 'some'),
  written(/\b(?:for\s+)?(?:all|each)(?=\s+[\p{L}_][\p{L}\p{N}_]*\s+in\b)/gu, () => 'every'),
  written(
    /(?<=[+-]\s*)(?<number>\d{1,6})\s*(?<unit>days?|months?|years?|天|日|个月|年)(?![\p{L}\p{N}_])/gu,
    duration,
  ),
  written(/(?<![\p{L}\p{N}_.])\d{1,3}(?:_\d{3})+(?![\p{L}\p{N}_])/gu, ({ all = '' }) =>
    all.replaceAll('_', ''),
  ),
  written(/!(?=\()/gu, () => 'not'),
  written(/!(?<name>[\p{L}_][\p{L}\p{N}_.]*)/gu, ({ name = '' }) => `not(${name})`),
  grouped,
  unclosed,
  withoutElse,
  withoutThen,
];

/** The text with blanks for what stands in quotes, so that places stay. */
function withoutTexts(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, (quoted) => `"${' '.repeat(quoted.length - 2)}"`);
}

/**
 * One way of writing for another, at the place nearest to where the grammar failed.
 *
 * @param meant - what to write instead, of the groups of the form and of `all` of it
 */
function written(
  form: RegExp,
  meant: (groups: Readonly<Record<string, string | undefined>>) => string,
): Slip {
  return (text, at) => {
    const match = nearestTo(at, text.matchAll(form));
    return match && instead(match[0], match.index, meant({ ...match.groups, all: match[0] }));
  };
}

function nearestTo(at: number, matches: Iterable<RegExpExecArray>): RegExpExecArray | undefined {
  return [...matches].toSorted((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at)).at(0);
}

function instead(found: string, start: number, wanted: string): FeelProblem {
  const end = start + found.length;
  const fix = { start, end, text: wanted };
  return { code: 'feel/syntax', params: { found }, start, end, fix };
}

const digits = String.raw`(?<![\p{L}\p{N}_.])(?<number>\d{1,15}(?:\.\d{1,15})?)`;
const paper = new RegExp(`${digits}[ ]*(?<unit>${paperUnits})`, 'gu');

/** `108%`, `500万`: a number is written out. */
function onPaper(text: string, at: number): FeelProblem | undefined {
  const match = nearestTo(at, text.matchAll(paper));
  const { number = '', unit = '' } = match?.groups ?? {};
  return match && instead(match[0], match.index, writtenOut(number, unit));
}

/** `30 days` that is added to a day. */
function duration({
  number = '',
  unit = '',
}: Readonly<Record<string, string | undefined>>): string {
  const letter = /^[d天日]/u.test(unit) ? 'D' : /^[m个]/u.test(unit) ? 'M' : 'Y';
  return `duration("P${number}${letter}")`;
}

/** `1,000,000` */
function grouped(text: string, at: number): FeelProblem | undefined {
  const form = /(?<![\p{L}\p{N}_.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}_])/gu;
  const match = nearestTo(at, text.matchAll(form));
  return match && instead(match[0], match.index, match[0].replaceAll(',', ''));
}

/** `'CAR'` */
function singleQuotes(text: string, at: number): FeelProblem | undefined {
  const match = nearestTo(at, text.matchAll(/'(?<inside>[^'"\n]*)'/gu));
  return match && instead(match[0], match.index, `"${match.groups?.['inside'] ?? ''}"`);
}

/** Words before a bracket that are nearly a function's name of several words: `day between(a, b)`. */
function misspeltFunction(text: string): FeelProblem | undefined {
  const form = /[\p{L}_][\p{L}\p{N}_]*(?:[ \t]+[\p{L}\p{N}_]+){1,6}(?=[ \t]*\()/gu;
  for (const { 0: all, index } of text.matchAll(form)) {
    const words = [...all.matchAll(/\S+/gu)];
    const ends = words.slice(0, -1).map((word) => all.slice(word.index).replaceAll(/\s+/gu, ' '));
    if (ends.some(isBuiltin)) continue;
    for (const [which, name] of ends.entries()) {
      const near = nearest(name, namesOfSeveralWords);
      if (near === undefined) continue;
      const start = index + (words[which]?.index ?? 0);
      const end = index + all.length;
      return { code: 'feel/unknown-function', params: { name, near }, start, end };
    }
  }
  return undefined;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The innermost bracket that is opened and not closed, or the first that closes none. */
function unclosed(text: string): FeelProblem | undefined {
  const open: { readonly char: string; readonly at: number }[] = [];
  for (const { 0: char, index } of text.matchAll(/[()[\]{}]/gu))
    if (pairs[char] !== undefined) open.push({ char, at: index });
    // `[1..5)` and `]1..5[` are ranges
    else if (!open.pop() && char !== ']') return alone(char, index);
  const last = open.at(-1);
  return last && alone(last.char, last.at);
}

function alone(bracket: string, start: number): FeelProblem {
  return { code: 'feel/unclosed', params: { bracket }, start, end: start + 1 };
}

/** `if a then b` */
function withoutElse(text: string): FeelProblem | undefined {
  const ifs = [...text.matchAll(/\bif\b/gu)];
  const elses = [...text.matchAll(/\belse\b/gu)];
  const lone = ifs.at(elses.length - ifs.length);
  if (!lone || elses.length >= ifs.length) return undefined;
  const start = lone.index;
  return { code: 'feel/no-else', params: {}, start, end: start + 2 };
}

/** `if a > 0 b else c`: the grammar fails where `then` should stand. */
function withoutThen(text: string, at: number): FeelProblem | undefined {
  const [ifs, thens] = [/\bif\b/gu, /\bthen\b/gu].map((word) => [...text.matchAll(word)].length);
  const [next] = /^[\p{L}\p{N}_"]+/u.exec(text.slice(at)) ?? [];
  if (ifs === undefined || thens === undefined || thens >= ifs || !next) return undefined;
  return instead(next, at, `then ${next}`);
}
