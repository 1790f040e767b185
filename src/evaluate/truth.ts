import { type Operating, type Truth, truthOf } from '../feel/operations/operating.ts';
import { isUnknown, unknown } from '../feel/operations/unknown.ts';
import { placeOf, type Trace } from './trace.ts';

/** What a part comes to where a truth is wanted: of what was verified to be none it cannot be told. */
export function isTrue(trace: Trace, within: Operating): Truth {
  const { value } = trace;
  return value === null ? unknown('undefined', placeOf(trace) ?? '') : truthOf(value, within);
}

/** A test of what was verified to be none cannot be told: that is said of the field that it is. */
export function atNone(truth: Truth, sides: readonly Trace[]): Truth {
  if (!isUnknown(truth) || !truth.missing.some(({ pointer }) => pointer === '')) return truth;
  const places = sides.flatMap((side) => (side.value === null ? (placeOf(side) ?? []) : []));
  if (places.length === 0) return truth;
  const missing = truth.missing.filter(({ pointer }) => pointer !== '');
  return {
    kind: 'unknown',
    missing: [...missing, ...places.map((pointer) => ({ why: 'undefined' as const, pointer }))],
  };
}
