import type { BlockContent, List, Nodes, Table } from 'mdast';

import { oneLine } from '../base/shown.ts';
import type { Document } from '../document/document.ts';
import { classesOf } from '../document/places.ts';
import { plainText } from '../document/prose.ts';
import type { Paint } from '../report/paint.ts';
import { columnWidths, inColumns } from '../report/width.ts';

/** Columns of a terminal that a table may take; a wider one would be torn apart. */
const mostColumns = 120;
const gap = '  ';

/** A view as people read it on a terminal. */
export function viewText({ parts }: Document, paint: Paint): string {
  return `${parts
    .flatMap(({ blocks }) => blocks)
    .map(blockText)
    .join('\n\n')}\n`;

  function blockText(block: BlockContent): string {
    switch (block.type) {
      case 'cover':
        return block.children.map(blockText).join('\n\n');
      case 'heading':
        return paint.bold(inLine(block));
      case 'table':
        return tableText(block);
      case 'list':
        return listText(block);
      default:
        return inLine(block);
    }
  }

  function listText({ children }: List): string {
    return children.map((item) => `${gap}- ${inLine(item)}`).join('\n');
  }

  /** In columns; a row in one line with its parts beside each other where they would not fit. */
  function tableText(table: Table): string {
    const rows = table.children.map((row) => row.children.map(inLine));
    const widths = columnWidths(rows);
    const isWide = widths.reduce((sum, one) => sum + one + gap.length, 0) > mostColumns;
    const beside = (row: readonly string[]) => row.filter((cell) => cell !== '').join(' · ');
    const [head = '', ...others] = rows.map(isWide ? beside : inColumns(rows));
    // what a thing is called says enough where there are two columns of them
    const shown = classesOf(table).includes('particulars') ? others : [paint.dim(head), ...others];
    return shown.map((line) => `${gap}${line.trimEnd()}`).join('\n');
  }
}

function inLine(node: Nodes): string {
  return oneLine(plainText(node).trim().replaceAll('\n', ' '));
}
