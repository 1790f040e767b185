import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { nearest } from '../base/suggest.ts';
import { entriesOf, type Entry, type Rulebook } from '../rulebook/ast.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { Yaml } from '../yaml/tree.ts';
import type { ProgramProblems } from './problems.ts';
import { piecesOf } from './template.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;

/**
 * What stands in braces in a text is a parameter: nothing else has a value where there is no file to judge.
 *
 * A brace without a partner, and a name that no parameter has, would be printed as they are.
 */
export function proseReferences(rulebook: Rulebook, memory: Memory = noMemory): readonly Found[] {
  const known = parametersOf(rulebook);
  return entriesOf(rulebook).flatMap((entry) =>
    memory.of('prose', [entry, known.join(' ')], () => [...ofEntry(entry, known)]),
  );
}

function* ofEntry(entry: Entry<unknown>, known: readonly string[]): Generator<Found> {
  for (const { yaml, isProse } of entry.texts())
    if (isProse) for (const { value } of yaml.entries) yield* ofText(value, known);
}

function* ofText(text: Yaml, known: readonly string[]): Generator<Found> {
  const pieces = piecesOf(text);
  if (!pieces) {
    const params = { reason: '{ }' };
    yield { code: 'program/finding', severity: 'error', span: text.span, params };
  }
  for (const piece of pieces ?? []) {
    if ('text' in piece) continue;
    const { text: written, span } = piece.expression;
    const name = written.trim();
    if (known.includes(name)) continue;
    const params = { what: 'parameter', name, near: nearest(name, known) } as const;
    yield { code: 'rulebook/unknown-reference', severity: 'error', span, params };
  }
}

/** By their files too: what is wrong in one is told there. */
function parametersOf({ parameters, files }: Rulebook): readonly string[] {
  const named = [...files.keys()].flatMap(
    (path) => /^parameters\/([^/]+)\.yaml$/u.exec(path)?.[1] ?? [],
  );
  return [...new Set([...parameters.map(({ data }) => data.parameter), ...named])];
}
