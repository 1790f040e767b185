import { parseRational, type Rational } from '../values/rational.ts';
import { parseDate } from '../values/temporal-text.ts';
import type { PlainDate } from '../values/temporal.ts';
import type { CodesColumnFile } from './files.ts';

/** How the cells of a column are read. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean';

/** What a cell says; null where it is blank, undefined where it is not of its kind. */
export type CellValue = string | Rational | PlainDate | boolean | null | undefined;

export function kindOfColumn({ unit, type }: CodesColumnFile): CellKind {
  return unit === undefined ? (type ?? 'text') : 'number';
}

/** Digits that a number of a cell may have, before the point and after it together about twice as many. */
const decimal = /^-?\d{1,20}(?:\.\d{1,20})?$/u;

/** Whether a cell is of a kind, or blank. */
export function isCell(text: string, kind: CellKind): boolean {
  return kind === 'number' && decimal.test(text) ? true : readCell(text, kind) !== undefined;
}

/** A number as `-12.50`, a date as `2024-09-24`, a truth as `true` or `false`; nothing else, and no blanks around it. */
export function readCell(text: string, kind: CellKind): CellValue {
  if (text.trim() === '') return null;
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return decimal.test(text) ? parseRational(text) : undefined;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? parseDate(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
  }
}
