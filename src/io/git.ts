import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { endsWith } from '../base/endings.ts';
import { invariant } from '../base/invariant.ts';
import { textOfFile } from '../base/text-file.ts';
import type { Disk } from './disk.ts';

/** A commit of the repository that a folder is in. */
export interface Revision {
  /** The folder as it is called there, without links. */
  readonly folder: string;
  readonly commit: string;
  /** The files of that commit, as if they were on the disk. */
  readonly disk: Disk;
}

/** Why there is none: no git, no repository around the folder, or no such commit in it. */
export type NoRevision = 'no-git' | 'no-repository' | 'no-commit';

/** A revision as git knows it: a branch, a tag, `HEAD~3`, a digest. */
export function revisionOf(given: string, folder: string): Revision | NoRevision {
  const real = realFolder(resolve(folder));
  const top = git(existing(real), ['rev-parse', '--show-toplevel']);
  if (top === undefined) return 'no-git';
  if (!top.ok) return 'no-repository';
  const root = realpathSync(lineOf(top.out));
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${given}^{commit}`];
  const found = git(root, verify);
  const commit = found?.ok === true ? lineOf(found.out) : '';
  if (commit === '') return 'no-commit';
  return { folder: real, commit, disk: diskOf(root, commit) };
}

/** The files of a commit. What a folder holds is read at once when it is asked for. */
function diskOf(root: string, commit: string): Disk {
  const listed = git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  const blobs = new Map(
    (listed?.out.toString('utf8') ?? '').split('\0').flatMap((line) => {
      const [, digest, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
      return digest === undefined || path === undefined
        ? []
        : [[join(root, path), digest] as const];
    }),
  );
  const paths = [...blobs.keys()];
  const held = new Map<string, Uint8Array>();
  return {
    has: (path) => blobs.has(path) || paths.some((one) => one.startsWith(`${path}/`)),
    below: (folder, endings) => {
      const found = paths
        .filter((path) => path.startsWith(`${folder}/`) && endsWith(path, endings))
        .filter((path) => !/\/(?:\.|node_modules\/)/u.test(path.slice(folder.length)))
        .toSorted((a, b) => (a < b ? -1 : 1));
      read(found);
      return found;
    },
    text: (path, name) => textOfFile(bytes(path), name),
    bytes,
    real: (path) => path,
  };

  function bytes(path: string): Uint8Array {
    if (!held.has(path)) read([path]);
    const found = held.get(path);
    invariant(found !== undefined, 'only files that are listed are read');
    return found;
  }

  function read(wanted: readonly string[]): void {
    const digests = wanted.map((path) => blobs.get(path) ?? '');
    const out = git(root, ['cat-file', '--batch'], `${digests.join('\n')}\n`)?.out;
    let at = 0;
    for (const path of wanted) {
      const end = out?.indexOf('\n', at) ?? -1;
      if (!out || end < 0) return;
      const size = Number(out.toString('latin1', at, end).split(' ')[2]);
      held.set(path, out.subarray(end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  }
}

/** What git answers; undefined where there is no git. */
export function git(
  folder: string,
  args: readonly string[],
  input?: string,
): { readonly ok: boolean; readonly out: Buffer } | undefined {
  const { status, stdout, error } = spawnSync('git', ['-C', folder, ...args], {
    maxBuffer: 1_000_000_000,
    ...(input !== undefined && { input }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return error ? undefined : { ok: status === 0, out: stdout };
}

/** Of a folder that is no longer there, the path it would have. */
function realFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const above = dirname(folder);
  return above === folder ? folder : join(realFolder(above), folder.slice(above.length));
}

function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

function lineOf(out: Buffer): string {
  return out.toString('utf8').replace(/\r?\n$/u, '');
}
