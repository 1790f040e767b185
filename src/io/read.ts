import { type Dirent, existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { PathProblems } from '../base/path-problems.ts';

/** The largest file that is read, in bytes; a dossier has some ten thousand. */
export const largestFile = 16_000_000;
/** Deepest folder that is looked into. */
const deepest = 12;

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

/** The files below a folder with one of the endings, in a fixed order; links are not followed. */
export function filesBelow(
  folder: string,
  endings: readonly string[],
  depth = 0,
): readonly string[] {
  if (depth > deepest) return [];
  const entries: readonly Dirent[] = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (isMangled(path) && !existsSync(path)) return [path]; // for its reader to name
      if (entry.isDirectory()) return filesBelow(path, endings, depth + 1);
      return entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    });
}

const dossierEndings = ['.yaml', '.yml', '.json'];

/** The dossier files that paths, folders and globs stand for. */
export function dossierPaths(given: readonly string[]): {
  readonly paths: readonly string[];
  readonly problems: readonly Diagnostic<PathProblems>[];
} {
  const problems: Diagnostic<PathProblems>[] = [];
  const paths = given.flatMap((path): readonly string[] => {
    try {
      if (!statSync(path).isDirectory()) return [path];
      const files = filesBelow(path, dossierEndings);
      if (files.length === 0) problems.push(problem('io/empty-folder', path, { path }));
      return files;
    } catch (error) {
      const matched = /[*?{[]/u.test(path) ? globSync(path).toSorted() : [];
      if (matched.length > 0) return matched;
      const read = unreadable(error, path);
      if ('problem' in read) problems.push(read.problem);
      return [];
    }
  });
  return { paths: [...new Set(paths)], problems };
}

/** Whether a name has the mark that stands for bytes that are no UTF-8. */
function isMangled(path: string): boolean {
  return path.includes('\uFFFD');
}

export function unreadable(error: unknown, path: string): Read {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' && isMangled(path)) return refuse('io/name-encoding', path, { path });
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('io/missing-file', path, { path });
  const reason = code !== '' ? code : error instanceof Error ? error.message : 'unknown';
  return refuse('io/unreadable', path, { path, reason });
}

function refuse<C extends keyof PathProblems>(
  code: C,
  path: string,
  params: PathProblems[C],
): Read {
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
