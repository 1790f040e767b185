/** The bytes of a file, wherever they lie: on a disk, or chosen in a browser. They may be read again and again. */
export interface FileBytes {
  /** As it is shown: with its folders where it was given with them. */
  readonly name: string;
  readonly size: number;
  /** In order, in pieces of any size. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  readonly whole: () => Promise<Uint8Array>;
}

/** What Node and browsers do each in their own way. */
export interface Platform {
  /** SHA-256, in hexadecimal digits. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** What bytes packed by gzip are, in pieces. */
  readonly gunzip: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** What bytes packed by DEFLATE (RFC 1951) are, in pieces. */
  readonly inflate: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}
