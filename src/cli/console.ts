import process from 'node:process';

import type { Diagnostic } from '../base/diagnostic.ts';
import { sayIn, type Language } from '../base/language.ts';
import { diagnosticsText } from '../report/diagnostics.ts';
import { type Problems, wordbooks } from '../words/messages/messages.ts';
import { coloured, type Paint, plain } from '../report/paint.ts';

/** All is well; findings, or something that cannot be told; the input or the call is wrong. */
export type ExitCode = 0 | 1 | 2;

export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  return stream.isTTY === true && process.env['NO_COLOR'] === undefined ? coloured : plain;
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function complainOf(diagnostics: readonly Diagnostic<Problems>[], language: Language): void {
  if (diagnostics.length > 0)
    complain(diagnosticsText(diagnostics, sayIn(wordbooks, language), paintFor(process.stderr)));
}
