import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import type { PathProblems } from '../../base/path-problems.ts';

/** Bytes that come out of a compressed file before their share is looked at. */
const noBomb = 4_000_000;
/** Bytes that may come out for one that goes in: the same dossier over and over makes 150. */
const mostFolds = 250;
const pieceLength = 256 * 1024;

type GzipFault =
  | { readonly code: 'io/damaged-gzip'; readonly how: PathProblems['io/damaged-gzip']['how'] }
  | { readonly code: 'io/gzip-bomb'; readonly bytes: number; readonly limit: number };

export class GzipError extends Error {
  readonly fault: GzipFault;

  constructor(fault: GzipFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/**
 * The pieces of an input as they are, or what comes out of them where their first bytes are those of gzip.
 *
 * The input is closed at the end, or when the reader leaves off.
 *
 * @throws GzipError
 */
export async function* unpacked(
  pieces: AsyncGenerator<Buffer>,
  close: () => void,
): AsyncGenerator<Buffer> {
  try {
    let head = Buffer.alloc(0);
    while (head.length < 2) {
      const next = await pieces.next();
      if (next.done === true) break;
      head = Buffer.concat([head, next.value]);
    }
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(head, pieces);
    else {
      if (head.length > 0) yield head;
      yield* pieces;
    }
  } finally {
    close();
  }
}

async function* gunzipped(head: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let [into, out] = [0, 0];
  let failure: unknown;
  const gunzip = createGunzip({ chunkSize: pieceLength });
  const packed = async function* counted() {
    for await (const piece of all(head, pieces)) {
      into += piece.length;
      yield piece;
    }
  };
  const flow = pipeline(Readable.from(packed()), gunzip).catch((error: unknown) => {
    failure = error;
  });
  try {
    for await (const piece of gunzip) {
      const bytes = piece as Buffer;
      out += bytes.length;
      if (out > noBomb && out > into * mostFolds)
        throw new GzipError({ code: 'io/gzip-bomb', bytes: out, limit: into * mostFolds });
      yield bytes;
    }
  } catch (error) {
    throw gzipError(error);
  } finally {
    gunzip.destroy();
    await flow;
  }
  if (failure !== undefined) throw gzipError(failure);
  if (gunzip.bytesWritten < into) throw new GzipError({ code: 'io/damaged-gzip', how: 'damaged' });
}

async function* all(head: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* pieces;
}

function gzipError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) return error;
  return new GzipError({
    code: 'io/damaged-gzip',
    how: code === 'Z_BUF_ERROR' ? 'cut' : 'damaged',
  });
}
