import type { Buffer } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';

import { DamagedGzip, type Platform } from '../base/bytes.ts';

/** What Node has of its own. */
export const nodePlatform: Platform = {
  sha256: (bytes) => hash('sha256', bytes),
  newSha256: () => {
    const made = createHash('sha256');
    return { update: (bytes) => void made.update(bytes), hex: () => made.digest('hex') };
  },
  crc32,
  gunzip,
  inflate,
};

const chunkSize = 256 * 1024;

async function* gunzip(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let into = 0;
  const unpacking = createGunzip({ chunkSize });
  const packed = async function* counted() {
    for await (const piece of pieces) {
      into += piece.length;
      yield piece;
    }
  };
  try {
    yield* through(unpacking, packed());
  } catch (error) {
    throw damagedGzip(error);
  }
  if (unpacking.bytesWritten < into) throw new DamagedGzip('damaged');
}

function damagedGzip(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) return error;
  return new DamagedGzip(code === 'Z_BUF_ERROR' ? 'cut' : 'damaged');
}

function inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  return through(createInflateRaw({ chunkSize }), [packed]);
}

/** What comes out of a stream of zlib; it is closed when the reader leaves off. */
async function* through(
  unpacking: ReturnType<typeof createGunzip>,
  packed: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let failure: unknown;
  const flow = pipeline(Readable.from(packed), unpacking).catch((error: unknown) => {
    failure = error;
  });
  try {
    for await (const piece of unpacking) yield piece as Buffer;
  } finally {
    unpacking.destroy();
    await flow;
  }
  if (failure !== undefined) throw failure;
}
