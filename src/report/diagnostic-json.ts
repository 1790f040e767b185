import type { Diagnostic } from '../base/diagnostic.ts';
import { type Language, sayIn, textsIn } from '../base/language.ts';
import { positionOf } from '../base/source.ts';
import { message, type Problems, wordbooks } from '../words/messages/messages.ts';
import { cellJson, cellOfSpan } from './cell.ts';
import type { DiagnosticJson } from './json-format.ts';

/** @param languages - those of the rulebook; the engine says it in its own where they are others */
export function diagnosticJson(
  diagnostic: Diagnostic<Problems>,
  languages: readonly Language[],
): DiagnosticJson {
  const { code, severity, span, more, related = [] } = diagnostic;
  const cell = cellOfSpan(span);
  return {
    code,
    severity,
    file: span.source.name,
    ...positionOf(span),
    ...(cell && { cell: cellJson(cell) }),
    message: textsIn(languages, (language) => message(sayIn(wordbooks, language), diagnostic)),
    related: related.map((other) => ({ file: other.source.name, ...positionOf(other) })),
    ...(more !== undefined && { more }),
    ...(diagnostic.fix && { fix: diagnostic.fix.text }),
  };
}
