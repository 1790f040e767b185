import type { Core } from '../feel/core.ts';
import { partsOf } from './walk.ts';

const known = new WeakMap<Core, boolean>();

/** Whether an expression comes to the same on every governing day, and whatever was judged before. */
export function isDayless(core: Core): boolean {
  const before = known.get(core);
  if (before !== undefined) return before;
  const is = isDaylessItself(core) && partsOf(core).every(isDayless);
  known.set(core, is);
  return is;
}

function isDaylessItself({ kind }: Core): boolean {
  return kind !== 'day' && kind !== 'reference' && kind !== 'codes' && kind !== 'outcome';
}
