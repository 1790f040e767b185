import { readFileSync, statSync } from 'node:fs';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { PathProblems } from '../base/path-problems.ts';

/** The largest file that is read, in bytes; a dossier has some ten thousand. */
export const largestFile = 16_000_000;

export type Read = { readonly source: Source } | { readonly problem: Diagnostic<PathProblems> };

/** A text file in UTF-8, with or without a byte order mark. */
export function readText(path: string, name: string = path): Read {
  try {
    const { size } = statSync(path);
    if (size > largestFile)
      return refuse('io/too-large', name, { path: name, bytes: size, limit: largestFile });
    return decode(readFileSync(path), name);
  } catch (error) {
    return unreadable(error, name);
  }
}

export function decode(bytes: Uint8Array, name: string): Read {
  if (bytes.length > largestFile) {
    return refuse('io/too-large', name, { path: name, bytes: bytes.length, limit: largestFile });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0')
      ? refuse('io/not-text', name, { path: name })
      : { source: { name, text } };
  } catch {
    return refuse('io/not-text', name, { path: name });
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
  return { problem: problem(code, path, params) };
}

export function problem<C extends keyof PathProblems>(
  code: C,
  path: string,
  params: PathProblems[C],
): Diagnostic<PathProblems> {
  const span = { source: { name: path, text: '' }, start: 0, end: 0 };
  return { code, severity: 'error', span, params } as Diagnostic<PathProblems>;
}
