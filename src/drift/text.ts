/** A text as it is compared: blanks, line breaks, the width of characters and the shape of quotes and dashes say nothing. */
export function compared(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .replaceAll(/[“”„«»「」『』‘’']/gu, '"')
    .replaceAll(/[‐‑‒–—―]/gu, '-')
    .replaceAll('。', '.')
    .replaceAll('、', ',');
}

/** The same without what ends it, so that it may stand within another sentence. */
export function withoutEnd(comparedText: string): string {
  return comparedText.replace(/[.,;:]+$/u, '');
}

/** What share of the neighbouring pairs of characters of a text another has, from 0 to 1. */
export function likeness(text: string, other: string): number {
  const own = pairsOf(text);
  if (own.length === 0) return 0;
  const theirs = new Set(pairsOf(other));
  return own.filter((pair) => theirs.has(pair)).length / own.length;
}

function pairsOf(text: string): readonly string[] {
  const characters = [...text];
  return characters.slice(1).map((one, index) => `${characters[index]}${one}`);
}

/** Whether a text is in Chinese, by what its letters are. */
export function isChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 5 > letters;
}
