import type { Diagnostic } from '../base/diagnostic.ts';
import type { Core } from '../feel/core.ts';
import {
  beginning,
  type CodeSet,
  type Dated,
  type Program,
  type ProgramRule,
  type Reference,
} from './ast.ts';
import type { ProgramProblems } from './problems.ts';
import { codesAskedIn, coresOf, referencesIn } from './walk.ts';

/** A rule that is in force always, and so has no governing day, reads nothing that changes with time.
 *
 * Nobody could say on which day it should be read. */
export function* timeless(
  { id, editions }: ProgramRule,
  program: Pick<Program, 'references' | 'codeSets'>,
): Generator<Diagnostic<ProgramProblems>> {
  for (const { asOf, when, require } of editions) {
    if (asOf) continue;
    for (const expression of [when, require]) {
      const found = expression && datedBehind(expression.core, program, new Set());
      const from = found?.editions[0]?.from;
      if (!found || from === undefined) continue;
      const params = { rule: id, name: found.name, from };
      const { span } = expression.yaml;
      yield { code: 'program/no-day', severity: 'error', span, params };
    }
  }
}

/** Whether a definition, parameter, table or code set has always been what it is. */
export function isAlways({
  editions: [first, ...others],
}: {
  readonly editions: readonly Dated[];
}): boolean {
  return others.length === 0 && first?.from === beginning && first.until === undefined;
}

/** The first thing that an expression reads on its governing day and that has not always been what it is. */
function datedBehind(
  core: Core,
  program: Pick<Program, 'references' | 'codeSets'>,
  seen: Set<string>,
): Reference | CodeSet | undefined {
  const { references, codeSets } = program;
  for (const { name, on } of codesAskedIn(core)) {
    const set = codeSets.get(name);
    if (set && !on && !isAlways(set)) return set;
  }
  for (const { name, on } of referencesIn(core)) {
    const reference = references.get(name);
    if (!reference || on || seen.has(name)) continue;
    seen.add(name);
    if (!isAlways(reference)) return reference;
    for (const inner of coresOf(reference)) {
      const found = datedBehind(inner, program, seen);
      if (found) return found;
    }
  }
  return undefined;
}
