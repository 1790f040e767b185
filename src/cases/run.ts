import { keysOf } from '../base/pointer.ts';
import type { Span } from '../base/source.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { pathOf } from '../dossier/path.ts';
import { judgeGroups } from '../evaluate/group.ts';
import { judgeRule } from '../evaluate/judge-rule.ts';
import type { Answer, JudgeOptions, Outcome, Status } from '../evaluate/outcome.ts';
import { newSession, type Session } from '../evaluate/session.ts';
import { beginning, type Program, type ProgramRule } from '../program/ast.ts';
import { type Entry, levelOf, spanOf } from '../rulebook/ast.ts';
import type { CaseFile, CasesFile, Expectation } from '../rulebook/files.ts';
import { type CaseFault, faultsOfCases, partsOf } from './faults.ts';
import { filesOfCase } from './files.ts';

/** What a case said, and what came of it. */
export interface CaseResult {
  readonly rule: ProgramRule;
  /** With what it expects on `day`. */
  readonly case: CaseFile;
  /** The other day that it was asked on; undefined for its own. */
  readonly day: string | undefined;
  readonly span: Span;
  /** The outcome that counts: of the element named, or the worst of all. */
  readonly outcome: Outcome | undefined;
  readonly dossier: Dossier | undefined;
  /** Missing fields as paths. */
  readonly missing: readonly string[];
  readonly passed: boolean;
  /** Written for a rulebook that this one builds on, and judged more strictly here: that is no fault. */
  readonly stricter: boolean;
  /** What is wrong with it: it is not judged, and never passes. */
  readonly problems: readonly CaseFault[];
}

/** How cases are run besides. */
export type CaseOptions = Pick<JudgeOptions, 'explain' | 'watch' | 'asOf'>;

/** A case as it is asked on a day: its own, where that is undefined. */
export type AskedCase = Pick<CaseResult, 'case' | 'day'>;

/** A case on its own day, and on each other that it names. */
export function askedOnDays(one: CaseFile): readonly AskedCase[] {
  const others = Object.entries(one.days ?? {});
  return [
    { case: one, day: undefined },
    ...others.map(([day, expect]) => ({ case: { ...one, expect }, day })),
  ];
}

const worstFirst: readonly Status[] = [
  'fail',
  'cannot-tell',
  'waived',
  'pass',
  'not-applicable',
  'not-due',
];

/** The outcome of the element named, or the worst of all. */
export function worstOf(
  outcomes: readonly Outcome[],
  element: string | undefined,
): Outcome | undefined {
  return outcomes
    .filter((outcome) => element === undefined || outcome.element === element)
    .toSorted((a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status))[0];
}

/** What the file itself comes to, and not what it would on another day. */
export function isOnOwnDay({ day }: AskedCase): boolean {
  return day === undefined;
}

/** Runs the cases written beside a rule, on all their days; explained where a pass is to say what it read. */
export function runCases(
  program: Program,
  rule: ProgramRule,
  asked: CaseOptions = {},
): readonly CaseResult[] {
  const { cases } = rule.rule;
  if (!cases) return [];
  const faults = faultsOfCases(program, rule);
  return cases.data.cases.flatMap((one, index) =>
    runCase(program, rule, cases, one, index, faults[index] ?? [], asked),
  );
}

function runCase(
  program: Program,
  rule: ProgramRule,
  entry: Entry<CasesFile>,
  one: CaseFile,
  index: number,
  problems: readonly CaseFault[],
  asked: CaseOptions,
): readonly CaseResult[] {
  const span = spanOf(entry, 'cases', index, 'title');
  const blank = {
    rule,
    case: one,
    day: undefined,
    span,
    outcome: undefined,
    dossier: undefined,
    missing: [],
    passed: false,
    stricter: false,
    problems,
  };
  if (problems.length > 0) return [blank];
  const dossiers = dossiersOf(program, rule, entry, one, index);
  const [dossier] = dossiers ?? [];
  if (!dossiers || !dossier) return [blank];
  return askedOnDays(one).map(({ case: own, day }) => {
    const judged = judgedCase(program, rule, own, dossiers, { ...asked, asOf: day });
    const { outcome, missing, agreed } = judged;
    const stricter =
      !agreed && outcome !== undefined && isInherited(entry, program) && isStricter(own, outcome);
    const passed = agreed || stricter;
    return { ...blank, case: own, day, outcome, dossier, missing, passed, stricter };
  });
}

