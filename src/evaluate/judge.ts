import type { Dossier } from '../dossier/dossier.ts';
import { placeInGroup } from '../dossier/together.ts';
import type { Missing } from '../feel/value.ts';
import {
  mainSubject,
  type ProcessRule,
  type Program,
  type ProgramRule,
  type Subject,
} from '../program/ast.ts';
import { newGates } from './gates.ts';
import { judgeGroups } from './group.ts';
import { blankOutcome, isLater, isLaterStep, judgeRule } from './judge-rule.ts';
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
import type { Settled, Told, ToldFiles, ToldGroups, ToldRule } from './told.ts';

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
  const groups = new Map(
    program.rules
      .filter((rule) => rule.group && rule.subject === subject)
      .map((rule) => [
        rule.id,
        groupPart(rule, 0, undefined, () => judgeGroups(rule, [session], options)),
      ]),
  );
  return judgeAlone(session, groups, options, undefined);
}

/**
 * Judges files together, each by itself and by rules with `scope` as the groups they make: one judgement a file.
 *
 * @param told - what is known of them already
 */
export function judgeTogether(
  program: Program,
  files: readonly ToJudge[],
  options: JudgeOptions,
  told?: ToldFiles,
): readonly Judgement[] {
  const { today } = options;
  const sessions = files.map(({ dossier, subject, answers }) =>
    newSession(program, dossier, subject, { answers, today }),
  );
  const groups = sessions.map((): Map<string, Part> => new Map());
  for (const rule of program.rules) {
    if (!rule.group) continue;
    const own = sessions.flatMap(({ subject }, index) => (subject === rule.subject ? [index] : []));
    const known = options.explain === undefined ? told?.groups(rule, own) : undefined;
    const outcomes = once(() =>
      judgeGroups(
        rule,
        own.flatMap((index) => sessions[index] ?? []),
        options,
      ),
    );
    for (const [position, index] of own.entries())
      groups[index]?.set(rule.id, groupPart(rule, position, known, outcomes));
  }
  return sessions.map((session, index) =>
    judgeAlone(session, groups[index] ?? new Map(), options, told?.file(index)),
  );
}

/**
 * The verdict on one file, and all outcomes.
 *
 * What was told already is only counted: its outcomes are made when somebody asks for them.
 */
