import { absolute, compare, multiply, rational, subtract } from '../src/values/rational.ts';
import type { Value } from '../src/feel/value.ts';
import { printValue } from '../src/feel/operations/print.ts';

/** How far apart two numbers of the TCK may be, absolutely or relatively. */
const tolerance = rational(1n, 100_000_000n);

/** Whether a result is the expected one as the DMN TCK compares them: numbers to 1e-8, everything else exactly. */
export function agrees(found: Value, wanted: Value): boolean {
  if (typeof found !== 'object' || typeof wanted !== 'object') return found === wanted;
  if (found === null || wanted === null) return found === wanted;
  if (found.kind === 'number' && wanted.kind === 'number') {
    const gap = absolute(subtract(found, wanted));
    return compare(gap, tolerance) <= 0 || compare(gap, multiply(absolute(wanted), tolerance)) <= 0;
  }
  if (found.kind === 'list' && wanted.kind === 'list') {
    if (found.items.length !== wanted.items.length) return false;
    return found.items.every((item, index) => agrees(item, wanted.items[index] ?? null));
  }
  if (found.kind === 'context' && wanted.kind === 'context') {
    if (found.entries.size !== wanted.entries.size) return false;
    return [...wanted.entries].every(([key, value]) => {
      const inner = found.entries.get(key);
      return inner !== undefined && agrees(inner, value);
    });
  }
  return found.kind === wanted.kind && printValue(found) === printValue(wanted);
}
