import type { Dossier } from '../dossier/dossier.ts';
import { dayOf } from '../evaluate/day.ts';
import { momentOf, newSession } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isKind } from '../feel/value.ts';
import type { Expression, Program, Subject } from '../program/ast.ts';
import { keysFrom } from '../scorecard/keys.ts';
import { toNumber } from '../values/rational.ts';
import { addMonths } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';

/** Who takes part in a pilot, when, and what that is compared with. Days are ISO and inclusive. */
export interface PilotPlan {
  /** The number of the pilot. */
  readonly id: string;
  readonly branches: ReadonlySet<string>;
  /** undefined for all others. */
  readonly comparedWith: ReadonlySet<string> | undefined;
  readonly from: string;
  readonly until: string;
  /** The first day of the time before; undefined for all that there is. */
  readonly baselineFrom: string | undefined;
  /** undefined where the record does not say. */
  readonly sameMeasures: boolean | undefined;
  /** Files in each of the four groups that are compared, at least. */
  readonly least: number;
}

/** What is wrong with a record of a pilot, so that nothing can be compared by it. */
export interface PlanProblem {
  readonly problem: 'not-a-pilot' | 'incomplete' | 'backwards' | 'no-branch' | 'both-sides';
  /** Days, or branches that stand on both sides. */
  readonly names: readonly string[];
}

/** Where a rulebook says no number, two: one file has no spread. */
const leastOfAll = 2;

/**
 * What a record says of its pilot.
 *
 * @param id - the number of the record
 */
export function planOf(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  id: string,
): PilotPlan | PlanProblem {
  const terms = program.pilots.get(subject.name);
  if (!terms) return { problem: 'not-a-pilot', names: [] };
  const moment = momentOf(newSession(program, dossier, subject), undefined);
  const day = (expression: Expression) => dayOf(valueOf(expression, moment), program.setting.zone);
  const [from, until] = [day(terms.from), day(terms.until)];
  const members = valueOf(terms.branches, moment);
  if (isKind(members, 'list') && members.items.length === 0)
    return { problem: 'no-branch', names: [] };
  const named = keysFrom(members);
  if (typeof from !== 'string' || typeof until !== 'string' || named.includes(undefined))
    return { problem: 'incomplete', names: [] };
  if (until < from) return { problem: 'backwards', names: [from, until] };
  const onDay = { ...moment, day: from, constant: new Map() };
  const others = terms.comparedWith && valueOf(terms.comparedWith, onDay);
  const compared = isKind(others, 'list') && others.items.length > 0 ? keysFrom(others) : undefined;
  if (isKind(others, 'unknown') || compared?.includes(undefined) === true)
    return { problem: 'incomplete', names: [] };
  const branches = new Set(named.flatMap((branch) => branch ?? []));
  const comparedWith = compared && new Set(compared.flatMap((branch) => branch ?? []));
  const both = [...branches].filter((branch) => comparedWith?.has(branch) === true);
  if (both.length > 0) return { problem: 'both-sides', names: both };
  const number = (expression: Expression | undefined) => {
    const value = expression && valueOf(expression, onDay);
    return isKind(value, 'number') ? toNumber(value) : undefined;
  };
  const months = number(terms.baselineMonths);
  if (terms.baselineMonths && months === undefined) return { problem: 'incomplete', names: [] };
  const first = parseDate(from);
  const before = first && months !== undefined ? addMonths(first, -months) : undefined;
  const same = terms.sameMeasures ? valueOf(terms.sameMeasures, onDay) : true;
  return {
    id,
    branches,
    comparedWith,
    from,
    until,
    baselineFrom: before && printDate(before),
    sameMeasures: typeof same === 'boolean' ? same : undefined,
    least: Math.max(leastOfAll, number(terms.least) ?? leastOfAll),
  };
}
