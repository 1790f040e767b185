/** What can be wrong with files and folders, before anything is read in them. */
export interface PathProblems {
  'io/missing-file': { readonly path: string };
  /** The name has bytes that are no UTF-8, by which a file cannot be opened. */
  'io/name-encoding': { readonly path: string };
  'io/empty-folder': { readonly path: string };
  'io/too-large': { readonly path: string; readonly bytes: number; readonly limit: number };
  'io/not-text': { readonly path: string };
  'io/not-a-workbook': { readonly path: string };
  'io/sheet-too-large': { readonly name: string; readonly rows: number; readonly columns: number };
  'io/unreadable': { readonly path: string; readonly reason: string };
}
