import type { Core, LogicCore, MembershipCore, TestCore } from '../feel/core.ts';
import { planTruth } from './builtins.ts';
import {
  compare,
  comparison,
  equal,
  instanceOf,
  noneOf,
  type Side,
  sideOf,
} from './comparisons.ts';
import { ofCodes, truthOfCodes } from './codes.ts';
import type { Form } from './forms.ts';
import { onlyOf } from './kinds.ts';
import { truthPicks } from './picks.ts';
import { quantified } from './lists.ts';
import { type Here, type Planner, slotOf, typeAs, within } from './lowering.ts';
import type { Truth, UnplannedReason } from './plan.ts';
import { allOf, anyOf, no, notOf, untold, yes } from './simplify.ts';
import { isWordy } from './words.ts';

/** Conditions: true, false, or not told. */
export function truthForm(planner: () => Planner): Form<Truth> {
  return {
    ...truthPicks,
    single: onlyOf(untold, 'boolean'),
    constant: (value) => (value === null ? untold : value === true ? yes : no),
    slot: (place) => {
      const type = typeAs(place, 'boolean');
      return type ? { kind: 'flag', slot: slotOf(place, 'flag', type) } : untold;
    },
    piece: () => untold,
    parameter: () => 'kind',
    computed: (core, here) => computed(core, here, planner()),
    planned: new Map(),
  };
}

function computed(core: Core, here: Here, planner: Planner): Truth | UnplannedReason {
  switch (core.kind) {
    case 'comparison':
      return comparison(core, here, planner);
    case 'none':
      return noneOf(core.of, here, planner);
    case 'logic':
      return logic(core, here, planner);
    case 'quantifier':
      return quantified(core.quantifier, core.list, here, planner, (item) =>
        planner.truth(core.satisfies, within(here, core.variable, item)),
      );
    case 'membership':
      return membership(core, here, planner);
    case 'instance-of':
      return instanceOf(core, here, planner);
    case 'outcome':
      return { kind: 'outcome', rule: core.rule };
    case 'codes':
      return ofCodes(core, here, planner, truthPicks, truthOfCodes);
    case 'call':
      return planTruth(core, here, planner);
    default:
      return 'kind';
  }
}

function logic({ operator, parts }: LogicCore, here: Here, planner: Planner): Truth {
  const truths = parts.map((part) => planner.truth(part, here));
  switch (operator) {
    case 'and':
      return allOf(truths);
    case 'or':
      return anyOf(truths);
    case 'not':
      return notOf(truths[0] ?? untold);
  }
}

function membership({ of, subject, tests }: MembershipCore, here: Here, planner: Planner): Truth {
  const side: Side = { core: of, here };
  const words = wordsOf(tests);
  if (words && of.type.kind === 'text' && isWordy(of, here, planner)) {
    const equals = words.map((word) => planner.word(word, here));
    const numbers = equals.flatMap((num) => (num.kind === 'whole' ? [num.value] : []));
    const num = planner.word(of, here);
    if (num.kind !== 'whole') return { kind: 'one-of', of: num, words: numbers };
  }
  const inside = within(here, subject, { kind: 'core', core: of, here });
  return anyOf(tests.map((test) => testOf(side, test, inside, planner)));
}

/** The words that tests ask for, where they ask for nothing else. */
function wordsOf(tests: readonly TestCore[]): readonly Core[] | undefined {
  const words: Core[] = [];
  for (const test of tests) {
    if (test.kind === 'equal') words.push(test.value);
    else if (test.kind === 'inside' && test.list.kind === 'list') words.push(...test.list.items);
    else return undefined;
  }
  const isWritten = words.every((word) => word.kind === 'constant' && word.type.kind === 'text');
  return isWritten ? words : undefined;
}

function testOf(of: Side, test: TestCore, inside: Here, planner: Planner): Truth {
  const at = (core: Core): Side => ({ core, here: inside });
  switch (test.kind) {
    case 'any':
      return yes;
    case 'none':
      return noneOf(of.core, of.here, planner);
    case 'equal':
      return equal(of, at(test.value), planner);
    case 'compare':
      return compare(test.operator, of, at(test.to), planner);
    case 'range': {
      const { low, high, lowIncluded, highIncluded } = test;
      return allOf([
        low ? compare(lowIncluded ? '>=' : '>', of, at(low), planner) : yes,
        high ? compare(highIncluded ? '<=' : '<', of, at(high), planner) : yes,
      ]);
    }
    case 'not':
      return notOf(anyOf(test.tests.map((one) => testOf(of, one, inside, planner))));
    case 'inside': {
      const type = test.list.type.kind === 'list' ? test.list.type.of : test.list.type;
      return quantified('some', test.list, inside, planner, (item) =>
        equal(of, sideOf(item, type, inside), planner),
      );
    }
    case 'holds':
      return planner.truth(test.condition, inside);
  }
}
