/** A set of characters, by code point. */
export type Characters = (codePoint: number) => boolean;

export function oneOf(first: number, last: number, ignoresCase: boolean): Characters {
  const isIn = (code: number) => code >= first && code <= last;
  return ignoresCase ? (code) => casesOf(code).some(isIn) : isIn;
}

/** The class an escape such as `\d` names; undefined for another letter. */
export function classOf(letter: string): Characters | undefined {
  const pattern = classes[letter.toLowerCase()];
  if (!pattern) return undefined;
  const isNegated = letter !== letter.toLowerCase();
  return (code) => pattern.test(String.fromCodePoint(code)) !== isNegated;
}

/** The characters of `\p{Lu}` or `\p{IsBasicLatin}`; undefined for a name that Unicode does not have. */
export function propertyOf(name: string): Characters | undefined {
  if (name.startsWith('Is')) {
    const block = blocks[name.slice(2)];
    return block && ((code) => code >= block[0] && code <= block[1]);
  }
  if (!/^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/u.test(name)) {
    return undefined;
  }
  const pattern = new RegExp(`^\\p{${name}}$`, 'u');
  return (code) => pattern.test(String.fromCodePoint(code));
}

/** What an escaped character stands for itself; undefined where it must not be escaped. */
export function escapedCharacter(letter: string): string | undefined {
  if (letter === 'n') return '\n';
  if (letter === 'r') return '\r';
  if (letter === 't') return '\t';
  return /^[\\|.?*+(){}$\-[\]^]$/u.test(letter) ? letter : undefined;
}

/** XML Schema's classes; those of names (`\i`, `\c`) by Unicode's categories. */
const classes: Readonly<Record<string, RegExp>> = {
  d: /^\p{Nd}$/u,
  s: /^[ \t\n\r]$/u,
  w: /^[^\p{P}\p{Z}\p{C}]$/u,
  i: /^[\p{L}\p{Nl}_:]$/u,
  c: /^[\p{L}\p{M}\p{N}_:.\-·]$/u,
};

/** The Unicode blocks most used; first and last code point. */
const blocks: Readonly<Record<string, readonly [number, number]>> = {
  BasicLatin: [0x0, 0x7f],
  'Latin-1Supplement': [0x80, 0xff],
  'LatinExtended-A': [0x100, 0x17f],
  'LatinExtended-B': [0x180, 0x24f],
  IPAExtensions: [0x250, 0x2af],
  SpacingModifierLetters: [0x2b0, 0x2ff],
  CombiningDiacriticalMarks: [0x300, 0x36f],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Armenian: [0x530, 0x58f],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  Devanagari: [0x900, 0x97f],
  Thai: [0xe00, 0xe7f],
  Georgian: [0x10a0, 0x10ff],
  HangulJamo: [0x1100, 0x11ff],
  LatinExtendedAdditional: [0x1e00, 0x1eff],
  GreekExtended: [0x1f00, 0x1fff],
  GeneralPunctuation: [0x2000, 0x206f],
  SuperscriptsandSubscripts: [0x2070, 0x209f],
  CurrencySymbols: [0x20a0, 0x20cf],
  LetterlikeSymbols: [0x2100, 0x214f],
  NumberForms: [0x2150, 0x218f],
  Arrows: [0x2190, 0x21ff],
  MathematicalOperators: [0x2200, 0x22ff],
  BoxDrawing: [0x2500, 0x257f],
  GeometricShapes: [0x25a0, 0x25ff],
  MiscellaneousSymbols: [0x2600, 0x26ff],
  Dingbats: [0x2700, 0x27bf],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  Bopomofo: [0x3100, 0x312f],
  CJKUnifiedIdeographsExtensionA: [0x3400, 0x4dbf],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7a3],
  PrivateUse: [0xe000, 0xf8ff],
  CJKCompatibilityIdeographs: [0xf900, 0xfaff],
  HalfwidthandFullwidthForms: [0xff00, 0xffef],
};

/** Letters whose case pairs only one way, such as the Kelvin sign K. */
const oneWay: Readonly<Record<string, number>> = { k: 0x212a, s: 0x17f, å: 0x212b, ω: 0x2126 };

function casesOf(code: number): readonly number[] {
  const text = String.fromCodePoint(code);
  const lower = text.toLowerCase();
  const other = oneWay[lower];
  const forms = [text, lower, text.toUpperCase(), lower.toUpperCase()].filter(
    (form) => Array.from(form).length === 1,
  );
  const codes = forms.map((form) => form.codePointAt(0) ?? code);
  return other === undefined ? codes : [...codes, other];
}
