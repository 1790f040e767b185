import type { Dossier } from '../dossier/dossier.ts';
import { judge } from '../evaluate/judge.ts';
import { filesOf } from './files.ts';
import { said } from './said.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { newSession, type Session } from '../evaluate/session.ts';
import type { Field } from '../feel/types.ts';
import { planOf } from '../plan/from-program.ts';
import { visitParts } from '../plan/walk.ts';
import type { Claim, Program, ProgramRule } from '../program/ast.ts';
import {
  type JudgedWitness,
  newProver,
  type Prover,
  type Stage,
  type Undecided,
} from './prover.ts';
import { applies, fails, some } from './rule.ts';
import type { Solver } from './solver.ts';
import { and, not, or, type Term } from './term.ts';

/** What came of a claim. */
export type ClaimAnswer = { readonly claim: Claim } & (
  | {
      readonly answer: 'proved';
      /** Rules that see to it together. */
      readonly by: readonly string[];
      /** With lists of so many records at most. */
      readonly within: number | undefined;
    }
  | { readonly answer: 'refuted'; readonly witness: JudgedWitness }
  | {
      readonly answer: 'undecided';
      /** `empty`: what is claimed is so of no file, so that nothing is claimed. */
      readonly why: readonly (Undecided | { readonly kind: 'empty' })[];
      /** Rules that object to the files that were found. */
      readonly objecting: readonly string[];
    }
);

/** Rules that are asked together, at most. */
const mostTogether = 12;
/** Files that are looked for after each sound one. */
const mostRounds = 4;

/** Whether what a claim says holds of all files and days. */
export async function askClaim(
  program: Program,
  claim: Claim,
  solver: Solver,
): Promise<ClaimAnswer> {
  const { of } = claim;
  const applied = await newProver([{ program, subject: of.subject, rules: [of] }], solver).find(
    (stage) => claimed(stage, of),
    (session) => isClaimed(of, session),
  );
  if (applied.kind === 'none' && applied.within === undefined)
    return { claim, answer: 'undecided', why: [{ kind: 'empty' }], objecting: [] };
  return claim.never === 'fail'
    ? neverFails(program, claim, solver)
    : neverPasses(program, claim, solver);
}

async function neverFails(program: Program, claim: Claim, solver: Solver): Promise<ClaimAnswer> {
  const { of } = claim;
  const by = program.rules.filter(({ id }) => claim.rules?.includes(id) ?? false);
  let within: number | undefined;
  const why: Undecided[] = [];
  for (const rule of by) {
    const prover = newProver([{ program, subject: of.subject, rules: [of, rule] }], solver);
    const found = await prover.find(
      (stage) => {
        const editions = stage.of(rule.id);
        return editions && and(claimed(stage, of), or(...editions.map((one) => some(one, fails))));
      },
      (session) => isClaimed(of, session) && said(rule, session).some(isFail),
    );
    if (found.kind === 'some') return { claim, answer: 'refuted', witness: found.witness };
    if (found.kind === 'undecided') why.push(...found.why);
    else within = longest(within, found.within);
  }
  if (why.length > 0) return { claim, answer: 'undecided', why, objecting: [] };
  return { claim, answer: 'proved', by: by.map(({ id }) => id), within };
}

/**
 * Looks for a file of the claim that is like a sound one wherever it may be. The rules that object to it are asked
 * whether they object to every file of the claim, by themselves or together; where they do not, the next file is one
 * that none of them objects to.
 */
