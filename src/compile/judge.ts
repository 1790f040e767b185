import { allOf, numClosure, truthClosure, walkAll } from './closures.ts';
import { type Frame, type Trit, verdicts } from './frame.ts';
import type { List } from './plan.ts';
import type { EditionPlan, RulePlan } from './rules.ts';

/** A rule as a function: its verdict on the file of a frame. */
export function ruleClosure({ product, each, editions }: RulePlan): (frame: Frame) => number {
  const suits = product && truthClosure(product);
  const judge = editionsClosure(editions);
  const all = each ? worstOf(each, judge) : judge;
  return (frame) => {
    if (suits) {
      const suited = suits(frame);
      if (suited !== 1) return suited === 0 ? verdicts['not-applicable'] : verdicts['cannot-tell'];
    }
    return all(frame);
  };
}

function editionsClosure(editions: readonly EditionPlan[]): (frame: Frame) => number {
  const closed = editions.map((edition) => ({
    ...edition,
    day: numClosure(edition.day),
    when: edition.when && truthClosure(edition.when),
    require: truthClosure(edition.require),
  }));
  return (frame) => {
    let picked: (typeof closed)[number] | undefined;
    for (const edition of closed) {
      const day = edition.day(frame);
      // without its day, what a rule says hangs on more than its conditions
      if (Number.isNaN(day)) return verdicts.slow;
      if (!picked && edition.from <= day && day <= edition.until) picked = edition;
    }
    if (!picked) return verdicts['not-applicable'];
    const applies = picked.when ? picked.when(frame) : 1;
    if (applies === 0) return verdicts['not-applicable'];
    return verdictOf(applies, picked.require(frame), picked.ifAbsent);
  };
}

/** The verdict where the rule does or may apply. */
export function verdictOf(applies: Trit, holds: Trit, ifAbsent: boolean): number {
  if (applies === 2) return verdicts['cannot-tell'];
  if (holds !== 2) return holds;
  return ifAbsent ? verdicts.slow : verdicts['cannot-tell'];
}

/** The verdicts, the worse the higher: one that is left to the reference path leaves the rule to it. */
const rank = [4, 2, 3, 1] as const;

/** The worse of two verdicts of elements. */
export function worse(a: number, b: number): number {
  if (a === verdicts.slow || b === verdicts.slow) return verdicts.slow;
  return (rank[a] ?? 0) >= (rank[b] ?? 0) ? a : b;
}

function worstOf(list: List, judge: (frame: Frame) => number): (frame: Frame) => number {
  const kept = allOf(list.where);
  let worst: number = verdicts['not-applicable'];
  const run = walkAll(list, (frame) => {
    const counts = kept(frame);
    if (counts === 1) worst = worse(worst, judge(frame));
    else if (counts === 2) worst = verdicts.slow;
    return counts === 2;
  });
  return (frame) => {
    worst = verdicts['not-applicable'];
    return run(frame) === 2 ? verdicts['cannot-tell'] : worst;
  };
}
