import type { ProcessRule, ProgramRule } from '../program/ast.ts';
import { askersOf } from '../program/reads.ts';
import { invariant } from '../base/invariant.ts';
import { type Judging, ruleKey } from './judging.ts';
import type { Side } from './side.ts';

/** A rule, or something that a step asks, of which a verdict may change. */
export interface Affected {
  readonly id: string;
  /** As it is now, or was last. */
  readonly rule: ProgramRule | ProcessRule;
  /** Absent where it is new, or judged nothing before. */
  readonly old: ProgramRule | ProcessRule | undefined;
  /** Absent where it is gone, or judges nothing any more. */
  readonly now: ProgramRule | ProcessRule | undefined;
  /** What it says itself differs. */
  readonly isItself: boolean;
  /** What it reads that differs: keys of things, and of rules whose outcome it asks. */
  readonly via: readonly string[];
}

/** Every rule that may judge otherwise, in processing order, those that are gone last: no other can. */
export function affectedBetween(old: Side, now: Side): readonly Affected[] {
  const ids = [...new Set([...now.judging.keys(), ...old.judging.keys()])];
  const direct = ids.flatMap((id) => affectedItself(old.judging.get(id), now.judging.get(id)));
  const found = new Map(direct.map((one) => [one.id, one]));
  const asks = (id: string, other: string) =>
    [old, now].some(({ judging }) => judging.get(id)?.reads.has(ruleKey(other)) === true);
  for (const [id, asked] of askersOf(found.keys(), ids, asks))
    found.set(id, affected(old.judging.get(id), now.judging.get(id), asked.map(ruleKey)));
  return ids.flatMap((id) => found.get(id) ?? []);

  function affectedItself(was: Judging | undefined, is: Judging | undefined): Affected[] {
    const reads = new Set([...(was?.reads ?? []), ...(is?.reads ?? [])]);
    const via = [...reads].filter((key) => old.things.get(key) !== now.things.get(key));
    return was?.form === is?.form && via.length === 0 ? [] : [affected(was, is, via)];
  }

  function affected(
    was: Judging | undefined,
    is: Judging | undefined,
    via: readonly string[],
  ): Affected {
    const { rule } = is ?? was ?? {};
    invariant(rule, 'it is on one of the sides');
    return {
      id: rule.id,
      rule,
      old: was?.rule,
      now: is?.rule,
      isItself: was?.form !== is?.form,
      via,
    };
  }
}
