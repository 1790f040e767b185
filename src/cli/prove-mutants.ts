import { type Altered, trierOf } from '../mutation/tried.ts';
import type { Program } from '../program/ast.ts';
import { type Same, sameRule } from '../proof/same.ts';
import type { Solver } from '../proof/solver.ts';
import type { MutantRecord } from '../report/mutation.ts';
import { solversInTurn } from './solver.ts';

/** Mutants after which the solver is started anew: it does not give back memory. */
const atOnce = 100;

/**
 * Tells what no file could notice from what cases are lacking for.
 *
 * @param records - of whole rules, definitions, parameters and tables
 */
export async function withProofs(
  program: Program,
  records: readonly MutantRecord[],
): Promise<readonly MutantRecord[]> {
  const { altered } = trierOf(program);
  const made: MutantRecord[] = [];
  const solvers = solversInTurn(atOnce);
  try {
    for (const [name, own] of Map.groupBy(records, ({ of }) => of)) {
      const there = altered(name);
      for (const [index, record] of own.entries()) {
        const one = there[index];
        if (record.fate !== 'survived' || !one) {
          made.push(record);
          continue;
        }
        made.push(proved(record, await sameForAll(program, one, await solvers.next())));
      }
    }
  } finally {
    await solvers.close();
  }
  return made;
}

function proved({ why, ...record }: MutantRecord, same: Same): MutantRecord {
  if (same.kind === 'plan') return { ...record, fate: 'equivalent', proved: 'same-plan' };
  if (same.kind === 'open') return { ...record, ...(why && { why }) };
  const { within: records } = same;
  return records === undefined
    ? { ...record, fate: 'equivalent', proved: 'solver' }
    : { ...record, why: { kind: 'bounded', records } };
}

/** Whether it is the same for each rule that reads it; of no rules nothing is proved. */
async function sameForAll(
  program: Program,
  { program: other, ruleOf, readers, days }: Altered,
  z3: Solver,
): Promise<Same> {
  const day = days?.from === days?.until ? days?.from : undefined;
  let all: Same = readers.length > 0 ? { kind: 'plan' } : { kind: 'open' };
  for (const rule of readers) {
    const after = { program: other, rule: ruleOf(rule) };
    const same = await sameRule({ program, rule }, after, z3, day);
    if (same.kind === 'open') return same;
    if (same.kind === 'solver' && !(all.kind === 'solver' && all.within !== undefined)) all = same;
  }
  return all;
}
