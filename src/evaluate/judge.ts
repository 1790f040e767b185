import type { Dossier } from '../dossier/dossier.ts';
import { placeInGroup } from '../dossier/together.ts';
import type { Missing } from '../feel/value.ts';
import { mainSubject, type Program, type Subject } from '../program/ast.ts';
import { judgeGroups } from './group.ts';
import { judgeRule } from './judge-rule.ts';
import { judgeProcessRule } from './process.ts';
import type {
  Answers,
  FileOptions,
  GroupUse,
  JudgeOptions,
  Judgement,
  Outcome,
  Scope,
} from './outcome.ts';
import { newSession, type Session } from './session.ts';
import { boundsToPass } from './to-pass.ts';

/** A file to be judged. */
export interface ToJudge {
  readonly subject: Subject;
  readonly dossier: Dossier;
  /** What came back on the check-list; absent when none was brought for it. */
  readonly answers?: Answers;
}

/** Judges a file by every rule of a program, in processing order; rules with `scope` take it for a group of one. */
export function judge(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  options: FileOptions,
): Judgement {
  const session = newSession(program, dossier, subject, options);
  const groups = program.rules
    .filter((rule) => rule.group && rule.subject === subject)
    .flatMap((rule) => judgeGroups(rule, [session], options).flat());
  return judgeAlone(session, groups, options);
}

/** Judges files together, each by itself and by rules with `scope` as the groups they make: one judgement a file. */
export function judgeTogether(
  program: Program,
  files: readonly ToJudge[],
  options: JudgeOptions,
): readonly Judgement[] {
  const { today } = options;
  const sessions = files.map(({ dossier, subject, answers }) =>
    newSession(program, dossier, subject, {
      ...(answers && { answers }),
      ...(today !== undefined && { today }),
    }),
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
  return sessions.map((session, index) => judgeAlone(session, groups[index] ?? [], options));
}

function judgeAlone(
  session: Session,
  groups: readonly Outcome[],
  options: JudgeOptions,
): Judgement {
  const { program, subject, dossier, judged } = session;
  const byRule = Map.groupBy(groups, ({ rule }) => rule);
  const rules = program.rules.flatMap((rule) => {
    if (rule.subject !== subject) return [];
    const outcomes = rule.group
      ? (byRule.get(rule.id) ?? [])
      : judgeRule(rule, session, options).map((outcome) => ({
          ...outcome,
          toPass: boundsToPass(outcome, rule, session, options),
        }));
    judged.set(
      rule.id,
      outcomes.map((outcome) => ownOf(outcome, session)),
    );
    return outcomes;
  });
  const process =
    subject === mainSubject(program.subjects)
      ? program.process.map((rule) => judgeProcessRule(rule, session, options))
      : [];
  const order = new Map(program.steps.map(({ id }, index) => [id, index]));
  const placeOf = ({ step }: Outcome) => order.get(step) ?? -1;
  const outcomes = [...rules, ...process].toSorted((a, b) => placeOf(a) - placeOf(b));
  const waiting = outcomes.filter(waitsOnly);
  const dataOnly = waiting.length > 0 && session.answers === undefined;
  const counted = dataOnly ? outcomes.filter((outcome) => !waitsOnly(outcome)) : outcomes;
  // outcomes keep their session: what it remembers of every definition would keep thousands of files in memory
  session.remembered.clear();
  return {
    verdict: verdictOf(counted, dossier.malformed),
    part: dataOnly ? 'data' : 'whole',
    outcomes,
    scope: scopeOfJudgement(outcomes),
  };
}

/** What a group's outcome misses in one of its files, with its places there. */
function ownOf(outcome: Outcome, session: Session): Outcome {
  const { group, missing } = outcome;
  if (!group || missing.length === 0) return outcome;
  return { ...outcome, missing: missingByFile(group, missing).get(session) ?? [] };
}

const byFile = new WeakMap<readonly Missing[], ReadonlyMap<Session, readonly Missing[]>>();

/** All files of a group share what it misses: it is sorted by them once. */
function missingByFile(
  { members }: GroupUse,
  missing: readonly Missing[],
): ReadonlyMap<Session, readonly Missing[]> {
  const known = byFile.get(missing);
  if (known) return known;
  const sorted = new Map<Session, Missing[]>();
  for (const { why, pointer } of missing) {
    const place = placeInGroup(pointer);
    const member = place && members[place.index];
    if (!member) continue;
    const own = sorted.get(member) ?? [];
    own.push({ why, pointer: place.pointer });
    sorted.set(member, own);
  }
  byFile.set(missing, sorted);
  return sorted;
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
