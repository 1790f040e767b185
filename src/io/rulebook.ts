import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { rulebookDigest } from '../rulebook/digest.ts';
import { extendedBy, type RulebookFolder } from '../rulebook/folder.ts';
import type { ExtendsReason, RulebookProblems } from '../rulebook/problems.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { digestOfBytes } from './digest.ts';
import { type Disk, ownDisk } from './disk.ts';
import { nodePlatform } from './platform.ts';
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

/**
 * The texts of a rulebook's folder, and of those it extends.
 *
 * @param name - what it is called
 */
export function rulebookFolder(
  folder: string,
  disk: Disk = ownDisk,
  name: string = folder,
): FolderRead {
  return readFolder(folder, name.replace(/\/+$/u, ''), [], disk);
}

/** @param above - real paths of the folders that led here */
function readFolder(
  folder: string,
  name: string,
  above: readonly string[],
  disk: Disk,
): FolderRead {
  if (!disk.has(folder)) {
    return {
      folder: { name, files: new Map() },
      problems: [pathProblem('io/missing-file', name, { path: name })],
    };
  }
  const problems: Diagnostic<PathProblems & RulebookProblems>[] = [];
  const files = new Map(
    disk.below(folder, rulebookEndings).flatMap((path): [string, Source][] => {
      const inside = relative(folder, path).replaceAll('\\', '/');
      const isCsv = inside.endsWith('.csv');
      if (isCsv && !inside.startsWith('codes/')) return [];
      const read = disk.text(path, `${name}/${inside}`);
      if ('source' in read)
        return [[inside, isCsv ? digested(read.source, path, disk) : read.source]];
      problems.push(read.problem);
      return [];
    }),
  );
  const manifest = files.get('rulebook.yaml');
  const extended = manifest && extendedBy(manifest);
  if (!extended) return { folder: { name, files }, problems };
  const { path, span } = extended;
  const seen = [...above, disk.real(folder)];
  const reason = unfit(folder, path, seen, disk);
  if (reason) {
    problems.push({
      code: 'rulebook/extends',
      severity: 'error',
      span,
      params: { path, reason },
    });
    return { folder: { name, files: new Map() }, problems };
  }
  const parent = readFolder(join(folder, path), posix.normalize(`${name}/${path}`), seen, disk);
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
function unfit(
  folder: string,
  path: string,
  seen: readonly string[],
  disk: Disk,
): ExtendsReason | undefined {
  if (isAbsolute(path) || win32.isAbsolute(path) || path.includes('\\')) return 'absolute';
  const target = join(folder, path);
  if (!disk.has(join(target, 'rulebook.yaml'))) return 'missing';
  const real = disk.real(target);
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
function digested(source: Source, path: string, disk: Disk): Source {
  return { ...source, digest: digestOfBytes(disk.bytes(path)) };
}
