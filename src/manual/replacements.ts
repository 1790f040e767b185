import type { Dated, Program } from '../program/ast.ts';
import type { Other } from '../program/cited.ts';
import { type Rulebook, type SourceDocument, sourceIdOf } from '../rulebook/ast.ts';
import { dayBefore, type InForce, periodsOf } from '../rulebook/source-periods.ts';
import type { Citation, Replacement, Resting } from './model.ts';

type Edition = Dated & { readonly basis: readonly string[] };

/** A rule, or another thing, whose editions rest on clauses. */
export interface OnClauses {
  readonly id: string;
  /** Absent for a rule. */
  readonly kind?: Other['kind'];
  readonly editions: readonly Edition[];
}

interface Changed {
  readonly before: readonly string[];
  readonly after: Set<string>;
  readonly from: string;
  readonly rules: Set<string>;
  readonly others: Map<string, Other>;
}

/**
 * Clauses that ended or were amended beside those that took their place, in the order of the sources that ended.
 *
 * No source tells which clause follows on which, at most which source: what rested on the one and rests on the other
 * since tells it. So a clause that is still in force, and one of another kind (the bank's own beside a regulation),
 * stand on neither side.
 */
export function replacementsIn(
  { sources }: Pick<Rulebook, 'sources'>,
  dated: readonly OnClauses[],
  cite: (refs: readonly string[]) => readonly Citation[],
  named: (other: Other) => Resting,
): readonly Replacement[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const periods = periodsOf({ sources });
  const found = new Map<string, Changed>();
  for (const { id, kind, editions } of dated)
    visit(editions, ({ rules, others }) =>
      kind === undefined ? rules.add(id) : others.set(id, { kind, id }),
    );
  const order = new Map(sources.flatMap(({ id }, index) => [[id, index] as const]));
  const rankOf = ([ref = '']: readonly string[]) => order.get(sourceIdOf(ref)) ?? 0;
  return [...found.values()]
    .toSorted((a, b) => rankOf(a.before) - rankOf(b.before) || (a.from < b.from ? -1 : 1))
    .map(({ before, after, from, rules, others }) => {
      const now = [...after].toSorted((a, b) => rankOf([a]) - rankOf([b]));
      return {
        before: cite(before).map((one) => ({ ...one, until: lastDay(one.ref, now, from) })),
        after: cite(now).map((one) => ({ ...one, from: firstDay(one.ref, before, from) })),
        rules: [...rules],
        others: [...others.values()].map(named),
      };
    });

  function visit(editions: readonly Edition[], add: (to: Changed) => unknown): void {
    for (const [index, { basis, from }] of editions.entries()) {
      const was = editions[index - 1]?.basis ?? [];
      const gone = was.filter((ref) => !basis.includes(ref));
      const come = basis.filter((ref) => !was.includes(ref));
      const [before, after] = partnersOf(gone, come, from);
      if (before.length === 0 || after.length === 0) continue;
      const key = [from, ...before].join(' ');
      const one = found.get(key) ?? {
        before,
        after: new Set(),
        from,
        rules: new Set(),
        others: new Map(),
      };
      found.set(key, one);
      for (const ref of after) one.after.add(ref);
      add(one);
    }
  }

  /** Of the clauses that left a basis and came to it on a day, those that stand for each other. */
  function partnersOf(gone: readonly string[], come: readonly string[], day: string) {
    const before = gone.filter(
      (ref) => hasEnded(periods.get(sourceIdOf(ref)), day) || come.some((one) => isOfOne(ref, one)),
    );
    const kinds = new Set(before.map((ref) => kindOf(ref)));
    const after = come.filter((ref) => kinds.has(kindOf(ref)));
    const heirs = after.filter((ref) => before.some((old) => replaces(ref, old)));
    return [before, heirs.length > 0 ? heirs : after] as const;
  }

  function replaces(ref: string, old: string): boolean {
    return byId.get(sourceIdOf(ref))?.replaces.includes(sourceIdOf(old)) === true;
  }

  function kindOf(ref: string): SourceDocument['kind'] | undefined {
    return byId.get(sourceIdOf(ref))?.kind;
  }

  /** A source in force throughout amended its clause on the day. */
  function lastDay(ref: string, after: readonly string[], day: string): string {
    const until = periods.get(sourceIdOf(ref))?.until;
    const isAmended = after.some((one) => isOfOne(ref, one));
    return until === undefined || isAmended ? dayBefore(day) : until;
  }

  function firstDay(ref: string, before: readonly string[], day: string): string {
    const from = periods.get(sourceIdOf(ref))?.from;
    const isAmended = before.some((one) => isOfOne(ref, one));
    return from === undefined || isAmended ? day : from;
  }
}

/** All of a program that rests on clauses. */
export function restingIn({
  rules,
  steps,
  references,
  codeSets,
}: Pick<Program, 'rules' | 'steps' | 'references' | 'codeSets'>): readonly OnClauses[] {
  return [
    ...rules.map(({ id, editions }) => ({ id, editions })),
    ...steps.map(({ id, editions }) => ({ kind: 'step' as const, id, editions })),
    ...[...references.values(), ...codeSets.values()].map(
      ({ kind, name, editions }): OnClauses => ({ kind, id: name, editions }),
    ),
  ];
}

function hasEnded(period: InForce | undefined, day: string): boolean {
  return period?.until !== undefined && period.until <= day;
}

function isOfOne(ref: string, other: string): boolean {
  return sourceIdOf(ref) === sourceIdOf(other);
}
