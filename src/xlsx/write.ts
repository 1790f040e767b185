import type { Cell, Column, Sheet, Workbook } from '../base/workbook.ts';
import { cellName } from '../base/workbook.ts';
import { xmlText } from './xml.ts';
import { head, main, packed, type SharedTexts, sharedTexts } from './pack.ts';
import { styles, stylesXml } from './styles.ts';

/** A workbook as SpreadsheetML (ECMA-376-1, 18): the same tables give the same bytes. */
export function xlsxBytes({ sheets }: Workbook): Uint8Array {
  const texts = sharedTexts();
  const drawn = sheets.map((sheet) => ({
    name: sheet.name,
    titleRow: titleRow(sheet),
    filter: sheet.filter ? filtered(sheet) : undefined,
    xml: sheetXml(sheet, texts.numberOf),
  }));
  return packed(drawn, texts, stylesXml());
}

/** Where the titles of the columns stand, from 1; the keys stand below, in a sheet with a filter above. */
function titleRow({ heading, filter }: Pick<Sheet, 'heading' | 'filter'>): number {
  return heading.length + (filter ? 2 : 1);
}

/** Where the first row of the table stands, from 1. */
function firstRow({ heading }: Pick<Sheet, 'heading'>): number {
  return heading.length + 3;
}

function sheetXml(sheet: Sheet, numberOf: SharedTexts['numberOf']): string {
  const { heading, columns, rows, frozen = 2 } = sheet;
  const row = titleRow(sheet);
  const last = cellName(columns.length - 1, firstRow(sheet) - 1 + rows.length);
  const merges = heading.map(
    (_, index) => `<mergeCell ref="A${index + 1}:${cellName(columns.length - 1, index + 1)}"/>`,
  );
  return [
    `${head}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${frozen}" ySplit="${row}" topLeftCell="${cellName(frozen, row + 1)}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(columnXml).join('')}</cols>`,
    `<sheetData>${rowsXml(sheet, numberOf)}</sheetData>`,
    // by hand alone: it has no password, and what comes back is compared all the same
    sheet.protected
      ? `<sheetProtection sheet="1" formatColumns="0" formatRows="0"${sheet.filter ? ' autoFilter="0"' : ''}/>`
      : '',
    sheet.filter ? `<autoFilter ref="${filtered(sheet)}"/>` : '',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    validationsXml(sheet),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paperOf(sheet)}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** The cells that a filter is over: titles and rows. */
function filtered(sheet: Sheet): string {
  const { columns, rows } = sheet;
  return `A${titleRow(sheet)}:${cellName(columns.length - 1, titleRow(sheet) + rows.length)}`;
}

function columnXml({ width }: Column, index: number): string {
  const hidden = width === 0 ? ' hidden="1"' : '';
  return `<col min="${index + 1}" max="${index + 1}" width="${Math.max(width, 1)}"${hidden} customWidth="1"/>`;
}

function rowsXml(sheet: Sheet, numberOf: SharedTexts['numberOf']): string {
  const { heading, columns, rows } = sheet;
  const across = columns.reduce((sum, { width }) => sum + width, 0);
  const line = (
    number: number,
    kind: string,
    given: readonly Cell[],
    style: (column: Column) => number,
  ) => {
    const cells = columns.map((column, index) => {
      const cell = given[index] ?? '';
      const at = `<c r="${cellName(index, number)}" s="`;
      const typed = typedCell(cell, column);
      if (typed) return `${at}${typed.style}"><v>${typed.value}</v></c>`;
      const text = textOfCell(cell);
      return text === ''
        ? `${at}${style(column)}"/>`
        : `${at}${style(column)}" t="s"><v>${numberOf(text)}</v></c>`;
    });
    return `<row r="${number}"${kind}>${cells.join('')}</row>`;
  };
  const high = (points: number) => ` ht="${points}" customHeight="1"`;
  const title = line(
    titleRow(sheet),
    high(30),
    columns.map((column) => column.title),
    () => styles.columnTitle,
  );
  const keys = (row: number) =>
    line(
      row,
      ' hidden="1"',
      columns.map(({ key }) => key),
      () => styles.plain,
    );
  const above = titleRow(sheet) - 1;
  return [
    ...heading.map((text, index) =>
      index === 0
        ? line(1, high(26), [text], () => styles.title)
        : line(index + 1, high(14 * linesOf(text, across)), [text], () => styles.heading),
    ),
    ...(sheet.filter ? [keys(above), title] : [title, keys(above + 2)]),
    ...rows.map((cells, index) =>
      line(firstRow(sheet) + index, high(heightOf(cells, columns)), cells, styleOf),
    ),
  ].join('');
}

/** A number or a day as spreadsheets hold them; undefined for what has to be a text. */
function typedCell(
  cell: Cell,
  { open }: Column,
): { readonly value: string; readonly style: number } | undefined {
  if (typeof cell === 'string') return undefined;
  if ('number' in cell) {
    const { number } = cell;
    const isExact = /^-?\d+(?:\.\d+)?$/u.test(number) && number.replaceAll(/\D/gu, '').length <= 15;
    const [fraction, count] = open
      ? [styles.openNumber, styles.openCount]
      : [styles.decimal, styles.count];
    const style = number.includes('.') ? fraction : count;
    return isExact ? { value: number, style } : undefined;
  }
  const serial = Date.parse(`${cell.day}T00:00:00Z`) / 86_400_000 - firstDay;
  // before March 1900 programs disagree
  return serial > 60
    ? { value: `${serial}`, style: open ? styles.openDay : styles.day }
    : undefined;
}

/** The day before the first, as days since 1970, for days from March 1900 (ECMA-376-1, 18.17.4.1). */
const firstDay = -25_569;

function textOfCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return 'number' in cell ? cell.number : cell.day;
}

function styleOf({ width, open }: Column): number {
  if (open) return styles.openText;
  return width > 0 ? styles.text : styles.hiddenText;
}

function validationsXml(sheet: Sheet): string {
  const { columns, rows } = sheet;
  const first = firstRow(sheet);
  const lists = columns.flatMap(({ choices }, index) => {
    if (!choices || rows.length === 0) return [];
    const range = `${cellName(index, first)}:${cellName(index, first + rows.length - 1)}`;
    const listed = `"${choices.join(',').replaceAll('"', '""')}"`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${xmlText(listed)}</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
    : '';
}

/** In points: enough for the tallest of its cells, since programs do not measure wrapped text when they open a file. */
function heightOf(cells: readonly Cell[], columns: readonly Column[]): number {
  const lines = cells.map((cell, index) => {
    const text = textOfCell(cell);
    const width = columns[index]?.width ?? 0;
    return width === 0 ? 1 : linesOf(text, width - 1);
  });
  return Math.min(400, 14 * Math.max(2, ...lines) + 4);
}

/** How many lines a text takes when it is wrapped at this width. */
function linesOf(text: string, width: number): number {
  const wrapped = text.split('\n').map((line) => Math.ceil(columnsOf(line) / width));
  return wrapped.reduce((sum, count) => sum + Math.max(1, count), 0);
}

/** A Chinese character is as wide as two digits, a Latin letter on average a little narrower than one. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 0.9), 0);
}

/** Characters that a line of A4 landscape holds where it can still be read. */
const widest = 180;

/** A4, or A3 for what would be too small on it (18.18.50). */
function paperOf({ columns }: Sheet): 8 | 9 {
  return columns.reduce((sum, { width }) => sum + width, 0) > widest ? 8 : 9;
}
