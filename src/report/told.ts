import type { Diagnostic, Fix } from '../base/diagnostic.ts';
import { type Language, sayIn } from '../base/language.ts';
import { type Position, positionOf, type Span } from '../base/source.ts';
import { message, type Problems, wordbooks } from '../words/messages/messages.ts';
import { diagnosticLevel, type ToolLevel } from './levels.ts';

/** Something to be looked at in a file of a rulebook, whatever told it, as tools for developers want it. */
export interface Told {
  readonly level: ToolLevel;
  /** What it is: the code of a diagnostic, or of what else is told. */
  readonly code: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly says: string;
  /** What to write instead, and where. */
  readonly fix?: { readonly start: Position; readonly end: Position; readonly text: string };
}

export function toldOfDiagnostic(diagnostic: Diagnostic<Problems>, language: Language): Told {
  const { code, severity, fix } = diagnostic;
  const book = sayIn(wordbooks, language);
  const says = message(book, diagnostic);
  return {
    level: diagnosticLevel({ severity }),
    code,
    ...extentOf(diagnostic),
    says: fix ? `${says}\n${book.terms.fix(fix.text)}` : says,
  };
}

/** From where to where it is, and where its fix goes. */
export function extentOf({
  span,
  fix,
}: Pick<Diagnostic<Problems>, 'span' | 'fix'>): Pick<Told, 'file' | 'start' | 'end' | 'fix'> {
  return { ...placed(span), ...(fix && { fix: fixPlaced(fix, span) }) };
}

/** Where something stands, for tools. */
export function placed(span: Span): Pick<Told, 'file' | 'start' | 'end'> {
  const { source, end } = span;
  return { file: source.name, start: positionOf(span), end: positionOf({ source, start: end }) };
}

function fixPlaced({ start, end, text }: Fix, { source }: Span): NonNullable<Told['fix']> {
  return { start: positionOf({ source, start }), end: positionOf({ source, start: end }), text };
}
