import { trimmed } from '../base/trimmed.ts';
import type { XmlReader } from './xml.ts';
import { dayOf } from './dates.ts';
import { type Merge, parseCell, parseRange } from './grid.ts';
import { isTrue, type Package } from './package.ts';
import { textReader, unescaped } from './texts.ts';

/** Of a sheet. */
const mostMerges = 100_000;

/** What stands in a cell, as its file writes it. */
export interface Cell {
  readonly type: string;
  readonly style: number;
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** Of a formula, what it came to when the file was saved. */
  value: string;
  formula: string | undefined;
}

/** What is made of a sheet as it is read, in the order of its file. */
export interface SheetHearer {
  /** @param isHidden - by a filter or by hand */
  readonly row?: (number: number, isHidden: boolean) => void;
  readonly cell: (cell: Cell) => void;
  readonly merge: (merge: Merge) => void;
}

/** Reads the part of a sheet. */
export function sheetReader(hearer: SheetHearer): XmlReader {
  const formulas = new Map<string, string>();
  const inline = textReader();
  let [row, column, merges] = [0, -1, 0];
  let cell: Cell | undefined;
  let shared: string | undefined;
  let within: 'v' | 'f' | 'is' | undefined;
  return { open, text, close };

  function open(
    element: string,
    { r, t = 'n', s = '', si, ref = '', hidden = '' }: Readonly<Record<string, string>>,
  ): void {
    if (element === 'row') {
      // without numbers rows and cells count on (18.3.1.4, 18.3.1.73)
      row = r === undefined ? row + 1 : parseCell(`A${r}`).row;
      column = -1;
      hearer.row?.(row, isTrue(hidden));
    } else if (element === 'c') {
      const at = r === undefined ? { row, column: column + 1 } : parseCell(r);
      column = at.column;
      cell = { type: t, style: Number(s), ...at, value: '', formula: undefined };
      inline.begin();
    } else if (element === 'mergeCell') {
      if (merges === mostMerges) throw new RangeError('too many merges');
      merges += 1;
      hearer.merge(parseRange(ref));
    } else if (
      cell &&
      within === undefined &&
      (element === 'v' || element === 'f' || element === 'is')
    ) {
      within = element;
      if (element === 'f') [cell.formula, shared] = ['', si];
    } else if (within === 'is') inline.open(element);
  }

  function text(more: string): void {
    if (!cell) return;
    if (within === 'v') cell.value += more;
    else if (within === 'f') cell.formula = `${cell.formula ?? ''}${more}`;
    else if (within === 'is') inline.text(more);
  }

  function close(element: string): void {
    if (cell && element === within) {
      if (within === 'is') cell.value = inline.said();
      if (within === 'f' && shared !== undefined) {
        // a formula that cells share is written in the first of them (18.3.1.40)
        if (cell.formula === '') cell.formula = formulas.get(shared) ?? '';
        else formulas.set(shared, cell.formula ?? '');
      }
      within = undefined;
    } else if (within === 'is') inline.close(element);
    else if (cell && element === 'c') {
      hearer.cell(cell);
      cell = undefined;
    }
  }
}

/** What the values of cells are read by. */
export interface Context extends Pick<Package, 'isDate' | 'from1904'> {
  /** The texts that sheets share, by number. */
  readonly texts: readonly string[];
  /** As programs show them: days with their times of day, amounts with 15 digits (18.3.1.96). */
  readonly asShown?: boolean;
}

/** The value of a cell as text, trimmed; of a formula what it came to; an error as `#REF!`. */
export function valueOf(
  { type, style, value }: Cell,
  { texts, isDate, from1904, asShown = false }: Context,
): string {
  switch (type) {
    case 's': {
      if (value === '') return '';
      const text = texts[Number(value)];
      if (text === undefined) throw new RangeError('a text is missing');
      return text;
    }
    case 'inlineStr':
      return trimmed(value);
    case 'str':
      return trimmed(unescaped(value));
    case 'b':
      return isTrue(value) ? 'TRUE' : 'FALSE';
    case 'd':
      return asShown ? value.trim() : value.trim().slice(0, '2026-11-25'.length);
    case 'e':
      return value === '' ? '#VALUE!' : value;
    default:
      return (
        ((isDate[style] ?? false) ? dayOf(value, from1904, asShown) : undefined) ??
        (asShown ? shownNumber : numberText)(value.trim())
      );
  }
}

/**
 * The number as it is written. Programs write what `1.1` is nearest to, `1.1000000000000001`: where 15 digits, all that
 * they show and keep (18.3.1.96), tell the same number, those.
 */
function numberText(text: string): string {
  if (text.length <= 15) return text;
  const digits = (written: string) =>
    written.replace(/e.*$/iu, '').replaceAll(/\D/gu, '').replace(/^0+/u, '').length;
  if (digits(text) <= 15) return text;
  const shortest = String(Number(text));
  return digits(shortest) <= 15 ? shortest : text;
}

/**
 * A number as programs show it: with a fraction, to 15 digits, as what `0.1 + 0.2` comes to is 0.3; whole and longer,
 * with nothing but zeros behind the fifteenth, as `3.20102199001011E+17`, for its other digits are lost.
 */
function shownNumber(text: string): string {
  const number = Number(text);
  if (text.length <= 15 || !Number.isFinite(number)) return numberText(text);
  if (!Number.isInteger(number)) return String(Number(number.toPrecision(15)));
  return /^-?\d{15}0+$/u.test(text) ? number.toExponential().replace('e', 'E') : numberText(text);
}
