import type { Spoken } from '../base/language.ts';

/** What a text may hold: words, of which each of the further lists stands somewhere behind those before it. */
type Sought = readonly (readonly string[])[];

/** Combinations of words that a reader still takes in. */
const most = 24;

/**
 * The words that a regular expression looks for, where it is made of nothing else: `(购买|申购)[^。]*(存款|理财)` is 购买 or
 * 申购, and behind it 存款 or 理财. What may be left out stands in brackets.
 *
 * @param quoted - the expression, within the quotation marks of a sentence or without
 * @returns one way a line; nothing where it holds other signs
 */
function soughtIn(quoted: string): readonly Sought[] | undefined {
  const pattern = quoted.replaceAll(/^“|”$/gu, '');
  const whole = /^\(([^()]*)\)$/u.exec(pattern)?.[1] ?? pattern;
  const ways = atBars(whole).map(partsIn);
  return ways.every((way) => way !== undefined) ? joined(ways) : undefined;
}

/** The same as words of a sentence: “购买”或者“申购”，其后有“存款”或者“理财”. */
export function soughtWords(quoted: string, language: Spoken): string | undefined {
  const ways = soughtIn(quoted);
  const { comma, behind, between } = marks[language];
  return ways
    ?.map((way) => way.map((words) => words.map((word) => `“${word}”`).join(comma)).join(behind))
    .join(between);
}

const marks = {
  zh: { comma: '、', behind: '之后有', between: '；' },
  en: { comma: ', ', behind: ' followed by ', between: '; ' },
} as const;

/** The sides of `|` that stands in no group. */
function atBars(pattern: string): readonly string[] {
  const sides = [''];
  let depth = 0;
  for (const sign of pattern) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) sides.push('');
    else sides.push((sides.pop() ?? '') + sign);
  }
  return sides;
}

function partsIn(pattern: string): Sought | undefined {
  const parts = pattern.split(/\[\^[^\]]*\]\*/u).map(wordsIn);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** The words that letters and groups of them make up. */
function wordsIn(pattern: string): readonly string[] | undefined {
  let words: readonly string[] = [''];
  for (const [token] of pattern.matchAll(/\([^()]*\)\??|[^()]+|[()]/gu)) {
    const [, group = token, optional] = /^\(([^()]*)\)(\?)?$/u.exec(token) ?? [];
    if (!/^[^()[\]{}.*+?\\^$]+$/u.test(group)) return undefined;
    const choices =
      optional === undefined ? group.split('|') : [`（${group.replaceAll('|', '、')}）`];
    words = words.flatMap((word) => choices.map((choice) => word + choice));
    if (words.length > most) return undefined;
  }
  return words;
}

/** Ways of one part each are one list of words. */
function joined(ways: readonly Sought[]): readonly Sought[] {
  const single = ways.flatMap((way) => (way.length === 1 ? (way[0] ?? []) : []));
  const others = ways.filter((way) => way.length > 1);
  return single.length === 0 ? others : [[single], ...others];
}
