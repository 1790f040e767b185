import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { rulebookDigest } from '../rulebook/digest.ts';
import { extendedBy, type RulebookFolder } from '../rulebook/folder.ts';
import type { ExtendsReason, RulebookProblems } from '../rulebook/problems.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { digestOfBytes } from './digest.ts';
import { filesBelow } from './folder.ts';
import { nodePlatform } from './platform.ts';
import { readText } from './read.ts';
import { rulebookEndings } from './rulebook-paths.ts';

/** The folder that holds `rules/` and `schemas/`: the same from the sources and from what is built of them. */
export const packageRoot: string = folderWith(
  'package.json',
  dirname(fileURLToPath(import.meta.url)),
);

function folderWith(name: string, folder: string): string {
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, name)) ? folder : folderWith(name, above);
}

/** Rulebooks that build on each other, at most. */
export const mostLayers = 4;

export interface FolderRead {
  readonly folder: RulebookFolder;
  readonly problems: readonly Diagnostic<PathProblems & RulebookProblems>[];
}

/** The texts of a rulebook's folder, and of those it extends. */
export function rulebookFolder(folder: string): FolderRead {
  return readFolder(folder, folder.replace(/\/+$/u, ''), []);
}

/** @param above - real paths of the folders that led here */
function readFolder(folder: string, name: string, above: readonly string[]): FolderRead {
  if (!existsSync(folder)) {
    return {
      folder: { name, files: new Map() },
      problems: [pathProblem('io/missing-file', name, { path: name })],
    };
  }
  const problems: Diagnostic<PathProblems & RulebookProblems>[] = [];
  const files = new Map(
    filesBelow(folder, rulebookEndings).flatMap((path): [string, Source][] => {
      const inside = relative(folder, path).replaceAll('\\', '/');
      const isCsv = inside.endsWith('.csv');
      if (isCsv && !inside.startsWith('codes/')) return [];
      const read = readText(path, `${name}/${inside}`);
      if ('source' in read) return [[inside, isCsv ? digested(read.source, path) : read.source]];
      problems.push(read.problem);
      return [];
    }),
  );
  const manifest = files.get('rulebook.yaml');
  const extended = manifest && extendedBy(manifest);
  if (!extended) return { folder: { name, files }, problems };
  const { path, span } = extended;
  const seen = [...above, realpathSync(folder)];
  const reason = unfit(folder, path, seen);
  if (reason) {
    problems.push({
      code: 'rulebook/extends',
      severity: 'error',
      span,
      params: { path, reason },
    });
    return { folder: { name, files: new Map() }, problems };
  }
  const parent = readFolder(join(folder, path), posix.normalize(`${name}/${path}`), seen);
  problems.push(...parent.problems);
  const broken = parent.folder.files.size === 0;
  return {
    folder: broken ? { name, files: new Map() } : { name, files, parent: parent.folder },
    problems,
  };
}

/**
 * Why a folder is not read as an extended rulebook. Nothing of it is read before it is known to have a
 * `rulebook.yaml`, so that a path cannot make us read through a whole disk.
 */
function unfit(folder: string, path: string, seen: readonly string[]): ExtendsReason | undefined {
  if (isAbsolute(path) || win32.isAbsolute(path) || path.includes('\\')) return 'absolute';
  const target = join(folder, path);
  if (!existsSync(join(target, 'rulebook.yaml'))) return 'missing';
  const real = realpathSync(target);
  if (seen.includes(real)) return 'cycle';
  const within = (inner: string, outer: string) => !relative(outer, inner).startsWith('..');
  if (seen.some((other) => within(real, other) || within(other, real))) return 'nested';
  return seen.length >= mostLayers ? 'depth' : undefined;
}

/** The digest of a rulebook, as {@link rulebookDigest} tells. */
export function digestOf(folder: Omit<RulebookFolder, 'name'>): string {
  return rulebookDigest(folder, nodePlatform);
}

/** With the digest of the bytes, a byte order mark among them. */
function digested(source: Source, path: string): Source {
  return { ...source, digest: digestOfBytes(readFileSync(path)) };
}
