import type { Diagnostic, Fix } from '../base/diagnostic.ts';
import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { type Position, positionOf, type Span } from '../base/source.ts';
import type { CaseResult } from '../cases/run.ts';
import { message, type Problems, wordbooks } from '../words/messages/messages.ts';
import { toldWords } from '../words/told.ts';
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
  const { code, severity, span, fix } = diagnostic;
  const book = sayIn(wordbooks, language);
  const says = message(book, diagnostic);
  return {
    level: diagnosticLevel({ severity }),
    code,
    ...placed(span),
    says: fix ? `${says}\n${book.terms.fix(fix.text)}` : says,
    ...(fix && { fix: fixPlaced(fix, span) }),
  };
}

/** A case that does not come to what it says. */
export function toldOfCase(
  { rule, case: { title, expect }, span, outcome, missing }: CaseResult,
  language: Language,
): Told {
  const { terms } = sayIn(wordbooks, language);
  const words = sayIn(toldWords, language);
  const unknown = (paths: readonly string[]) =>
    `${terms.status['cannot-tell']} [${paths.join(', ')}]`;
  const wanted = typeof expect === 'string' ? terms.status[expect] : unknown(expect['cannot-tell']);
  const status = outcome?.status;
  const found =
    status === undefined ? '—' : status === 'cannot-tell' ? unknown(missing) : terms.status[status];
  const says = `${words.failedCase(rule.id, inLanguage(title, language))}${terms.expected(wanted, found)}`;
  return { level: 'error', code: 'test/failed-case', ...placed(span), says };
}

export function placed(span: Span): Pick<Told, 'file' | 'start' | 'end'> {
  const { source, end } = span;
  return { file: source.name, start: positionOf(span), end: positionOf({ source, start: end }) };
}

function fixPlaced({ start, end, text }: Fix, { source }: Span): NonNullable<Told['fix']> {
  return { start: positionOf({ source, start }), end: positionOf({ source, start: end }), text };
}
