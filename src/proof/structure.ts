import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program } from '../program/ast.ts';
import { strictness } from '../program/strictness.ts';
import { spanOf } from '../rulebook/ast.ts';
import type { ProofProblems } from './problems.ts';

type Found = Diagnostic<ProofProblems>;

/** What needs no solver: it is told from the form of the rulebook. */
export function provedByForm(program: Program): readonly Found[] {
  return [...wrongDirections(program), ...cycles(program)];
}

/** `stricter` of a parameter is what its author declared: a rule may read it the other way round. */
function* wrongDirections(program: Program): Generator<Found> {
  for (const entry of program.rulebook.parameters) {
    const { parameter, stricter } = entry.data;
    if (!stricter) continue;
    const wrong = stricter === 'higher' ? 'down' : 'up';
    for (const rule of program.rules) {
      if (strictness(rule, parameter, program) !== wrong) continue;
      const params = { parameter, rule: rule.id, stricter };
      const span = spanOf(entry, 'stricter');
      yield { code: 'proof/stricter', severity: 'warning', span, params };
    }
  }
}

/** Each cycle once, at the first of its steps in processing order. */
function* cycles({ steps }: Program): Generator<Found> {
  const after = new Map(
    steps.map(({ id, editions }) => [id, new Set(editions.flatMap((edition) => edition.after))]),
  );
  const told = new Set<string>();
  for (const { id, step } of steps) {
    const cycle = told.has(id) ? undefined : backTo(id, [id]);
    if (!cycle) continue;
    for (const one of cycle) told.add(one);
    const span = spanOf(step.entry, 'after');
    yield { code: 'proof/step-cycle', severity: 'error', span, params: { steps: cycle } };
  }

  function backTo(goal: string, path: readonly string[]): readonly string[] | undefined {
    for (const next of after.get(path.at(-1) ?? '') ?? []) {
      if (next === goal) return path;
      const further = path.includes(next) ? undefined : backTo(goal, [...path, next]);
      if (further) return further;
    }
    return undefined;
  }
}
