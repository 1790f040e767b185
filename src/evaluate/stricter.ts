import {
  inForce,
  type Parameter,
  type Program,
  type ProgramRule,
  type Reference,
} from '../program/ast.ts';
import { referencesBehind } from '../program/walk.ts';
import { judgeRule } from './judge-rule.ts';
import type { JudgeOptions, Outcome } from './outcome.ts';
import { newSession, type Session } from './session.ts';

/**
 * A fail that is one only by a limit which a branch made stricter is the branch's: of the kind `bank`, resting on the
 * clauses of the branch. What fails by the limits of the rulebook below as well stays what it is.
 */
export function asBranchs(
  outcome: Outcome,
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): Outcome {
  const { program } = session;
  const { status, day } = outcome;
  if (status !== 'fail' || day === null || program.rulebook.layers.length < 2) return outcome;
  const moved = movedBehind(rule, program).flatMap(({ editions }) => {
    const edition = inForce(editions, day);
    return edition?.branch ? [edition] : [];
  });
  if (moved.length === 0) return outcome;
  const { dossier, subject, answers, today } = session;
  const below = newSession(unmoved(program), dossier, subject, { answers, today });
  const { watch: _, explain: __, ...asked } = options;
  const same = judgeRule(rule, below, asked).find(
    ({ element, row }) => element === outcome.element && row === outcome.row,
  );
  if (same && same.status !== 'pass') return outcome;
  const basis = [...new Set(moved.flatMap((edition) => edition.basis))];
  return { ...outcome, kind: 'bank', basis, isBranchs: true };
}

function movedBehind(rule: ProgramRule, program: Program): readonly Parameter[] {
  return [...referencesBehind(rule, program)].flatMap((reference) =>
    reference.kind === 'parameter' && reference.unmoved ? [reference] : [],
  );
}

const below = new WeakMap<Program, Program>();

/** The same program with every parameter as the rulebook has it that all others build on. */
function unmoved(program: Program): Program {
  const known = below.get(program);
  if (known) return known;
  const references = new Map(
    [...program.references].map(([name, reference]): [string, Reference] =>
      reference.kind === 'parameter' && reference.unmoved
        ? [name, { ...reference, editions: reference.unmoved }]
        : [name, reference],
    ),
  );
  const made = { ...program, references };
  below.set(program, made);
  return made;
}
