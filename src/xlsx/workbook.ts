import { type FileBytes, FileFault, isCompound, type Platform } from '../base/bytes.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Form } from '../base/form.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { largestFile, textOfFile, tooLarge } from '../base/text-file.ts';
import type { RowRead, SheetRead, Workbook } from '../base/workbook.ts';
import { sheetLimits } from './limits.ts';

export type WorkbookRead =
  | { readonly sheets: readonly SheetRead[] }
  | { readonly problem: Diagnostic<PathProblems> };

/** A workbook in the format of Excel: the same tables give the same bytes. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const { xlsxBytes } = await import('./write.ts');
  return xlsxBytes(workbook);
}

/** A workbook to be filled in, in the format of Excel: the same form gives the same bytes. */
export async function formBytes(form: Form): Promise<Uint8Array> {
  const { formBytes: bytesOf } = await import('./form.ts');
  return bytesOf(form);
}

/** The tables of an XLSX file, or the one of a CSV file in UTF-8. */
export async function workbookOf(file: FileBytes, platform: Platform): Promise<WorkbookRead> {
  try {
    return await sheetsOf(file, platform);
  } catch (error) {
    if (error instanceof FileFault) return { problem: error.problem };
    throw error;
  }
}

async function sheetsOf(file: FileBytes, platform: Platform): Promise<WorkbookRead> {
  const { name, size } = file;
  if (size > largestFile) return { problem: tooLarge(name, size) };
  const bytes = await file.whole();
  const text = textOfFile(bytes, name);
  const isCsv = name.toLowerCase().endsWith('.csv');
  if ('problem' in text && (isCsv || text.problem.code !== 'io/not-text')) return text;
  if (isCsv && 'source' in text) return readCsv(name, text.source.text);
  if (isCompound(bytes))
    return { problem: pathProblem('io/not-a-workbook', name, { path: name, why: 'old' }) };
  return readXlsxFile(name, bytes, platform);
}

async function readCsv(name: string, text: string): Promise<WorkbookRead> {
  const rows = await csvRows(text);
  if (!rows) return noWorkbook(name);
  const isLarge =
    rows.length > sheetLimits.rows || rows.some(({ cells }) => cells.length > sheetLimits.columns);
  return isLarge ? sheetTooLarge(name, name) : { sheets: [{ name, rows }] };
}

async function readXlsxFile(
  name: string,
  bytes: Uint8Array,
  platform: Platform,
): Promise<WorkbookRead> {
  const { readXlsx, SheetTooLarge } = await import('./read.ts');
  try {
    const sheets = await readXlsx(bytes, platform);
    return { sheets: sheets.map((sheet) => ({ ...sheet, name: `${name}!${sheet.name}` })) };
  } catch (error) {
    if (error instanceof SheetTooLarge) return sheetTooLarge(name, `${name}!${error.sheet}`);
    return noWorkbook(name);
  }
}

function noWorkbook(name: string): WorkbookRead {
  return { problem: pathProblem('io/not-a-workbook', name, { path: name }) };
}

function sheetTooLarge(file: string, name: string): WorkbookRead {
  return { problem: pathProblem('io/sheet-too-large', file, { name, ...sheetLimits }) };
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
