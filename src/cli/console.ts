import process from 'node:process';

import type { Diagnostic } from '../base/diagnostic.ts';
import { printable, severalLines } from '../base/shown.ts';
import { sayIn, type Language } from '../base/language.ts';
import type { Inputs } from '../io/target.ts';
import { writeText } from '../io/write.ts';
import { diagnosticsText } from '../report/diagnostics.ts';
import { type Problems, wordbooks } from '../words/messages/messages.ts';
import { coloured, type Paint, plain } from '../report/paint.ts';

/** All is well; findings, or something that cannot be told; the input or the call is wrong. */
export type ExitCode = 0 | 1 | 2;

export function exitOf(isWrong: boolean, isFound: boolean): ExitCode {
  return isWrong ? 2 : isFound ? 1 : 0;
}

export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  return stream.isTTY === true && process.env['NO_COLOR'] === undefined ? coloured : plain;
}

export function print(text: string): void {
  process.stdout.write(lines(text));
}

/** Prints a report, or writes it to `--out`, where it is no less safe to be shown later. */
export function deliver(text: string, out: string | undefined, inputs: Inputs): void {
  if (out === undefined) print(text);
  else writeText(out, severalLines(text), inputs);
}

export function complain(text: string): void {
  process.stderr.write(lines(text));
}

/** Whatever is printed goes through here: a name or value out of a file cannot act on the terminal. */
function lines(text: string): string {
  const shown = printable(text);
  return shown.endsWith('\n') ? shown : `${shown}\n`;
}

export function complainOf(diagnostics: readonly Diagnostic<Problems>[], language: Language): void {
  if (diagnostics.length > 0)
    complain(diagnosticsText(diagnostics, sayIn(wordbooks, language), paintFor(process.stderr)));
}
