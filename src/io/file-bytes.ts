import type { Buffer } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

import { type FileBytes, FileFault } from '../base/bytes.ts';
import { openInput } from './input.ts';
import { unreadable } from './read.ts';

/**
 * The bytes of a file on the disk, which is opened anew whenever they are asked for.
 *
 * @throws FileFault where there is none, as {@link FileBytes} does
 */
export function fileBytesAt(path: string): FileBytes {
  const read = <T>(reading: () => T): T => {
    try {
      return reading();
    } catch (error) {
      throw new FileFault(unreadable(error, path).problem);
    }
  };
  const { size } = read(() => statSync(path));
  return {
    name: path,
    size,
    pieces: () => piecesAt(path),
    whole: async () => read(() => readFileSync(path)),
  };
}

async function* piecesAt(path: string): AsyncGenerator<Buffer> {
  const { pieces, close } = openInput(path, path);
  try {
    yield* pieces;
  } finally {
    close();
  }
}
