import { isTotal } from '../../base/headings.ts';
import { foldedHeading } from '../../intake/bound.ts';
import { readMapping } from '../../intake/mapping.ts';
import type { Program } from '../../program/ast.ts';
import { pointerAt } from '../../yaml/tree.ts';
import { keysOf } from '../../base/pointer.ts';
import { type CellView, cellSayer, type Shown } from './cells.ts';
import { placeOf } from './place.ts';
import type { HeldTable } from './held.ts';

/** How the cells of a whole column are read. */
export interface ColumnReading {
  /** Those looked at. */
  readonly rows: number;
  /** Whether these are all that there are. */
  readonly isAll: boolean;
  readonly blank: number;
  readonly wrong: number;
  /** What is written there, each once, what cannot be read first, then the most frequent. */
  readonly words: readonly WordReading[];
}

export interface WordReading extends CellView {
  /** As the mapping would have it for a code. */
  readonly cell: string;
  readonly count: number;
}

/** Rows that are looked at, and different cells that are told apart, at most. */
const [mostRows, mostWords] = [20_000, 200];

/** Reads a column to its end; undefined where it is mapped to nothing. */
export async function columnReading(
  program: Program,
  held: readonly HeldTable[],
  text: string,
  { table: name, heading }: { readonly table: string; readonly heading: string },
  shown: Shown,
): Promise<ColumnReading | undefined> {
  const { value: read } = readMapping({ name: '', text }, program);
  const own = held.find(({ table }) => table.name === name);
  const keys = placeOf(name, read)?.keys.map(String);
  const at =
    own?.titles.findIndex((title) => foldedHeading(title) === foldedHeading(heading)) ?? -1;
  if (!read || !own || !keys || at < 0) return undefined;
  const mapped = [read.mapping.main, ...read.mapping.lists]
    .flatMap(({ columns }) => columns)
    .find((one) => {
      const place = keysOf(pointerAt(read.yaml, one.span.start));
      const isOwn = keys.every((key, index) => place[index] === key);
      return isOwn && foldedHeading(one.heading) === foldedHeading(heading);
    });
  if (!mapped) return undefined;
  const say = cellSayer(program, mapped, shown);
  const known = new Map<string, WordReading & { count: number }>();
  let [rows, blank, wrong, isAll] = [0, 0, 0, true];
  for await (const some of own.table.rows) {
    for (const row of some) {
      if (row.number <= own.headingRow || row.ragged || isTotal(row)) continue;
      const cell = row.cells[at] ?? '';
      const said = known.get(cell) ?? { cell, row: row.number, count: 0, ...say(cell) };
      said.count += 1;
      rows += 1;
      if (said.wrong !== undefined) wrong += 1;
      else if (said.becomes === undefined) blank += 1;
      if (known.size < mostWords) known.set(cell, said);
    }
    isAll = rows < mostRows;
    if (!isAll) break;
  }
  const isWrong = (word: WordReading) => Number(word.wrong !== undefined);
  return {
    rows,
    isAll,
    blank,
    wrong,
    words: [...known.values()]
      .filter((word) => word.becomes !== undefined || word.wrong !== undefined)
      .toSorted((a, b) => isWrong(b) - isWrong(a) || b.count - a.count),
  };
}
