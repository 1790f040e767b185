import type { Core } from '../feel/core.ts';
import { planText } from './builtins.ts';
import { ofCodes, textOfCodes } from './codes.ts';
import type { Form } from './forms.ts';
import { onlyOf } from './kinds.ts';
import { textPicks } from './picks.ts';
import { hasWords, type Here, numberSlot, type Planner, slotOf, typeAs } from './lowering.ts';
import type { Text, UnplannedReason } from './plan.ts';

/** Texts, character by character. */
export function textForm(planner: () => Planner): Form<Text> {
  return {
    ...textPicks,
    single: onlyOf(textPicks.unknown, 'text'),
    constant: (value) => {
      if (value === null) return textPicks.unknown;
      return typeof value === 'string' ? { kind: 'text', value } : 'kind';
    },
    slot: (place) => {
      const type = typeAs(place, 'text');
      if (!type) return textPicks.unknown;
      return hasWords(type)
        ? { kind: 'word', of: numberSlot(planner(), place, 'word', type) }
        : { kind: 'text-slot', slot: slotOf(place, 'text', type) };
    },
    piece: ({ row }) => ({ kind: 'piece', row }),
    parameter: () => 'kind',
    computed: (core, here) => computed(core, here, planner()),
    planned: new Map(),
  };
}

function computed(core: Core, here: Here, planner: Planner): Text | UnplannedReason {
  if (core.kind === 'call') return planText(core, here, planner);
  if (core.kind === 'codes') return ofCodes(core, here, planner, textPicks, textOfCodes);
  if (core.kind !== 'arithmetic' || core.operands !== 'texts' || !core.left) return 'kind';
  const items = [core.left, core.right].map((part) => planner.text(part, here));
  return { kind: 'called', builtin: 'string join', args: [{ kind: 'texts', items }, undefined] };
}
