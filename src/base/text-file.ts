import type { Diagnostic } from './diagnostic.ts';
import { type PathProblems, pathProblem } from './path-problems.ts';
import type { Source } from './source.ts';

/** The largest text that is read as one, in bytes; a dossier has some ten thousand. */
export const largestFile = 16_000_000;

export type Read = { readonly source: Source } | { readonly problem: Diagnostic<PathProblems> };

/** The text of a file in UTF-8, with or without a byte order mark. */
export function textOfFile(bytes: Uint8Array, name: string): Read {
  if (bytes.length > largestFile) return { problem: tooLarge(name, bytes.length) };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { source: { name, text } };
  } catch {
    // it is told below
  }
  return { problem: pathProblem('io/not-text', name, { path: name }) };
}

/** @param size - in bytes, of a file that has more than {@link largestFile} */
export function tooLarge(name: string, size: number): Diagnostic<PathProblems> {
  return pathProblem('io/too-large', name, { path: name, bytes: size, limit: largestFile });
}
