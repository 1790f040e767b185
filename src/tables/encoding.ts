import { type FileBytes, joined, type Platform } from '../base/bytes.ts';
import { pathProblem } from '../base/path-problems.ts';
import { unpacked } from '../streams/unpacked.ts';
import { TableFault, tableProblem } from './problem.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A row, at most, in bytes while it is not known what they say, then in characters. */
export const longestRow = 4_000_000;
const newline = 0x0a;

/** The bytes of a file as they come; of one that gzip packed, those that were packed. */
export function bytesOf(
  { name, pieces }: FileBytes,
  platform: Platform,
): AsyncGenerator<Uint8Array> {
  return unpacked(pieces(), name, platform);
}

/**
 * How the characters of a text are written: as its byte order mark says; else UTF-8 where all of it is, and GB18030
 * where all of it is. Both write a line feed alike and never within a character, so that each is tried on whole lines.
 *
 * @throws TableFault where it is neither, or no text; what {@link bytesOf} throws
 */
export async function encodingOf(file: FileBytes, platform: Platform): Promise<Encoding> {
  const { name: path } = file;
  let wrong = 0;
  for (const encoding of encodings) {
    // eslint-disable-next-line no-await-in-loop -- hardly any text needs the second
    const found = await tried(encoding, file, platform);
    if (typeof found === 'string') return found;
    wrong = Math.max(wrong, found);
  }
  throw new TableFault(tableProblem('table/encoding', path, { path, line: wrong }));
}

/** The encoding, where all of a text is written so, or that of its mark; else the first line that is not. */
async function tried(
  { name, isOf }: (typeof encodings)[number],
  file: FileBytes,
  platform: Platform,
): Promise<Encoding | number> {
  const { name: path } = file;
  let line = 1;
  for await (const block of wholeLines(file, platform)) {
    const marked = line === 1 ? byMark(block) : undefined;
    if (marked) return marked;
    if (block.includes(0)) throw new TableFault(pathProblem('io/not-text', path, { path }));
    if (!isOf(block)) return line + linesBefore(block, isOf);
    line += linesIn(block);
  }
  return name;
}

/** In the order in which they are believed: texts in GB18030 are hardly ever UTF-8 too. */
const encodings = (['utf-8', 'gb18030'] as const).map((name) => ({ name, isOf: isTextIn(name) }));

function isTextIn(encoding: Encoding): (bytes: Uint8Array) => boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Some lines at a time. */
async function* wholeLines(file: FileBytes, platform: Platform): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytesOf(file, platform)) {
    const end = piece.lastIndexOf(newline) + 1;
    if (end > 0) {
      yield joined([...rest, piece.subarray(0, end)]);
      [rest, length] = [[], 0];
    }
    rest.push(piece.subarray(end));
    length += piece.length - end;
    if (length > longestRow) throw new TableFault(rowTooLong(file.name));
  }
  yield joined(rest);
}

export function rowTooLong(name: string) {
  return tableProblem('table/too-large', name, { name, what: 'row', limit: longestRow });
}

function linesIn(block: Uint8Array): number {
  let lines = 0;
  for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** How many lines stand before the first that is not written so. */
function linesBefore(block: Uint8Array, isOf: (bytes: Uint8Array) => boolean): number {
  let [lines, start] = [0, 0];
  while (start < block.length) {
    const end = block.indexOf(newline, start) + 1 || block.length;
    if (!isOf(block.subarray(start, end))) break;
    lines += 1;
    start = end;
  }
  return lines;
}
