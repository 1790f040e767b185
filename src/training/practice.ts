import type { Language } from '../base/language.ts';
import type { Words } from '../rulebook/files.ts';
import type { AskedRule, Setting } from './setting.ts';

/** What the manual says of doing a thing: right ways and common mistakes, a line each. */
export interface Practice {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/** Below so many signs a line says too little without what stands around it. */
const shortest = 4;

/** The ways of doing what a rule asks; none where its texts do not say the same number of things in each language. */
export function practiceOf({ rule }: AskedRule, setting: Setting): Practice {
  const { how, mistakes } = rule.rule.entry.data;
  return { right: linesOf(how, setting), wrong: linesOf(mistakes, setting) };
}

function linesOf(text: Words | undefined, { program, speaker }: Setting): readonly string[] {
  const { languages } = program.rulebook.manifest.data;
  const own = linesIn(text, speaker.language);
  const isSame = languages.every((one) => linesIn(text, one).length === own.length);
  return isSame && own.every((line) => line.length >= shortest) ? own : [];
}

/** The items of a list in Markdown: those that go on over several lines are more than a question can hold. */
function linesIn(text: Words | undefined, language: Language): readonly string[] {
  const lines = (text?.[language] ?? '').split('\n').filter((line) => line !== '');
  const items = lines.flatMap((line) => /^(?:-|\d+\.) (.+)$/u.exec(line)?.[1]?.trim() ?? []);
  return items.length === lines.length ? items : [];
}
