import type { Dossier } from '../dossier/dossier.ts';
import { placeInGroup } from '../dossier/together.ts';
import { type EvaluationLimit, withinLimits } from '../feel/operations/limits.ts';
import { mainSubject, type Program, type Subject } from '../program/ast.ts';
import { judgeGroups } from './group.ts';
import { judgeProcess } from './judge-process.ts';
import { judgeRule } from './judge-rule.ts';
import type { Answers, JudgeOptions, Judgement, Outcome, Scope } from './outcome.ts';
import { newSession, type Session } from './scope.ts';
import { boundsToPass } from './to-pass.ts';
import { withWaiver } from './waiver.ts';

/** A file to be judged. */
export interface ToJudge {
  readonly subject: Subject;
  readonly dossier: Dossier;
  /** Whether something in the file could not be read: then it never passes. */
  readonly malformed: boolean;
  /** What came back on the check-list; absent when none was brought for it. */
  readonly answers?: Answers;
}

/** Judges a file by every rule of a program, in processing order; rules with `scope` take it for a group of one. */
export function judge(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  options: JudgeOptions,
  malformed: boolean,
  answers?: Answers,
): Judgement {
  const session = newSession(program, dossier, subject, answers);
  const groups = program.rules
    .filter((rule) => rule.group && rule.subject === subject)
    .flatMap((rule) => judgeGroups(rule, [session], options).flat());
  return judgeAlone(session, groups, options, malformed);
}

/**
 * Judges files together: each by itself, and by rules with `scope` as the groups they make.
 *
 * @returns one judgement a file; for a file that is too much to judge, what was too much of it
 */
export function judgeTogether(
  program: Program,
  files: readonly ToJudge[],
  options: JudgeOptions,
): readonly (Judgement | EvaluationLimit)[] {
  const sessions = files.map(({ dossier, subject, answers }) =>
    newSession(program, dossier, subject, answers),
  );
  const groups = sessions.map((): Outcome[] => []);
  for (const rule of program.rules) {
    if (!rule.group) continue;
    const own = sessions.flatMap(({ subject }, index) => (subject === rule.subject ? [index] : []));
    const judged = judgeGroups(
      rule,
      own.flatMap((index) => sessions[index] ?? []),
      options,
    );
    for (const [position, index] of own.entries()) groups[index]?.push(...(judged[position] ?? []));
  }
  return sessions.map((session, index) =>
    withinLimits(
      () => judgeAlone(session, groups[index] ?? [], options, files[index]?.malformed === true),
      (limit) => limit,
    ),
  );
}

function judgeAlone(
  session: Session,
  groups: readonly Outcome[],
  options: JudgeOptions,
  malformed: boolean,
): Judgement {
  const { program, subject } = session;
  const ids = program.rules.map(({ id }) => id);
  const single = program.rules
    .filter((rule) => rule.subject === subject && !rule.group)
    .flatMap((rule) =>
      judgeRule(rule, session, options).map((outcome) => {
        const waived = withWaiver(outcome, rule, session);
        return { ...waived, toPass: boundsToPass(waived, rule, session, options) };
      }),
    );
  const rules =
    groups.length === 0
      ? single
      : [...single, ...groups].toSorted((a, b) => ids.indexOf(a.rule) - ids.indexOf(b.rule));
  const process =
    subject === mainSubject(program.subjects)
      ? judgeProcess(
          session,
          options,
          rules.map((outcome) => ownOf(outcome, session)),
        )
      : [];
  const order = program.steps.map(({ id }) => id);
  const outcomes = [...rules, ...process].toSorted(
    (a, b) => order.indexOf(a.step) - order.indexOf(b.step),
  );
  const waiting = outcomes.filter(waitsOnly);
  const dataOnly = waiting.length > 0 && session.answers === undefined;
  const counted = dataOnly ? outcomes.filter((outcome) => !waitsOnly(outcome)) : outcomes;
  return {
    verdict: verdictOf(counted, malformed),
    part: dataOnly ? 'data' : 'whole',
    outcomes,
    scope: scopeOfJudgement(outcomes),
  };
}
/** What a group's outcome misses in one of its files, with its places there. */
function ownOf(outcome: Outcome, session: Session): Outcome {
  const { group, missing } = outcome;
  if (!group) return outcome;
  const own = missing.flatMap(({ why, pointer }) => {
    const place = placeInGroup(pointer);
    const isOwn = place && group.members[place.index] === session;
    return isOwn ? [{ why, pointer: place.pointer }] : [];
  });
  return { ...outcome, missing: own };
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

/** Whether nothing but a person's answer is wanting. */
function waitsOnly({ manual, status, missing }: Outcome): boolean {
  return manual && status === 'cannot-tell' && missing.length === 0;
}

function scopeOfJudgement(outcomes: readonly Outcome[]): Scope {
  const counts = { data: 0, person: 0, manual: 0, uncaptured: 0, outOfScope: 0 };
  const byRule = Map.groupBy(outcomes, ({ rule }) => rule);
  for (const list of byRule.values()) {
    if (list.some(({ manual }) => manual)) counts.manual += 1;
    else if (list.some(({ status }) => status === 'cannot-tell')) counts.uncaptured += 1;
    else if (list.every(({ status }) => status === 'not-applicable' || status === 'not-due'))
      counts.outOfScope += 1;
    else if (list.some(({ by }) => by)) counts.person += 1;
    else counts.data += 1;
  }
  return counts;
}
