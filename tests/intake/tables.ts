import type { Table } from '../../src/base/table.ts';

/** A table of lines, cells parted by `|`. */
export function tableOf(name: string, text: string): Table {
  const rows = text
    .trim()
    .split('\n')
    .map((line, index) => ({
      number: index + 1,
      cells: line.split('|').map((cell) => cell.trim()),
    }));
  return {
    name,
    problems: [],
    rows: {
      async *[Symbol.asyncIterator]() {
        yield rows;
      },
    },
  };
}
