import { languagesOf } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import type { AskedRule, Setting } from './setting.ts';

/** What the manual says of doing a thing: right ways and common mistakes, a line each. */
export interface Practice {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/** Below so many signs, in the language of its writer, a line says too little without what stands around it. */
const shortest = { right: 10, wrong: 6 };

/** The ways of doing what a rule asks; none where its texts do not say the same number of things in each language. */
export function practiceOf({ rule }: AskedRule, setting: Setting): Practice {
  const { how, mistakes } = rule.rule.entry.data;
  return {
    right: linesOf(how, shortest.right, setting),
    wrong: linesOf(mistakes, shortest.wrong, setting),
  };
}

function linesOf(
  text: Words | undefined,
  least: number,
  { program, speaker }: Setting,
): readonly string[] {
  const { data } = program.rulebook.manifest;
  const [written = [], ...others] = languagesOf(data).map((one) => linesIn(text?.[one] ?? ''));
  if (others.some(({ length }) => length !== written.length)) return [];
  return linesIn(speaker.words(text)).filter((_, index) => (written[index] ?? '').length >= least);
}

/** The items of a list in Markdown; none where one of them goes on over several lines, which a question cannot hold. */
function linesIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const items = lines.flatMap((line) => /^(?:-|\d+\.) (.+)$/u.exec(line)?.[1]?.trim() ?? []);
  return items.length === lines.length ? items : [];
}
