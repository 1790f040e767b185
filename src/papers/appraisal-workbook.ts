import { sheetId } from '../appraisal/objections.ts';
import type { Appraised, Sheet } from '../appraisal/sheet.ts';
import type { Cell, Column, Sheet as Table, Workbook } from '../base/workbook.ts';
import type { Program } from '../program/ast.ts';
import {
  appraisalLines,
  type AppraisalLines,
  type AppraisalOptions,
} from '../report/appraisal-lines.ts';
import { paged } from './register.ts';

/** What the person and the reviewer fill in. */
const filled = ['opinion', 'objection', 'review'] as const;
type Filled = (typeof filled)[number];

/** The same of what is no line to object to: its lines are. */
const unopposed: readonly Filled[] = ['opinion', 'review'];

type Key = keyof AppraisalLines['words']['column'];

/** Appraisals as a workbook of texts and numbers, no formula among them: a line of it may be objected to. */
export function appraisalWorkbook(
  appraised: Appraised,
  program: Program,
  options: AppraisalOptions,
): Workbook {
  const lines = appraisalLines(appraised, program, options);
  const { words } = lines;
  const { parts } = words;
  const heading = (title: string) => [
    `${lines.title}${words.colon}${title}`,
    lines.period,
    ...lines.notes,
  ];
  return {
    sheets: [
      ...tables(
        parts.measures,
        measureRows,
        [
          ['officer', 12],
          ['measure', 30],
          ['category', 8],
          ['value', 18],
          ['target', 14],
          ['floor', 12],
          ['weight', 8],
          ['points', 14],
          ['files', 16],
          ['note', 30],
        ],
        [words.exact],
        unopposed,
      ),
      ...tables(
        parts.totals,
        totalRows,
        [
          ['officer', 12],
          ['what', 26],
          ['computed', 14],
          ['cap', 8],
          ['countedValue', 34],
        ],
        [words.signLine],
        unopposed,
      ),
      ...tables(
        parts.violations,
        violationRows,
        [
          ['officer', 12],
          ['finding', 30],
          ['rule', 34],
          ['clause', 44],
          ['confirmed', 12],
          ['class', 24],
          ['violationPoints', 8],
          ['counted', 26],
        ],
        [
          lines.table.map(([title, points]) => `${title} ${points}`).join(words.semicolon),
          words.fillIn,
        ],
      ),
      ...tables(
        parts.files,
        fileRows,
        [
          ['officer', 12],
          ['measure', 28],
          ['dossier', 20],
          ['day', 12],
          ['value', 12],
          ['counted', 44],
        ],
        [words.fillIn],
      ),
    ],
  };

  function tables(
    name: string,
    rowsOf: (sheet: Sheet) => readonly Row[],
    widths: readonly (readonly [Key, number])[],
    notes: readonly string[],
    open: readonly Filled[] = filled,
  ): readonly Table[] {
    const columns: readonly Column[] = [
      ...widths.map(([key, width]): Column => ({ key, title: words.column[key], width })),
      ...open.map((key): Column => ({ key, title: words.column[key], width: 26, open: true })),
      { key: 'line', title: words.column.line, width: 0 },
      { key: 'sheet', title: words.column.sheet, width: 0 },
    ];
    const rows = appraised.sheets.flatMap((sheet) => {
      const id = sheetId(appraised, sheet.officer);
      return rowsOf(sheet).map(({ cells, line = '' }): readonly Cell[] => [
        lines.officer(sheet),
        ...cells,
        ...open.map((key) => (key === 'objection' ? (sheet.objections.get(line) ?? '') : '')),
        line,
        id,
      ]);
    });
    return paged(rows, (page) => ({
      name,
      heading: [...heading(name), ...notes],
      protected: true,
      filter: true,
      columns,
      rows: page,
    }));
  }

  function measureRows(sheet: Sheet): readonly Row[] {
    return sheet.measures.map((line) => {
      const one = lines.measure(line);
      const cells = [
        one.measure,
        one.category,
        one.value,
        one.target,
        one.floor,
        numeral(one.weight),
        numeral(one.points),
        one.files,
        one.note,
      ];
      return { cells };
    });
  }

  function totalRows(sheet: Sheet): readonly Row[] {
    return lines.totals(sheet).map(({ what, computed, cap, counted }) => ({
      cells: [what, numeral(computed), numeral(cap), numeral(counted)],
    }));
  }

  function violationRows(sheet: Sheet): readonly Row[] {
    return sheet.violations.map((line) => {
      const one = lines.violation(line);
      const { finding, rule, clause, row, points, counted } = one;
      const cells = [finding, rule, clause, { day: one.day }, row, numeral(points), counted];
      return { cells, line: line.id };
    });
  }

  function fileRows(sheet: Sheet): readonly Row[] {
    const ofMeasures = sheet.measures.flatMap((measure) =>
      measure.files.map((line) => ({ line, of: measure })),
    );
    const others = sheet.uncounted.map((line) => ({ line, of: undefined }));
    return [...ofMeasures, ...others].map(({ line, of }) => {
      const { measure, dossier, day, value, counted } = lines.file(line, of);
      const cells = [
        measure,
        dossier,
        day === '' ? '' : { day },
        of?.of.measure.entry.data.gather === 'share' ? numeral(value) : value,
        counted,
      ];
      return { cells, line: line.id };
    });
  }
}

interface Row {
  readonly cells: readonly Cell[];
  /** By which an objection names it; absent where there is nothing to object to by itself. */
  readonly line?: string;
}

/** A number as one, anything else as text. */
function numeral(text: string): Cell {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? { number: text } : text;
}
