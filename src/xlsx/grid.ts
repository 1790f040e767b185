/** What spreadsheet programs open (ECMA-376-1, 18.3.1.73 and 18.3.1.13). */
const [lastRow, lastColumn] = [1_048_576, 16_383];

interface Place {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

export interface Merge {
  readonly from: Place;
  readonly to: Place;
}

/**
 * `B7`
 *
 * @throws RangeError when no sheet has such a cell
 */
export function parseCell(text: string): Place {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/iu.exec(text) ?? [];
  if (letters === undefined) throw new RangeError('no cell');
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const place = { row: Number(digits), column: column - 1 };
  if (place.row < 1 || place.row > lastRow || place.column > lastColumn)
    throw new RangeError('beyond the sheet');
  return place;
}

/**
 * `A1:C3`, or `A1`
 *
 * @throws RangeError
 */
export function parseRange(text: string): Merge {
  const [first = '', last = first] = text.split(':');
  return { from: parseCell(first), to: parseCell(last) };
}

type Cells = (string | undefined)[];

/**
 * Rows in order, with what the first of merged cells says in all of them that lie in these rows.
 *
 * @throws RangeError when merges lie upon each other (18.3.1.55), or the file says of more cells that they are merged
 *   than its rows have
 */
export function spread(
  rows: ReadonlyMap<number, Cells>,
  merges: readonly Merge[],
): readonly (readonly [number: number, cells: Cells])[] {
  const inOrder = [...rows].toSorted(([a], [b]) => a - b);
  const width = inOrder.reduce((most, [, { length }]) => Math.max(most, length), 0);
  let left = inOrder.length * width;
  for (const { from, to } of merges) {
    const said = rows.get(from.row)?.[from.column];
    if (said === undefined) continue;
    for (let at = firstFrom(inOrder, from.row); (inOrder[at]?.[0] ?? Infinity) <= to.row; at += 1) {
      const cells = inOrder[at]?.[1] ?? [];
      for (let column = from.column; column <= Math.min(to.column, width - 1); column += 1) {
        if (left === 0) throw new RangeError('merges lie upon each other');
        left -= 1;
        cells[column] ??= said;
      }
    }
  }
  return inOrder;
}

/** Where in the rows the first stands that is not above one. */
function firstFrom(rows: readonly (readonly [number, Cells])[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[0] ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
