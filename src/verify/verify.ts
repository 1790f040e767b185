import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Program } from '../program/ast.ts';
import { figures } from './figures.ts';
import { hidden } from './hidden.ts';
import { wrongDirections } from './limits.ts';
import { numbersInProse } from './numbers-in-prose.ts';
import type { VerifyProblems } from './problems.ts';
import { provedTables } from './tables.ts';

/** One question about a whole program, which no file of it answers alone. */
type Question = (program: Program, memory: Memory) => Iterable<Diagnostic<VerifyProblems>>;

const questions: readonly Question[] = [
  provedTables,
  hidden,
  figures,
  numbersInProse,
  wrongDirections,
];

/** What a rulebook is asked before it is relied on: for its authors, not for those who judge by it. */
export function verify(
  program: Program,
  memory: Memory = noMemory,
): readonly Diagnostic<VerifyProblems>[] {
  return questions.flatMap((question) => [...question(program, memory)]);
}
