import { existsSync, readFileSync, realpathSync } from 'node:fs';

import type { Read } from '../base/text-file.ts';
import { filesBelow } from './folder.ts';
import { readText } from './read.ts';

/** Where files of rulebooks are: the disk as it is, or a commit of git. */
export interface Disk {
  readonly has: (path: string) => boolean;
  /** The files below a folder with one of the endings, in a fixed order. */
  readonly below: (folder: string, endings: readonly string[]) => readonly string[];
  readonly text: (path: string, name: string) => Read;
  readonly bytes: (path: string) => Uint8Array;
  /** The path without links. */
  readonly real: (path: string) => string;
}

export const ownDisk: Disk = {
  has: existsSync,
  below: filesBelow,
  text: readText,
  bytes: (path) => readFileSync(path),
  real: (path) => realpathSync(path),
};
