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

import { FileFault } from '../base/bytes.ts';
import type { Opened } from '../streams/dossiers.ts';
import { unreadable } from './read.ts';

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024;
/** Milliseconds after which what else goes on has its turn. */
const turn = 20;

/** A file, a pipe or standard input, open for reading. */
export interface Input extends Opened {
  readonly pieces: AsyncGenerator<Buffer>;
}

/**
 * Opens a file or a pipe by its path, or standard input for `-`.
 *
 * @param name - by which it is told of
 * @throws FileFault where it cannot be read
 */
export function openInput(path: string, name: string, signal?: AbortSignal): Input {
  try {
    const input = inputAt(path, signal);
    return { ...input, pieces: toldOf(input.pieces, name) };
  } catch (error) {
    throw faultOf(error, name);
  }
}

async function* toldOf(pieces: AsyncGenerator<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    throw faultOf(error, name);
  }
}

/** What the system says is a fault of the file; anything else is handed on. */
function faultOf(error: unknown, name: string): unknown {
  const isOfSystem = error instanceof Error && 'code' in error;
  return isOfSystem ? new FileFault(unreadable(error, name).problem) : error;
}

function inputAt(path: string, signal: AbortSignal | undefined): Input {
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
    isLive: false,
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
    isLive: true,
    pieces: pieces(),
    close: () => void stream.destroy(),
    change: () => undefined,
  };
}

function changeOf(before: Stats, after: Stats | undefined): ReturnType<Opened['change']> {
  if (!after) return 'gone';
  if (after.ino !== before.ino || after.dev !== before.dev) return 'replaced';
  if (after.size < before.size) return 'shrunk';
  return after.size !== before.size || after.mtimeMs !== before.mtimeMs ? 'changed' : undefined;
}
