import type { FileBytes } from '../../src/base/bytes.ts';

/** Bytes, or a text in UTF-8, as a file that was chosen. */
export function fileOf(name: string, content: Uint8Array | string): FileBytes {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    whole: async () => Promise.resolve(bytes),
    pieces: async function* pieces() {
      yield Promise.resolve(bytes);
    },
  };
}
