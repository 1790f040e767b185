import { type Cell, cellAt, type Span } from '../base/source.ts';
import { pointerTo } from '../base/pointer.ts';
import type { Yaml } from '../yaml/tree.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { CellJson } from './json-format.ts';

/** Where tables have a part of a record’s text; undefined for what is of no table. */
export function cellOfSpan(span: Span): Cell | undefined {
  const { source, start } = span;
  if (!source.rows) return undefined;
  const { value } = source.text === '' ? { value: undefined } : parseYaml(source);
  return cellAt(source, value ? pointerIn(value, start, '') : '');
}

export function cellJson({ sheet, row, column }: Cell): CellJson {
  return { sheet, row, ...(column && { column: column.letter, heading: column.heading }) };
}

/** As a place is said. */
export function cellFromJson({ sheet, row, column, heading = '' }: CellJson): Cell {
  return { sheet, row, ...(column !== undefined && { column: { letter: column, heading } }) };
}

/** The pointer of the innermost value that begins at or before an offset, and ends behind it. */
function pointerIn(yaml: Yaml, offset: number, pointer: string): string {
  if (yaml.kind === 'map') {
    for (const { key, value } of yaml.entries)
      if (key.span.start <= offset && offset < value.span.end)
        return pointerIn(value, offset, pointerTo(pointer, key.text));
  } else if (yaml.kind === 'list') {
    for (const [index, item] of yaml.items.entries())
      if (item.span.start <= offset && offset < item.span.end)
        return pointerIn(item, offset, pointerTo(pointer, index));
  }
  return pointer;
}
