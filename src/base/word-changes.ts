import type { Language } from './language.ts';

/** A run of words that stayed, went or came. */
export interface Run {
  readonly is: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Pairs of words that are compared, at most: longer texts are replaced as a whole. */
const mostPairs = 4_000_000;

/** Which words of a text went and which came, word by word. */
export function wordChanges(before: string, after: string, language: Language): readonly Run[] {
  const [was, is] = [wordsOf(before, language), wordsOf(after, language)];
  const first = commonLength(was, is);
  const last = commonLength(was.slice(first).toReversed(), is.slice(first).toReversed());
  const [gone, come] = [was, is].map((words) => words.slice(first, words.length - last));
  return joined([
    ...was.slice(0, first).map((text): Run => ({ is: 'same', text })),
    ...between(gone ?? [], come ?? []),
    ...is.slice(is.length - last).map((text): Run => ({ is: 'same', text })),
  ]);
}

function wordsOf(text: string, language: Language): readonly string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const before = words.at(-1);
    // 50% is one number
    if (segment === '%' && before !== undefined && /\d$/u.test(before))
      words[words.length - 1] = `${before}%`;
    else words.push(segment);
  }
  return words;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((word, index) => word !== b[index]);
  return end < 0 ? Math.min(a.length, b.length) : end;
}

/** By the longest run of words that both have in this order. */
function between(gone: readonly string[], come: readonly string[]): readonly Run[] {
  const [rows, columns] = [gone.length, come.length];
  const whole = (): readonly Run[] => [
    ...gone.map((text): Run => ({ is: 'gone', text })),
    ...come.map((text): Run => ({ is: 'come', text })),
  ];
  if (rows * columns > mostPairs) return whole();
  // how many words the rests of both have in common
  const common = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const commonAt = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const line = common[row];
      if (line)
        line[column] =
          gone[row] === come[column]
            ? commonAt(row + 1, column + 1) + 1
            : Math.max(commonAt(row + 1, column), commonAt(row, column + 1));
    }
  const runs: Run[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [old, now] = [gone[row], come[column]];
    if (old !== undefined && old === now) {
      runs.push({ is: 'same', text: old });
      row += 1;
      column += 1;
    } else if (
      old !== undefined &&
      (now === undefined || commonAt(row + 1, column) >= commonAt(row, column + 1))
    ) {
      runs.push({ is: 'gone', text: old });
      row += 1;
    } else if (now !== undefined) {
      runs.push({ is: 'come', text: now });
      column += 1;
    }
  }
  return runs;
}

/** Neighbours of one kind as one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.is === run.is) found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}
