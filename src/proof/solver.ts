import type { Script } from './script.ts';
import { and, type Term } from './term.ts';
import type { Model } from './witness.ts';

/** Somebody who runs SMT-LIB 2 and says what it prints. */
export interface Solver {
  /** Text for one of several solvers that know nothing of each other. */
  readonly evaluate: (text: string, solver: number) => Promise<string>;
  /** Begins one of them anew. */
  readonly begin: (solver: number) => Promise<void>;
}

export type Answer =
  /** There is no such file. */
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly model: Model }
  /** The solver gave up. */
  | { readonly kind: 'undecided' };

/** Whether there is a file for which all of these terms hold. */
export type Ask = (...terms: readonly Term[]) => Promise<Answer>;

/** Steps of one question, at most: counted and not timed, so that answers repeat. */
export const mostSteps = 400_000;

/** Guesses are false at first: files are found with less in them, and five times as fast. */
const options = `(set-option :rlimit ${mostSteps})\n(set-option :smt.phase_selection 0)`;

/** Forgets what a solver was told, so that what it answers hangs on nothing that was asked before. */
export async function fresh(solver: Solver, place: number, script: Script): Promise<Ask> {
  const evaluate = async (text: string) => solver.evaluate(text, place);
  await solver.begin(place);
  await evaluate(options);
  return async (...terms) => {
    const wanted = and(...terms);
    if (wanted === 'false') return { kind: 'none' };
    const said = await evaluate(`${script.drain()}\n(push)\n(assert ${wanted})\n(check-sat)`);
    const isSome = /^sat$/mu.test(said);
    const values = isSome ? await evaluate(`(get-value (${script.watched.join(' ')}))`) : '';
    await evaluate('(pop)');
    if (/\(error/u.test(said)) throw new Error(`z3: ${said.slice(0, 500)}`);
    if (isSome) return { kind: 'some', model: modelOf(values, script.watched) };
    return /^unsat$/mu.test(said) ? { kind: 'none' } : { kind: 'undecided' };
  };
}

const valueShape = /(?:\|[^|]*\||[^\s()|]+)\s+(true|false|\d+|\(-\s+\d+\))\s*\)/gu;

/** Values come in the order in which they were asked for. */
function modelOf(printed: string, watched: readonly Term[]): Model {
  const values = [...printed.matchAll(valueShape)].map(([, value = '']) => value);
  return new Map<Term, bigint | boolean>(
    watched.map((name, index) => {
      const value = values[index] ?? '0';
      if (value === 'true' || value === 'false') return [name, value === 'true'] as const;
      const digits = BigInt(value.replaceAll(/\D/gu, ''));
      return [name, value.startsWith('(') ? -digits : digits] as const;
    }),
  );
}
