import type { Span } from './source.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * Something to tell the author of a rule file, an expression or a dossier.
 *
 * `Problems` is a layer's table of what can be wrong: each code with the facts its message may mention.
 * A diagnostic carries those facts only. The wording is in `words/messages`, one file per language,
 * so that a better sentence changes neither code nor facts.
 */
export type Diagnostic<Problems, Code extends keyof Problems = keyof Problems> = {
  readonly [C in Code]: {
    /** Stable for ever: `<layer>/<what-is-wrong>`, explained in `docs/codes/<code>.md`. */
    readonly code: C;
    readonly params: Problems[C];
    readonly severity: Severity;
    readonly span: Span;
    /** Other places that explain this one, such as the first of two equal ids. */
    readonly related?: readonly Span[];
    /** How many further places have the same, where it is told once for all of them. */
    readonly more?: number;
    /** What to write instead, where that is certain. */
    readonly fix?: Fix | undefined;
    /** How much of its line may be quoted: what it is about and no more, or nothing; without it, the whole line. */
    readonly quote?: 'part' | 'none';
  };
}[Code];

/** Replaces the text from `start` up to `end` of the diagnostic's source. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with fixes made in it, none of which touch. */
export function withFixes(text: string, fixes: readonly Fix[]): string {
  return fixes
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (whole, { start, end, text: by }) => whole.slice(0, start) + by + whole.slice(end),
      text,
    );
}

/** What a pass gives back: the best value it could build, and all it noticed on the way. */
export interface Checked<T, Problems> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic<Problems>[];
}

/** Collects diagnostics of one layer. */
export interface Noted<Problems> {
  readonly diagnostics: Diagnostic<Problems>[];
  readonly error: <C extends keyof Problems>(
    code: C,
    span: Span,
    params: Problems[C],
    more?: { readonly related?: readonly Span[]; readonly fix?: Fix },
  ) => void;
  readonly warn: Noted<Problems>['error'];
}

export function noted<Problems>(): Noted<Problems> {
  const diagnostics: Diagnostic<Problems>[] = [];
  const note =
    (severity: Severity): Noted<Problems>['error'] =>
    (code, span, params, more) => {
      diagnostics.push({ code, severity, span, params, ...more });
    };
  return { diagnostics, error: note('error'), warn: note('warning') };
}

export function hasErrors(diagnostics: readonly { readonly severity: Severity }[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
