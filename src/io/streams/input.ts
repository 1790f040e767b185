import { Buffer } from 'node:buffer';
import {
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import process from 'node:process';
import { addAbortSignal, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import type { PathProblems } from '../../base/path-problems.ts';

/** Bytes that are read at a time. */
const pieceLength = 256 * 1024;
/** Milliseconds after which what else goes on has its turn. */
const turn = 20;

export type Change = PathProblems['io/changed']['how'];

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
 * Opens a file by its path, or standard input for `-`.
 *
 * @throws what Node throws where it cannot be read
 */
export function openInput(path: string, signal?: AbortSignal): Input {
  if (path === '-') return runningInput(process.stdin, signal);
  const stats = statSync(path);
  const isAtRest = stats.isFile() || stats.isDirectory(); // which cannot be read, as the system says
  return isAtRest ? fileInput(path) : runningInput(createReadStream(path), signal);
}

function fileInput(path: string): Input {
  const descriptor = openSync(path, 'r');
  let isOpen = true;
  const before = fstatSync(descriptor);
  const close = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    size: before.size,
    pieces: piecesOf(descriptor, Math.min(pieceLength, before.size + 1)),
    close,
    change: () => changeOf(before, statSync(path, { throwIfNoEntry: false })),
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
