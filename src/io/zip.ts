import { inflateRawSync } from 'node:zlib';

/** All of a workbook unpacked, at most, in bytes: a check-list of a thousand lines has some two million. */
const mostUnpacked = 64_000_000;
const mostEntries = 2000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

interface ZipEntry {
  /** Of its record in the directory. */
  readonly at: number;
  readonly local: number;
  readonly packed: Uint8Array;
  readonly stored: boolean;
}

/** Whether bytes are a ZIP file that unpacks to a bounded size, whatever sizes it claims itself. */
export function isBoundedZip(bytes: Buffer): boolean {
  try {
    let left = mostUnpacked;
    for (const { packed, stored } of entriesOf(bytes)) {
      left -= stored ? packed.length : inflateRawSync(packed, { maxOutputLength: left + 1 }).length;
      if (left < 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The same ZIP file with every entry dated 1980-01-01, so that the same content gives the same bytes. */
export function undated(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const midnight = 0x0021_0000;
  for (const { at, local } of entriesOf(bytes)) {
    copy.writeUInt32LE(midnight, at + 12);
    copy.writeUInt32LE(midnight, local + 10);
  }
  return copy;
}

/** @throws RangeError when it is no ZIP file, or has too many entries */
function entriesOf(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new RangeError('no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new RangeError('too many entries');
  const found: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new RangeError('no entry');
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== localEntry) throw new RangeError('no local entry');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    found.push({ at, local, packed, stored: bytes.readUInt16LE(at + 10) === 0 });
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}
