import { asciiOf, isFullWidth } from './full-width.ts';
import type { Dialect, FeelProblem } from './problems.ts';

/** Brackets inside brackets. */
const deepestNesting = 200;

/** Words side by side; the longest name of DMN's has four. */
const longestName = 50;

/** Brackets and operators one inside the other, as `a + b + c` is two. */
const deepestTree = 1000;

const keywords = new Set(
  'and or in then else return satisfies between if for some every function instance of'.split(' '),
);

const letter = /[\p{L}\p{M}\p{N}_]/u;
const ideographic = /^(?:并且|且|或者|或)/u;

/**
 * What can be told of an expression's text without parsing it: closed quotes, half-width punctuation, depth.
 *
 * It runs in time proportional to the text and bounds the depth of recursion in all that follows.
 *
 * @param known - characters that names in scope have, so that they are no mistake in the dialect `dmn`
 */
export function scan(
  text: string,
  dialect: Dialect,
  known: ReadonlySet<string>,
): readonly FeelProblem[] {
  const problems: FeelProblem[] = [];
  /** Operators so far in each open bracket, the whole text first. */
  const chains = [0];
  let depth = 0;
  let deepAt: number | undefined;
  /** The last thing read: whether an operand may end there. */
  let last: 'operand' | 'operator' = 'operator';
  let words = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += char.length;
    if (char === '"') {
      at = endOfText(text, start);
      last = 'operand';
      if (at > text.length) {
        const line = text.indexOf('\n', start);
        const end = line < 0 ? text.length : line;
        const [half, ...more] = text.slice(start, end).matchAll(/[“”]/gu);
        if (half && more.length === 0) {
          // `"首套”`: the quote is there, in the other width.
          reportFullWidth(start + half.index, half[0]);
          at = start + half.index + 1;
          continue;
        }
        problems.push({ code: 'feel/quote', params: {}, start, end });
        return problems;
      }
    } else if (char === '/' && (text[at] === '/' || text[at] === '*')) {
      const end = text[at] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 1);
      at = end < 0 ? text.length : text[at] === '/' ? end : end + 2;
    } else if ('([{'.includes(char)) {
      operator(start);
      chains.push(0);
      depth += 1;
      if (chains.length > deepestNesting + 1) deepAt ??= start;
      last = 'operator';
    } else if (')]}'.includes(char)) {
      if (chains.length > 1) depth -= 1 + (chains.pop() ?? 0);
      last = 'operand';
    } else if (char === ',') {
      depth -= chains.at(-1) ?? 0;
      chains[chains.length - 1] = 0;
      last = 'operator';
    } else if ('+-*/<>=!.:?'.includes(char)) {
      operator(start);
      last = char === '?' ? 'operand' : 'operator';
    } else if (isFullWidth(char)) {
      const allowed = dialect === 'dmn' && (known.has(char) || letter.test(char));
      if (!allowed) reportFullWidth(start, char);
      const closing = '“‘'.includes(char) ? '”’'['“‘'.indexOf(char)] : undefined;
      const end = closing === undefined ? -1 : text.indexOf(closing, at);
      const half = closing === '”' ? text.indexOf('"', at) : -1;
      if (closing !== undefined && end >= 0 && (half < 0 || end < half)) {
        reportFullWidth(end, closing);
        at = end + 1;
      } else if (half >= 0) at = half + 1;
      last = 'operator';
    } else if (letter.test(char)) {
      const word = ideographic.exec(text.slice(start, start + 2))?.[0];
      if (word !== undefined && last === 'operand' && operandFollows(start + word.length)) {
        reportFullWidth(start, word);
        at = start + word.length;
        last = 'operator';
      } else {
        at = endOfWord(start);
        const name = text.slice(start, at);
        if (keywords.has(name)) operator(start);
        words = last === 'operand' ? words + 1 : 0;
        if (words > longestName) {
          problems.push({ code: 'feel/words', params: { name }, start, end: at });
          return problems;
        }
        last = keywords.has(name) ? 'operator' : 'operand';
      }
    }
  }
  if (deepAt !== undefined) {
    const params = { limit: deepestNesting };
    problems.unshift({ code: 'feel/too-deep', params, start: deepAt, end: deepAt + 1 });
  }
  return problems;

  function operator(start: number): void {
    chains[chains.length - 1] = (chains.at(-1) ?? 0) + 1;
    depth += 1;
    if (depth > deepestTree) deepAt ??= start;
  }

  function reportFullWidth(start: number, found: string): void {
    const wanted = asciiOf(found);
    const end = start + found.length;
    problems.push({
      code: 'feel/full-width',
      params: { found, wanted },
      start,
      end,
      ...(wanted === undefined ? {} : { fix: { start, end, text: spaced(wanted, start, end) } }),
    });
  }

  /** `and` and `or` need blanks around them, which 且 and 或 do not. */
  function spaced(wanted: string, start: number, end: number): string {
    if (wanted !== 'and' && wanted !== 'or') return wanted;
    const before = /\s/u.test(text[start - 1] ?? ' ') ? '' : ' ';
    const after = /\s/u.test(text[end] ?? ' ') ? '' : ' ';
    return before + wanted + after;
  }

  function operandFollows(from: number): boolean {
    const rest = text.slice(from, from + 50).trimStart();
    return rest !== '' && /^[\p{L}\p{N}_("@[{?“（-]/u.test(rest);
  }

  /** Past the letters and digits; a number ends before a letter other than an exponent's. */
  function endOfWord(start: number): number {
    let end = start;
    const digits = /^\d+(?:[eE][+-]?\d+)?/u.exec(text.slice(start, start + 500))?.[0];
    if (digits !== undefined) return start + digits.length;
    while (end < text.length) {
      const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
      if (!letter.test(char)) break;
      end += char.length;
    }
    return end;
  }
}

/** Where the text literal that starts at `start` ends; beyond the text when it does not. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length + 1;
}
