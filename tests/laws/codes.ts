import type { Draw } from './draw.ts';
import type { Limits } from './limits.ts';
import { isUnit } from './making.ts';
import { type NumberUnit, wordsOf } from './shapes.ts';
import { always, type Span } from './span.ts';

/** A code set: CSV files of codes, a file for each edition. */
export interface BookCodes {
  readonly name: string;
  readonly columns: readonly CodesColumn[];
  readonly editions: readonly (Span & { readonly rows: readonly CodesRow[] })[];
}

export interface CodesColumn {
  readonly name: string;
  readonly sort: string;
}

export interface CodesRow {
  readonly code: string;
  /** As written in the file; empty for a blank. */
  readonly cells: readonly string[];
}

/** @param spans - of its editions */
export function randomCodes(
  name: string,
  spans: readonly Span[],
  draw: Draw,
  limits: Limits,
): BookCodes {
  const sorts = draw.some(['money', 'money', 'ratio', 'count', 'truth', 'day', 'text'], 4);
  const columns = sorts.map((sort, index) => ({ name: `col${index}`, sort }));
  const editions = spans.map((span) => {
    const codes = new Set([...draw.some(limits.texts, 4), draw.one(draw.one(wordsOf)), 'ab']);
    const rows = [...codes].map((code) => ({
      code,
      cells: columns.map(({ sort }) => (draw.chance(12) ? '' : cell(sort, draw, limits))),
    }));
    return { ...span, rows };
  });
  return { name, columns, editions };
}

function cell(sort: string, draw: Draw, limits: Limits): string {
  switch (sort) {
    case 'truth':
      return draw.one(['true', 'false']);
    case 'day':
      return draw.one(limits.days);
    case 'text':
      return draw.one(limits.texts);
    default:
      return String(draw.one(limits.numbers[sort as NumberUnit]));
  }
}

/** The files of a code set, by path. */
export function filesOfCodes({ name, columns, editions }: BookCodes): Record<string, unknown> {
  const title = { en: 'Test' };
  const files: Record<string, unknown> = {
    [`codes/${name}.yaml`]: {
      codes: name,
      title,
      key: 'code',
      columns: columns.map(({ name: column, sort }) => ({ column, ...kindOf(sort) })),
      ...(isAlways(editions)
        ? { file: `${name}-0.csv` }
        : {
            editions: editions.map(({ from, until }, index) => ({
              from,
              ...(until !== undefined && { until }),
              file: `${name}-${index}.csv`,
            })),
          }),
    },
  };
  for (const [index, { rows }] of editions.entries()) {
    const lines = [
      ['unread', ...columns.map((column) => column.name), 'code'],
      ...rows.map(({ code, cells }) => ['"', ...cells, code]),
    ];
    files[`codes/${name}-${index}.csv`] = lines
      .map((line) => `${line.map(quoted).join(',')}${index % 2 === 0 ? '\n' : '\r\n'}`)
      .join('');
  }
  return files;
}

/** What has always been so is written without editions. */
function isAlways([first, ...others]: BookCodes['editions']): boolean {
  return others.length === 0 && first?.from === always && first.until === undefined;
}

function kindOf(sort: string): object {
  if (isUnit(sort)) return { unit: sort };
  return sort === 'truth' ? { type: 'boolean' } : sort === 'day' ? { type: 'date' } : {};
}

function quoted(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a cell says, as an expression. */
export function writtenCell(cell: string, sort: string): string {
  if (sort === 'day') return `date("${cell}")`;
  return sort === 'text' ? JSON.stringify(cell) : cell;
}
