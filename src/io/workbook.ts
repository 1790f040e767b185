import { readFileSync } from 'node:fs';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Form } from '../base/form.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { RowRead, SheetRead, Workbook } from '../base/workbook.ts';
import { problem, readText } from './read.ts';
import { sheetLimits } from './xlsx/limits.ts';

export type WorkbookRead =
  | { readonly sheets: readonly SheetRead[] }
  | { readonly problem: Diagnostic<PathProblems> };

/** A workbook in the format of Excel: the same tables give the same bytes. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const { xlsxBytes } = await import('./xlsx/write.ts');
  return xlsxBytes(workbook);
}

/** A workbook to be filled in, in the format of Excel: the same form gives the same bytes. */
export async function formBytes(form: Form): Promise<Uint8Array> {
  const { formBytes: bytesOf } = await import('./xlsx/form.ts');
  return bytesOf(form);
}

/** The tables of an XLSX file, or the one of a CSV file in UTF-8. */
export async function readWorkbook(path: string): Promise<WorkbookRead> {
  const text = readText(path);
  const isCsv = path.toLowerCase().endsWith('.csv');
  if ('problem' in text && (isCsv || text.problem.code !== 'io/not-text')) return text;
  if (isCsv && 'source' in text) {
    const rows = await csvRows(text.source.text);
    if (!rows) return { problem: problem('io/not-a-workbook', path, { path }) };
    const isLarge =
      rows.length > sheetLimits.rows ||
      rows.some(({ cells }) => cells.length > sheetLimits.columns);
    return isLarge ? tooLarge(path, path) : { sheets: [{ name: path, rows }] };
  }
  return readXlsxFile(path);
}

async function readXlsxFile(path: string): Promise<WorkbookRead> {
  const { readXlsx, SheetTooLarge } = await import('./xlsx/read.ts');
  try {
    const sheets = readXlsx(readFileSync(path));
    return { sheets: sheets.map(({ name, rows }) => ({ name: `${path}!${name}`, rows })) };
  } catch (error) {
    if (error instanceof SheetTooLarge) return tooLarge(path, `${path}!${error.sheet}`);
    return { problem: problem('io/not-a-workbook', path, { path }) };
  }
}

function tooLarge(path: string, name: string): WorkbookRead {
  return { problem: problem('io/sheet-too-large', path, { name, ...sheetLimits }) };
}

/** Lines of a CSV text (RFC 4180) that have anything in them; nothing where a quote is never closed. */
async function csvRows(text: string): Promise<readonly RowRead[] | undefined> {
  const { default: papaparse } = await import('papaparse');
  const { data, errors } = papaparse.parse<readonly string[]>(text, { delimiter: ',' });
  if (errors.length > 0) return undefined;
  const rows = data.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => cell.trim()),
  }));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}
