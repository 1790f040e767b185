import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { installed } from '../dependencies.ts';

/** A file of a package. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly isProgram?: true;
}

/** By path in the package, `/` between folders. */
export type Files = ReadonlyMap<string, Packed>;

/** What npm would publish, and the packages that it needs when it runs: all below `app/`. */
export function productFiles(): Files {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--dry-run', '--ignore-scripts', '--json'],
    { encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  if (status !== 0) throw new Error(stderr);
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  const needed = [...installed().packages.keys()].flatMap(filesBelow);
  return new Map(
    [...files.map(({ path }) => path), ...needed].map((path) => [
      `app/${path}`,
      { bytes: readFileSync(path) },
    ]),
  );
}

/** Lines as `sha256sum -c` reads them, in the order of the paths. */
export function sumsOf(files: Files): string {
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { bytes }]) => `${sha256(bytes)}  ${path}\n`)
    .join('');
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    // those below it are listed by themselves
    return entry.name === 'node_modules' ? [] : filesBelow(path);
  });
}
