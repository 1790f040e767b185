import { type Rulebook, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** A rulebook that builds on another was reviewed with the version that it builds on: corrections of texts apart.
 *
 * What changed below changes what it judges; nobody else sees that its own rules may have to follow. */
export function* builtOn({ layers }: Rulebook): ProblemsFound {
  for (const [index, { manifest, builtOn: written }] of layers.entries()) {
    const below = layers[index - 1];
    if (!below || written === undefined || isSame(written, below.version)) continue;
    const params = { builtOn: written, version: below.version };
    const span = spanOf({ yaml: manifest }, 'builtOn');
    yield { code: 'rulebook/built-on', severity: 'warning', span, params };
  }
}

/** Whether two versions judge alike: they differ in their last number at most. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').slice(0, 2).join('.'));
  return a === b;
}
