import { unreachable } from '../base/invariant.ts';
import type { MembershipCore, TestCore, Variable } from '../feel/core.ts';
import { equalityOf, isNull } from '../feel/operations/equality.ts';
import { isList } from '../feel/operations/list.ts';
import { nothing, type Operating, type Truth } from '../feel/operations/operating.ts';
import { comparisonOf, isInside } from '../feel/operations/order.ts';
import { andMember, anyOf, negationOf } from '../feel/operations/truth.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import { bound, type Moment } from './session.ts';
import type { Trace, TraceOf } from './trace.ts';
import { atNone, isTrue } from './truth.ts';

/** `of in tests` and `of between low and high`. */
export function membershipTrace(core: MembershipCore, moment: Moment, trace: TraceOf): Trace {
  const of = trace(core.of, moment);
  const { value, parts } = tested(of.value, core, moment, trace);
  return { core, value: atNone(value, [of]), moment, parts: [of, ...parts] };
}

/** Whether one of the tests holds for a value, and what they compare it with. */
export function tested(
  value: Value,
  { subject, tests }: { readonly subject: Variable; readonly tests: readonly TestCore[] },
  moment: Moment,
  trace: TraceOf,
): { readonly value: Truth; readonly parts: readonly Trace[] } {
  const inside = bound(moment, subject, value);
  const parts: Trace[] = [];
  const truth = anyOf(tests.map(passes));
  return { value: truth, parts };

  function passes(test: TestCore): Truth {
    const { work } = moment;
    switch (test.kind) {
      case 'any':
        return true;
      case 'none':
        return isNull(value);
      case 'not':
        return negationOf(anyOf(test.tests.map(passes)));
      case 'equal':
        return equalityOf(value, read(test.value).value, work);
      case 'inside':
        return isAmong(value, read(test.list).value, work);
      case 'compare':
        return comparisonOf(test.operator, value, read(test.to).value, work);
      case 'range': {
        const low = test.low && read(test.low).value;
        const high = test.high && read(test.high).value;
        const { lowIncluded, highIncluded } = test;
        return isInside(value, { kind: 'range', low, high, lowIncluded, highIncluded }, work);
      }
      case 'holds':
        return isTrue(read(test.condition), work);
      default:
        return unreachable(test);
    }
  }

  function read(core: Trace['core']): Trace {
    const part = trace(core, inside);
    parts.push(part);
    return part;
  }
}

function isAmong(value: Value, list: Value, work: Operating): Truth {
  if (isUnknown(list)) return list;
  if (!isList(list)) return nothing(work, value, list);
  const { items, maybe } = list;
  return anyOf(
    items.map((item, index) => andMember(maybe?.[index], equalityOf(value, item, work))),
  );
}
