import { indentedJson } from '../base/json.ts';
import type { Together } from '../cases/together.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { type Paint, plain } from './paint.ts';

/**
 * The groups that no reason explains, each with what its rules ask and the files where they fail, and how many there
 * are in all.
 *
 * @param titleOf - of a rule
 */
export function togetherText(
  found: readonly Together[],
  titleOf: (rule: string) => string,
  { terms }: Wordbook,
  paint: Paint = plain,
): string {
  const open = found.filter(({ isExplained }) => !isExplained);
  const lines = open.flatMap(({ rules, with: others, files, outOf }) => {
    return [
      paint.yellow(
        others.length === 0
          ? terms.failAlike(rules, files.length)
          : terms.failWithin(rules, files.length, others, outOf),
      ),
      ...[...rules, ...others].map((rule) => `  ${`${rule} ${titleOf(rule)}`.trimEnd()}`),
      ...files.map((file) => paint.dim(`    ${file}`)),
    ];
  });
  const total = terms.failTogether(found.length, open.length);
  const end = open.length > 0 ? [paint.red(total), terms.togetherHint()] : [paint.green(total)];
  return `${[...lines, ...end].join('\n')}\n`;
}

/** The same as data, with those that are explained. */
export function togetherJson(found: readonly Together[]): string {
  return indentedJson({ together: found });
}