async function neverPasses(program: Program, claim: Claim, solver: Solver): Promise<ClaimAnswer> {
  const { of } = claim;
  const { subject } = of;
  const free = fieldsClaimed(program, claim);
  const why: Undecided[] = [];
  const met = new Set<string>();
  const rulesMet = () => program.rules.filter(({ id }) => met.has(id));
  for (const dossier of soundFiles(program, claim)) {
    for (let round = 0; round < mostRounds && met.size <= mostTogether; round += 1) {
      let against: readonly string[] = [];
      const confirm = (file: Dossier, today: string | undefined): boolean => {
        against = objectionsTo(program, claim, file, today);
        return against.length === 0 && isClaimed(of, newSession(program, file, subject, { today }));
      };
      const known = rulesMet();
      const found = await proverOf(known).near({ dossier, free, confirm }, unopposed(known));
      if (found.kind === 'some') return { claim, answer: 'refuted', witness: found.witness };
      const more = program.rules.filter(
        (rule) => against.includes(rule.id) && !rule.group && !met.has(rule.id),
      );
      if (found.kind === 'none' || more.length === 0) break;
      for (const { id } of more) met.add(id);
      const together = rulesMet();
      for (const group of [
        ...more.map((rule) => [rule]),
        ...(together.length > 1 ? [together] : []),
      ]) {
        // a file that only these rules have nothing against is no example yet
        const proof = await proverOf(group).find(unopposed(group), () => true);
        const by = group.map(({ id }) => id);
        if (proof.kind === 'none') return { claim, answer: 'proved', by, within: proof.within };
        if (proof.kind === 'undecided') why.push(...proof.why);
      }
    }
  }
  return { claim, answer: 'undecided', why, objecting: rulesMet().map(({ id }) => id) };

  function proverOf(rules: readonly ProgramRule[]): Prover {
    return newProver([{ program, subject, rules: [of, ...rules] }], solver);
  }

  /** What is claimed is so, and no rule objects. */
  function unopposed(rules: readonly ProgramRule[]) {
    return (stage: Stage): Term =>
      and(claimed(stage, of), ...rules.map(({ id }) => not(stage.objects(id))));
  }
}

function claimed(stage: Stage, { id }: ProgramRule): Term {
  return or(...(stage.of(id) ?? []).map((edition) => some(edition, applies)));
}

function isClaimed(of: ProgramRule, session: Session): boolean {
  // a rule that asks nothing is for a person to tell
  return said(of, session).some(
    ({ status, missing }) =>
      status === 'pass' || (status === 'cannot-tell' && missing.length === 0),
  );
}

/** Fields that its condition reads. */
function fieldsClaimed(program: Program, { of }: Claim): ReadonlySet<Field> {
  const [rule] = planOf({ ...program, rules: [of], process: [] }, of.subject).rules;
  const fields = new Set<Field>();
  if (rule?.kind !== 'planned') return fields;
  const conditions = rule.editions.flatMap(({ when }) => when ?? []);
  visitParts(conditions, (part) => {
    if ('slot' in part && part.slot.field) fields.add(part.slot.field);
  });
  return fields;
}

/** Files of the rulebook that are in order, those that the claim may be of first. */
function soundFiles(program: Program, claim: Claim): readonly Dossier[] {
  const { subject } = claim.of;
  const { product } = subject.file;
  const isOf = (dossier: Dossier) => {
    const outcomes = said(claim.of, newSession(program, dossier, subject, {}));
    return outcomes.some(({ inapplicable }) => inapplicable?.kind !== 'product');
  };
  return filesOf(program, subject)
    .filter((dossier) => product === undefined || isOf(dossier))
    .filter((dossier) => judge(program, subject, dossier, {}).verdict === 'pass');
}

/** The rules by which a file is not in order; a file that an approval lets pass is not in order by itself. */
function objectionsTo(
  program: Program,
  { of, rules }: Claim,
  file: Dossier,
  today: string | undefined,
): readonly string[] {
  if (file.malformed) return [of.id];
  const { outcomes } = judge(program, of.subject, file, { today });
  const counts = (outcome: Outcome) =>
    rules ? rules.includes(outcome.rule) : outcome.level === 'mandatory';
  const against = outcomes.filter((outcome) => counts(outcome) && isAgainst(outcome));
  return [...new Set(against.map(({ rule }) => rule))];
}

function isAgainst({ status, manual, missing }: Outcome): boolean {
  if (status === 'cannot-tell') return !manual || missing.length > 0;
  return status === 'fail' || status === 'waived';
}

function isFail({ status }: Outcome): boolean {
  return status === 'fail';
}

function longest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}
