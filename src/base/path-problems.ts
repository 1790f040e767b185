/** What can be wrong with files and folders, before anything is read in them. */
export interface PathProblems {
  'io/missing-file': { readonly path: string };
  /** The name has bytes that are no UTF-8, by which a file cannot be opened. */
  'io/name-encoding': { readonly path: string };
  'io/empty-folder': { readonly path: string };
  /** Things of a folder that are not read: the first of them, and how many more are like it. */
  'io/not-read': {
    readonly path: string;
    readonly why: UnreadReason;
    /** Of its name, in small letters and without the dot. */
    readonly ending: string;
    readonly more: number;
  };
  'io/too-large': { readonly path: string; readonly bytes: number; readonly limit: number };
  'io/not-text': { readonly path: string };
  'io/not-a-workbook': { readonly path: string };
  'io/unreadable': { readonly path: string; readonly reason: string };
  /** Writing there would replace what the command reads. */
  'io/out-is-input': { readonly path: string };
  'io/out-is-folder': { readonly path: string };
  /** @param reason - the system's word, such as `ENOSPC`; `EMPTY` for a name without a letter, `EBLOCK` for a disk */
  'io/unwritable': { readonly path: string; readonly reason: string };
}

/** Why something in a folder is not read. */
export type UnreadReason =
  /** It is called as no file is that we read. */
  | 'format'
  /** A link to nothing. */
  | 'dangling'
  /** A link that leads out of the folder. */
  | 'elsewhere'
  /** A pipe, a socket or a device. */
  | 'special'
  /** Below too many folders. */
  | 'deep'
  /** A folder that may not be looked into. */
  | 'closed';
