import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

import { strToU8, zipSync } from 'fflate';

/** All that is unpacked of one file, at most, in bytes: a check-list of a thousand lines has some two million. */
const mostUnpacked = 64_000_000;
const mostEntries = 2000;

/** How files are packed. */
const [stored, deflated] = [0, 8];

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/**
 * The files of a ZIP archive, unpacked when asked for.
 *
 * Names are compared as OPC compares them, without regard to case (ECMA-376-2, 9.1.1).
 */
export type Unpack = (name: string) => Uint8Array | undefined;

/** The same as it is unpacked, some at a time. */
export type UnpackPieces = (name: string) => AsyncGenerator<Uint8Array> | undefined;

/** Of one file, at most, in bytes, where it is not held: a sheet of 100,000 rows of 60 columns has some 300 million. */
const mostStreamed = 2_000_000_000;
const pieceLength = 256 * 1024;

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
export function openZip(bytes: Buffer): Unpack {
  const entries = entriesOf(bytes);
  let left = mostUnpacked;
  return (name) => {
    const entry = entries.get(keyOf(name));
    if (!entry) return undefined;
    const unpacked = unpack(entry, left);
    left -= unpacked.length;
    return unpacked;
  };
}

/**
 * Opens a ZIP archive of which files are too large to be held.
 *
 * @throws RangeError as {@link openZip}; where a file is damaged, behind its last piece
 */
export function openZipPieces(bytes: Buffer): UnpackPieces {
  const entries = entriesOf(bytes);
  return (name) => {
    const entry = entries.get(keyOf(name));
    return entry && pieces(entry);
  };
}

async function* pieces({ packed, method, sum }: Entry): AsyncGenerator<Uint8Array> {
  let [running, length] = [0, 0];
  for await (const piece of method === stored ? [packed] : inflated(packed, method)) {
    length += piece.length;
    if (length > mostStreamed) throw new RangeError('too much to unpack');
    running = crc32(piece, running);
    yield piece;
  }
  if (running !== sum) throw new RangeError('damaged');
}

async function* inflated(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method !== deflated) throw new RangeError('packed in another way');
  const inflate = createInflateRaw({ chunkSize: pieceLength });
  let failure: unknown;
  const flow = pipeline(Readable.from([packed]), inflate).catch((error: unknown) => {
    failure = error;
  });
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } finally {
    inflate.destroy();
    await flow;
  }
  if (failure !== undefined) throw failure;
}

/** A ZIP archive of texts: the same texts give the same bytes, on every day and machine. */
export function zip(files: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...files].map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

function unpack({ packed, method, sum }: Entry, most: number): Uint8Array {
  if (method !== stored && method !== deflated) throw new RangeError('packed in another way');
  const unpacked =
    method === stored ? packed : inflateRawSync(packed, { maxOutputLength: most + 1 });
  if (unpacked.length > most) throw new RangeError('too much to unpack');
  if (crc32(unpacked) !== sum) throw new RangeError('damaged');
  return unpacked;
}

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new RangeError('no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new RangeError('too many entries');
  const found = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new RangeError('no entry');
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== localEntry) throw new RangeError('no local entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    found.set(keyOf(bytes.toString('utf8', at + 46, at + 46 + nameLength)), {
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
      method: bytes.readUInt16LE(at + 10),
      sum: bytes.readUInt32LE(at + 16),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

/** Some programs part folders with `\`. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase();
}
