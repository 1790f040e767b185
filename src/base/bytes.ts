import type { Diagnostic } from './diagnostic.ts';
import type { PathProblems } from './path-problems.ts';

/** The bytes of a file, wherever they lie: on a disk, or chosen in a browser. They may be read again and again. */
export interface FileBytes {
  /** As it is shown: with its folders where it was given with them. */
  readonly name: string;
  readonly size: number;
  /**
   * In order, in pieces of any size.
   *
   * @throws FileFault where they cannot be read, or no further
   */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  /** @throws FileFault */
  readonly whole: () => Promise<Uint8Array>;
}

/** Ends the reading of a file. */
export class FileFault extends Error {
  readonly problem: Diagnostic<PathProblems>;

  constructor(problem: Diagnostic<PathProblems>) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A digest of bytes as they come. */
export interface Hash {
  readonly update: (bytes: Uint8Array) => void;
  /** Of all bytes that came, in hexadecimal digits; asked for once. */
  readonly hex: () => string;
}

/** What Node and browsers do each in their own way. */
export interface Platform {
  /** SHA-256, in hexadecimal digits. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** The same of bytes that come one after the other. */
  readonly newSha256: () => Hash;
  /**
   * CRC-32, as archives have it of their files.
   *
   * @param before - of the bytes before these
   */
  readonly crc32: (bytes: Uint8Array, before?: number) => number;
  /**
   * What bytes packed by gzip are, in pieces, of several members too.
   *
   * @throws DamagedGzip
   */
  readonly gunzip: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /**
   * What bytes packed by DEFLATE (RFC 1951) are, in pieces.
   *
   * @throws what the platform throws where they are damaged or cut off
   */
  readonly inflate: (packed: Uint8Array) => AsyncIterable<Uint8Array>;
}

/** Bytes that are not what gzip writes, or the beginning of it. */
export class DamagedGzip extends Error {
  readonly how: PathProblems['io/damaged-gzip']['how'];

  constructor(how: PathProblems['io/damaged-gzip']['how']) {
    super(how);
    this.how = how;
  }
}

/** `sha256:…` of bytes, or of a text in UTF-8. */
export function digestOf(
  content: string | Uint8Array,
  { sha256 }: Pick<Platform, 'sha256'>,
): string {
  return `sha256:${sha256(typeof content === 'string' ? utf8.encode(content) : content)}`;
}

const utf8 = new TextEncoder();

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Whether it is an OLE compound file: DOC, XLS, or a later format with a password. */
export function isCompound([a, b, c, d]: Uint8Array): boolean {
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
}

/** Where the last of these sequences begins; -1 where there is none. */
export function lastIndexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  // from behind, by as many as the byte that stands where the first should be allows (Boyer, Moore, Horspool)
  const steps = new Uint32Array(256).fill(wanted.length);
  for (let at = wanted.length - 1; at > 0; at -= 1) steps[wanted[at] ?? 0] = at;
  for (let at = bytes.length - wanted.length; at >= 0; at -= steps[bytes[at] ?? 0] ?? 1)
    if (bytes[at] === wanted[0] && wanted.every((code, index) => bytes[at + index] === code))
      return at;
  return -1;
}
