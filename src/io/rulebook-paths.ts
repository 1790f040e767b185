import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { extendedBy } from '../rulebook/folder.ts';
import { filesBelow } from './folder.ts';
import { readText } from './read.ts';

/** Endings of the files that a rulebook may have. */
export const rulebookEndings: readonly string[] = ['.yaml', '.yml', '.md', '.json', '.csv'];

/** The files of a rulebook's folder, and of those it extends. */
export function rulebookPaths(folder: string): readonly string[] {
  return rulebookFolders(folder).flatMap((one) => filesBelow(one, rulebookEndings));
}

/** A rulebook's folder, and those it extends, `layers` of them at most. */
export function rulebookFolders(folder: string, layers = 4): readonly string[] {
  if (layers === 0 || !existsSync(folder)) return [];
  const manifest = readText(join(folder, 'rulebook.yaml'));
  const extended = 'source' in manifest ? extendedBy(manifest.source) : undefined;
  return [folder, ...(extended ? rulebookFolders(join(folder, extended.path), layers - 1) : [])];
}
