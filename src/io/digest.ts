import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** `sha256:…` of bytes, or of a text in UTF-8. */
export function digestOfBytes(bytes: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

const piece = 1 << 20;

/** The same of a file, read piece by piece; undefined where it cannot be read. */
export function digestOfFile(path: string): string | undefined {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(piece);
  try {
    const file = openSync(path, 'r');
    try {
      for (;;) {
        const read = readSync(file, buffer);
        if (read === 0) return `sha256:${hash.digest('hex')}`;
        hash.update(buffer.subarray(0, read));
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
