import { zip } from '../../src/xlsx/zip.ts';

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  /** What stands in `sheetData`. */
  readonly data?: string;
  readonly merges?: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly properties?: string;
  readonly sheets?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** The smallest workbook with what a test is about. */
export function workbook({
  data = '',
  merges = '',
  texts = '',
  styles = '',
  ...rest
}: Parts): Uint8Array {
  const { properties = '', sheets = '<sheet name="S" sheetId="1" r:id="rId1"/>', more = {} } = rest;
  const relations = (...each: readonly string[]) =>
    `<Relationships>${each
      .map((one, index) => {
        const [type, target] = one.split(' ');
        return `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`;
      })
      .join('')}</Relationships>`;
  return zip(
    new Map(
      Object.entries({
        '_rels/.rels': relations('officeDocument xl/workbook.xml'),
        'xl/workbook.xml': `<workbook xmlns:r="${relation}">${properties}<sheets>${sheets}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(
          'worksheet worksheets/sheet1.xml',
          'sharedStrings sharedStrings.xml',
          'styles /xl/styles.xml',
          'chartsheet chart.xml',
        ),
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData>${merges}</worksheet>`,
        'xl/sharedStrings.xml': `<sst>${texts}</sst>`,
        'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
        ...more,
      }),
    ),
  );
}
