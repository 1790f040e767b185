import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import type { Platform } from '../base/bytes.ts';
import { crc32 } from './crc32.ts';
import { gunzip } from './gunzip.ts';

/** What a browser has of its own, and what libraries add: it gives what Node gives. */
export const webPlatform: Platform = {
  sha256: (bytes) => bytesToHex(sha256(bytes)),
  newSha256: () => {
    const made = sha256.create();
    return { update: (bytes) => void made.update(bytes), hex: () => bytesToHex(made.digest()) };
  },
  crc32,
  gunzip: (pieces) => gunzip(pieces, crc32),
  inflate,
};

/** Bytes that are handed to what unpacks them at a time. */
const pieceLength = 64 * 1024;
/** Bytes that come out before what else goes on has its turn, such as a call to leave off. */
const turn = 4_000_000;

async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  let since = 0;
  const reader = inPieces(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      // eslint-disable-next-line no-await-in-loop -- one piece after the other
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
      since += value.length;
      if (since < turn) continue;
      since = 0;
      // eslint-disable-next-line no-await-in-loop -- what waits has its turn between two pieces
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function inPieces(bytes: Uint8Array): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + pieceLength));
      else controller.close();
      at += pieceLength;
    },
  });
}
