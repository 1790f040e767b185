import type { Core } from '../feel/core.ts';
import type { Reference } from './ast.ts';
import { coresOf, partsOf } from './walk.ts';

/** Nodes of a named value with those inside it spelt out, at most: each is gone through wherever it is read. */
export const mostParts = 2_000;

/**
 * How deep a named value, or a definition that takes arguments, may be with what it reads spelt out: such are worked
 * out one inside the other, within the limit of depth of the expression that reads them.
 */
export const mostDepth = 200;

const sizes = new WeakMap<Core, number>();
const depths = new WeakMap<Core, number>();

/** Nodes of an expression with its named values spelt out. */
export function sizeOf(core: Core): number {
  const known = sizes.get(core);
  if (known !== undefined) return known;
  const size = partsOf(core).reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(core, size);
  return size;
}

/** How deep an expression is with its named values, and the definitions and tables that it calls, spelt out. */
export function depthOf(core: Core, called: (name: string) => Reference | undefined): number {
  const known = depths.get(core);
  if (known !== undefined) return known;
  const callee = core.kind === 'reference' && core.args ? called(core.name) : undefined;
  const inside = [...partsOf(core), ...(callee ? coresOf(callee) : [])];
  const depth = inside.reduce((most, part) => Math.max(most, 1 + depthOf(part, called)), 1);
  depths.set(core, depth);
  return depth;
}
