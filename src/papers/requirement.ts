import { inLanguage } from '../base/language.ts';
import { pointLines, writtenPoint } from '../feel/sentence/clause.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import { conditionPoints } from '../feel/sentence/sentence.ts';
import { namedIn } from '../program/ast.ts';
import { prose } from '../program/prose.ts';
import type { OutcomeJson } from '../report/json-format.ts';
import type { Setting } from './setting.ts';

/** What the edition of a rule asks, a line a point; nothing for what only a person can judge, and for the process. */
export function requirementOf(
  { rule: id, edition: from, asOf }: Pick<OutcomeJson, 'rule' | 'edition' | 'asOf'>,
  { program, language }: Setting,
): readonly string[] {
  const rule = program.rules.find((one) => one.id === id);
  const edition = rule?.editions.find((one) => one.from === from) ?? rule?.editions.at(-1);
  if (!edition) return [];
  const { criterion, require } = edition;
  const lexicon = lexiconOf(language, program.setting);
  if (criterion) {
    const own = inLanguage(prose(criterion, asOf, program), language);
    return pointLines(writtenPoint(own, lexicon));
  }
  return require ? pointLines(conditionPoints(require.core, { lexicon, ...namedIn(program) })) : [];
}
