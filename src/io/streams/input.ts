import { Buffer } from 'node:buffer';
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { Socket } from 'node:net';
import process from 'node:process';
import { addAbortSignal, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import type { PathProblems } from '../../base/path-problems.ts';

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024;
/** Milliseconds after which what else goes on has its turn. */
const turn = 20;

type Change = PathProblems['io/changed']['how'];

/** A file, a pipe or standard input, open for reading. */
export interface Input {
  /** Its size in bytes; undefined for what is no regular file. */
  readonly size: number | undefined;
  readonly pieces: AsyncGenerator<Buffer>;
  /** Also while a piece is waited for. */
  readonly close: () => void;
  /** What happened to it since it was opened. */
  readonly change: () => Change | undefined;
}

/**
 * Opens a file or a pipe by its path, or standard input for `-`.
 *
 * @throws what Node throws where it cannot be read
 */
export function openInput(path: string, signal?: AbortSignal): Input {
  const own = ownDescriptor(path);
  if (own !== undefined) {
    const stats = fstatSync(own);
    if (isAtRest(stats)) return fileInput(own, () => fstatSync(own));
    return runningInput(own === 0 ? process.stdin : running(own, stats), signal);
  }
  // a pipe that nobody writes to yet would keep whoever opens it waiting
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = fstatSync(descriptor);
  if (isAtRest(stats))
    return fileInput(descriptor, () => statSync(path, { throwIfNoEntry: false }));
  return runningInput(running(descriptor, stats), signal);
}

/** What this process has open already: opened anew, a pipe might have lost its writer. */
function ownDescriptor(path: string): number | undefined {
  if (path === '-' || path === '/dev/stdin') return 0;
  const digits = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/u.exec(path)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A folder, too, which cannot be read, as the system says. */
function isAtRest(stats: Stats): boolean {
  return stats.isFile() || stats.isDirectory();
}

function running(descriptor: number, stats: Stats): Readable {
  return stats.isFIFO() || stats.isSocket()
    ? new Socket({ fd: descriptor, readable: true, writable: false })
    : createReadStream('', { fd: descriptor });
}

function fileInput(descriptor: number, again: () => Stats | undefined): Input {
  let isOpen = true;
  const before = fstatSync(descriptor);
  return {
    size: before.size,
    pieces: piecesOf(descriptor, Math.min(pieceLength, before.size + 1)),
    close: () => {
      if (isOpen && descriptor > 2) closeSync(descriptor);
      isOpen = false;
    },
    change: () => changeOf(before, again()),
  };
}

async function* piecesOf(descriptor: number, most: number): AsyncGenerator<Buffer> {
  let since = performance.now();
  for (;;) {
    const piece = Buffer.allocUnsafeSlow(most);
    const length = readSync(descriptor, piece);
    if (length === 0) return;
    yield piece.subarray(0, length);
    if (performance.now() - since < turn) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** What is read as it comes, by its events. */
function runningInput(stream: Readable, signal: AbortSignal | undefined): Input {
  if (signal) addAbortSignal(signal, stream);
  const pieces = async function* pieces() {
    for await (const piece of stream) yield Buffer.from(piece as Uint8Array);
  };
  return {
    size: undefined,
    pieces: pieces(),
    close: () => void stream.destroy(),
    change: () => undefined,
  };
}

function changeOf(before: Stats, after: Stats | undefined): Change | undefined {
  if (!after) return 'gone';
  if (after.ino !== before.ino || after.dev !== before.dev) return 'replaced';
  if (after.size < before.size) return 'shrunk';
  return after.size !== before.size || after.mtimeMs !== before.mtimeMs ? 'changed' : undefined;
}
