import type { BlockContent } from 'mdast';

import { type Language, said, sayIn, spoken } from '../base/language.ts';
import type { Workbook } from '../base/workbook.ts';
import type { Document } from '../document/document.ts';
import { sheetOf } from '../document/sheet.ts';
import { heading, list, paragraph, table } from '../document/nodes.ts';
import { chart, cover } from '../document/own-nodes.ts';
import type { Program } from '../program/ast.ts';
import { csv } from '../report/csv.ts';
import type { Paint } from '../report/paint.ts';
import { inColumns, widthOf } from '../report/width.ts';

/** A report as titled tables and pictures: what text, page, workbook and CSV are made from. */
export interface Sections {
  readonly title: string;
  readonly notes: readonly string[];
  /** Of the dates inside a file, ISO. */
  readonly day: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said in place of a table without rows. */
  readonly empty: string;
  readonly pictures: readonly Picture[];
}

export interface Picture {
  readonly title: string;
  readonly svg: string;
  readonly words: readonly string[];
}

const sectionWords = spoken({
  more: said(
    (rows: number) => `另有 ${rows} 行，见 --format json、xlsx`,
    (rows) => `${rows} more rows: --format json or xlsx`,
  ),
});

/** Rows of one table that a terminal and a page show; workbook and JSON have them all. */
const mostRows = { terminal: 40, page: 200 } as const;

/** As people read it on a terminal. */
export function sectionsText(
  { title, notes, sections }: Sections,
  language: Language,
  paint: Paint,
): string {
  const { more } = sayIn(sectionWords, language);
  const blocks = sections.map((section) => {
    const shown = section.rows.slice(0, mostRows.terminal);
    const inTable = inColumns([section.columns, ...shown]);
    const line = (cells: readonly string[]) => `  ${inTable(cells)}`.trimEnd();
    const rest = section.rows.length - shown.length;
    return [
      paint.bold(section.title),
      ...section.notes.map((note) => `  ${paint.dim(note)}`),
      ...(section.rows.length === 0 ? [`  ${section.empty}`] : [paint.dim(line(section.columns))]),
      ...shown.map(line),
      ...(rest > 0 ? [`  ${paint.dim(more(rest))}`] : []),
    ].join('\n');
  });
  const head = [paint.bold(title), ...notes.map((note) => `  ${note}`)].join('\n');
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** As a document, for a page. */
export function sectionsDocument(
  { title, notes, day, sections }: Sections,
  { rulebook }: Program,
  language: Language,
): Document {
  const { id, version } = rulebook.manifest.data;
  const { more } = sayIn(sectionWords, language);
  const blocks = sections.flatMap((section, at): BlockContent[] => {
    const shown = section.rows.slice(0, mostRows.page);
    const rest = section.rows.length - shown.length;
    return [
      heading(2, section.title, `section-${at + 1}`),
      ...section.notes.map((note) => paragraph(note)),
      ...section.pictures.map((one) => chart(one.title, one.svg, [list(one.words)])),
      section.rows.length === 0
        ? paragraph(section.empty)
        : table([...section.columns], shown, 'changes'),
      ...(rest > 0 ? [paragraph(more(rest))] : []),
    ];
  });
  const front = [cover([heading(1, title, 'title'), ...notes.map((note) => paragraph(note))])];
  return sheetOf({
    language,
    title,
    number: id,
    version,
    day,
    listed: 2,
    blocks: [...front, ...blocks],
  });
}

/** A sheet for each table. */
export function sectionsWorkbook({ title, sections }: Sections): Workbook {
  return {
    sheets: sections
      .filter(({ columns }) => columns.length > 0)
      .map((section, at) => ({
        name: `${at + 1} ${section.title.replaceAll(/[[\]:*?/\\]/gu, ' ')}`.slice(0, 31),
        heading: [title, section.title, ...section.notes],
        filter: true,
        columns: section.columns.map((name, index) => ({
          key: `c${index + 1}`,
          title: name,
          width: Math.min(
            40,
            Math.max(
              8,
              widthOf(name) + 2,
              ...section.rows.map((row) => widthOf(row[index] ?? '') + 2),
            ),
          ),
        })),
        rows: section.rows,
      })),
  };
}

/** One table as CSV. */
export function sectionCsv({ columns, rows }: Section): string {
  return csv([columns, ...rows]);
}
