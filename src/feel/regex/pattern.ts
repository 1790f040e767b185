/** A regular expression of XPath 3.1 (as FEEL has them), as a tree. */
export type Pattern =
  | One
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  /** `index` counts capturing groups from 1. */
  | { readonly kind: 'group'; readonly index: number | undefined; readonly of: Pattern }
  | Repeat
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'back'; readonly index: number };

export interface One {
  readonly kind: 'one';
  readonly has: (codePoint: number) => boolean;
  /** Units of work for asking it of a character. */
  readonly work: number;
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly of: Pattern;
  readonly least: number;
  readonly most: number;
  readonly lazy: boolean;
}

export interface Flags {
  /** `.` is also a line end. */
  readonly s: boolean;
  /** `^` and `$` are also at line ends. */
  readonly m: boolean;
  readonly i: boolean;
  /** Blanks in the pattern do not count. */
  readonly x: boolean;
  /** The pattern is plain text. */
  readonly q: boolean;
}

/** Reads flags; undefined where there is another letter than s, m, i, x, q. */
export function parseFlags(flags: string): Flags | undefined {
  if (!/^[smixq]*$/u.test(flags)) return undefined;
  const has = (flag: string) => flags.includes(flag);
  return { s: has('s'), m: has('m'), i: has('i'), x: has('x'), q: has('q') };
}
