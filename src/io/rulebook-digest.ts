import { createHash, type Hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

import { extendedBy } from '../rulebook/folder.ts';
import { readCache, writeCache } from './cache.ts';
import { filesBelow } from './folder.ts';
import { mostLayers } from './rulebook.ts';
import { rulebookEndings } from './rulebook-paths.ts';

/**
 * A digest of the bytes of all that `rulebookFolder` reads, and of the names by which it is told of; undefined where
 * something cannot be read. It costs a fraction of what the texts and their own digest do, and less where no file was
 * touched since the last time.
 *
 * @param more - what else is to make a difference
 */
export function rulebookBytes(folder: string, more: string): string | undefined {
  try {
    const paths = filesBelow(folder, rulebookEndings);
    const { name, isSettled } = asTheyStand(folder, paths, more);
    const known = readCache(name);
    if (known) return Buffer.from(known).toString();
    const hash = createHash('sha256').update(`${more}\0`);
    const layers = addFolder(hash, folder, folder.replace(/\/+$/u, ''), 1, paths);
    if (layers === 0) return undefined;
    const digest = hash.digest('hex');
    if (layers === 1 && isSettled) writeCache(name, Buffer.from(digest));
    return digest;
  } catch {
    return undefined; // whoever reads it as a rulebook says what is wrong
  }
}

/** Nanoseconds within which a file may be written twice and bear the same time. */
const coarsest = 2_000_000_000n;

/**
 * A name for files as they stand: their sizes, their places on the disk and when they were last written or touched in
 * any way, which nobody can set back. It is good for another day once the last of that is a while ago.
 */
function asTheyStand(folder: string, paths: readonly string[], more: string) {
  const now = BigInt(Date.now()) * 1_000_000n;
  const hash = createHash('sha256').update(`${more}\0${folder}\0`);
  let isSettled = true;
  for (const path of paths) {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    if (mtimeNs + coarsest > now || ctimeNs + coarsest > now) isSettled = false;
    hash.update(`${path}\0${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}\n`);
  }
  return { name: `files-${hash.digest('hex')}`, isSettled };
}

/** @returns how many rulebooks were added, one on top of the other; 0 where one of them is none */
function addFolder(
  hash: Hash,
  folder: string,
  name: string,
  layer: number,
  paths: readonly string[] = filesBelow(folder, rulebookEndings),
): number {
  hash.update(`${name}\0`);
  let manifest: string | undefined;
  for (const path of paths) {
    const bytes = readFileSync(path);
    const inside = path.slice(folder.length);
    if (/^[/\\]*rulebook\.yaml$/u.test(inside)) manifest = bytes.toString();
    hash.update(`${inside}\0${bytes.length}\0`).update(bytes);
  }
  if (manifest === undefined) return 0;
  const extended = manifest.includes('extends') && extendedBy({ name, text: manifest });
  if (!extended) return layer;
  const { path } = extended;
  if (layer === mostLayers) return 0;
  return addFolder(hash, join(folder, path), posix.normalize(`${name}/${path}`), layer + 1);
}
