import { availableParallelism } from 'node:os';

import { trierOf } from '../mutation/tried.ts';
import type { Program } from '../program/ast.ts';
import { type MutantRecord, mutantRecord } from '../report/mutation.ts';
import type { CasesSetting } from './run-cases.ts';
import { loadRulebook } from './load.ts';
import { inParts, Threads } from './threads.ts';
import { changed } from './workers.ts';

export type MutantsSetting = Omit<CasesSetting, 'covers'>;

/** So many names pay for what it takes to read the rulebook once more. */
const worthwhile = 100;

/** Names that a thread is asked at a time. */
const atATime = 8;

/** Tries the mutants of rules, definitions, parameters and tables; the same whatever the number of threads. */
export async function mutantsOf(
  program: Program,
  names: readonly string[],
  setting: MutantsSetting,
  jobs: number | undefined,
): Promise<readonly MutantRecord[]> {
  const isWorthwhile = jobs !== undefined || names.length >= worthwhile;
  const parts = inParts(names, atATime);
  const count = isWorthwhile ? Math.min(jobs ?? availableParallelism(), parts.length) : 1;
  if (count < 2) return parts.flatMap(mutantsIn(program));
  const threads = new Threads<readonly string[], readonly MutantRecord[] | undefined>(
    count,
    'mutant-worker',
    setting,
  );
  try {
    const waiting = [...parts.entries()];
    const found: (readonly MutantRecord[])[] = [];
    // whoever is done takes the next: some rules take much longer than others
    const take = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [part, asked] = next;
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        const answer = await threads.ask(asked);
        if (!answer) throw changed();
        found[part] = answer;
      }
    };
    await Promise.all(Array.from({ length: count }, take));
    return found.flat();
  } finally {
    await threads.close();
  }
}

function mutantsIn(program: Program): (names: readonly string[]) => readonly MutantRecord[] {
  const { tried, why } = trierOf(program);
  return (names) =>
    names
      .flatMap(tried)
      .map((one) => mutantRecord(one, one.fate === 'survived' ? why(one.altered) : undefined));
}

/** What a thread does: undefined where the rulebook is no longer what it was. */
export function mutantsInThread({
  rulebook,
  digest,
}: MutantsSetting): (names: readonly string[]) => readonly MutantRecord[] | undefined {
  const { program, digest: own } = loadRulebook(rulebook);
  const tried = program && own === digest ? mutantsIn(program) : undefined;
  return (names) => tried?.(names);
}
