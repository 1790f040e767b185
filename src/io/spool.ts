import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Lines that are put aside on the disk, to be read again as often as needed. */
export interface Spool {
  /** @param line - without a line break */
  readonly add: (line: string) => void;
  /** All lines, in their order. */
  readonly lines: () => Generator<string>;
  readonly close: () => void;
}

const blockSize = 1 << 20;

/** Opens one in a folder of its own, that nobody else reads and that is gone when it is closed. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-spool-'));
  const file = openSync(join(folder, 'lines'), 'wx+', 0o600);
  let isOpen = true;
  let gathered = '';
  process.once('exit', close);
  return { add, lines, close };

  function add(line: string): void {
    gathered += `${line}\n`;
    if (gathered.length >= blockSize) put();
  }

  function put(): void {
    const bytes = Buffer.from(gathered);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    gathered = '';
  }

  function* lines(): Generator<string> {
    put();
    const block = Buffer.allocUnsafe(blockSize);
    let rest = Buffer.alloc(0);
    for (let at = 0; ;) {
      const read = readSync(file, block, 0, blockSize, at);
      if (read === 0) return;
      at += read;
      rest = Buffer.concat([rest, block.subarray(0, read)]);
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        yield rest.toString('utf8', 0, end);
        rest = rest.subarray(end + 1);
      }
    }
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    process.off('exit', close);
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}
