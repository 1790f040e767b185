import type { TextSpan } from '../feel/core.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { runCases } from '../cases/run.ts';
import { filesOf } from './files.ts';
import { said } from './said.ts';
import type { Session } from '../evaluate/session.ts';
import {
  beginning,
  type Expression,
  type Program,
  type ProgramRule,
  type RuleEditionProgram,
} from '../program/ast.ts';
import { type Lessened, lessenings } from './parts.ts';
import {
  type Found,
  type JudgedWitness,
  mostRecords,
  newProver,
  type Stage,
  type Undecided,
} from './prover.ts';
import { applies, type CaseTerms, fails, keepsOut, passes, some } from './rule.ts';
import type { Solver } from './solver.ts';
import { and, not, or, type Term, untold } from './term.ts';

/** Something that may be wrong with an edition of a rule. It is proved where no file is an example of the contrary. */
export type Question = OfEdition &
  (
    | { readonly kind: EditionQuestion }
    /** A part of its condition decides nothing. */
    | { readonly kind: 'idle-part'; readonly part: Written }
    /** No file that both apply to passes both; none that passes the other fails this one. */
    | { readonly kind: 'contradiction' | 'implied'; readonly other: string }
  );

/** It applies to no file; its condition is false of none; none passes it; none fails it. */
export type EditionQuestion = 'never-applies' | 'always-applies' | 'never-passes' | 'never-fails';

interface OfEdition {
  readonly rule: string;
  /** First day of the edition. */
  readonly edition: string;
}

/** A part of an expression. */
export interface Written {
  readonly of: Expression;
  readonly span: TextSpan;
}

export function textOfPart({ of, span }: Written): string {
  return of.yaml.text.slice(span.start, span.end).replaceAll(/\s+/gu, ' ');
}

export type Answered = Question & {
  readonly answer: 'proved' | 'refuted' | 'undecided';
  /** Proved of files whose lists have so many records at most. */
  readonly within?: number;
  readonly why?: readonly Undecided[];
  /** A file that is an example of the contrary. */
  readonly witness?: JudgedWitness;
};

export function answered(question: Question, found: Found): Answered {
  switch (found.kind) {
    case 'none': {
      const { within } = found;
      if (within === undefined) return { ...question, answer: 'proved' };
      if (within === mostRecords && !asksMuch.has(question.kind))
        return { ...question, answer: 'proved', within };
      return { ...question, answer: 'undecided', why: [{ kind: 'records', records: within }] };
    }
    case 'some':
      return { ...question, answer: 'refuted', witness: found.witness };
    case 'undecided':
      return { ...question, answer: 'undecided', why: found.why };
  }
}

/** They look for a file that meets what is required: it may need more records than any number that is looked at. */
const asksMuch: ReadonlySet<Question['kind']> = new Set([
  'never-applies',
  'never-passes',
  'contradiction',
  'implied',
]);

/** Told of which kind the next question is. */
export type Begin = (kind: Question['kind']) => void;

/** All that is asked of a rule by itself, in every edition. */
export async function askRule(
  program: Program,
  written: ProgramRule,
  solver: Solver,
  begin: Begin = () => {},
): Promise<readonly Answered[]> {
  const rule = ofOneRecord(written);
  const parts = rule.editions.map(partsOfEdition);
  const beside = parts.flatMap((own, index) =>
    own.map((part, place) => lesser(rule, index, place, part)),
  );
  const { subject } = rule;
  // cases of a rule over several files are no record of them
  const cases = written.group ? [] : runCases(program, rule);
  const files = cases.flatMap(({ dossier }) => dossier ?? []);
  const prover = newProver([{ program, subject, rules: [rule, ...beside] }], solver, files);
  const all: Answered[] = [];
  for (const [index, edition] of rule.editions.entries()) {
    const own = await askEdition(edition, index);
    all.push(...own);
  }
  return all;

  async function askEdition(
    edition: RuleEditionProgram,
    index: number,
  ): Promise<readonly Answered[]> {
    const made: Answered[] = [];
    const ask = async (
      kind: EditionQuestion,
      wanted: (one: CaseTerms) => Term,
      isSo: (outcome: Outcome) => boolean,
      judged: ProgramRule = rule,
    ) => {
      begin(kind);
      const found = await prover.find(
        (stage) => termOf(stage, index, wanted),
        (session) => outcomesOn(judged, session, edition).some(isSo),
      );
      made.push(answered({ kind, rule: rule.id, edition: edition.from }, found));
      return found;
    };
    const applied = await ask('never-applies', applies, isPass, bare(rule));
    if (applied.kind === 'none') return made;
    if (edition.when) await ask('always-applies', keepsOut, isKeptOut);
    if (edition.require) await ask('never-passes', passes, isPass);
    if (edition.require) await ask('never-fails', fails, isFail);
    for (const [place, part] of (parts[index] ?? []).entries()) {
      begin('idle-part');
      const found = await prover.find(
        (stage) => partTerm(stage, index, place, part),
        (session) => decides(rule, lessenedRule(rule, index, part), session),
      );
      const asked: Question = {
        kind: 'idle-part',
        rule: rule.id,
        edition: edition.from,
        part: { of: part.of, span: part.part.span },
      };
      made.push(answered(asked, found));
    }
    return made;
  }

  function termOf(
    { of }: Stage,
    index: number,
    wanted: (one: CaseTerms) => Term,
  ): Term | undefined {
    const terms = of(rule.id)?.[index];
    return terms && some(terms, wanted);
  }

  /** The condition is true or false, and without the part it is not: in a file or element that it is asked of. */
  function partTerm({ of }: Stage, index: number, place: number, part: Part): Term | undefined {
    const own = of(rule.id)?.[index];
    const other = of(idOf(rule, index, place))?.[0];
    if (!own || !other) return undefined;
    const differs = own.cases.map((one, at) => {
      const [a, b] = [one[part.in], other.cases[at]?.[part.in] ?? untold];
      const told = or(one.require.yes, one.require.no);
      const met = part.in === 'when' ? one.inForce : applies(one);
      return and(met, or(and(told, a.yes, not(b.yes)), and(a.no, not(b.no))));
    });
    return or(...differs);
  }
}

