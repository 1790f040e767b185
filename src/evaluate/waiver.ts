import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { WaiverProblem, WaiverTerms } from '../program/ast.ts';
import type { Outcome, WaiverUse } from './outcome.ts';
import { bound, type Moment } from './session.ts';
import { traceOf } from './value.ts';

/** The outcome as the dossier's waivers (例外审批) leave it: waived where one that concerns it meets all its terms. */
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
  const [best] = uses.toSorted((a, b) => a.problems.length - b.problems.length);
  if (!best) return outcome;
  return { ...outcome, status: best.problems.length === 0 ? 'waived' : 'fail', waiver: best };
}

function useOf(pointer: string, { terms }: WaiverTerms, moment: Moment): WaiverUse {
  const problems = terms.flatMap(({ unless, holds }): WaiverProblem[] => {
    const { value } = traceOf(holds, moment);
    if (value === true) return [];
    return [isUnknown(value) || value === null ? 'incomplete' : unless];
  });
  return { pointer, problems: [...new Set(problems)] };
}
