/** Where a slip is made, and which; any numbers will do. */
export interface Slip {
  readonly line: number;
  readonly kind: number;
  readonly at: number;
}

const strays = [',', '，', ':', '"', '-', '{', ']', '>=', '0', 'null', ' and ', '{ }'];
const values = ['7', 'true', '[a, b]', '{ a: 1 }', '', '""', 'null', '2024-02-30'];

/** A text with one of the slips that people make: a line lost or twice, a letter lost, a word for another. */
export function slip(text: string, { line, kind, at }: Slip): string {
  const lines = text.split('\n');
  const here = line % lines.length;
  const own = lines[here] ?? '';
  const words = text.match(/[A-Za-z][\w.-]*/gu) ?? ['x'];
  const column = at % (own.length + 1);
  const changes: readonly (() => readonly string[])[] = [
    () => [],
    () => [own, own],
    () => [`  ${own}`],
    () => [own.replace(/\d+/u, (digits) => String(Number(digits) + 1 + (at % 100)))],
    () => [own.slice(0, column) + own.slice(column + 1)],
    () => [own.replace(/[A-Za-z][\w.-]*$/u, words[at % words.length] ?? '')],
    () => [own.slice(0, column) + (strays[at % strays.length] ?? '') + own.slice(column)],
    () => [own.replace(/: .*$/u, `: ${values[at % values.length] ?? ''}`)],
  ];
  return lines.toSpliced(here, 1, ...(changes[kind % changes.length]?.() ?? [])).join('\n');
}
