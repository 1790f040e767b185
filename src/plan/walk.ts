import type { Argument, List, Num, PlannedRule, Text, Truth } from './plan.ts';

/** Anything that a plan is made of. */
export type Part = Num | Text | Truth | List;

/** The parts that a part is made of, in the order in which they stand in it. */
export function partsOf(part: Part): readonly Part[] {
  switch (part.kind) {
    case 'whole':
    case 'slot':
    case 'today':
    case 'text':
    case 'text-slot':
    case 'piece':
    case 'known':
    case 'flag':
    case 'outcome':
      return [];
    case 'sum':
    case 'least':
    case 'most':
    case 'all':
    case 'any':
      return part.parts;
    case 'product':
    case 'compare':
    case 'same-text':
    case 'same-truth':
      return [part.left, part.right];
    case 'absolute':
    case 'length':
    case 'day-of':
    case 'part':
    case 'clock':
    case 'word':
    case 'one-of':
    case 'not':
    case 'present':
    case 'code':
      return [part.of];
    case 'cell':
    case 'cell-text':
      return [part.row];
    case 'unless-zero':
      return [part.of, part.divisor];
    case 'rounded':
      return [part.of, part.over];
    case 'remainder':
      return [part.of, part.by];
    case 'divided':
      return [part.by, part.above, part.below];
    case 'text-test':
      return [part.of, part.part];
    case 'choice':
      return [part.condition, part.yes, part.no];
    case 'dated':
      return [...(part.day ? [part.day] : []), ...part.editions.map(({ is }) => is)];
    case 'table':
      return part.rows.flatMap(({ matches, gives }) => [matches, gives]);
    case 'tally':
      return [part.list];
    case 'distinct':
    case 'distinct-texts':
    case 'total':
    case 'lowest':
    case 'highest':
    case 'element':
      return [part.list, part.of];
    case 'sorted':
      return [part.list, part.of.of];
    case 'occurrences':
      return [part.list, part.of.of, part.value.of];
    case 'some':
    case 'every':
      return [part.list, part.holds];
    case 'between':
      return [part.from, part.to];
    case 'shifted':
      return [part.from, part.by];
    case 'called':
      return part.args.flatMap((arg) => (arg ? partsOfArgument(arg) : []));
    case 'rows':
      return part.where;
    case 'pieces':
      return [part.of, part.by, ...part.where];
  }
}

/** The parts that an argument of a function is made of. */
export function partsOfArgument(arg: Argument): readonly Part[] {
  switch (arg.kind) {
    case 'number':
      return arg.over ? [arg.of, arg.over] : [arg.of];
    case 'day':
    case 'text':
      return [arg.of];
    case 'numbers':
    case 'texts':
      return arg.items;
    case 'numbers-of':
    case 'texts-of':
      return [arg.list, arg.of];
  }
}

/** The parts of a rule that stand in nothing else. */
export function partsOfRule({ product, each, noList, editions }: PlannedRule): readonly Part[] {
  const own = editions.flatMap(({ day, when, whenever, require, waived }) => {
    return [day, when, whenever, require, waived];
  });
  return [product, each, noList, ...own].filter((part) => part !== undefined);
}

/** Comes to every part of some parts, once each, those inside after those around. */
export function visitParts(parts: readonly Part[], visit: (part: Part) => void): void {
  const seen = new Set<Part>();
  const rest = parts.toReversed();
  for (let part = rest.pop(); part; part = rest.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    visit(part);
    rest.push(...partsOf(part).toReversed());
  }
}