function judgeAlone(
  session: Session,
  groups: ReadonlyMap<string, Part>,
  options: JudgeOptions,
  told: Told | undefined,
): Judgement {
  const { program, subject, dossier, judged } = session;
  if (told?.settled && isPlain(session, groups, options)) {
    const { rule, rows } = told;
    return settledJudgement(told.settled, groups, dossier.malformed, () =>
      judgeAlone(session, groups, options, { rule, rows, settled: undefined }),
    );
  }
  const tally = newTally();
  const gates = newGates(program.rulebook);
  const parts: (() => readonly Outcome[])[] = [];
  const findings: Outcome[] = [];
  const tell = ({ said, outcomes }: Part, stage: string) => {
    tally.add(said);
    gates.add(stage, said);
    parts.push(outcomes);
  };
  const add = (now: readonly Outcome[], stage: string) => {
    tell({ said: now.map(saidBy), outcomes: () => now }, stage);
    findings.push(...now.filter(isFinding));
  };
  for (const rule of program.rules) {
    if (rule.subject !== subject) continue;
    const { stage } = rule.rule;
    const heldBy = gates.heldBy(stage);
    if (heldBy !== undefined && (options.drafts === true || !isDraft(rule))) {
      judged.set(rule.id, []);
      add([{ ...blankOutcome(rule), status: 'not-due', heldBy }], stage);
      continue;
    }
    const group = groups.get(rule.id);
    const known = group ? undefined : settledBy(rule);
    const outcomes = (): readonly Outcome[] => group?.outcomes() ?? ofRule(rule, known);
    const { level } = rule.rule.entry.data;
    const part = group?.isTold ? group : known && partOf(known, level, outcomes);
    if (part) {
      judged.set(rule.id, []);
      tell(part, stage);
      continue;
    }
    const now = outcomes();
    judged.set(
      rule.id,
      now.map((outcome) => ownOf(outcome, session)),
    );
    add(now, stage);
  }
  for (const rule of subject === mainSubject(program.subjects) ? program.process : []) {
    const known = options.explain === undefined ? settledBy(rule) : undefined;
    const outcomes = () => [judgeProcessRule(rule, session, options, known)];
    const { stage } = rule.step.step;
    if (!known) {
      add(outcomes(), stage);
      continue;
    }
    const { level } = rule.editions[known.edition]?.of ?? { level: 'mandatory' };
    tell(partOf(known, level, outcomes), stage);
  }
  const isDataOnly = tally.isWaiting() && session.answers === undefined;
  // outcomes keep their session: what it remembers of every definition would keep thousands of files in memory
  session.remembered.clear();
  session.ofRow.remembered.clear();
  let made: readonly Outcome[] | undefined;
  return {
    verdict: tally.verdict(isDataOnly, dossier.malformed),
    part: isDataOnly ? 'data' : 'whole',
    get outcomes() {
      made ??= inOrder(
        parts.flatMap((part) => part()),
        program,
      );
      return made;
    },
    findings: inOrder(findings, program),
    scope: tally.scope(),
  };

  function ofRule(rule: ProgramRule, known: ToldRule | undefined): readonly Outcome[] {
    const rows = rule.rows && told?.rows(rule);
    return judgeRule(rule, session, options, known, rows).map((outcome) => ({
      ...outcome,
      toPass: boundsToPass(outcome, rule, session, options),
    }));
  }

  function isDue(rule: ProgramRule | ProcessRule): boolean {
    if (options.step === undefined) return true;
    return 'facet' in rule
      ? !isLaterStep(rule.step.id, options, program)
      : !isLater(rule, options, program);
  }

  /** What was told of a rule, where nothing of it has to be evaluated to count it. */
  function settledBy(rule: ProgramRule | ProcessRule): ToldRule | undefined {
    const known = told && isDue(rule) ? told.rule(rule) : undefined;
    return known?.status === 'waiting' && session.answers ? undefined : known;
  }
}

function isDraft({ rule }: ProgramRule): boolean {
  return rule.entry.data.status === 'draft';
}

function isFinding({ status, manual, missing }: Outcome): boolean {
  if (status === 'cannot-tell') return !manual || missing.length > 0;
  return status === 'fail' || status === 'waived';
}

/** Whether what was told of a file is all there is to it: nothing is asked or answered besides. */
function isPlain(
  { answers }: Session,
  groups: ReadonlyMap<string, Part>,
  { explain, step }: JudgeOptions,
): boolean {
  const isAsked = explain !== undefined || step !== undefined || answers !== undefined;
  return !isAsked && [...groups.values()].every(({ isTold }) => isTold);
}

/** The verdict on a file of which nothing has to be evaluated. */
function settledJudgement(
  { data, manual, outOfScope, isPassed }: Settled,
  groups: ReadonlyMap<string, Part>,
  malformed: boolean,
  whole: () => Judgement,
): Judgement {
  const judged = once(whole);
  const said = [...groups.values()].map((part) => part.said);
  const passed = said.filter((one) => one.some(({ status }) => status === 'pass'));
  const isGroupPassed = passed.flat().some(({ level }) => level === 'mandatory');
  return {
    verdict: !malformed && (isPassed || isGroupPassed) ? 'pass' : 'cannot-tell',
    part: manual > 0 ? 'data' : 'whole',
    get outcomes() {
      return judged().outcomes;
    },
    findings: [],
    scope: {
      data: data + passed.length,
      person: 0,
      manual,
      uncaptured: 0,
      outOfScope: outOfScope + said.length - passed.length,
    },
  };
}

