import { xmlText } from './xml.ts';
import { zip } from './zip.ts';

/** A sheet as the part of a workbook that it is. */
export interface DrawnSheet {
  readonly name: string;
  /** The row that is printed on every page, from 1. */
  readonly titleRow: number;
  /** The cells that a filter is over, `A3:K12`. */
  readonly filter?: string | undefined;
  readonly isHidden?: boolean;
  readonly xml: string;
}

/** A workbook put together from its sheets: the same sheets give the same bytes. */
export function packed(
  sheets: readonly DrawnSheet[],
  texts: SharedTexts,
  stylesXml: string,
): Uint8Array {
  const drawn = sheets.map(({ xml }, index) => [sheetPath(index), xml] as const);
  return zip(
    new Map([
      ['[Content_Types].xml', contentTypesXml(sheets)],
      ['_rels/.rels', relationsXml([`${office}/officeDocument`, 'xl/workbook.xml'])],
      ['xl/workbook.xml', workbookXml(sheets)],
      ['xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets)],
      ['xl/styles.xml', stylesXml],
      ...drawn,
      ['xl/sharedStrings.xml', texts.xml()],
    ]),
  );
}

export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function contentTypesXml(sheets: readonly DrawnSheet[]): string {
  const type = (name: string) =>
    `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const parts = [
    ['xl/workbook.xml', type('sheet.main')],
    ['xl/styles.xml', type('styles')],
    ['xl/sharedStrings.xml', type('sharedStrings')],
    ...sheets.map((_, index) => [sheetPath(index), type('worksheet')]),
  ];
  const overrides = parts.map(
    ([path, of]) => `<Override PartName="/${path}" ContentType="${of}"/>`,
  );
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationsXml(...relations: readonly (readonly [type: string, target: string])[]): string {
  const each = relations.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

/** The sheets first, so that the id of each is its number. */
function workbookRelationsXml(sheets: readonly DrawnSheet[]): string {
  return relationsXml(
    ...sheets.map(
      (_, index) => [`${office}/worksheet`, sheetPath(index).replace('xl/', '')] as const,
    ),
    [`${office}/styles`, 'styles.xml'],
    [`${office}/sharedStrings`, 'sharedStrings.xml'],
  );
}

/** The name of a sheet as references write it. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function workbookXml(sheets: readonly DrawnSheet[]): string {
  const named = sheets.map(({ name, isHidden = false }, index) => {
    const state = isHidden ? ' state="hidden"' : '';
    return `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const titles = sheets.map(({ name, titleRow }, index) => {
    const range = `${quotedName(name)}!$${titleRow}:$${titleRow}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(range)}</definedName>`;
  });
  const filters = sheets.flatMap(({ name, filter }, index) => {
    if (filter === undefined) return [];
    const range = filter.replaceAll(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlText(quotedName(name))}!${range}</definedName>`;
  });
  return `${head}<workbook ${main} xmlns:r="${office}"><sheets>${named.join('')}</sheets><definedNames>${[...titles, ...filters].join('')}</definedNames></workbook>`;
}

export interface SharedTexts {
  /** The number of a text in the table that all sheets share. */
  readonly numberOf: (text: string) => number;
  readonly xml: () => string;
}

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  let uses = 0;
  return {
    numberOf: (text) => {
      uses += 1;
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    xml: () => {
      const items = [...numbers.keys()].map(
        (text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`,
      );
      return `${head}<sst ${main} count="${uses}" uniqueCount="${numbers.size}">${items.join('')}</sst>`;
    },
  };
}

/** What a cell holds at most (longest text that spreadsheet programs open). */
const longestText = 32_767;

/** What XML cannot hold is written `_x0007_`, and so is what only looks like it (ECMA-376-1, 22.9.2.19). */
function cellText(text: string): string {
  const whole = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  const escaped = whole
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    // oxlint-disable-next-line no-control-regex -- these are the characters meant
    .replaceAll(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/gu, escapedCharacter);
  return xmlText(escaped);
}

function escapedCharacter(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
