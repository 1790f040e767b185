import type { Language } from '../base/language.ts';
import type { Engine } from '../check/engine.ts';
import { citationsOf } from '../manual/citations.ts';
import { type Speaker, speakerOf } from '../manual/speaker.ts';
import {
  inForce,
  mainSubject,
  type Program,
  type ProgramRule,
  type ProgramStep,
  type RuleEditionProgram,
  type StepEditionProgram,
  type Subject,
} from '../program/ast.ts';
import { clauseOf, isVerified } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { type TrainingWords, trainingWords } from '../words/training.ts';
import { sayIn } from '../base/language.ts';

/** What questions are asked of, in which language, on which day. */
export interface Setting {
  readonly program: Program;
  readonly engine: Engine;
  readonly subject: Subject;
  readonly speaker: Speaker;
  readonly says: TrainingWords;
  /** Sources and clauses, as they are cited: those that a person may be held to. */
  readonly cite: (refs: readonly string[]) => readonly string[];
  readonly post: (id: string) => string;
  readonly document: (id: string) => string;
  readonly step: (id: string) => string;
  /** The posts that are asked, by their ids; all where it does not say. */
  readonly posts?: readonly string[];
  /** The rules that may be asked about, in processing order. */
  readonly rules: readonly AskedRule[];
  /** The steps that may be asked about, in processing order. */
  readonly steps: readonly AskedStep[];
}

/** A rule with its edition of the day. */
export interface AskedRule {
  readonly id: string;
  readonly rule: ProgramRule;
  readonly edition: RuleEditionProgram;
  readonly isRedLine: boolean;
}

export interface AskedStep {
  readonly id: string;
  readonly step: ProgramStep;
  readonly edition: StepEditionProgram;
}

/** Which part of the rulebook is asked about; all of it where nothing is named. */
export interface Part {
  readonly posts?: readonly string[];
  readonly stages?: readonly string[];
}

/** Undefined for a rulebook without subjects. */
export function settingOf(
  engine: Engine,
  {
    language,
    asOf,
    part,
  }: { readonly language: Language; readonly asOf: string; readonly part: Part },
): Setting | undefined {
  const { program } = engine;
  const { rulebook } = program;
  const subject = mainSubject(program.subjects);
  if (!subject) return undefined;
  const speaker = speakerOf(program, language, asOf);
  const { words } = speaker;
  const says = sayIn(trainingWords, language);
  const cite = citationsOf(rulebook, speaker);
  const named = (list: readonly (readonly [string, Words])[]) => {
    const titles = new Map(list);
    return (id: string) => words(titles.get(id)) || id;
  };
  return {
    program,
    engine,
    subject,
    speaker,
    says,
    cite: (refs) =>
      cite(refs)
        .filter(({ verified }) => verified)
        .map(({ source, number, clause }) => says.citation(source, number, clause)),
    post: named((rulebook.posts?.data.posts ?? []).map((one) => [one.post, one.title])),
    document: named(
      (rulebook.documents?.data.documents ?? []).map((one) => [one.document, one.title]),
    ),
    step: named(program.steps.map((one) => [one.id, one.step.entry.data.title])),
    ...(part.posts && { posts: part.posts }),
    rules: askedRules(program, asOf, part),
    steps: askedSteps(program, asOf, part),
  };
}

/** Rules in force that have a basis somebody may be held to: no drafts, nothing repealed, nothing that is all 依据待核. */
export function askedRules(program: Program, asOf: string, part: Part): readonly AskedRule[] {
  return program.rules.flatMap((rule) => {
    const { data } = rule.rule.entry;
    const edition = inForce(rule.editions, asOf);
    const isAsked =
      data.status === 'issued' &&
      edition !== undefined &&
      isReliable(edition.basis, program) &&
      isIn(part, data.posts, rule.rule.stage);
    return isAsked ? [{ id: rule.id, rule, edition, isRedLine: data.risk?.redLine === true }] : [];
  });
}

function askedSteps(program: Program, asOf: string, part: Part): readonly AskedStep[] {
  return program.steps.flatMap((step) => {
    const edition = inForce(step.editions, asOf);
    return edition &&
      isReliable(edition.basis, program) &&
      isIn(part, edition.posts, step.step.stage)
      ? [{ id: step.id, step, edition }]
      : [];
  });
}

/** Whether a person may be held to one of the clauses at least. */
export function isReliable(
  basis: readonly string[],
  { rulebook }: Pick<Program, 'rulebook'>,
): boolean {
  return basis.some((ref) => {
    const clause = clauseOf(rulebook, ref);
    return clause !== undefined && isVerified(clause.confidence);
  });
}

function isIn({ posts, stages }: Part, own: readonly string[], stage: string): boolean {
  return (
    (posts === undefined || own.some((post) => posts.includes(post))) &&
    (stages === undefined || stages.includes(stage))
  );
}
