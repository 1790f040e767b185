import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing } from '../feel/value.ts';
import type { RegisterGap, WaiverProblem, WaiverTerms } from '../program/ast.ts';
import { cannotTell } from './cannot-tell.ts';
import type { Outcome, WaiverUse } from './outcome.ts';
import { bound, type Moment } from './session.ts';
import { traceOf } from './value.ts';

/**
 * The outcome as the dossier's waivers (例外审批) leave it: waived where one that concerns it meets all its terms, not told
 * where a register of people does not tell who approved it.
 */
export function withWaiver(
  outcome: Outcome,
  waivers: WaiverTerms | undefined,
  moment: Moment,
): Outcome {
  if (outcome.status !== 'fail' || !waivers) return outcome;
  const list = traceOf(waivers.list, moment).value;
  if (!isList(list)) return outcome;
  const uses = list.items.flatMap((item) => {
    if (!isContext(item)) return [];
    const inside = bound(moment, waivers.waiver, item);
    const concerns = traceOf(waivers.concerns, inside).value === true;
    return concerns ? [useOf(item.pointer ?? '', waivers, inside)] : [];
  });
  const [best] = uses.toSorted((a, b) => wrongWith(a) - wrongWith(b));
  if (!best) return outcome;
  const { waiver, missing } = best;
  if (waiver.problems.length === 0) return { ...outcome, status: 'waived', waiver };
  // whether it covers the fail is a question to those who keep the register
  if (missing.length > 0) return { ...cannotTell(outcome, missing), waiver };
  return { ...outcome, status: 'fail', waiver };
}

interface Use {
  readonly waiver: WaiverUse;
  /** What a register of people does not tell, where nothing else stands against it. */
  readonly missing: readonly Missing[];
}

/** None, what may yet turn out to be none, then how many things. */
function wrongWith({ waiver, missing }: Use): number {
  if (waiver.problems.length === 0) return 0;
  return missing.length > 0 ? 1 : 1 + waiver.problems.length;
}

function useOf(pointer: string, { terms }: WaiverTerms, moment: Moment): Use {
  const { problems, unlooked } = problemsOf(terms, moment);
  const open = problems.every(isOfRegister) ? unlooked : [];
  return { waiver: { pointer, problems }, missing: open };
}

/** Which terms a waiver does not meet, each once, and what a register of people does not tell of them. */
export function problemsOf(
  terms: WaiverTerms['terms'],
  moment: Moment,
): { readonly problems: readonly WaiverProblem[]; readonly unlooked: readonly Missing[] } {
  const unlooked: Missing[] = [];
  const problems = terms.flatMap(({ unless, holds }): WaiverProblem[] => {
    const { value } = traceOf(holds, moment);
    if (value === true) return [];
    // a reason that is not there is none
    if (unless === 'no-reason') return [unless];
    if (!isUnknown(value)) return [value === null ? 'incomplete' : unless];
    const { missing } = value;
    const whys = missing.flatMap(({ why }) => (isOfRegister(why) ? [why] : []));
    if (whys.length < missing.length || whys.length === 0) return ['incomplete'];
    unlooked.push(...missing);
    return whys;
  });
  return { problems: [...new Set(problems)], unlooked };
}

export function isOfRegister(why: string): why is RegisterGap {
  return ['not-in-register', 'unclear-in-register', 'other-register'].includes(why);
}
