import { file, type RowId } from '../../plan/plan.ts';
import { type Part, partsOf } from '../../plan/walk.ts';
import type { At } from './inside.ts';

const rowsRead = new WeakMap<Part, ReadonlySet<RowId>>();

/** The rows of loops around that a part reads. */
function rowsOf(part: Part): ReadonlySet<RowId> {
  const known = rowsRead.get(part);
  if (known) return known;
  const rows = new Set<RowId>(partsOf(part).flatMap((inner) => [...rowsOf(inner)]));
  if ('slot' in part) rows.add(part.slot.row);
  if (part.kind === 'piece' || part.kind === 'rows') rows.add(part.row);
  if (part.kind === 'rows' || part.kind === 'pieces') rows.delete(part.element);
  if ('list' in part) rows.delete(part.list.element);
  rows.delete(file);
  rowsRead.set(part, rows);
  return rows;
}

/** The elements that a part reads, told from those of other turns of its loops. */
export function keyOf(part: Part, at: At): string {
  return [...rowsOf(part)].map((row) => at.get(row)?.pointer ?? '').join(' ');
}

/** What was made of a part before, of the same elements. */
export function remembered<P extends Part, V>(
  memory: Map<P, Map<string, V>>,
  part: P,
  at: At,
  make: () => V,
): V {
  const own = memory.get(part) ?? new Map<string, V>();
  memory.set(part, own);
  const key = keyOf(part, at);
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = make();
  own.set(key, made);
  return made;
}
