import { type Rulebook, spanOf, stepsOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** Phases follow the process: none ends before it begins, and none begins before the one before it has ended. */
export function* phases(rulebook: Rulebook): ProblemsFound {
  const { manifest } = rulebook;
  const order = stepsOf(rulebook).map(({ id }) => id);
  let last = -1;
  for (const [index, phase] of (manifest.data.phases?.phases ?? []).entries())
    for (const key of ['from', 'until'] as const) {
      const place = order.indexOf(phase[key]);
      if (place < 0) continue;
      const isBehind = key === 'from' ? place > last : place >= last;
      if (!isBehind) {
        const span = spanOf(manifest, 'phases', 'phases', index, key);
        const params = { phase: phase.phase, step: phase[key] };
        yield { code: 'rulebook/phase-order', severity: 'error', span, params };
      }
      last = Math.max(last, place);
    }
}
