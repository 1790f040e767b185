import { type Operating, type Truth, truthOf } from '../feel/operations/operating.ts';
import { unknown } from '../feel/operations/unknown.ts';
import { placeOf, type Trace } from './trace.ts';

/** What a part comes to where a truth is wanted: of what was verified to be none it cannot be told. */
export function isTrue(trace: Trace, within: Operating): Truth {
  const { value } = trace;
  return value === null ? unknown('undefined', placeOf(trace) ?? '') : truthOf(value, within);
}
