import type { Program } from './ast.ts';

/** What rests on a clause: rules by id, and steps, limits and pairs of posts by theirs. */
export interface CitedBy {
  readonly rules: readonly string[];
  readonly others: readonly Other[];
}

/** `kind` says where it stands: in the pages of steps, in an appendix, or among the incompatible pairs. */
export interface Other {
  readonly kind: 'step' | 'definition' | 'parameter' | 'table' | 'codes' | 'pair';
  readonly id: string;
}

export function clausesCited({
  rules,
  steps,
  references,
  codeSets,
  incompatible,
}: Program): ReadonlyMap<string, CitedBy> {
  const byRules = new Map<string, Map<string, string>>();
  const byOthers = new Map<string, Map<string, Other>>();
  for (const { id, editions } of rules)
    for (const { basis } of editions) note(byRules, basis, id, id);
  for (const { id, editions } of steps)
    for (const { basis } of editions) note(byOthers, basis, id, { kind: 'step', id });
  for (const { kind, name, editions } of [...references.values(), ...codeSets.values()])
    for (const { basis } of editions) note(byOthers, basis, name, { kind, id: name });
  for (const { posts, basis } of incompatible)
    note(byOthers, basis, 'pair', { kind: 'pair', id: posts.join('/') });
  const all = new Set([...byRules.keys(), ...byOthers.keys()]);
  return new Map(
    [...all].map((ref) => [
      ref,
      {
        rules: [...(byRules.get(ref)?.values() ?? [])],
        others: [...(byOthers.get(ref)?.values() ?? [])],
      },
    ]),
  );
}

function note<T>(
  into: Map<string, Map<string, T>>,
  refs: readonly string[],
  key: string,
  by: T,
): void {
  for (const ref of refs) into.set(ref, (into.get(ref) ?? new Map<string, T>()).set(key, by));
}
