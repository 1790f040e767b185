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
import { blankOutcome as blankOfProcess, judgeProcessRule } from './process.ts';
import type {
  Answers,
  FileOptions,
  GroupUse,
  HeldBack,
  JudgeOptions,
  Judgement,
  Outcome,
  RuleSaid,
} from './outcome.ts';
import { forget, newSession, type Session } from './session.ts';
import {
  newCounting,
  type Said,
  saidBy,
  saidNotCovered,
  saidOf,
  settledTally,
  verdictOf,
} from './tally.ts';
import { hasWaivers, waiverFindings } from './waiver-findings.ts';
import { asBranchs } from './stricter.ts';
import { withBounds } from './to-pass.ts';
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
        groupPart(rule, undefined, () => judgeGroups(rule, [session], options)[0] ?? []),
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
  const sessions = files.map((file) => sessionOf(program, file, options));
  const groups = groupParts(program, sessions, options, told?.groups);
  return sessions.map((session, index) =>
    judgeAlone(session, groups[index] ?? new Map(), options, told?.file(index)),
  );
}

/**
 * Judges a file by itself: what rules with `scope` say of it comes later, by `judgeLater`.
 *
 * @param told - what is known of it already
 */
export function judgeFirst(
  program: Program,
  file: ToJudge,
  options: JudgeOptions,
  told?: Told,
): Judgement {
  return judgeAlone(sessionOf(program, file, options), new Map(), options, told);
}

/** What one rule with `scope` says of a file. */
export interface SaidLater {
  readonly rule: ProgramRule;
  readonly said: readonly Said[];
  /** Made when they are asked for. */
  readonly outcomes: () => readonly Outcome[];
  /** Whether nobody has to act on any of it. */
  readonly isTold: boolean;
}

/**
 * What rules with `scope` say of files that were judged by themselves: by file, in their order.
 *
 * @param files - with the fields that those rules read; the others are not looked at
 */
export function judgeLater(
  program: Program,
  files: readonly ToJudge[],
  options: JudgeOptions,
  told?: ToldGroups,
): readonly (readonly SaidLater[])[] {
  const sessions = files.map((file) => sessionOf(program, file, options));
  return groupParts(program, sessions, options, told).map((parts) =>
    program.rules.flatMap((rule): readonly SaidLater[] => {
      const part = parts.get(rule.id);
      if (!part) return [];
      if (options.covers?.has(rule.id) === false && !isDraft(rule))
        return [{ rule, ...notCovered(blankOutcome(rule)), isTold: true }];
      const { isTold = false, outcomes } = part;
      return [{ rule, said: isTold ? part.said : outcomes().map(saidBy), outcomes, isTold }];
    }),
  );
}

/** Whether what rules with `scope` say of a file bears on what others say of it: then it cannot come later. */
export function isScopeFirst({ rules, process, rulebook }: Program): boolean {
  const scoped = rules.filter(({ group }) => group);
  if (scoped.length === 0) return false;
  const isHeld = rulebook.manifest.data.stages.some(({ onlyAfter }) =>
    scoped.some(({ rule }) => rule.stage === onlyAfter),
  );
  const gates = new Set(process.flatMap(({ step }) => step.step.entry.data.gate ?? []));
  return isHeld || scoped.some(({ id }) => gates.has(id));
}

function sessionOf(
  program: Program,
  { dossier, subject, answers }: ToJudge,
  { today }: JudgeOptions,
): Session {
  return newSession(program, dossier, subject, { answers, today });
}

