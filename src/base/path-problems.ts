import type { Diagnostic } from './diagnostic.ts';

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
  /** A record that is too large; `rest` says whether the file was read on behind it. */
  'io/record-too-large': {
    readonly path: string;
    readonly limit: number;
    readonly rest: 'read' | 'unread';
  };
  'io/not-text': { readonly path: string; readonly encoding?: TextEncodings | undefined };
  /** A record, or the array around it, has no end. */
  'io/half-written': { readonly path: string };
  /** Something that is no record, where one could begin or none can. */
  'io/stray-text': { readonly path: string; readonly after: 'record' | 'array' | 'comma' };
  /** A stream in which there is nothing. */
  'io/no-records': { readonly path: string };
  'io/damaged-gzip': { readonly path: string; readonly how: 'cut' | 'damaged' };
  /** Far more comes out of a compressed file than data of its size could be. */
  'io/gzip-bomb': { readonly path: string; readonly bytes: number; readonly limit: number };
  /** It was not the same file behind its reading as before; or it is not any more what was chosen. */
  'io/changed': {
    readonly path: string;
    readonly how: 'changed' | 'shrunk' | 'replaced' | 'gone' | 'since-chosen';
  };
  /** `old`: an XLS file, or one with a password. */
  'io/not-a-workbook': { readonly path: string; readonly why?: 'old' };
  'io/sheet-too-large': { readonly name: string; readonly rows: number; readonly columns: number };
  /** A folder, where one file is wanted. */
  'io/is-folder': { readonly path: string };
  /** What `--last-issue` names is not of an issue of this rulebook's manual; `name` is the other rulebook, or the language. */
  'io/last-issue': {
    readonly path: string;
    readonly why: 'no-manifest' | 'no-record' | 'other-rulebook' | 'no-language';
    readonly name: string;
  };
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

/** Encodings that are known by their first bytes; no other is guessed. */
export type TextEncodings = 'UTF-16' | 'UTF-32' | 'GB18030';

/** @param path - the file that it is about; it points to no place within it */
export function pathProblem<C extends keyof PathProblems>(
  code: C,
  path: string,
  params: PathProblems[C],
): Diagnostic<PathProblems> {
  const span = { source: { name: path, text: '' }, start: 0, end: 0 };
  return { code, severity: 'error', span, params } as Diagnostic<PathProblems>;
}
