/**
 * How wide a text is at most, in the unit of its size: no font is asked, so that every machine lays out the same.
 *
 * A Chinese character, and the punctuation that stands in its square, is one em; Latin letters are as wide as the
 * widest of Noto Sans, Segoe UI and Arial has them.
 *
 * @param size - of the font, in any unit
 */
export function widthOf(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (isBold ? bolder : 1);
}

/** Bold Latin letters are wider; Chinese ones are not, which leaves some room. */
const bolder = 1.1;

function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x7e) return code < 0x2000 ? 0.75 : 1;
  if (/[il|!.,:;'`j ]/u.test(character)) return 0.3;
  if (/[ftrIJ()[\]/\\-]/u.test(character)) return 0.42;
  if (/[csvxyzk]/u.test(character)) return 0.55;
  if (/[mwMW@%]/u.test(character)) return 0.95;
  return /[A-Z&+<>=~#]/u.test(character) ? 0.78 : 0.62;
}

/** Never at the head of a line; and never at its end. */
const closing = /^[，。；：、！？）》」』】〕”’…—,.;:!?)\]%]/u;
const opening = /[（《「『【〔“‘([]$/u;

/**
 * A text in lines of at most a width. Chinese breaks between any two characters but before a closing and behind an
 * opening mark (避头尾); other words break at spaces, and inside only where one is longer than a line.
 */
export function wrapped(
  text: string,
  size: number,
  width: number,
  isBold = false,
): readonly string[] {
  const wide = (line: string) => widthOf(line.trimEnd(), size, isBold);
  const pieces = piecesOf(text).flatMap((one) => (wide(one) <= width ? [one] : [...one]));
  const lines = filled(pieces, width, wide);
  const atSpaces = filled(text.match(/[^ ]+ ?/gu) ?? [], width, wide);
  if (atSpaces.length <= lines.length && atSpaces.every((line) => wide(line) <= width))
    return atSpaces;
  // as even as they come: no line of one character
  const least = Math.max(width / 2, ...pieces.map(wide));
  let even = width;
  while (even - size / 2 >= least && filled(pieces, even - size / 2, wide).length === lines.length)
    even -= size / 2;
  return filled(pieces, even, wide);
}

/** Each line as full as it goes. */
function filled(
  pieces: readonly string[],
  width: number,
  wide: (line: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && wide(line + piece) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** What no line may break inside of. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const [part] of text.matchAll(/[\u0021-\u02ff]+ ?|./gu)) {
    const last = pieces.at(-1);
    if (last !== undefined && (closing.test(part) || opening.test(last)))
      pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}
