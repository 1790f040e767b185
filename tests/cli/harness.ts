import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

import { onTestFinished, vi } from 'vitest';

import { main } from '../../src/cli/main.ts';
import { computed } from '../clock.ts';

/** A small rulebook that is read in an instant. */
export const small = 'tests/evaluate/fixture';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Computed, where it ran in this process. */
  readonly milliseconds: number;
}

/** The engine of these tests: a rulebook is read once and kept for what comes, as for who runs shouze twice. */
const engine = randomUUID();

/** Runs a command line in this process; how far it has come, which a slow machine tells, is left out. */
export async function shouze(...args: readonly string[]): Promise<Ran> {
  return shouzeAs(engine, ...args);
}

/** The same with every rulebook read of its files. */
export async function anew(...args: readonly string[]): Promise<Ran> {
  return shouzeAs(undefined, ...args);
}

/**
 * The same by an engine that says what it is made of, and so keeps what it reads.
 *
 * @param engine - the same as before, or another
 */
export async function shouzeAs(
  engine: string | undefined,
  ...args: readonly string[]
): Promise<Ran> {
  let [out, err] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text);
      return true;
    }),
  ];
  const start = computed();
  try {
    const code = await main(args, engine);
    err = err.replaceAll(/^(?:已判定 .* 份，每秒|.* judged, .* a second).*\n/gmu, '');
    return { code, out, err, milliseconds: computed() - start };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs a command line in a process of its own. */
export function spawned(args: readonly string[], input?: string | Uint8Array): Ran {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/shouze.js', ...args], {
    encoding: 'utf8',
    input: input ?? '',
    timeout: 30_000,
    maxBuffer: 64_000_000,
  });
  return { code: status ?? -1, out: stdout, err: stderr, milliseconds: performance.now() - start };
}

/** A folder that is gone after the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a rulebook, to be changed. */
export function copied(rulebook: string): string {
  const folder = join(temporary(), 'rules');
  cpSync(rulebook, folder, { recursive: true });
  return folder;
}

/** Writes a file into a folder, and gives back its path. */
export function put(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Replaces the one place in a file that holds a text. */
export function edit(folder: string, name: string, from: string, to: string): void {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2)
    throw new Error(`${name} holds ${text.split(from).length - 1} times: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}
