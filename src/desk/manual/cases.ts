import { isOnOwnDay, runCases } from '../../cases/run.ts';
import { type Memory, noMemory } from '../../base/memory.ts';
import type { Example, Examples } from '../../manual/model.ts';
import type { Program, ProgramRule } from '../../program/ast.ts';
import { failedCase, type FailedCase } from '../../report/failed-case.ts';
import { examplesIn } from './examples.ts';

/** What came of the cases of every rule: the examples of the manual are those that came to what they say. */
export interface ManualCases {
  readonly examples: Examples;
  readonly failed: readonly FailedCase[];
}

/** What came of the cases of one rule. */
export interface RuleCases {
  readonly examples: readonly Example[];
  readonly failed: readonly FailedCase[];
}

/**
 * Runs the cases of every rule.
 *
 * @param memory - of cases that were run before: of the same rule, read of the same files, they come to the same
 */
export function manualCases(program: Program, memory: Memory = noMemory): ManualCases {
  return casesTogether(
    program.rules.map((rule) => ({
      id: rule.id,
      ...memory.of('cases run', [rule], () => casesOf(rule, program)),
    })),
  );
}

export function casesTogether(all: readonly (RuleCases & { readonly id: string })[]): ManualCases {
  return {
    examples: new Map(all.map(({ id, examples }) => [id, examples])),
    failed: all.flatMap(({ failed }) => failed),
  };
}

export function casesOf(rule: ProgramRule, program: Program): RuleCases {
  const results = runCases(program, rule, { explain: new Set([rule.id]) });
  const failed = results.filter(({ passed }) => !passed).map(failedCase);
  return { examples: examplesIn(results.filter(isOnOwnDay), program), failed };
}
