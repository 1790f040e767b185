import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A text file that is written piece by piece, and stands under its own name only when it is whole. */
export interface TextOut {
  readonly write: (text: string) => void;
  readonly finish: () => void;
  /** Leaves nothing behind. */
  readonly abandon: () => void;
}

/** Pieces are written together from so many characters on. */
const enough = 2 ** 18;

export function openText(path: string): TextOut {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${process.pid}-${Date.now().toString(36)}.tmp`);
  const file = openSync(temporary, 'w');
  let waiting = '';
  const flush = () => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
  };
  const abandon = () => {
    closeSync(file);
    rmSync(temporary, { force: true });
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= enough) flush();
    },
    finish: () => {
      flush();
      closeSync(file);
      renameSync(temporary, path);
    },
    abandon,
  };
}
