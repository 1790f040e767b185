/** What can be wrong with files and folders, before anything is read in them. */
export interface PathProblems {
  'io/missing-file': { readonly path: string };
  /** The name has bytes that are no UTF-8, by which a file cannot be opened. */
  'io/name-encoding': { readonly path: string };
  'io/empty-folder': { readonly path: string };
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
