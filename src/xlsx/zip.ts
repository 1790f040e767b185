import { strToU8, zipSync } from 'fflate';

import { joined, lastIndexOf, type Platform } from '../base/bytes.ts';

/** All that is unpacked of one file, at most, in bytes: a check-list of a thousand lines has some two million. */
const mostUnpacked = 64_000_000;
const mostEntries = 2000;

/** How files are packed. */
const [stored, deflated] = [0, 8];

const endOfDirectory = Uint8Array.of(0x50, 0x4b, 0x05, 0x06);
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/**
 * The files of a ZIP archive, unpacked when asked for.
 *
 * Names are compared as OPC compares them, without regard to case (ECMA-376-2, 9.1.1).
 */
export type Unpack = (name: string) => Promise<Uint8Array | undefined>;

/** The same as it is unpacked, some at a time. */
export type UnpackPieces = (name: string) => AsyncGenerator<Uint8Array> | undefined;

/** Of one file, at most, in bytes, where it is not held: a sheet of 100,000 rows of 60 columns has some 300 million. */
const mostStreamed = 2_000_000_000;

interface Entry {
  readonly packed: Uint8Array;
  readonly method: number;
  readonly sum: number;
}

/**
 * Opens a ZIP archive. However large its files claim to be, no more is unpacked than is bounded.
 *
 * @throws RangeError when it is no ZIP archive, has too many entries, or, when a file is asked for, that file is
 *   damaged or takes what is unpacked beyond the bound
 */
export function openZip(bytes: Uint8Array, platform: Platform): Unpack {
  const entries = entriesOf(bytes);
  let left = mostUnpacked;
  return async (name) => {
    const entry = entries.get(keyOf(name));
    if (!entry) return undefined;
    const all: Uint8Array[] = [];
    for await (const piece of pieces(entry, platform, left)) all.push(piece);
    const unpacked = joined(all);
    left -= unpacked.length;
    return unpacked;
  };
}

/**
 * Opens a ZIP archive of which files are too large to be held.
 *
 * @throws RangeError as {@link openZip}; where a file is damaged, behind its last piece
 */
export function openZipPieces(bytes: Uint8Array, platform: Platform): UnpackPieces {
  const entries = entriesOf(bytes);
  return (name) => {
    const entry = entries.get(keyOf(name));
    return entry && pieces(entry, platform, mostStreamed);
  };
}

async function* pieces(
  { packed, method, sum }: Entry,
  { inflate, crc32 }: Platform,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (method !== stored && method !== deflated) throw new RangeError('packed in another way');
  let [running, length] = [0, 0];
  for await (const piece of method === stored ? [packed] : inflate(packed)) {
    length += piece.length;
    if (length > most) throw new RangeError('too much to unpack');
    running = crc32(piece, running);
    yield piece;
  }
  if (running !== sum) throw new RangeError('damaged');
}

/** A ZIP archive: the same files give the same bytes, on every day and machine. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries = [...files].map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const number = (at: number) => view.getUint32(at, true);
  const short = (at: number) => view.getUint16(at, true);
  const end = lastIndexOf(bytes, endOfDirectory);
  if (end < 0) throw new RangeError('no directory');
  const count = short(end + 10);
  if (count > mostEntries) throw new RangeError('too many entries');
  const found = new Map<string, Entry>();
  let at = number(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (number(at) !== directoryEntry) throw new RangeError('no entry');
    const local = number(at + 42);
    if (number(local) !== localEntry) throw new RangeError('no local entry');
    const nameLength = short(at + 28);
    const start = local + 30 + short(local + 26) + short(local + 28);
    found.set(keyOf(utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength))), {
      packed: bytes.subarray(start, start + number(at + 20)),
      method: short(at + 10),
      sum: number(at + 16),
    });
    at += 46 + nameLength + short(at + 30) + short(at + 32);
  }
  return found;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Some programs part folders with `\`. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase();
}
