/** A word to be found in texts: one that must not stand there, or a phrase that is right as it is. */
export interface Sought {
  readonly word: string;
  /** What to write in its place; without it, the word is right and what is inside it is let be. */
  readonly instead?: string | undefined;
}

/** Where a word that must not stand there does, in a text. */
export interface FoundWord {
  readonly instead: string;
  readonly start: number;
  readonly end: number;
}

/** Letters of scripts that put spaces between words. */
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

/**
 * Finds words in texts, from left to right, of several at one place the longest; what is between braces is an
 * expression and is passed over.
 *
 * Case does not matter, and any white space is as good as another. In scripts with spaces between words only whole
 * words are found, with or without an `s`.
 */
export function wordFinder(sought: readonly Sought[]): (text: string) => readonly FoundWord[] {
  const longestFirst = sought
    .map(({ word, instead }) => ({ word: folded(word.replaceAll(/\s+/gu, ' ')), instead }))
    .toSorted((a, b) => b.word.length - a.word.length);
  const byFirst = Map.groupBy(longestFirst, ({ word }) => word.charCodeAt(0));
  return (text) => {
    const found: FoundWord[] = [];
    const plain = folded(text);
    const lastClose = plain.lastIndexOf('}');
    let start = 0;
    while (start < plain.length) {
      const first = plain.charCodeAt(start);
      const close = first === brace && start < lastClose ? plain.indexOf('}', start) : -1;
      const words = byFirst.get(first);
      const match = close < 0 && words ? matchAt(plain, start, words) : undefined;
      if (match?.instead !== undefined) {
        found.push({ instead: match.instead, start, end: match.end });
      }
      start = match ? match.end : Math.max(close, start) + 1;
    }
    return found;
  };
}

const brace = '{'.charCodeAt(0);

/** The first of some words that begins at `start`, and where it ends. */
function matchAt(text: string, start: number, words: readonly Sought[]) {
  if (isLetter(text.charAt(start)) && isLetter(text.charAt(start - 1))) return undefined;
  for (const { word, instead } of words) {
    const end = endOf(text, start, word);
    if (end !== undefined) return { instead, end };
  }
  return undefined;
}

/** Where a word that begins at `start` ends; undefined where another one is there. */
function endOf(text: string, start: number, word: string): number | undefined {
  let end = start;
  for (let index = 0; index < word.length; index += 1) {
    const char = word.charAt(index);
    if (char === ' ' ? !isSpace(text.charAt(end)) : char !== text.charAt(end)) return undefined;
    end += 1;
    if (char === ' ') while (isSpace(text.charAt(end))) end += 1;
  }
  if (!isLetter(word.charAt(word.length - 1))) return end;
  const plural = text.charAt(end) === 's' ? end + 1 : end;
  return isLetter(text.charAt(plural)) ? undefined : plural;
}

function isLetter(char: string): boolean {
  return letter.test(char);
}

function isSpace(char: string): boolean {
  return char !== '' && char.trim() === '';
}

/** In small letters, each where it was: one that would become several stays. */
function folded(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from(text, (char) => {
    const one = char.toLowerCase();
    return one.length === char.length ? one : char;
  }).join('');
}