/** The files that a case is about; undefined where one of them cannot be read. */
export function dossiersOf(
  program: Program,
  rule: ProgramRule,
  entry: Entry<CasesFile>,
  one: CaseFile,
  index: number,
): readonly Dossier[] | undefined {
  const read = filesOfCase(program, rule, entry, one, index).map(
    ({ yaml }) => dossierFromYaml(yaml, rule.subject.type, partsOf(program)).value,
  );
  return read.every((dossier) => dossier !== undefined) ? read : undefined;
}

/** What comes of the files of a case. */
export interface JudgedCase extends Pick<CaseResult, 'outcome' | 'missing'> {
  /** It is what the case says. */
  readonly agreed: boolean;
  /** What was read of its first file. */
  readonly session: Session | undefined;
}

/** Judges the files of a case, by its own program or by another. */
export function judgedCase(
  program: Program,
  rule: ProgramRule,
  one: CaseFile,
  dossiers: readonly Dossier[],
  asked: CaseOptions = {},
): JudgedCase {
  const sessions = dossiers.map((dossier) =>
    newSession(program, dossier, rule.subject, { answers: () => answerOf(one) }),
  );
  const [session] = sessions;
  if (!session) return { outcome: undefined, missing: [], agreed: false, session };
  const options = { drafts: true, rowByRow: true, ...asked } as const;
  const outcomes = rule.group
    ? (judgeGroups(rule, sessions, options)[0] ?? [])
    : judgeRule(rule, session, options);
  const outcome = worstOf(outcomes, one.element);
  const seen = outcome?.group ?? session;
  const missing = (outcome?.missing ?? []).map(({ pointer }) =>
    pointer.startsWith('/') ? pathOf(pointer, seen.dossier.root, seen.subject.type) : pointer,
  );
  const short = missing.map((path) => inRow(path, outcome, rule));
  const agreed = outcome !== undefined && agrees(one, outcome, missing, short);
  return { outcome, missing: short, agreed, session };
}

/** What a case of it would expect. */
export function expectationOf({ outcome, missing }: JudgedCase): Expectation {
  const status = outcome?.status ?? 'pass';
  return status === 'cannot-tell' ? { 'cannot-tell': missing } : (status as Expectation);
}

/** What a case has a person say; who, where and when make no difference to the rule. */
export function answerOf({ answer }: CaseFile): Answer | undefined {
  if (answer === undefined) return undefined;
  return { answer, name: '—', date: beginning, page: undefined, remark: undefined };
}

/** A path as it is written beside a rule on rows: of the row judged, the field alone. */
function inRow(path: string, outcome: Outcome | undefined, { rows }: ProgramRule): string {
  if (!rows || outcome?.row === undefined) return path;
  const list = keysOf(rows.pointer).join('.');
  const names = [outcome.element, String(outcome.row)].map((name) => `${list}[${name}].`);
  const own = names.find((name) => path.startsWith(name));
  return own === undefined ? path : path.slice(own.length);
}

/** @param short - the same paths as they may be written too */
function agrees(
  { expect }: CaseFile,
  { status }: Outcome,
  missing: readonly string[],
  short: readonly string[],
): boolean {
  if (typeof expect === 'string') return status === expect;
  const wanted = expect['cannot-tell'];
  return (
    status === 'cannot-tell' &&
    wanted.length === missing.length &&
    wanted.every((path) => missing.includes(path) || short.includes(path))
  );
}

function isInherited({ yaml }: Entry<CasesFile>, { rulebook }: Program): boolean {
  return levelOf(rulebook, yaml.span) < rulebook.layers.length - 1;
}

/** A branch may judge worse what the rulebook it builds on let pass, never the reverse. */
function isStricter({ expect }: CaseFile, { status }: Outcome): boolean {
  const wanted = typeof expect === 'string' ? expect : 'cannot-tell';
  return worstFirst.indexOf(status) <= worstFirst.indexOf(wanted) && status !== 'waived';
}
