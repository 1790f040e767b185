import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { Cell, Column, Sheet, Workbook } from '../base/workbook.ts';
import {
  type Limit,
  limitKeys,
  type LimitEdition,
  tableKeys,
  writtenOf,
} from '../drafting/limits.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { limitWords, type LimitWords } from '../words/limits.ts';
import { markSaid, measureSaid } from '../words/units.ts';
import { sheetNames } from './sheet-name.ts';

/** What limits are written out with. */
export interface LimitsOut {
  readonly language: Language;
  readonly digest: (written: string) => string;
}

/** Parameters in a sheet and each table in one of its own: a row an edition, or a row of one. */
export function limitsWorkbook(
  { manifest }: Rulebook,
  limits: readonly Limit[],
  { language, digest }: LimitsOut,
): Workbook {
  const words = sayIn(limitWords, language);
  const { title, version } = manifest.data;
  const book = inLanguage(title, language);
  const parameters = limits.filter(({ what }) => what === 'parameter');
  const tables = limits.filter(({ what }) => what === 'table');
  const nameOf = sheetNames([words.sheet]);
  return {
    sheets: [
      ...(parameters.length > 0
        ? [
            {
              name: words.sheet,
              heading: [words.title(book, version), words.instructions],
              columns: columnsOf(
                ['parameter', 'shown:title', 'shown:unit', ...limitKeys.slice(1)],
                words,
              ),
              rows: parameters.flatMap((limit) =>
                parameterRows(limit, language, digest(writtenOf(limit))),
              ),
            },
          ]
        : []),
      ...tables.map((limit): Sheet => {
        const said = inLanguage(limit.title, language);
        const cells = [
          ...limit.inputs.map(({ is, title: input }, index) =>
            cellColumn(`when:${index + 1}`, input ? inLanguage(input, language) : is),
          ),
          ...limit.outputs.map(({ title: output, unit }, index) =>
            cellColumn(
              `then:${index + 1}`,
              `${inLanguage(output, language)}${unit === undefined ? '' : markSaid(unit, language)}`,
            ),
          ),
        ];
        return {
          name: nameOf(limit.id),
          heading: [words.tableTitle(said, book, version), words.tableInstructions],
          columns: [
            ...columnsOf(tableKeys.slice(0, 4), words),
            ...cells,
            ...columnsOf(tableKeys.slice(4), words),
          ],
          rows: limit.editions.flatMap((edition) =>
            tableRows(limit, edition, digest(writtenOf(limit))),
          ),
        };
      }),
    ],
  };
}

type Key = keyof LimitWords['columns'];

/** In characters, a Chinese one counting two; 0 hides the column. */
const widths: Readonly<Record<Key, number>> = {
  parameter: 32,
  table: 26,
  'shown:title': 30,
  'shown:unit': 18,
  from: 12,
  'shown:until': 12,
  row: 7,
  value: 14,
  basis: 34,
  digest: 0,
};

const open: ReadonlySet<Key> = new Set(['from', 'value', 'basis']);

function columnsOf(keys: readonly Key[], words: LimitWords): readonly Column[] {
  return keys.map((key) => ({
    key,
    title: words.columns[key],
    width: widths[key],
    ...(open.has(key) && { open: true }),
  }));
}

function cellColumn(key: string, title: string): Column {
  return { key, title, width: 26, open: true };
}

function parameterRows(
  limit: Limit,
  language: Language,
  digest: string,
): readonly (readonly Cell[])[] {
  return limit.editions.map(({ from, until, value, basis }) => [
    limit.id,
    inLanguage(limit.title, language),
    measureSaid(limit.unit, language),
    dayCell(from),
    dayCell(until),
    { number: value },
    basis.join(' '),
    digest,
  ]);
}

function tableRows(
  limit: Limit,
  { from, until, rows, basis }: LimitEdition,
  digest: string,
): readonly (readonly Cell[])[] {
  return rows.map(({ inputs, outputs }, index) => [
    limit.id,
    dayCell(from),
    dayCell(until),
    { number: `${index + 1}` },
    ...inputs,
    ...outputs.map((cell): Cell => (/^-?\d+(?:\.\d+)?$/u.test(cell) ? { number: cell } : cell)),
    basis.join(' '),
    digest,
  ]);
}

function dayCell(day: string): Cell {
  return day === '' ? '' : { day };
}
