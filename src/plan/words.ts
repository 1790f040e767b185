import type { Core } from '../feel/core.ts';
import type { Reference } from '../program/ast.ts';
import type { Form } from './forms.ts';
import { onlyOf } from './kinds.ts';
import { numPicks } from './picks.ts';
import {
  hasWords,
  type Here,
  nowhere,
  numberSlot,
  type Planner,
  typeAs,
  wordNumber,
} from './lowering.ts';
import { argumentsIn } from './named.ts';
import { placeOf, standing } from './places.ts';
import type { Num } from './plan.ts';
import { nothing, whole } from './quantity.ts';

/** Words of lists of words, planned as their numbers. */
export function wordForm(planner: () => Planner): Form<Num> {
  return {
    ...numPicks,
    single: onlyOf(nothing, 'text'),
    constant: (value) => {
      if (value === null) return nothing;
      return typeof value === 'string' ? whole(wordNumber(planner(), value)) : 'kind';
    },
    slot: (place) => {
      const type = typeAs(place, 'text');
      if (!type) return nothing;
      return hasWords(type) ? numberSlot(planner(), place, 'word', type) : 'kind';
    },
    piece: () => nothing,
    parameter: () => 'kind',
    computed: () => 'function',
    planned: new Map(),
  };
}

/** Whether a text is sure to be one of a list of words, or a constant, so that numbers stand for it. */
export function isWordy(given: Core, around: Here, planner: Planner): boolean {
  const { core, here } = standing(given, around);
  switch (core.kind) {
    case 'constant':
      return true;
    case 'variable':
      return isPlaceOfWords(core, here);
    case 'field':
      return isPlaceOfWords(core, here) || (!placeOf(core, here) && hasWords(core.field.type));
    case 'if':
      return [core.yes, core.no].every((branch) => isWordy(branch, here, planner));
    case 'position':
      return hasWords(core.type);
    case 'reference': {
      const reference = planner.program.references.get(core.name);
      const outputs = outputsOf(reference);
      const inside = reference
        ? { ...nowhere, bound: argumentsIn(core, reference, here) }
        : nowhere;
      return outputs.length > 0 && outputs.every((output) => isWordy(output, inside, planner));
    }
    default:
      return false;
  }
}

function isPlaceOfWords(core: Core, here: Here): boolean {
  const place = placeOf(core, here);
  const type = place && typeAs(place, 'text');
  return type !== undefined && hasWords(type);
}

/** What a definition, or a table of one output, may give. */
function outputsOf(reference: Reference | undefined): readonly Core[] {
  switch (reference?.kind) {
    case 'definition':
      return reference.editions.map(({ is }) => is.core);
    case 'table':
      return reference.editions.flatMap(({ rows }) =>
        rows.flatMap(({ outputs: [output] }) => output?.core ?? []),
      );
    case 'parameter':
    case undefined:
      return [];
  }
}
