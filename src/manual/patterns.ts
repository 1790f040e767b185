import { type Language, said, sayIn } from '../base/language.ts';
import type { Core } from '../feel/core.ts';
import { partsOf } from '../program/walk.ts';

/** Words that a pattern may be written out as, at most. */
const mostWords = 16;

const words = said(
  (list: readonly string[]) => list.map((word) => `“${word}”`).join('、'),
  (list) => list.map((word) => `“${word}”`).join(', '),
);

const wording = said('规定的用语', 'the wording laid down');

/** How a sentence speaks of a pattern that a text has to match. */
const form = said(
  { before: '格式', laidDown: '规定格式' },
  { before: 'the form ', laidDown: 'the form laid down' },
);

/** A sentence without the patterns of the expression that it says: their words where they are few, else that there are some. */
export function withoutPatterns(text: string, core: Core, language: Language): string {
  return patternsIn(core).reduce((whole, pattern) => {
    const list = alternativesOf(pattern);
    const says = list ? sayIn(words, language)(list) : sayIn(wording, language);
    const { before, laidDown } = sayIn(form, language);
    return whole
      .replaceAll(`${before}“${pattern}”`, () => (list ? before + says : laidDown))
      .replaceAll(`“${pattern}”`, () => says);
  }, text);
}

function patternsIn(core: Core): readonly string[] {
  const pattern =
    core.kind === 'call' && (core.builtin === 'matches' || core.builtin === 'replace')
      ? core.args[1]
      : undefined;
  const own =
    pattern?.kind === 'constant' &&
    typeof pattern.value === 'string' &&
    /[|()[\]\\*+?.^$]/u.test(pattern.value)
      ? [pattern.value]
      : [];
  return [...own, ...partsOf(core).flatMap(patternsIn)];
}

/** What a pattern of plain words and groups of them matches; undefined where it is more than that, or too many. */
function alternativesOf(pattern: string): readonly string[] | undefined {
  const all = splitAtBars(pattern).flatMap((alternative) => {
    const pieces = alternative.match(/\([^()]*\)\??|[^()]+/gu) ?? [];
    // a group within a group
    if (pieces.join('') !== alternative) return [alternative];
    return pieces.reduce<readonly string[]>(
      (heads, piece) => {
        const tails = piece.startsWith('(')
          ? [...piece.replace(/^\(|\)\??$/gu, '').split('|'), ...(piece.endsWith('?') ? [''] : [])]
          : [piece];
        return heads.flatMap((head) => tails.map((tail) => head + tail));
      },
      [''],
    );
  });
  const isPlain = all.every((word) => /^[\p{L}\p{N}\s-]+$/u.test(word));
  return isPlain && all.length <= mostWords ? all : undefined;
}

/** At the bars outside of groups. */
function splitAtBars(pattern: string): readonly string[] {
  return pattern.match(/(?:\([^()]*\)|[^|])+/gu) ?? [];
}
