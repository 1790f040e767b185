import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One thing that was done with an unpacked package. */
export interface Tried {
  readonly what: string;
  readonly seconds: number;
  /** What was wrong; absent where nothing was. */
  readonly wrong?: string;
}

/** What is done, in this order: from where, by which command, and how it has to end. */
const trials: readonly (readonly [
  what: string,
  from: 'above' | 'inside',
  command: string,
  status?: number,
])[] = [
  ['unpack', 'above', 'tar -xzf "$ARCHIVE"'],
  ['no node on the path', 'above', 'node --version', 97],
  ['sums', 'inside', 'sha256sum -c --quiet SHA256SUMS'],
  ['check, sound', 'inside', './shouze check app/examples/dossiers/0001-sound.yaml'],
  [
    'check, with findings',
    'inside',
    './shouze check app/examples/dossiers/0002-down-payment-short.yaml --format json --out ../found.json',
    1,
  ],
  [
    'check of a table',
    'inside',
    './shouze check app/examples/exports/loan-book.xlsx --mapping app/examples/exports/loan-book.mapping.yaml --format register --out ../register.xlsx',
    1,
  ],
  ['manual', 'inside', './shouze manual --format html --out ../manual'],
  ['manual is there', 'above', 'test -s manual/manual.zh.html -a -s manual/manual.en.html'],
  [
    'page',
    'inside',
    './shouze page --as-of "$MADE" --out ../made.html && cmp ../made.html shouze.html',
  ],
  ['by a link', 'above', 'ln -s "$NAME/shouze" linked && ./linked explain RSK-007'],
  ['sums after use', 'inside', 'sha256sum -c --quiet SHA256SUMS'],
];

/** Whether this machine lets a process be cut off from the network. */
export const canCutOff: boolean = spawnSync('unshare', ['-rn', 'true']).status === 0;

/**
 * Unpacks a package for this platform into an empty folder and uses it there as people will: cut off from the network,
 * with nothing in the environment, and a `node` on the path that only fails.
 *
 * @param archive - absolute path of the `.tar.gz`
 * @param name - the folder in it
 * @param made - the day that its page bears
 */
export function tryPackage(archive: string, name: string, made: string): readonly Tried[] {
  // blanks and Chinese in a path are usual, and what scripts get wrong
  const folder = mkdtempSync(join(tmpdir(), '守则 试用-'));
  try {
    const shadow = join(folder, 'shadow');
    mkdirSync(shadow);
    for (const program of ['node', 'npm', 'npx'])
      writeFileSync(join(shadow, program), '#!/bin/sh\nexit 97\n', { mode: 0o755 });
    const env = {
      PATH: `${shadow}:/usr/bin:/bin`,
      SHOUZE_CACHE: join(folder, 'cache'),
      ARCHIVE: archive,
      NAME: name,
      MADE: made,
    };
    return trials.map(([what, from, command, expected = 0]) => {
      const shell = ['sh', '-c', command];
      const [program = '', ...args] = canCutOff ? ['unshare', '-rn', ...shell] : shell;
      const start = performance.now();
      const { status, stderr } = spawnSync(program, args, {
        cwd: from === 'above' ? folder : join(folder, name),
        env,
        encoding: 'utf8',
        maxBuffer: 64_000_000,
      });
      const seconds = (performance.now() - start) / 1000;
      return status === expected
        ? { what, seconds }
        : { what, seconds, wrong: `ends with ${status} instead of ${expected}\n${stderr}` };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
