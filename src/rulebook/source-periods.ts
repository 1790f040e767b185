import { dayBefore } from '../values/neighbouring-days.ts';
import type { Rulebook } from './ast.ts';

export { dayBefore } from '../values/neighbouring-days.ts';

/** The first and the last day of a source, as far as they are known. */
export interface InForce {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** By source: it ends with its `until`, or the day before the one that replaces it begins. */
export function periodsOf({ sources }: Pick<Rulebook, 'sources'>): ReadonlyMap<string, InForce> {
  const replaced = new Map(
    sources.flatMap(({ replaces, from }) =>
      from === undefined ? [] : replaces.map((id) => [id, dayBefore(from)] as const),
    ),
  );
  return new Map(
    sources.map(({ id, from, until }) => [id, { from, until: until ?? replaced.get(id) }]),
  );
}
