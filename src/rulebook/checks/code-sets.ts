import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Source, Span } from '../../base/source.ts';
import { nearest } from '../../base/suggest.ts';
import { type Entry, type Rulebook, spanOf } from '../ast.ts';
import { type CellKind, isCell, kindOfColumn } from '../code-cells.ts';
import { cellSpan, cellText, type Csv, csvLimits, csvOf, headerSpan, rowsBy } from '../csv.ts';
import type { WholeCodes } from '../whole.ts';
import type { ProblemsFound, RulebookProblems } from '../problems.ts';

/** Cells and codes of one file that are told of, at most. */
const mostTold = 50;

/** The files of a code set are there, as they were when someone wrote down their digest, and read as it says.
 *
 * A rule trusts a code set as it trusts its own text: a code twice would say two things, a cell that is no number none. */
export function* codeSets(rulebook: Rulebook): ProblemsFound {
  for (const entry of rulebook.codes) {
    yield* columnsOf(entry);
    for (const [index, { file }] of entry.data.editions.entries()) {
      const source = rulebook.files.get(`codes/${file}`);
      if (source) yield* fileOf(entry, index, source);
      else {
        const span = spanOf(entry, 'editions', index, 'file');
        const params = { path: `codes/${file}` };
        yield { code: 'rulebook/missing-file', severity: 'error', span, params };
      }
    }
  }
}

/** No column twice, nor both a unit and a type. */
function* columnsOf(entry: Entry<WholeCodes>): ProblemsFound {
  const { key, columns = [] } = entry.data;
  const seen = new Set([key]);
  for (const [index, { column, unit, type }] of columns.entries()) {
    const span = spanOf(entry, 'columns', index, 'column');
    if (seen.has(column))
      yield { code: 'rulebook/name-taken', severity: 'error', span, params: { name: column } };
    seen.add(column);
    if (unit !== undefined && type !== undefined) {
      const at = spanOf(entry, 'columns', index, 'type');
      const params = { one: 'unit', other: 'type' };
      yield { code: 'rulebook/insert', severity: 'error', span: at, params };
    }
  }
}

function* fileOf(entry: Entry<WholeCodes>, index: number, source: Source): ProblemsFound {
  yield* digestOf(entry, index, source);
  const csv = csvOf(source);
  for (const fault of csv.faults) {
    const { start, end } = fault;
    const at = { severity: 'error', span: { source, start, end } } as const;
    if (fault.why === 'cells') {
      const params = { cells: fault.cells, columns: csv.header.length };
      yield { ...at, code: 'rulebook/csv-cells', params };
    } else {
      const { why } = fault;
      const limit = why === 'rows' || why === 'columns' ? csvLimits[why] : csvLimits.size;
      yield { ...at, code: 'rulebook/csv', params: { why, limit } };
    }
  }
  // behind a quote that is misread every cell is wrong
  if (csv.header.length === 0 || csv.faults.some(({ why }) => why !== 'cells')) return;
  const { key, columns = [] } = entry.data;
  const place = spanOf(entry, 'key');
  const at = yield* columnOf(csv, key, place);
  if (at !== undefined) yield* codesOf(csv, at, key);
  for (const [number, column] of columns.entries()) {
    const span = spanOf(entry, 'columns', number, 'column');
    const found = yield* columnOf(csv, column.column, span);
    const kind = kindOfColumn(column);
    if (found !== undefined && kind !== 'text') yield* cellsOf(csv, found, column.column, kind);
  }
}

function* digestOf(
  entry: Entry<WholeCodes>,
  index: number,
  { digest: right }: Source,
): ProblemsFound {
  const { file, digest } = entry.data.editions[index] ?? { file: '' };
  if (right === undefined || digest === right) return;
  const isWritten = digest !== undefined;
  const span = spanOf(entry, 'editions', index, isWritten ? 'digest' : 'file');
  const fix = isWritten ? { start: span.start, end: span.end, text: right } : undefined;
  const params = { file, digest: right, isWritten };
  yield { code: 'rulebook/digest', severity: isWritten ? 'error' : 'warning', span, params, fix };
}

/** The number of a column, which the header has once; told at the header, with where it is asked for. */
function* columnOf(
  csv: Csv,
  column: string,
  asked: Span,
): Generator<Diagnostic<RulebookProblems>, number | undefined> {
  const { header } = csv;
  const times = header.filter((name) => name === column).length;
  if (times === 1) return header.indexOf(column);
  const near = times === 0 ? nearest(column, header) : undefined;
  const params = { column, times, near };
  const related = [asked];
  const span = headerSpan(csv);
  yield { code: 'rulebook/csv-column', severity: 'error', span, params, related };
  return undefined;
}

function* codesOf(csv: Csv, column: number, name: string): ProblemsFound {
  const rows = rowsBy(csv, column);
  // as many texts as rows: none of them twice
  if (rows.size === csv.rows && [...rows.keys()].every((code) => code.trim() !== '')) return;
  const firsts = new Map<string, number>();
  let told = 0;
  for (let row = 0; row < csv.rows && told < mostTold; row += 1) {
    const code = cellText(csv, row, column);
    const span = cellSpan(csv, row, column);
    const first = firsts.get(code);
    if (first === undefined) firsts.set(code, row);
    if (code.trim() === '')
      yield { code: 'rulebook/code-empty', severity: 'error', span, params: { column: name } };
    else if (first !== undefined) {
      const related = [cellSpan(csv, first, column)];
      yield { code: 'rulebook/code-twice', severity: 'error', span, params: { code }, related };
    } else continue;
    told += 1;
  }
}

function* cellsOf(
  csv: Csv,
  column: number,
  name: string,
  wanted: Exclude<CellKind, 'text'>,
): ProblemsFound {
  // the same day or truth stands in many rows
  const sound = new Set<string>();
  let told = 0;
  for (let row = 0; row < csv.rows && told < mostTold; row += 1) {
    const text = cellText(csv, row, column);
    if (sound.has(text)) continue;
    if (isCell(text, wanted)) {
      if (wanted !== 'number') sound.add(text);
      continue;
    }
    told += 1;
    const span = cellSpan(csv, row, column);
    const params = { text: text.slice(0, 60), column: name, wanted };
    yield { code: 'rulebook/csv-cell', severity: 'error', span, params };
  }
}
