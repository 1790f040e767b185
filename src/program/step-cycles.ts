import type { Diagnostic } from '../base/diagnostic.ts';
import { spanOf } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { Program } from './ast.ts';

/** Nothing comes after itself, by way of other steps or at once: no file could reach it. */
export function* stepCycles({
  steps,
}: Pick<Program, 'steps'>): Generator<Diagnostic<RulebookProblems>> {
  const before = new Map(
    steps.map(({ id, editions }) => [id, editions.flatMap(({ after }) => after)] as const),
  );
  const told = new Set<string>();
  for (const { id, step } of steps) {
    if (told.has(id)) continue;
    const round = roundFrom(id, before);
    if (!round) continue;
    for (const one of round) told.add(one);
    const span = spanOf(step.entry, 'after');
    yield { code: 'rulebook/step-cycle', severity: 'error', span, params: { steps: round } };
  }
}

/** The shortest way from a step back to itself along those that come before. */
function roundFrom(
  start: string,
  before: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways)
    for (const id of before.get(way.at(-1) ?? '') ?? []) {
      if (id === start) return [...way, start];
      if (seen.has(id)) continue;
      seen.add(id);
      ways.push([...way, id]);
    }
  return undefined;
}
