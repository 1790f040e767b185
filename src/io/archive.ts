import { createHash } from 'node:crypto';

import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive: its name, with `/` between folders, and what is in it, piece by piece. */
export interface ArchivePart {
  readonly name: string;
  readonly pieces: () => Iterable<string | Uint8Array>;
}

/** What went into an archive under a name. */
export interface PartWritten {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal, as `sha256sum` writes it. */
  readonly sha256: string;
}

/** A ZIP archive that is written as its files come, one after the other: the same files give the same bytes. */
export interface Archive {
  /** Begins a file; the one before has come to its end. */
  readonly open: (name: string) => PartWriter;
  readonly part: (part: ArchivePart) => Promise<void>;
  /** All that was written, in its order. */
  readonly written: () => readonly PartWritten[];
  readonly finish: () => Promise<void>;
}

export interface PartWriter {
  readonly add: (piece: string | Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** @param put - takes bytes, and is done when more may come */
export function archiveTo(put: (bytes: Uint8Array) => Promise<void>): Archive {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) ready.push(bytes);
  });
  const written: PartWritten[] = [];
  const names = new Set<string>();
  return { open, part, written: () => written, finish };

  function open(given: string): PartWriter {
    const name = apart(safeName(given), names);
    names.add(name.toLowerCase());
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    const hash = createHash('sha256');
    let bytes = 0;
    return {
      add: async (piece) => {
        const content = typeof piece === 'string' ? Buffer.from(piece) : piece;
        hash.update(content);
        bytes += content.length;
        file.push(content);
        await handOn();
      },
      end: async () => {
        file.push(new Uint8Array(), true);
        written.push({ name, bytes, sha256: hash.digest('hex') });
        await handOn();
      },
    };
  }

  async function part({ name, pieces }: ArchivePart): Promise<void> {
    const file = open(name);
    for (const piece of pieces()) {
      // eslint-disable-next-line no-await-in-loop -- in order, and as fast as it is taken
      await file.add(piece);
    }
    await file.end();
  }

  async function finish(): Promise<void> {
    zip.end();
    await handOn();
  }

  async function handOn(): Promise<void> {
    const pieces = ready;
    ready = [];
    for (const piece of pieces) {
      // eslint-disable-next-line no-await-in-loop -- in order, and as fast as it is taken
      await put(piece);
    }
  }
}

/** Longest part of a name, in UTF-16 units. */
const longest = 100;

/** A name that leads nowhere but down from where the archive is unpacked, on any system. */
export function safeName(name: string): string {
  const parts = name
    .split(/[/\\]/u)
    // what Windows takes for something else than a letter of a name, and what is not seen
    .map((part) => part.replaceAll(/[<>:"|?*\p{Cc}\p{Cf}]/gu, '_').slice(0, longest))
    .map((part) => part.replace(/[. ]+$/u, (end) => '_'.repeat(end.length)))
    .filter((part) => part !== '');
  return parts.length > 0 ? parts.join('/') : '_';
}

/** The name, or one with a number where it is taken: names that differ in capitals alone are one on some systems. */
function apart(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : name.replace(/(\.[^./]*)?$/u, `-${number}$1`);
    if (!taken.has(one.toLowerCase())) return one;
  }
}
