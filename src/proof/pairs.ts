import type { Field } from '../feel/types.ts';
import { planOf } from '../plan/from-program.ts';
import type { PlannedRule } from '../plan/plan.ts';
import { visitParts } from '../plan/walk.ts';
import type { Program, ProgramRule } from '../program/ast.ts';

/** Rules that are asked about with others, at most: they are those whose conditions share most fields. */
export const mostPairs = 400;

export type Pair = readonly [ProgramRule, ProgramRule];

/**
 * Rules of one step on the whole file that read common fields, are for a common product and stand on common days.
 *
 * @param named - pairs of these rules with any others; without them, of all
 */
export function pairsOf(program: Program, named: readonly string[] = []): readonly Pair[] {
  const all = [...program.subjects.values()].flatMap((subject) => {
    const { rules } = planOf({ ...program, process: [] }, subject);
    const fields = new Map(
      rules.flatMap((rule) => (rule.kind === 'planned' ? [[rule.id, fieldsOf(rule)]] : [])),
    );
    const own = program.rules.filter(
      (rule) => rule.subject === subject && !rule.each && fields.get(rule.id)?.size,
    );
    return own.flatMap((rule, index) =>
      own.slice(0, index).flatMap((other) => {
        const [a, b] = [fields.get(rule.id), fields.get(other.id)];
        const common = [...(a ?? [])].filter((field) => b?.has(field)).length;
        const isAsked = named.length === 0 || [rule, other].some(({ id }) => named.includes(id));
        const isPair =
          isAsked && common > 0 && rule.rule.step === other.rule.step && canMeet(rule, other);
        return isPair ? [{ pair: [other, rule] as const, common }] : [];
      }),
    );
  });
  const closest = all.toSorted((a, b) => b.common - a.common).slice(0, mostPairs);
  return closest.map(({ pair }) => pair);
}

/** Their last editions stand on common days, and some product is of both. */
function canMeet(rule: ProgramRule, other: ProgramRule): boolean {
  const [one, two] = [rule.editions.at(-1), other.editions.at(-1)];
  if (!one?.require || !two?.require) return false;
  const [a, b] = [rule.rule.entry.data.products, other.rule.entry.data.products];
  const isOfBoth = !a || !b || a.some((product) => b.includes(product));
  return isOfBoth && !(isBefore(one, two.from) || isBefore(two, one.from));
}

function isBefore({ until }: { readonly until?: string }, day: string): boolean {
  return until !== undefined && until < day;
}

/** Fields that what the last edition requires reads. */
function fieldsOf({ editions }: PlannedRule): ReadonlySet<Field> {
  const fields = new Set<Field>();
  const require = editions.at(-1)?.require;
  visitParts(require ? [require] : [], (part) => {
    if ('slot' in part && part.slot.field) fields.add(part.slot.field);
  });
  return fields;
}