/** A rule over several files is one of a record that has them as a list. */
function ofOneRecord(rule: ProgramRule): ProgramRule {
  return rule.group ? { ...rule, subject: rule.group.subject, group: undefined } : rule;
}

/**
 * Whether two rules on the whole file, in force on the same days, can both pass, and whether one of them can fail what
 * passes the other; nothing where both cannot apply.
 */
export async function askPair(
  program: Program,
  [rule, other]: readonly [ProgramRule, ProgramRule],
  solver: Solver,
  begin: Begin = () => {},
): Promise<readonly Answered[]> {
  const { subject } = rule;
  const files = filesOf(program, subject);
  const prover = newProver([{ program, subject, rules: [rule, other] }], solver, files);
  const canBe = async (one: Way, two: Way) =>
    prover.find(
      (stage) => {
        const [a, b] = [rule, other].map(({ id }) => stage.of(id)?.at(-1));
        return a && b && and(some(a, one.holds), some(b, two.holds));
      },
      (session) => one.isOn(rule, session) && two.isOn(other, session),
    );
  begin('contradiction');
  if ((await canBe(applied, applied)).kind !== 'some') return [];
  const asked = ({ id, editions }: ProgramRule) => ({
    rule: id,
    edition: editions.at(-1)?.from ?? '',
  });
  const contradiction = answered(
    { kind: 'contradiction', ...asked(rule), other: other.id },
    await canBe(passed, passed),
  );
  if (contradiction.answer !== 'refuted') return [contradiction];
  begin('implied');
  return [
    contradiction,
    answered({ kind: 'implied', ...asked(rule), other: other.id }, await canBe(failed, passed)),
    answered({ kind: 'implied', ...asked(other), other: rule.id }, await canBe(passed, failed)),
  ];
}

/** What a rule says of a file in its last edition. */
interface Way {
  readonly holds: (one: CaseTerms) => Term;
  readonly isOn: (rule: ProgramRule, session: Session) => boolean;
}

const applied: Way = {
  holds: applies,
  isOn: (rule, session) => lastOn(bare(rule), session).some(isPass),
};
const passed: Way = { holds: passes, isOn: (rule, session) => lastOn(rule, session).some(isPass) };
const failed: Way = { holds: fails, isOn: (rule, session) => lastOn(rule, session).some(isFail) };

function lastOn(rule: ProgramRule, session: Session): readonly Outcome[] {
  const last = rule.editions.at(-1);
  return last ? outcomesOn(rule, session, last) : [];
}

interface Part extends Lessened {
  readonly in: 'when' | 'require';
  readonly of: Expression;
}

function partsOfEdition({ when, require }: RuleEditionProgram): readonly Part[] {
  const own = (where: 'when' | 'require', of: Expression | undefined) =>
    of ? lessenings(of.core).map((part) => ({ ...part, in: where, of })) : [];
  return [...own('when', when), ...own('require', require)];
}

/** The rule without the part, in its edition. */
function lessenedRule(rule: ProgramRule, index: number, part: Part): ProgramRule {
  const editions = rule.editions.map((edition, place) =>
    place === index ? { ...edition, [part.in]: { ...part.of, core: part.without } } : edition,
  );
  // what rules say is remembered by their ids
  return { ...rule, id: `${rule.id} without`, editions };
}

/** The same as a rule of its own, of this edition alone. */
function lesser(rule: ProgramRule, index: number, place: number, part: Part): ProgramRule {
  const [edition] = lessenedRule(rule, index, part).editions.slice(index);
  return {
    ...rule,
    id: idOf(rule, index, place),
    waivers: undefined,
    editions: edition ? [edition] : [],
  };
}

function idOf({ id }: ProgramRule, index: number, place: number): string {
  return `${id} ${index} ${place}`;
}

/** It can be told of the file or of one of its elements, and without the part something else would be said. */
function decides(rule: ProgramRule, without: ProgramRule, session: Session): boolean {
  const others = said(without, session);
  return said(rule, session).some(
    ({ status }, index) => status !== 'cannot-tell' && status !== others[index]?.status,
  );
}

function outcomesOn(
  rule: ProgramRule,
  session: Session,
  { from }: RuleEditionProgram,
): readonly Outcome[] {
  return said(rule, session).filter(({ edition }) => (edition ?? beginning) === from);
}

/** The rule as one that asks nothing: what it applies to passes. */
function bare(rule: ProgramRule): ProgramRule {
  const editions = rule.editions.map((edition) => ({ ...edition, require: undefined }));
  return { ...rule, id: `${rule.id} bare`, editions };
}

function isKeptOut({ inapplicable }: Outcome): boolean {
  return inapplicable?.kind === 'condition';
}

function isPass({ status }: Outcome): boolean {
  return status === 'pass';
}

function isFail({ status }: Outcome): boolean {
  return status === 'fail' || status === 'waived';
}
