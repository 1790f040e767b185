import { type Box, shared, without } from './box.ts';

/** What the rows of a table leave out, and where two of them meet. Rows count from 0. */
export interface Proof {
  /** Boxes that no row takes; none of them meet. */
  readonly gaps: readonly Box[];
  readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly box: Box }[];
  /** Rows that nothing reaches. */
  readonly dead: readonly number[];
}

/** Steps of one proof, at most: a few seconds. A table of a thousand rows takes far fewer. */
const mostSteps = 3_000_000;

/** Boxes left over at a time, at most. */
const mostBoxes = 20_000;

/**
 * Takes the boxes of all rows away from the whole, in their order.
 *
 * @param rows - the box of each row; undefined for a row that nothing can match
 * @returns undefined where it would take too long
 */
export function prove(
  whole: Box,
  rows: readonly (Box | undefined)[],
  hit: 'unique' | 'first',
): Proof | undefined {
  let steps = 0;
  let gaps: readonly Box[] = [whole];
  const dead: number[] = [];
  for (const [index, row] of rows.entries()) {
    const reached = row && gaps.some((gap) => shared(gap, row));
    if (!row || (hit === 'first' && !reached)) dead.push(index);
    steps += 2 * gaps.length;
    if (row && reached) gaps = gaps.flatMap((gap) => without(gap, row));
    if (steps > mostSteps || gaps.length > mostBoxes) return undefined;
  }
  if (hit === 'first') return { gaps, overlaps: [], dead };
  if (steps + rows.length ** 2 / 2 > mostSteps) return undefined;
  return { gaps, overlaps: overlapsOf(rows), dead };
}

function overlapsOf(rows: readonly (Box | undefined)[]): Proof['overlaps'] {
  return rows.flatMap((row, second) =>
    rows.slice(0, second).flatMap((earlier, first) => {
      const box = row && earlier && shared(earlier, row);
      return box ? [{ rows: [first, second] as const, box }] : [];
    }),
  );
}
