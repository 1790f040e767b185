import { readFileSync, statSync } from 'node:fs';

import type { Diagnostic } from '../base/diagnostic.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { largestFile, type Read, textOfFile, tooLarge } from '../base/text-file.ts';

/** A text file in UTF-8, with or without a byte order mark. */
export function readText(path: string, name: string = path): Read {
  try {
    const { size } = statSync(path);
    if (size > largestFile) return { problem: tooLarge(name, size) };
    return textOfFile(readFileSync(path), name);
  } catch (error) {
    return unreadable(error, name);
  }
}

/** Whether a name has the mark that stands for bytes that are no UTF-8. */
export function isMangled(path: string): boolean {
  return path.includes('\uFFFD');
}

/** Why a path cannot be read. */
export function unreadable(
  error: unknown,
  path: string,
): { readonly problem: Diagnostic<PathProblems> } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' && isMangled(path)) return refuse('io/name-encoding', path, { path });
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('io/missing-file', path, { path });
  if (code === 'EISDIR') return refuse('io/is-folder', path, { path });
  const reason = code !== '' ? code : error instanceof Error ? error.message : 'unknown';
  return refuse('io/unreadable', path, { path, reason });
}

function refuse<C extends keyof PathProblems>(
  code: C,
  path: string,
  params: PathProblems[C],
): { readonly problem: Diagnostic<PathProblems> } {
  return { problem: pathProblem(code, path, params) };
}
