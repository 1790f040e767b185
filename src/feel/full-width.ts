/** Characters that no name or operator of FEEL should have: a Chinese keyboard gives them for the ASCII ones. */
const beyondTheBlocks = '“”‘’≥≤≠×÷−';

/** Letters inside the block of Chinese punctuation: as in 二〇二四年, 等々. */
const letters = '々〇';

/** What the author will have meant; the full-width forms of ASCII are computed. */
const meant: Readonly<Record<string, string>> = {
  '　': ' ',
  '、': ',',
  '；': ',',
  '。': '.',
  '〈': '<',
  '〉': '>',
  '【': '[',
  '】': ']',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '−': '-',
  且: 'and',
  并且: 'and',
  或: 'or',
  或者: 'or',
};

/** True for U+3000–303F, U+FF00–FFEF and a few signs, save letters such as 〇. */
export function isFullWidth(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x3000) return beyondTheBlocks.includes(char);
  if (code > 0x303f && code < 0xff00) return false;
  return code <= 0xffef && !letters.includes(char);
}

/** What FEEL has for it; undefined where nothing in FEEL looks like it. */
export function asciiOf(found: string): string | undefined {
  const known = meant[found];
  if (known !== undefined) return known;
  const code = found.codePointAt(0) ?? 0;
  if (code < 0xff01 || code > 0xff5e) return undefined;
  const ascii = String.fromCodePoint(code - 0xfee0);
  return /[A-Za-z0-9()[\]{},.:<>=!+\-*/"?@_]/u.test(ascii) ? ascii : undefined;
}
