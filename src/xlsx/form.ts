import type { Choices, Form, FormColumn, FormSheet } from '../base/form.ts';
import { cellName } from '../base/workbook.ts';
import { xmlText } from './xml.ts';
import { head, main, packed, quotedName, type SharedTexts, sharedTexts } from './pack.ts';

/** A workbook to be filled in, as SpreadsheetML (ECMA-376-1, 18): the same form gives the same bytes. */
export function formBytes({ sheets }: Form): Uint8Array {
  const texts = sharedTexts();
  const drawn = sheets.map((sheet) => ({
    name: sheet.name,
    titleRow: 1,
    isHidden: sheet.isHidden ?? false,
    xml: sheetXml(sheet, texts.numberOf),
  }));
  return packed(drawn, texts, stylesXml);
}

/** The ways in which cells of a form look, by their numbers in its `styles.xml`. */
const styles = {
  plain: 0,
  title: 1,
  shadedTitle: 2,
  text: 3,
  amount: 4,
  day: 5,
  moment: 6,
} as const;

const stylesXml = [
  `${head}<styleSheet ${main}>`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="10"/></font></fonts>',
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFD5E3D8"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  ...[2, 3].map(
    (fill) =>
      `<xf numFmtId="49" fontId="1" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  ),
  // texts as they are typed (18.8.30, format 49), amounts, days, moments
  ...[49, 4, 164, 165].map(
    (format) =>
      `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

function styleOf({ holds }: FormColumn): number {
  return holds === 'number' ? styles.plain : styles[holds];
}

function sheetXml(sheet: FormSheet, numberOf: SharedTexts['numberOf']): string {
  const { columns, rows } = sheet;
  return [
    `${head}<worksheet ${main}>`,
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(columnXml).join('')}</cols><sheetData>`,
    rowXml(
      1,
      columns.map(({ title }) => title),
      ({ isShaded = false }) => (isShaded ? styles.shadedTitle : styles.title),
    ),
    ...rows.map((texts, index) => rowXml(index + 2, texts, styleOf)),
    `</sheetData>${validationsXml(sheet)}`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/></worksheet>',
  ].join('');

  function rowXml(row: number, texts: readonly string[], style: (column: FormColumn) => number) {
    const cells = columns.map((column, index) => {
      const text = texts[index] ?? '';
      const at = `<c r="${cellName(index, row)}" s="${style(column)}"`;
      return text === '' ? `${at}/>` : `${at} t="s"><v>${numberOf(text)}</v></c>`;
    });
    return `<row r="${row}"${row === 1 ? ' ht="32" customHeight="1"' : ''}>${cells.join('')}</row>`;
  }
}

function columnXml(column: FormColumn, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${styleOf(column)}" customWidth="1"/>`;
}

/** What is said beside cells, and what may be chosen in them (18.3.1.32). */
function validationsXml({ columns, rows, open }: FormSheet): string {
  if (open === 0) return '';
  const each = columns.flatMap(({ title, prompt, choices }, index) => {
    if (prompt === undefined && choices === undefined) return [];
    const range = `${cellName(index, rows.length + 2)}:${cellName(index, rows.length + 1 + open)}`;
    const said =
      prompt === undefined
        ? ''
        : ` showInputMessage="1" promptTitle="${xmlText(cut(title, 32))}" prompt="${xmlText(cut(prompt, 255))}"`;
    return choices
      ? [
          `<dataValidation type="list" allowBlank="1" showErrorMessage="1"${said} sqref="${range}"><formula1>${xmlText(rangeOf(choices))}</formula1></dataValidation>`,
        ]
      : [`<dataValidation allowBlank="1"${said} sqref="${range}"/>`];
  });
  return each.length > 0
    ? `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
    : '';
}

function rangeOf({ sheet, column, count }: Choices): string {
  const [letters = ''] = cellName(column, 1).split('1');
  return `${quotedName(sheet)}!$${letters}$2:$${letters}$${count + 1}`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
