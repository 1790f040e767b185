import { closeSync, fchmodSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

import type { Target } from './target.ts';

/** A file that is being written beside the one whose place it will take. */
export interface Temporary {
  readonly fd: number;
  /** Puts it in its place; a failure leaves nothing. */
  readonly keep: () => void;
  /** Removes it, and the folders that were made for it; does nothing once it is in its place. */
  readonly drop: () => void;
}

const open = new Set<Temporary>();
let count = 0;

process.on('exit', () => {
  for (const file of open) file.drop();
});

/** Opens one, and makes the folders that lead to it. Errors are the system's. */
export function temporaryFor({ path, mode }: Extract<Target, { kind: 'file' }>): Temporary {
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true });
  count += 1;
  const name = join(folder, `.${process.pid}-${Date.now().toString(36)}-${count}.tmp`);
  let isOpen = true;
  let fd: number;
  try {
    fd = openSync(name, 'wx', mode ?? 0o666);
  } catch (error) {
    removeFolders(folder, made);
    throw error;
  }
  const file: Temporary = { fd, keep, drop };
  open.add(file);
  return file;

  function keep(): void {
    try {
      // what may be read by few stays so, whatever the umask
      if (mode !== undefined) fchmodSync(fd, mode);
      close();
      renameSync(name, path);
      open.delete(file);
    } catch (error) {
      drop();
      throw error;
    }
  }

  function drop(): void {
    if (!open.delete(file)) return;
    try {
      close();
    } finally {
      rmSync(name, { force: true });
      removeFolders(folder, made);
    }
  }

  function close(): void {
    if (isOpen) closeSync(fd);
    isOpen = false;
  }
}

/** Removes folders from the inner one up to the first that was made, as long as they are empty. */
function removeFolders(inner: string, made: string | undefined): void {
  if (made === undefined) return;
  const outer = dirname(made);
  try {
    for (let path = inner; path !== outer && path !== dirname(path); path = dirname(path))
      rmdirSync(path);
  } catch {
    // another has put something there in the meantime: it stays
  }
}