/** What each rule with `scope` says of each file. */
function groupParts(
  program: Program,
  sessions: readonly Session[],
  options: JudgeOptions,
  told: ToldGroups | undefined,
): readonly ReadonlyMap<string, Part>[] {
  const parts = sessions.map((): Map<string, Part> => new Map());
  for (const rule of program.rules) {
    if (!rule.group) continue;
    const own = sessions.flatMap(({ subject }, index) => (subject === rule.subject ? [index] : []));
    const known = options.explain === undefined ? told?.(rule, own) : undefined;
    const outcomesOf = (positions: readonly number[]) =>
      judgeGroups(
        rule,
        positions.flatMap((position) => sessions[own[position] ?? -1] ?? []),
        options,
      );
    const all = once(() => outcomesOf(own.map((_, position) => position)));
    const open = own.flatMap((_, position) => (known?.[position] ? [] : [position]));
    // groups that are told in whole share no file with those that are not
    const rest = once(() => new Map(outcomesOf(open).map((one, index) => [open[index], one])));
    for (const [position, index] of own.entries()) {
      const statuses = known?.[position];
      const outcomes = statuses ? () => all()[position] ?? [] : () => rest().get(position) ?? [];
      parts[index]?.set(rule.id, groupPart(rule, statuses, outcomes));
    }
  }
  return parts;
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
  const isWaived = hasWaivers(dossier, subject);
  if (told?.settled && !isWaived && isPlain(session, groups, options)) {
    const { rule, rows } = told;
    return settledJudgement(told.settled, groups, dossier.malformed, options, () =>
      judgeAlone(session, groups, options, { rule, rows, settled: undefined }),
    );
  }
  const evaluated = new Map<ProgramRule | ProcessRule, readonly Outcome[]>();
  const { counting, findings, heldBack } = walked();
  const faulty = isWaived ? waiverFindings(session, options, findings) : [];
  for (const [id, now] of Map.groupBy(faulty, ({ rule }) => rule))
    counting.add(id, now.map(saidBy));
  findings.push(...faulty);
  const { tally } = counting;
  // outcomes keep their session: what it remembers of every definition would keep thousands of files in memory
  forget(session);
  let made: readonly Outcome[] | undefined;
  return {
    ...verdictOf(tally, dossier.malformed, session.answers !== undefined, options.captured),
    tally,
    scope: tally.scope,
    get outcomes() {
      made ??= inOrder(
        [...walked().parts.flatMap(({ outcomes }) => outcomes()), ...faulty],
        program,
      );
      return made;
    },
    findings: inOrder(findings, program),
    said: () => walked().parts,
    ...(heldBack.size > 0 && { heldBack: [...heldBack.values()] }),
  };

  /**
   * Goes through all rules. What was evaluated is kept; what was told is gone through again when somebody asks, since
   * an object for each rule of each file would fill the memory.
   */
  function walked() {
    const counting = newCounting();
    const gates = newGates(program.rulebook);
    const parts: (RuleSaid & Pick<Part, 'outcomes'>)[] = [];
    const findings: Outcome[] = [];
    const heldBack = new Map<string, HeldBack>();
    for (const rule of program.rules) {
      if (rule.subject !== subject) continue;
      if (rule.group && !groups.has(rule.id)) continue;
      const { stage } = rule.rule;
      const heldBy = gates.heldBy(stage);
      if (heldBy !== undefined && (options.drafts === true || !isDraft(rule))) {
        judged.set(rule.id, none);
        if (isCovered(rule))
          heldBack.set(stage, { stage, by: heldBy, rules: (heldBack.get(stage)?.rules ?? 0) + 1 });
        add(rule, [{ ...blankOutcome(rule), status: 'not-due', heldBy }], stage);
        continue;
      }
      const group = groups.get(rule.id);
      const known = group ? undefined : settledBy(rule);
      const outcomes = (): readonly Outcome[] => group?.outcomes() ?? ofRule(rule, known);
      const { level } = rule.rule.entry.data;
      const part = group?.isTold ? group : known && partOf(known, level, outcomes);
      if (part) {
        judged.set(rule.id, none);
        tell(rule, part, stage);
        continue;
      }
      const now = evaluatedOnce(rule, outcomes);
      judged.set(
        rule.id,
        now.map((outcome) => ownOf(outcome, session)),
      );
      add(rule, now, stage);
    }
    for (const rule of subject === mainSubject(program.subjects) ? program.process : []) {
      const settled = settledBy(rule);
      const isPass = settled?.status === 'pass' && options.explain === 'inapplicable';
      const known = options.explain === undefined || isPass ? settled : undefined;
      const outcomes = () => [judgeProcessRule(rule, session, options, known)];
      const { stage } = rule.step.step;
      if (!known) {
        add(rule, evaluatedOnce(rule, outcomes), stage);
        continue;
      }
      const { level } = rule.editions[known.edition]?.of ?? { level: 'mandatory' };
      tell(rule, partOf(known, level, outcomes), stage);
    }
    return { counting, parts, findings, heldBack };

    // a stage is in order or not whatever the inspection covers of it
    function tell(rule: ProgramRule | ProcessRule, part: Part, stage: string): void {
      const own = isCovered(rule) || part.said.length === 0 ? part : notCovered(blankOf(rule));
      gates.add(stage, part.said);
      counting.add(rule.id, own.said);
      parts.push({ rule, said: own.said, outcomes: own.outcomes });
    }

    function add(rule: ProgramRule | ProcessRule, now: readonly Outcome[], stage: string): void {
      tell(rule, { said: now.map(saidBy), outcomes: () => now }, stage);
      if (isCovered(rule)) findings.push(...now.filter(isFinding));
    }
  }

  function evaluatedOnce(
    rule: ProgramRule | ProcessRule,
    outcomes: () => readonly Outcome[],
  ): readonly Outcome[] {
    const now = evaluated.get(rule) ?? outcomes();
    evaluated.set(rule, now);
    return now;
  }

  function ofRule(rule: ProgramRule, known: ToldRule | undefined): readonly Outcome[] {
    const rows = rule.rows && told?.rows(rule);
    return judgeRule(rule, session, options, known, rows).map((outcome) =>
      withBounds(asBranchs(outcome, rule, session, options), rule, session, options),
    );
  }

  function isCovered({ id }: ProgramRule | ProcessRule): boolean {
    return options.covers?.has(id) !== false;
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

/** What a rule of which everything was told leaves to others: all files share it. */
const none: readonly Outcome[] = [];

function isDraft({ rule }: ProgramRule): boolean {
  return rule.entry.data.status === 'draft';
}

/** Whether somebody has to act on an outcome, or to know of it. */
export function isFinding({ status, manual, missing }: Outcome): boolean {
  if (status === 'cannot-tell') return !manual || missing.length > 0;
  return status === 'fail' || status === 'waived';
}

/** Whether what was told of a file is all there is to it: nothing is asked or answered besides. */
function isPlain(
  { answers }: Session,
  groups: ReadonlyMap<string, Part>,
  { explain, step, covers }: JudgeOptions,
): boolean {
  const isAsked = [explain, step, covers, answers].some((one) => one !== undefined);
  return !isAsked && [...groups.values()].every(({ isTold }) => isTold);
}

/** The verdict on a file of which nothing has to be evaluated. */
function settledJudgement(
  settled: Settled,
  groups: ReadonlyMap<string, Part>,
  malformed: boolean,
  { captured }: JudgeOptions,
  whole: () => Judgement,
): Judgement {
  const judged = once(whole);
  const counting = newCounting(settledTally(settled));
  for (const [id, { said }] of groups) counting.add(id, said);
  const { tally } = counting;
  return {
    ...verdictOf(tally, malformed, false, captured),
    tally,
    scope: tally.scope,
    get outcomes() {
      return judged().outcomes;
    },
    findings: [],
    said: () => whole().said(),
  };
}

/** The outcomes of one rule, and what of them counts. */
interface Part {
  readonly said: readonly Said[];
  readonly outcomes: () => readonly Outcome[];
  /** Nothing has to be evaluated to count it. */
  readonly isTold?: true;
}

function blankOf(rule: ProgramRule | ProcessRule): Outcome {
  return 'facet' in rule ? blankOfProcess(rule) : blankOutcome(rule);
}

/** What is told of a rule that the inspection does not cover. */
function notCovered(blank: Outcome): Part {
  const outcome: Outcome = {
    ...blank,
    status: 'not-applicable',
    inapplicable: { kind: 'not-covered' },
  };
  return { said: [saidNotCovered(blank.level)], outcomes: () => [outcome] };
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
  statuses: readonly ('pass' | 'not-applicable')[] | undefined,
  outcomes: () => readonly Outcome[],
): Part {
  const { level } = rule.rule.entry.data;
  if (!statuses) return { said: [], outcomes };
  return { said: statuses.map((status) => saidOf(level, status)), outcomes, isTold: true };
}

/** The same work done once, when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly is: T } | undefined;
  return () => {
    done ??= { is: work() };
    return done.is;
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
