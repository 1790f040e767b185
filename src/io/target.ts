import {
  accessSync,
  closeSync,
  type BigIntStats,
  constants,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { Diagnostic } from '../base/diagnostic.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';

/** Where output goes, links followed. */
export type Target =
  /** A file, there already or not; `mode` are the permissions that it has. */
  | { readonly kind: 'file'; readonly path: string; readonly mode: number | undefined }
  /** A pipe or a device: opened, never replaced. */
  | { readonly kind: 'stream'; readonly path: string }
  /** Something that this process has open: `/dev/stdout`, `/dev/fd/3`. */
  | { readonly kind: 'open'; readonly fd: number };

/** Output has nowhere to go, or what it was written to has failed. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
  readonly problem: Diagnostic<PathProblems>;

  constructor(diagnostic: Diagnostic<PathProblems>) {
    super(`${diagnostic.code} ${diagnostic.span.source.name}`);
    this.problem = diagnostic;
  }
}

/** The files that a command reads: asked for only where a file would be replaced. */
export type Inputs = () => Iterable<string>;

/** Links that are followed, at most, as the system does. */
const mostLinks = 40;

/**
 * What a path to write to stands for.
 *
 * @throws CannotWrite for an input, a folder, a name that is empty or too long, a link that leads in circles
 */
export function targetOf(given: string, inputs: Inputs = () => []): Target {
  if (given.trim() === '') throw unwritable(given, 'EMPTY');
  try {
    const path = behindLinks(given);
    const fd = descriptorOf(path);
    if (fd !== undefined) return { kind: 'open', fd };
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats?.isDirectory() === true || (!stats && /[/\\]$/u.test(given)))
      throw new CannotWrite(pathProblem('io/out-is-folder', given, { path: given }));
    if (!stats) return { kind: 'file', path, mode: undefined };
    if (stats.isBlockDevice()) throw unwritable(given, 'EBLOCK');
    if (!stats.isFile()) return { kind: 'stream', path };
    if (isAmong(stats, inputs()))
      throw new CannotWrite(pathProblem('io/out-is-input', given, { path: given }));
    accessSync(path, constants.W_OK);
    return { kind: 'file', path, mode: Number(stats.mode) & 0o7777 };
  } catch (error) {
    throw cannotWrite(error, given);
  }
}

/** How long a pipe with a name waits for somebody to read it, in milliseconds. */
const patience = 10_000;

/**
 * Opens a pipe or device for writing. One that nobody reads would wait for ever: after a while it is given up.
 *
 * @returns its descriptor
 */
export function openStream(path: string): number {
  const { O_WRONLY, O_NONBLOCK } = constants;
  if (!statSync(path).isFIFO()) return openSync(path, O_WRONLY);
  for (const until = Date.now() + patience; ;) {
    try {
      const first = openSync(path, O_WRONLY | O_NONBLOCK);
      // closed only then, or the reader would be at the end before we begin
      const whole = openSync(path, O_WRONLY);
      closeSync(first);
      return whole;
    } catch (error) {
      if (codeOf(error) !== 'ENXIO' || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/** An error of the system as one to tell. */
export function cannotWrite(error: unknown, path: string): CannotWrite {
  if (error instanceof CannotWrite) return error;
  return unwritable(path, codeOf(error));
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

function unwritable(path: string, reason: string): CannotWrite {
  return new CannotWrite(pathProblem('io/unwritable', path, { path, reason }));
}

/** The path that a link, or a link to a link, stands for, whether or not anything is there. */
function behindLinks(given: string): string {
  let path = given;
  for (let links = 0; links < mostLinks; links += 1) {
    if (descriptorOf(path) !== undefined) return path;
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path;
    path = resolve(realpathSync(dirname(path)), readlinkSync(path));
  }
  throw unwritable(given, 'ELOOP');
}

/** Opened anew, such a name would begin at the head of a file that the shell has appended to. */
function descriptorOf(path: string): number | undefined {
  const whole = join(dirname(path), basename(path));
  if (whole === '/dev/stdout') return 1;
  if (whole === '/dev/stderr') return 2;
  const found = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/u.exec(whole);
  return found ? Number(found[1]) : undefined;
}

/** By what is on the disk, so that another name or a hard link is the same file. */
function isAmong({ dev, ino }: BigIntStats, inputs: Iterable<string>): boolean {
  for (const input of inputs) {
    const stats = statSync(input, { bigint: true, throwIfNoEntry: false });
    if (stats?.dev === dev && stats.ino === ino) return true;
  }
  return false;
}
