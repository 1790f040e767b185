import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { extendedBy } from '../rulebook/folder.ts';
import { filesBelow } from './read.ts';
import { mostLayers, rulebookEndings } from './rulebook.ts';

/**
 * A digest of the bytes of all that `rulebookFolder` reads, and of the names by which it is told of; undefined where
 * something cannot be read. It costs a fraction of what the texts and their own digest do.
 *
 * @param more - what else is to make a difference
 */
export function rulebookBytes(folder: string, more: string): string | undefined {
  const hash = createHash('sha256').update(`${more}\0`);
  try {
    return addFolder(hash, folder, folder.replace(/\/+$/u, ''), 1) ? hash.digest('hex') : undefined;
  } catch {
    return undefined; // whoever reads it as a rulebook says what is wrong
  }
}

function addFolder(hash: Hash, folder: string, name: string, layer: number): boolean {
  hash.update(`${name}\0`);
  let manifest: string | undefined;
  for (const path of filesBelow(folder, rulebookEndings)) {
    const bytes = readFileSync(path);
    const inside = path.slice(folder.length);
    if (/^[/\\]*rulebook\.yaml$/u.test(inside)) manifest = bytes.toString();
    hash.update(`${inside}\0${bytes.length}\0`).update(bytes);
  }
  if (manifest === undefined) return false;
  const extended = manifest.includes('extends') && extendedBy({ name, text: manifest });
  if (!extended) return true;
  const { path } = extended;
  return (
    layer < mostLayers &&
    addFolder(hash, join(folder, path), posix.normalize(`${name}/${path}`), layer + 1)
  );
}
