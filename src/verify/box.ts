import type { Parts } from './domain.ts';

/** A part of a table's inputs: in each column some parts of its domain. None of them is empty. */
export type Box = readonly Parts[];

/** What two boxes share; undefined when they have nothing in common. */
export function shared(a: Box, b: Box): Box | undefined {
  const both: Parts[] = [];
  for (let column = 0; column < a.length; column += 1) {
    const parts = (a[column] ?? 0n) & (b[column] ?? 0n);
    if (parts === 0n) return undefined;
    both.push(parts);
  }
  return both;
}

/** What of a box lies outside another: boxes that do not meet, one for each column in which the two differ. */
export function without(box: Box, taken: Box): readonly Box[] {
  const both = shared(box, taken);
  if (!both) return [box];
  const left: Box[] = [];
  for (let column = 0; column < box.length; column += 1) {
    const outside = (box[column] ?? 0n) & ~(taken[column] ?? 0n);
    if (outside !== 0n) left.push([...both.slice(0, column), outside, ...box.slice(column + 1)]);
  }
  return left;
}
