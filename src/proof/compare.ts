import { said } from './said.ts';
import type { Status } from '../evaluate/outcome.ts';
import type { Session } from '../evaluate/session.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { type Found, newProver, type Stage } from './prover.ts';
import { type CaseTerms, fails, passes } from './rule.ts';
import type { Solver } from './solver.ts';
import { and, not, or, type Term } from './term.ts';

/** A rule in the program that it is of. */
export interface RuleIn {
  readonly program: Program;
  readonly rule: ProgramRule;
}

/** What a change of a rule does. `none` is a proof that it does not; `some` has a file as witness. */
export interface Compared {
  /** A file that was in order fails now. */
  readonly stricter: Found;
  /** A file that failed is in order now. */
  readonly looser: Found;
}

/** Compares two rules, or two versions of one, over all files and days. */
export async function compareRules(
  before: RuleIn,
  after: RuleIn,
  solver: Solver,
): Promise<Compared> {
  const sides = [before, after].map(({ program, rule }) => {
    // a subject has the same name in both programs, and its fields in each
    return { program, subject: rule.subject, rules: [rule] };
  });
  const [one, other] = sides;
  if (!one || !other || before.rule.group || after.rule.group)
    return { stricter: open, looser: open };
  // files are those of the later program
  const prover = newProver([other, one], solver);
  return {
    stricter: await prover.find(
      (stage) => turned(stage, [before.rule.id, 1], [after.rule.id, 0]),
      (now, then) => turns(before.rule, then, after.rule, now),
    ),
    looser: await prover.find(
      (stage) => turned(stage, [after.rule.id, 0], [before.rule.id, 1]),
      (now, then) => turns(after.rule, now, before.rule, then),
    ),
  };
}

const open: Found = { kind: 'undecided', why: [{ kind: 'unplanned' }] };

type Place = readonly [id: string, side: number];

/** One rule has nothing against a file or element, and the other fails it. */
function turned({ of }: Stage, well: Place, wrong: Place): Term | undefined {
  const [good, bad] = [of(...well), of(...wrong)];
  if (!good || !bad) return undefined;
  const count = Math.max(0, ...bad.map(({ cases }) => cases.length));
  const cases = Array.from({ length: count }, (_, index) => {
    const ofGood = good.flatMap((edition) => edition.cases[index] ?? []);
    const ofBad = bad.flatMap((edition) => edition.cases[index] ?? []);
    return and(or(...ofGood.map(isWell)), or(...ofBad.map(fails)));
  });
  return or(...cases);
}

function isWell(one: CaseTerms): Term {
  return or(passes(one), and(one.inForce, one.when.no), and(one.anyProduct, not(one.inForce)));
}

const well: ReadonlySet<Status> = new Set(['pass', 'not-applicable', 'not-due']);

function turns(good: ProgramRule, ofGood: Session, bad: ProgramRule, ofBad: Session): boolean {
  const [first, second] = [said(good, ofGood), said(bad, ofBad)];
  return second.some(
    ({ status, elementAt, element }) =>
      status === 'fail' &&
      (first.length === 0 ||
        first.some(
          (one) =>
            well.has(one.status) &&
            (first.length === 1 || (one.element === element && one.elementAt === elementAt)),
        )),
  );
}
