import { digestOfBytes } from '../digest.ts';

/** A place in a record: an entry's number, from 1, and its hash. 0 and the seed for a record without entries. */
export interface RecordHead {
  readonly number: number;
  /** `sha256:…` */
  readonly hash: string;
}

/** An entry, as its hash is made of it. */
export interface Link {
  /** The run that it belongs to; null where it belongs to none. */
  readonly run: number | null;
  readonly kind: string;
  /** `sha256:…` of its text. */
  readonly digest: string;
}

/** Before the first entry. */
export const seed: RecordHead = { number: 0, hash: digestOfBytes('shouze record 1') };

/** The head behind an entry: SHA-256 over the hash before it, its run, its kind and the digest of its text. */
export function linked({ number, hash }: RecordHead, { run, kind, digest }: Link): RecordHead {
  return {
    number: number + 1,
    hash: digestOfBytes([hash, run ?? '', kind, digest].join('\n')),
  };
}
