import { expectationOf, isOnOwnDay, type JudgedCase, judgedCase } from '../cases/run.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import type { Expectation } from '../rulebook/files.ts';
import { foundIn } from './probes.ts';
import type { Altered, Ready } from './tried.ts';

/** A case that is to be asked on some days besides, and what it comes to on each. */
export interface OnDays {
  readonly of: Ready;
  readonly days: ReadonlyMap<string, Expectation>;
}

/**
 * On which days the cases that there are would notice that an edition begins a day earlier or later: the first day and
 * the day before, of the case that tells on most of them, then of the next.
 */
export function onDays(
  program: Program,
  rule: ProgramRule,
  cases: readonly Ready[],
  survivors: readonly Altered[],
): { readonly asked: readonly OnDays[]; readonly left: readonly Altered[] } {
  const own = cases.filter(isOnOwnDay);
  const dated = survivors.filter(({ mutant }) => mutant.kind === 'date' && mutant.days);
  const tellings = dated.map((altered) => [altered, plainest(altered)] as const);
  const asked: OnDays[] = [];
  let open = tellings.filter(([, by]) => by.length > 0);
  while (open.length > 0) {
    const told = own.map((of) => ({ of, days: daysTold(open, of) }));
    const [best] = told.toSorted((a, b) => b.days.length - a.days.length);
    if (!best || best.days.length === 0) break;
    const days = [...new Set(best.days)].toSorted();
    asked.push({
      of: best.of,
      days: new Map(days.map((day) => [day, expectationOf(judged(best.of, day))])),
    });
    open = open.filter(([, by]) => !by.includes(best.of));
  }
  const noticed = new Set(tellings.flatMap(([altered, by]) => (by.length > 0 ? [altered] : [])));
  return { asked, left: survivors.filter((one) => !noticed.has(one)) };

  /** Of the cases that would tell, those that say the most of it: whether it passes rather than what is missing. */
  function plainest(altered: Altered): readonly Ready[] {
    const by = Map.groupBy(
      own.filter((of) => isTold(of, altered)),
      (of) => plainness(judged(of, dayOf(altered)), rule),
    );
    return by.get('told') ?? by.get('no edition') ?? by.get('open') ?? [];
  }

  function judged({ case: one, dossiers }: Ready, day: string): JudgedCase {
    return judgedCase(program, rule, one, dossiers, { asOf: day });
  }

  function isTold(of: Ready, altered: Altered): boolean {
    const day = dayOf(altered);
    const { case: one, dossiers } = of;
    const there = judgedCase(altered.program, altered.ruleOf(rule), one, dossiers, { asOf: day });
    return foundIn(there) !== foundIn(judged(of, day));
  }
}

/** An edition that begins a day earlier or later tells on one day. */
function dayOf({ mutant }: Altered): string {
  return mutant.days?.from ?? '';
}

function daysTold(
  open: readonly (readonly [Altered, readonly Ready[]])[],
  of: Ready,
): readonly string[] {
  return open.flatMap(([altered, by]) => (by.includes(of) ? [dayOf(altered)] : []));
}

function plainness(
  { outcome, missing }: JudgedCase,
  { id }: ProgramRule,
): 'told' | 'no edition' | 'open' {
  if (outcome?.status === 'cannot-tell') return missing.includes(id) ? 'no edition' : 'open';
  // that no edition whatever is for it says nothing of the day
  return outcome?.edition === null && outcome.inapplicable?.kind === 'condition' ? 'open' : 'told';
}
