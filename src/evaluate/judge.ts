import type { Dossier } from '../dossier/dossier.ts';
import type { Program, Subject } from '../program/ast.ts';
import { judgeProcess } from './judge-process.ts';
import { judgeRule } from './judge-rule.ts';
import type { JudgeOptions, Judgement, Outcome, Scope } from './outcome.ts';
import { newSession } from './scope.ts';
import { boundsToPass } from './to-pass.ts';
import { withWaiver } from './waiver.ts';

/**
 * Judges a dossier by every rule of a program, in processing order.
 *
 * @param malformed - whether something in the file could not be read: then it never passes
 */
export function judge(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  options: JudgeOptions,
  malformed: boolean,
): Judgement {
  const session = newSession(program, dossier, subject);
  const rules = program.rules
    .filter((rule) => rule.subject === subject)
    .flatMap((rule) =>
      judgeRule(rule, session, options).map((outcome) => {
        const waived = withWaiver(outcome, rule, session);
        return { ...waived, toPass: boundsToPass(waived, rule, session, options) };
      }),
    );
  const order = program.steps.map(({ id }) => id);
  const outcomes = [...rules, ...judgeProcess(session, options, rules)].toSorted(
    (a, b) => order.indexOf(a.step) - order.indexOf(b.step),
  );
  return { verdict: verdictOf(outcomes, malformed), outcomes, scope: scopeOfJudgement(outcomes) };
}

/** Fail if a mandatory rule fails; else cannot-tell if one cannot be told, or none was judged; else pass. */
function verdictOf(outcomes: readonly Outcome[], malformed: boolean): Judgement['verdict'] {
  const mandatory = outcomes.filter(({ level }) => level === 'mandatory');
  const some = (status: Outcome['status']) =>
    mandatory.some((outcome) => outcome.status === status);
  if (some('fail')) return 'fail';
  if (malformed || some('cannot-tell') || !(some('pass') || some('waived'))) return 'cannot-tell';
  return 'pass';
}

function scopeOfJudgement(outcomes: readonly Outcome[]): Scope {
  const counts = { data: 0, manual: 0, uncaptured: 0, outOfScope: 0 };
  const byRule = Map.groupBy(outcomes, ({ rule }) => rule);
  for (const list of byRule.values()) {
    if (list.some(({ manual }) => manual)) counts.manual += 1;
    else if (list.some(({ status }) => status === 'cannot-tell')) counts.uncaptured += 1;
    else if (list.every(({ status }) => status === 'not-applicable' || status === 'not-due'))
      counts.outOfScope += 1;
    else counts.data += 1;
  }
  return counts;
}
