import type { Table } from 'mdast';

import { classesOf } from './places.ts';
import { plainText } from './prose.ts';

/** Whether a table is of facts, with what each is in its first column: its head says nothing. */
export function isOfFacts(table: Table): boolean {
  const classes = classesOf(table);
  return classes.includes('particulars') || classes.includes('cover');
}

/** Half-width characters that a line of a table holds on A4. */
export const lineWidth = 105;
/** What a column needs beside its text. */
const padding = 4;
/** A column is not made narrower than this because of its neighbours. */
const comfortable = 12;
/** Nor than this, whatever stands beside it. */
const narrowest = 6;

/**
 * Widths of the columns, for none less than its longest word: what the longest cell needs where there is room for all,
 * else those with which the table comes out lowest.
 *
 * @returns shares of the whole, which sum to 1 but for rounding
 */
export function sharesOf(table: Table): readonly number[] {
  const widths = fitted(columnsOf(table));
  const sum = sumOf(widths);
  return widths.map((width) => width / sum);
}

/** A table whose figures would break on a page, as several below each other, each with the first column. */
export function narrowed(table: Table): readonly Table[] {
  const columns = columnsOf(table);
  const least = columns.map(({ figures }) => figures);
  const [first = 0, ...others] = least;
  const room = lineWidth - first;
  if (sumOf(others) <= room) return [table];
  // parts that are about as wide as each other
  const share = sumOf(others) / Math.ceil(sumOf(others) / room);
  const parts: number[][] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const [index, width] of others.entries()) {
    if (taken + width > room || taken >= share) {
      parts.push([]);
      taken = 0;
    }
    parts.at(-1)?.push(index + 1);
    taken += width;
  }
  return parts.map((part) => ({
    ...table,
    children: table.children.map((row) => ({
      ...row,
      children: row.children.filter((_, at) => at === 0 || part.includes(at)),
    })),
  }));
}

interface Column {
  /** Of its longest cell. */
  readonly natural: number;
  readonly least: number;
  /** With which no figure breaks. */
  readonly figures: number;
  /** Lines that each of its cells takes at a width. */
  readonly linesAt: (width: number) => readonly number[];
}

function columnsOf(table: Table): readonly Column[] {
  const rows = table.children.slice(isOfFacts(table) ? 1 : 0);
  return (table.children[0]?.children ?? []).map((_, at) =>
    columnOf(rows.map(({ children }) => (children[at] ? plainText(children[at]) : ''))),
  );
}

function columnOf(cells: readonly string[]): Column {
  const natural = Math.max(1, ...cells.map(widthOf));
  const words = cells.map(wordsOf);
  const longest = Math.max(...words.flat(), Math.min(natural, comfortable));
  const figures = cells
    .flatMap((cell) => cell.match(unbroken) ?? [])
    .filter((word) => /\d/u.test(word));
  const known = new Map<number, readonly number[]>();
  return {
    natural: natural + padding,
    least: Math.min(longest, lineWidth / 2) + padding,
    figures:
      Math.min(
        Math.max(...figures.map(widthOf), Math.min(natural, narrowest)),
        lineWidth / 2 - padding,
      ) + padding,
    linesAt: (width) => {
      const lines = known.get(width) ?? words.map((cell) => linesOfWords(cell, width - padding));
      known.set(width, lines);
      return lines;
    },
  };
}

/** From the least widths, room goes step by step to where it saves most lines for its width. */
function fitted(columns: readonly Column[]): readonly number[] {
  const natural = columns.map((column) => column.natural);
  if (sumOf(natural) <= lineWidth) return natural;
  const least = columns.map((column) => column.least);
  const widths = sumOf(least) <= lineWidth ? least : columns.map(({ figures }) => figures);
  for (;;) {
    const room = lineWidth - sumOf(widths);
    const height = heightAt(widths);
    let best = { at: -1, by: 0, saves: 0 };
    for (const [at, most] of natural.entries()) {
      const own = widths[at] ?? 0;
      for (let by = 1; by <= Math.min(room, most - own); by += 1) {
        const saves = (height - heightAt(widths.with(at, own + by))) / by;
        if (saves > best.saves) best = { at, by, saves };
      }
    }
    if (best.at < 0) return widths;
    widths[best.at] = (widths[best.at] ?? 0) + best.by;
  }

  function heightAt(given: readonly number[]): number {
    const lines = columns.map(({ linesAt }, at) => linesAt(given[at] ?? 0));
    const rows = (lines[0] ?? []).map((_, row) => Math.max(...lines.map((of) => of[row] ?? 1)));
    // two columns that are too narrow save nothing one by one
    return sumOf(rows) + sumOf(lines.map(sumOf)) / 100;
  }
}

function linesOfWords(words: readonly number[], width: number): number {
  let lines = 1;
  let at = 0;
  for (const word of words) {
    if (at + word > width && at > 0) {
      lines += 1;
      at = 0;
    }
    // what is too long for a line goes on in the next
    lines += Math.ceil(word / width) - 1;
    at += word;
  }
  return lines;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/gu;
const unbroken = new RegExp(
  `${wide.source}|(?:[^${wide.source.slice(1, -1)}\\s/.[\\]]|\\.(?=\\d))*[\\s/.[\\]]*`,
  'gu',
);

/** In half-width characters: those of Chinese, Japanese and Korean count for two. */
export function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/** Widths of what a line is not broken inside, with the spaces behind. */
function wordsOf(text: string): readonly number[] {
  return (text.match(unbroken) ?? []).map(widthOf);
}
