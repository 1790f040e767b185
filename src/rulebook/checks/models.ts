import { type Rulebook, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** No model is issued whose validation has ended.
 *
 * A rulebook that takes effect with an expired model asks people to use what the rules forbid. */
export function* models({ manifest, models: all }: Rulebook): ProblemsFound {
  const today = manifest.data.issue?.effectiveFrom;
  if (today === undefined) return;
  for (const entry of all) {
    const index = entry.data.editions.findLastIndex(
      ({ from, until }) => from <= today && (until === undefined || today <= until),
    );
    const edition = entry.data.editions[index];
    if (!edition || today <= edition.validUntil) continue;
    const { validUntil } = edition;
    const span = spanOf(entry, 'editions', index, 'validUntil');
    const params = { name: entry.data.model, validUntil, today };
    yield { code: 'rulebook/model-expired', severity: 'error', span, params };
  }
}
