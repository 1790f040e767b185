import type { Together } from '../cases/together.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { type Paint, plain } from './paint.ts';

/** How many of the files are named. */
const mostNamed = 3;

/** The groups that no reason explains, each with some of the files where they fail, and how many there are in all. */
export function togetherText(
  found: readonly Together[],
  { terms }: Wordbook,
  paint: Paint = plain,
): string {
  const open = found.filter(({ isExplained }) => !isExplained);
  const lines = open.flatMap(({ rules, with: others, files, outOf }) => {
    const more = files.length - mostNamed;
    return [
      paint.yellow(
        others.length === 0
          ? terms.failAlike(rules, files.length)
          : terms.failWithin(rules, files.length, others, outOf),
      ),
      ...files.slice(0, mostNamed).map((file) => `    ${file}`),
      ...(more > 0 ? [paint.dim(`    ${terms.furtherFiles(more)}`)] : []),
    ];
  });
  const total = terms.failTogether(found.length, open.length);
  const end = open.length > 0 ? [paint.red(total), terms.togetherHint()] : [paint.green(total)];
  return `${[...lines, ...end].join('\n')}\n`;
}

/** The same as data, with those that are explained. */
export function togetherJson(found: readonly Together[]): string {
  return `${JSON.stringify({ together: found }, undefined, 2)}\n`;
}
