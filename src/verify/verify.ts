import type { Diagnostic } from '../base/diagnostic.ts';
import type { Program } from '../program/ast.ts';
import { hidden } from './hidden.ts';
import type { VerifyProblems } from './problems.ts';
import { provedTables } from './tables.ts';

/** One question about a whole program, which no file of it answers alone. */
type Question = (program: Program) => Iterable<Diagnostic<VerifyProblems>>;

const questions: readonly Question[] = [provedTables, hidden];

/** What a rulebook is asked before it is relied on: for its authors, not for those who judge by it. */
export function verify(program: Program): readonly Diagnostic<VerifyProblems>[] {
  return questions.flatMap((question) => [...question(program)]);
}
