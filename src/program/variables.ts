import type { Core } from '../feel/core.ts';
import { partsOf } from './walk.ts';

const known = new WeakMap<Core, ReadonlySet<number>>();

/** The ids of all variables that an expression speaks of, its own loops' among them. */
export function variablesIn(core: Core): ReadonlySet<number> {
  const before = known.get(core);
  if (before) return before;
  const found = new Set(ownIn(core));
  for (const part of partsOf(core)) for (const id of variablesIn(part)) found.add(id);
  known.set(core, found);
  return found;
}

function ownIn(core: Core): readonly number[] {
  if (core.kind === 'variable') return [core.variable.id];
  return core.kind === 'reference' && core.row ? [core.row.id] : [];
}
