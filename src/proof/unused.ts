import type { Diagnostic } from '../base/diagnostic.ts';
import { type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { ProofProblems } from './problems.ts';

/** Parameters that no other file names, in an expression or a text, or calls by their title. */
export function* unused(rulebook: Rulebook): Generator<Diagnostic<ProofProblems>> {
  const counts = new Map<string, number>();
  for (const { text } of new Set(rulebook.files.values()))
    for (const word of new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const entry of rulebook.parameters) {
    const name = entry.data.parameter;
    const called = [name, ...Object.values(entry.data.title)];
    if (called.some((one) => (counts.get(one) ?? 0) > 1)) continue;
    const span = spanOf(entry, 'parameter');
    yield { code: 'proof/unused', severity: 'warning', span, params: { parameter: name } };
  }
}
