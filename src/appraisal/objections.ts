import { type Checked, noted } from '../base/diagnostic.ts';
import { lineOf, placeIn, type RowRead, type SheetLine, type SheetRead } from '../base/workbook.ts';
import type { AppraisalProblems } from './problems.ts';
import type { Appraised, Sheet } from './sheet.ts';

/** The columns by which a line that came back is known, and what was written beside it. */
type Key = 'sheet' | 'line' | 'opinion' | 'objection' | 'review';

/** What an appraisal has to have to be one. */
const needed: readonly Key[] = ['sheet', 'line', 'objection'];

/** By number of staff, then by id of the line: the reason. */
export type Objections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a sheet goes by: of which scheme, period and person it is. */
export function sheetId({ appraisal, from, until }: Appraised, officer: string): string {
  return [appraisal.name, from, until, officer].join('|');
}

/**
 * The objections in appraisals that came back: a line of which `objection` is filled in.
 *
 * @param appraised - the same appraisals without any objection
 */
export function objectionsFrom(
  sheets: readonly SheetRead[],
  appraised: Appraised,
): Checked<Objections, AppraisalProblems> {
  const to = noted<AppraisalProblems>();
  const known = new Map(
    appraised.sheets.map((sheet) => [sheetId(appraised, sheet.officer), sheet]),
  );
  const ids = new Map<string, ReadonlySet<string>>();
  const found = new Map<string, Map<string, string>>();
  let tables = 0;
  for (const sheet of sheets) {
    const head = sheet.rows.find(({ cells }) => needed.every((key) => cells.includes(key)));
    if (!head) continue;
    tables += 1;
    for (const row of sheet.rows) if (row.number > head.number) readRow(sheet, head, row);
  }
  const [first] = sheets;
  if (tables === 0 && first)
    to.error('appraisal/objection', placeIn(first), { reason: 'not-a-sheet', what: first.name });
  return { value: found, diagnostics: to.diagnostics };

  function readRow(table: SheetRead, head: RowRead, row: RowRead): void {
    const line = lineOf<Key>(table, head, row);
    const id = line.text('sheet');
    // titles and totals have no sheet, or no line
    if (!id.includes('|') || line.text('objection') === '') return;
    const sheet = known.get(id);
    if (sheet) take(sheet, line);
    else to.error('appraisal/objection', line.at('sheet'), { reason: 'other-sheet', what: id });
  }

  function take(sheet: Sheet, { text, at }: SheetLine<Key>): void {
    const line = text('line');
    if (!linesOf(sheet).has(line)) {
      to.error('appraisal/objection', at('line'), { reason: 'unknown-line', what: line });
      return;
    }
    const own = found.get(sheet.officer) ?? new Map<string, string>();
    found.set(sheet.officer, own.set(line, text('objection')));
  }

  function linesOf(sheet: Sheet): ReadonlySet<string> {
    const lines = ids.get(sheet.officer) ?? new Set(allLines(sheet));
    ids.set(sheet.officer, lines);
    return lines;
  }
}

/** Every line that somebody may object to. */
function allLines({ measures, uncounted, violations }: Sheet): readonly string[] {
  return [...measures.flatMap(({ files }) => files), ...uncounted, ...violations].map(
    ({ id }) => id,
  );
}
