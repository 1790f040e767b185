import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { zipSync } from 'fflate';

import type { Files } from './package.ts';

/** The day that every file of an archive bears: the same files give the same bytes. */
const day = '1980-01-01';

/** A ZIP, which Windows opens by itself. */
export function zipped(name: string, files: Files): Uint8Array {
  const entries = [...files].map(([path, { bytes }]) => [`${name}/${path}`, bytes] as const);
  return zipSync(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))), {
    mtime: new Date(`${day}T00:00:00`),
  });
}

/** What `tar` makes of them, which keeps what a program may do; compressed by Node, whose bytes no gzip changes. */
export function tarred(name: string, files: Files): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-release-'));
  try {
    for (const [path, { bytes, isProgram }] of files) {
      const to = join(folder, name, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, bytes, { mode: isProgram ? 0o755 : 0o644 });
    }
    const owner = ['--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];
    const same = ['--format=gnu', '--sort=name', `--mtime=${day} UTC`, ...owner];
    const { status, stdout, stderr, error } = spawnSync(
      'tar',
      ['-c', ...same, '-C', folder, name],
      { maxBuffer: 2 ** 30, env: { ...process.env, LC_ALL: 'C' } },
    );
    if (status !== 0) throw new Error(`tar: ${error?.message ?? String(stderr)}`);
    return gzipSync(stdout, { level: 9 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
