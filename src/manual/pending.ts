import type { IncompatibleFile } from '../rulebook/files.ts';
import type { Other } from '../program/cited.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { periodsOf } from '../rulebook/source-periods.ts';
import type { Citation, PendingClause, Resting, UncarriedClause } from './model.ts';
import type { OnClauses } from './replacements.ts';
import type { Speaker } from './speaker.ts';

export interface PendingSetting {
  readonly rulebook: Pick<Rulebook, 'sources'>;
  readonly speaker: Pick<Speaker, 'asOf' | 'words'>;
  readonly cite: (refs: readonly string[]) => readonly Citation[];
  readonly named: (other: Other) => Resting;
}

interface By {
  readonly rules: Set<string>;
  readonly others: Map<string, Other>;
}

/**
 * The clauses, in the order of the sources, on which something rests on the day or after it, and which are not in
 * force yet, or end on a day that is settled, or were not verified.
 */
export function pendingClauses(
  dated: readonly OnClauses[],
  pairs: readonly IncompatibleFile[],
  { rulebook, speaker, cite, named }: PendingSetting,
): readonly PendingClause[] {
  const { asOf } = speaker;
  const resting = new Map<string, By>();
  for (const { id, kind, editions } of dated)
    for (const { basis, until } of editions) {
      if (until !== undefined && until < asOf) continue;
      note(basis, ({ rules, others }) =>
        kind === undefined ? rules.add(id) : others.set(id, { kind, id }),
      );
    }
  for (const { posts, basis } of pairs)
    note(basis, ({ others }) => others.set('pair', { kind: 'pair', id: posts.join('/') }));
  const periods = periodsOf(rulebook);
  return rulebook.sources.flatMap(({ id, clauses }) => {
    const { from, until } = periods.get(id) ?? {};
    const comes = from !== undefined && from > asOf ? from : undefined;
    const ends = until !== undefined && until >= asOf ? until : undefined;
    return cite([...clauses.values()].map(({ ref }) => ref)).flatMap((cited) => {
      const by = resting.get(cited.ref);
      if (!by || (cited.verified && comes === undefined && ends === undefined)) return [];
      return [
        {
          ...cited,
          from: comes,
          until: ends,
          rules: [...by.rules],
          others: [...by.others.values()].map(named),
        },
      ];
    });
  });

  function note(basis: readonly string[], add: (by: By) => unknown): void {
    for (const ref of basis) {
      const by = resting.get(ref) ?? { rules: new Set(), others: new Map() };
      resting.set(ref, by);
      add(by);
    }
  }
}

/** The clauses that nothing in the rulebook rests on, and what is done about each; those that punish have their place. */
export function uncarriedClauses(
  cited: ReadonlyMap<string, unknown>,
  { rulebook, speaker: { words }, cite }: Omit<PendingSetting, 'named'>,
): readonly UncarriedClause[] {
  return rulebook.sources.flatMap(({ clauses }) =>
    [...clauses.values()].flatMap(({ ref, status, punishes }) =>
      cited.has(ref) || punishes
        ? []
        : cite([ref]).map((one) => ({
            ...one,
            status: status?.kind ?? 'pending',
            says: words(status?.says),
          })),
    ),
  );
}
