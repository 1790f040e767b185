import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';

import type { Cell, Workbook as ExcelWorkbook, Worksheet } from 'exceljs';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { Column, RowRead, Sheet, SheetRead, Workbook } from '../base/workbook.ts';
import { problem, readText } from './read.ts';
import { isBoundedZip, undated } from './zip.ts';

/** Rows and columns of a sheet that are read, at most. */
const [mostRows, mostColumns] = [20_000, 100];

export type WorkbookRead =
  | { readonly sheets: readonly SheetRead[] }
  | { readonly problem: Diagnostic<PathProblems> };

/** A workbook in the format of Excel: the same tables give the same bytes. */
export async function workbookBytes({ sheets }: Workbook): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  for (const sheet of sheets) addSheet(workbook, sheet);
  return undated(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** The tables of an XLSX file, or the one of a CSV file in UTF-8. */
export async function readWorkbook(path: string): Promise<WorkbookRead> {
  const text = readText(path);
  const isCsv = path.toLowerCase().endsWith('.csv');
  if ('problem' in text && (isCsv || text.problem.code !== 'io/not-text')) return text;
  const workbook = await newWorkbook();
  try {
    if (isCsv && 'source' in text) {
      const map = (value: unknown) => value;
      const sheet = await workbook.csv.read(Readable.from([text.source.text]), { map });
      return { sheets: [sheetRead(sheet, path)] };
    }
    const bytes = readFileSync(path);
    if (!isBoundedZip(bytes)) return { problem: problem('io/not-a-workbook', path, { path }) };
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    return { problem: problem('io/not-a-workbook', path, { path }) };
  }
  return { sheets: workbook.worksheets.map((sheet) => sheetRead(sheet, `${path}!${sheet.name}`)) };
}

async function newWorkbook(): Promise<ExcelWorkbook> {
  const { default: exceljs } = await import('exceljs');
  return new exceljs.Workbook();
}

function addSheet(workbook: ExcelWorkbook, { name, heading, columns, rows }: Sheet): void {
  const head = heading.length + 1;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: head }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${head}:${head}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  });
  const across = columns.reduce((sum, { width }) => sum + width, 0);
  for (const [index, text] of heading.entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, columns.length);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = text;
    cell.font = index === 0 ? { bold: true, size: 16 } : { size: 10 };
    cell.alignment = { vertical: 'middle', wrapText: true };
    sheet.getRow(index + 1).height = index === 0 ? 26 : 14 * Math.ceil(columnsOf(text) / across);
  }
  for (const [index, column] of columns.entries()) {
    const drawn = sheet.getColumn(index + 1);
    drawn.width = Math.max(column.width, 1);
    drawn.hidden = column.width === 0;
    const title = sheet.getCell(head, index + 1);
    title.value = column.title;
    draw(title);
    title.font = { bold: true, size: 10 };
    title.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } };
    title.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
    sheet.getCell(head + 1, index + 1).value = column.key;
  }
  sheet.getRow(head).height = 30;
  sheet.getRow(head + 1).hidden = true;
  for (const [index, texts] of rows.entries()) {
    const number = head + 2 + index;
    for (const [position, column] of columns.entries())
      fill(sheet.getCell(number, position + 1), texts[position] ?? '', column);
    sheet.getRow(number).height = heightOf(texts, columns);
  }
}

/** A cell of text: what begins with `=` is written as text, too. */
function fill(cell: Cell, text: string, { choices, width }: Column): void {
  cell.value = text === '' ? null : text;
  cell.numFmt = '@';
  if (width > 0) draw(cell);
  if (choices)
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
    };
}

function draw(cell: Cell): void {
  const line = { style: 'thin', color: { argb: 'FF9AA5B1' } } as const;
  cell.border = { top: line, bottom: line, left: line, right: line };
  cell.alignment = { vertical: 'top', wrapText: true };
  cell.font = { size: 10 };
}

/** In points: enough for the tallest of its cells, since programs do not measure wrapped text when they open a file. */
function heightOf(texts: readonly string[], columns: readonly Column[]): number {
  const lines = texts.map((text, index) => {
    const width = columns[index]?.width ?? 0;
    if (width === 0) return 1;
    const wrapped = text.split('\n').map((line) => Math.ceil(columnsOf(line) / (width - 1)));
    return wrapped.reduce((sum, count) => sum + Math.max(1, count), 0);
  });
  return Math.min(400, 14 * Math.max(2, ...lines) + 4);
}

/** A Chinese character is as wide as two digits, a Latin letter on average a little narrower than one. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 0.9), 0);
}

function sheetRead(sheet: Worksheet, name: string): SheetRead {
  const rows: RowRead[] = [];
  sheet.eachRow((row, number) => {
    if (rows.length >= mostRows) return;
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      if (column <= mostColumns) cells[column - 1] = textOf(cell);
    });
    rows.push({
      number,
      cells: Array.from({ length: cells.length }, (_, index) => cells[index] ?? ''),
    });
  });
  return { name, rows };
}

function textOf(cell: Cell): string {
  if (cell.formula) return `=${cell.formula}`;
  const { value } = cell;
  return (value instanceof Date ? value.toISOString().slice(0, 10) : cell.text).trim();
}
