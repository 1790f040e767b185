import type { SheetRead } from '../base/workbook.ts';
import type { Source } from '../base/source.ts';
import type { Table } from '../base/table.ts';

/** A text with the digest of its bytes. */
export type Digested = Source & { readonly digest: string };

/** `sha256:…` of a text in UTF-8. */
export type DigestOf = (text: string) => string;

/** The tables of a file. */
export interface TablesGiven {
  readonly name: string;
  /** `sha256:…` of its bytes. */
  readonly digest: string;
  readonly tables: readonly Table[];
}

/** The sheets of a workbook, or the one of a delimited text. */
export interface SheetsGiven {
  readonly name: string;
  readonly isWorkbook: boolean;
  readonly sheets: readonly SheetRead[];
}

/** A name without its folders. */
export function fileNameOf(name: string): string {
  return name.replace(/^.*[\\/]/su, '');
}
