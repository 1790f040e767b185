import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Rulebook } from './ast.ts';
import { builtOn } from './checks/built-on.ts';
import { byHand } from './checks/by-hand.ts';
import { codeSets } from './checks/code-sets.ts';
import { complete } from './checks/complete.ts';
import { criteria } from './checks/criteria.ts';
import { duplicateId } from './checks/duplicate-id.ts';
import { editions } from './checks/editions.ts';
import { fileName } from './checks/file-name.ts';
import { glossary } from './checks/glossary.ts';
import { issued } from './checks/issued.ts';
import { languages } from './checks/languages.ts';
import { marks } from './checks/marks.ts';
import { models } from './checks/models.ts';
import { phases } from './checks/phases.ts';
import { references } from './checks/references.ts';
import { repealed } from './checks/repealed.ts';
import { required } from './checks/required.ts';
import { setting } from './checks/setting.ts';
import { severities } from './checks/severities.ts';
import { shares } from './checks/shares.ts';
import { sinceEnded } from './checks/since-ended.ts';
import { sourceDays } from './checks/source-days.ts';
import { steps } from './checks/steps.ts';
import { terms } from './checks/terms.ts';
import { tested } from './checks/tested.ts';
import { unread } from './checks/unread.ts';
import type { RulebookProblems } from './problems.ts';

/** One demand on every rulebook: a file in `checks/`, a page in `docs/codes/` for each of its codes. */
export type RulebookCheck = (
  rulebook: Rulebook,
  memory: Memory,
) => Iterable<Diagnostic<RulebookProblems>>;

/** Every check, in the order that reads best when several fire at once. */
const checks: readonly RulebookCheck[] = [
  duplicateId,
  fileName,
  setting,
  references,
  steps,
  editions,
  codeSets,
  models,
  shares,
  sinceEnded,
  sourceDays,
  marks,
  required,
  severities,
  complete,
  byHand,
  criteria,
  repealed,
  issued,
  languages,
  glossary,
  terms,
  tested,
  unread,
  builtOn,
  phases,
];

export function checkRulebook(
  rulebook: Rulebook,
  memory: Memory = noMemory,
): readonly Diagnostic<RulebookProblems>[] {
  return checks.flatMap((check) => [...check(rulebook, memory)]);
}
