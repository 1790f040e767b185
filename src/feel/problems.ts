/** What can be wrong with the text of an expression, before its names and types are looked at. */
export interface FeelProblems {
  /** `found` is the text nobody expected there; empty at the end of the expression. */
  'feel/syntax': { readonly found: string };
  /** Words before a bracket that are nearly the name of a function. */
  'feel/unknown-function': { readonly name: string; readonly near: string | undefined };
  'feel/unclosed': { readonly bracket: string };
  /** An `if` that does not say what holds otherwise. */
  'feel/no-else': Record<string, never>;
  /** A character of Chinese typography, or 且 and 或, where FEEL wants `wanted`; undefined where that is not certain. */
  'feel/full-width': { readonly found: string; readonly wanted: string | undefined };
  /** Words side by side that are no known name. */
  'feel/words': { readonly name: string };
  /** A name with a character that rules do not allow in names. */
  'feel/name': { readonly name: string };
  /** A text that starts with `"` and does not end. */
  'feel/quote': Record<string, never>;
  'feel/too-deep': { readonly limit: number };
  'feel/too-long': { readonly length: number; readonly limit: number };
}

export type FeelProblem = {
  readonly [C in keyof FeelProblems]: {
    readonly code: C;
    readonly params: FeelProblems[C];
    /** Offsets in the text of the expression. */
    readonly start: number;
    readonly end: number;
    /** What to write instead, where that is certain. */
    readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
  };
}[keyof FeelProblems];

/**
 * `rule`: names are one word of letters, digits and `_`.
 * `dmn`: names as DMN has them, with spaces and some operators in them where the scope has such a name.
 */
export type Dialect = 'rule' | 'dmn';
