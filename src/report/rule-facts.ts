import type { RuleFacts } from '../appraisal/sheet.ts';
import type { CheckedFiles } from './checked.ts';
import { headOf } from './head.ts';

/** What the rules of a check are, by id. */
export function ruleFactsOf({
  program,
  rulebookDigest,
  engine,
  options,
}: CheckedFiles): (rule: string) => RuleFacts | undefined {
  const { languages } = program.rulebook.manifest.data;
  const reporting = { program, rulebookDigest, engine, options, languages, unmasked: false };
  const { rules } = headOf(reporting);
  return (rule) => (Object.hasOwn(rules, rule) ? rules[rule] : undefined);
}
