import { type Cell, cellAt, type Span } from '../base/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import { pointerAt } from '../yaml/tree.ts';
import type { CellJson } from './json-format.ts';

/** Where tables have a part of a record’s text; undefined for what is of no table. */
export function cellOfSpan(span: Span): Cell | undefined {
  const { source, start } = span;
  if (!source.rows) return undefined;
  const { value } = source.text === '' ? { value: undefined } : parseYaml(source);
  return cellAt(source, value ? pointerAt(value, start) : '');
}

export function cellJson({ sheet, row, column, isFixed }: Cell): CellJson {
  return {
    sheet,
    row,
    ...(column && { column: column.letter, heading: column.heading }),
    ...(isFixed && { fixed: isFixed }),
  };
}

/** As a place is said. */
export function cellFromJson({ sheet, row, column, heading = '', fixed }: CellJson): Cell {
  return {
    sheet,
    row,
    ...(column !== undefined && { column: { letter: column, heading } }),
    ...(fixed && { isFixed: fixed }),
  };
}
