import type { ChoiceOf, DatedOf, PickOf, TableOf } from '../../plan/plan.ts';
import type { Frame, Trit } from '../frame.ts';
import type { Closing } from './closing.ts';
import { element } from './loops.ts';

/** How values of a kind are told apart: those that the file does not settle are like nothing. */
export interface Alike<V> {
  readonly unknown: V;
  readonly same: (a: V, b: V) => boolean;
}

export const alikeNums: Alike<number> = { unknown: Number.NaN, same: (a, b) => a === b };
export const alikeExacts: Alike<bigint | undefined> = {
  unknown: undefined,
  same: (a, b) => a !== undefined && a === b,
};
export const alikeTexts: Alike<string | undefined> = {
  unknown: undefined,
  same: (a, b) => a !== undefined && a === b,
};
export const alikeTruths: Alike<Trit> = { unknown: 2, same: (a, b) => a !== 2 && a === b };

type At<V> = (frame: Frame) => V;

/** One of several values as a function, whatever it is picked by. */
export function pickAt<T, V>(
  part: PickOf<T>,
  close: Closing,
  at: (of: T) => At<V>,
  alike: Alike<V>,
): At<V> {
  switch (part.kind) {
    case 'choice':
      return choice(part, close, at, alike);
    case 'dated':
      return dated(part, close, at, alike);
    case 'table':
      return table(part, close, at, alike);
    case 'element':
      return element(part, close, at(part.of), alike.unknown);
  }
}

/** One of two values: where it is not known which, what both of them are. */
function choice<T, V>(
  of: ChoiceOf<T>,
  close: Closing,
  at: (of: T) => At<V>,
  { unknown, same }: Alike<V>,
): At<V> {
  const condition = close.truth(of.condition);
  const [yes, no] = [at(of.yes), at(of.no)];
  return (frame) => {
    const which = condition(frame);
    if (which === 1) return yes(frame);
    const value = no(frame);
    return which === 0 || same(yes(frame), value) ? value : unknown;
  };
}

/** The value that holds on a day; where there is no day, the only one there is. */
function dated<T, V>(
  of: DatedOf<T>,
  close: Closing,
  at: (of: T) => At<V>,
  { unknown }: Alike<V>,
): At<V> {
  const { sole } = of;
  const day = of.day && close.num(of.day);
  const editions = of.editions.map((edition) => ({ ...edition, is: at(edition.is) }));
  const [only] = editions;
  const undated: At<V> = sole && only ? only.is : () => unknown;
  if (!day) return undated;
  return (frame) => {
    const now = day(frame);
    if (Number.isNaN(now)) return undated(frame);
    for (const { from, until, is } of editions) if (from <= now && now <= until) return is(frame);
    return unknown;
  };
}

/**
 * What the row of a decision table that matches gives. A row that may match makes the result unknown, unless it gives
 * the same.
 */
function table<T, V>(
  of: TableOf<T>,
  close: Closing,
  at: (of: T) => At<V>,
  { unknown, same }: Alike<V>,
): At<V> {
  const { first } = of;
  const rows = of.rows.map(({ matches, gives }) => ({
    matches: close.truth(matches),
    gives: at(gives),
  }));
  return (frame) => {
    let found = unknown;
    let seen = false;
    let sure = false;
    let agree = true;
    for (const { matches, gives } of rows) {
      const match = matches(frame);
      if (match === 0) continue;
      const value = gives(frame);
      if (!seen) found = value;
      else if (!same(value, found)) agree = false;
      seen = true;
      if (match === 1) {
        sure = true;
        if (first) break;
      }
    }
    return sure && agree ? found : unknown;
  };
}
