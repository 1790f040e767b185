import type { Field, Type } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import { type CellKind, isCell, readCell } from '../rulebook/code-cells.ts';
import { cellText, type Csv, rowsBy } from '../rulebook/csv.ts';
import { epochDay } from '../values/temporal.ts';

/** The codes of one edition of a code set: a row each, whose columns are read when they are asked for. */
export interface CodeSheet {
  /** `census-tracts-2018.csv` */
  readonly file: string;
  readonly csv: Csv;
  /** The number of the column with the codes. */
  readonly key: number;
}

export function codesIn(sheet: CodeSheet): Iterable<string> {
  return rowsOf(sheet).keys();
}

/** The row of each code, from 0: the same map whenever it is asked for. */
export function rowsOf({ csv, key }: CodeSheet): ReadonlyMap<string, number> {
  return rowsBy(csv, key);
}

/** What a column says in a row; undefined where the cell is blank. */
export function cellOf({ csv }: CodeSheet, row: number, { name, type }: Field): Value | undefined {
  const column = csv.header.indexOf(name);
  if (column < 0) return undefined;
  return readCell(cellText(csv, row, column), cellKind(type)) ?? undefined;
}

/** A column as whole numbers. */
export interface Wholes {
  /** By row: `value * 10 ** scale`, days since 1970, or 1 for true and 0 for false; NaN where the cell is blank. */
  readonly values: Float64Array;
  /** Digits after the point. */
  readonly scale: number;
  /** The largest of them, whatever its sign. */
  readonly most: number;
  readonly isPositive: boolean;
}

const wholes = new WeakMap<Csv, Map<string, Wholes | undefined>>();

/** A column of numbers, days or truths as whole numbers; undefined where doubles do not hold all of them. */
export function wholesOf(sheet: CodeSheet, field: Field): Wholes | undefined {
  const known = wholes.get(sheet.csv) ?? new Map<string, Wholes | undefined>();
  wholes.set(sheet.csv, known);
  const key = `${field.name} ${field.type.kind}`;
  if (!known.has(key)) known.set(key, wholesAnew(sheet, field));
  return known.get(key);
}

function wholesAnew({ csv }: CodeSheet, { name, type }: Field): Wholes | undefined {
  const column = csv.header.indexOf(name);
  if (column < 0) return undefined;
  const kind = cellKind(type);
  const texts = Array.from({ length: csv.rows }, (_, row) => cellText(csv, row, column));
  const scale = kind === 'number' ? Math.max(0, ...new Set(texts.map(digitsAfter))) : 0;
  // the same number or day stands in many rows
  const known = new Map<string, number>();
  const values = new Float64Array(csv.rows);
  let most = 0;
  let isPositive = true;
  for (const [row, text] of texts.entries()) {
    const value = known.get(text) ?? wholeOf(text, kind, scale);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
    known.set(text, value);
    values[row] = value;
    most = Math.max(most, Number.isNaN(value) ? 0 : Math.abs(value));
    isPositive &&= !(value < 0);
  }
  return { values, scale, most, isPositive };
}

function wholeOf(text: string, kind: CellKind, scale: number): number {
  if (kind === 'number') {
    if (!isCell(text, kind) || text.trim() === '') return Number.NaN;
    return Number(text.replace('.', '') + '0'.repeat(scale - digitsAfter(text)));
  }
  const cell = readCell(text, kind) ?? null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return isKind(cell, 'date') ? epochDay(cell) : Number.NaN;
}

function digitsAfter(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function cellKind({ kind }: Type): CellKind {
  return kind === 'number' || kind === 'date' || kind === 'boolean' ? kind : 'text';
}
