import { cpus, totalmem } from 'node:os';
import process from 'node:process';

/** A table of the results, and what it says in words above and below it. */
export interface Section {
  readonly title: string;
  readonly before?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after?: readonly string[];
}

/** The whole page as Markdown. */
export function page(sections: readonly Section[], about: readonly string[]): string {
  const parts = sections.map(({ title, before, head, rows, after }) =>
    [`## ${title}`, ...(before === undefined ? [] : [before]), table(head, rows), ...(after ?? [])].join('\n\n'));
  return ['# Benchmark results', 'Written by `npm run bench`; not edited by hand.', ...about, ...parts].join('\n\n') + '\n';
}

/** A page with sections that were measured in another run in the place of those of the same title, or behind all. */
export function laidOver(text: string, sections: readonly Section[], note: string): string {
  const parts = text.trimEnd().split(/\n\n(?=## )/u);
  for (const section of sections) {
    const [, made = ''] = page([{ ...section, before: [section.before ?? [], note].flat().join(' ') }], []).split(/\n\n(?=## )/u);
    const place = parts.findIndex((part) => part.startsWith(`## ${section.title}\n`));
    parts.splice(place < 0 ? parts.length : place, place < 0 ? 0 : 1, made.trimEnd());
  }
  return `${parts.join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Processor, cores, memory, Node. */
export function machine(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Machine: ${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB; Node ${process.versions.node} (V8 ${process.versions.v8}), ${process.platform} ${process.arch}.`;
}

/** Three significant digits, with thousands separated. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