/** The outcomes of one rule, and what of them counts. */
interface Part {
  readonly said: readonly Said[];
  readonly outcomes: () => readonly Outcome[];
  /** Nothing has to be evaluated to count it. */
  readonly isTold?: true;
}

/** A rule of which everything was told. */
function partOf(
  { status }: ToldRule,
  level: Outcome['level'],
  outcomes: () => readonly Outcome[],
): Part {
  return { said: [saidOf(level, status)], outcomes };
}

/** What a rule that judges files together says of one of them. */
function groupPart(
  rule: ProgramRule,
  position: number,
  known: ReturnType<ToldGroups>,
  outcomes: () => readonly (readonly Outcome[])[],
): Part {
  const own = () => outcomes()[position] ?? [];
  const { level } = rule.rule.entry.data;
  const statuses = known?.[position];
  if (!statuses) return { said: [], outcomes: own };
  const said = statuses.map((status) => saidOf(level, status));
  return { said, outcomes: own, isTold: true };
}

/** The same work done once, when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly is: T } | undefined;
  return () => {
    done ??= { is: work() };
    return done.is;
  };
}

/** What of an outcome counts for the verdict and the scope. */
export interface Said {
  readonly level: Outcome['level'];
  readonly status: Outcome['status'];
  readonly isManual: boolean;
  /** Nothing but a person's answer is wanting. */
  readonly isWaiting: boolean;
  readonly isByPerson: boolean;
}

function saidBy({ level, status, manual, missing, by }: Outcome): Said {
  const isWaiting = manual && status === 'cannot-tell' && missing.length === 0;
  return { level, status, isManual: manual, isWaiting, isByPerson: by !== undefined };
}

function saidOf(level: Outcome['level'], status: ToldRule['status']): Said {
  const isWaiting = status === 'waiting';
  return {
    level,
    status: isWaiting ? 'cannot-tell' : status,
    isManual: isWaiting,
    isWaiting,
    isByPerson: false,
  };
}

/** In processing order. */
function inOrder(outcomes: readonly Outcome[], { steps }: Program): readonly Outcome[] {
  const order = new Map(steps.map(({ id }, index) => [id, index]));
  const placeOf = ({ step }: Outcome) => order.get(step) ?? -1;
  return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b));
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

/** Counts what is said, rule by rule. */
function newTally() {
  const scope = { data: 0, person: 0, manual: 0, uncaptured: 0, outOfScope: 0 };
  /** What mandatory rules come to: of those that wait for a person no more than that they do. */
  const some = { fail: false, open: false, met: false, waiting: false };
  let isWaiting = false;
  return {
    /** All that one rule says. */
    add(said: readonly Said[]): void {
      for (const one of said) {
        isWaiting ||= one.isWaiting;
        if (one.level !== 'mandatory') continue;
        some.waiting ||= one.isWaiting;
        some.open ||= one.status === 'cannot-tell' && !one.isWaiting;
        some.fail ||= one.status === 'fail';
        some.met ||= one.status === 'pass' || one.status === 'waived';
      }
      if (said.length > 0) scope[placeInScope(said)] += 1;
    },
    scope: (): Scope => scope,
    isWaiting: () => isWaiting,
    /** Fail if a mandatory rule fails; else cannot-tell if one cannot be told, or none was judged; else pass. */
    verdict(isDataOnly: boolean, isMalformed: boolean): Judgement['verdict'] {
      if (some.fail) return 'fail';
      const isOpen = some.open || (some.waiting && !isDataOnly);
      return isMalformed || isOpen || !some.met ? 'cannot-tell' : 'pass';
    },
  };
}

function placeInScope(said: readonly Said[]): keyof Scope {
  if (said.some(({ isManual }) => isManual)) return 'manual';
  if (said.some(({ status }) => status === 'cannot-tell')) return 'uncaptured';
  if (said.every(({ status }) => status === 'not-applicable' || status === 'not-due'))
    return 'outOfScope';
  return said.some(({ isByPerson }) => isByPerson) ? 'person' : 'data';
}
