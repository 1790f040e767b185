import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** A repealed rule says until when it held.
 *
 * It still judges files of its time; without a last day it would judge those of today. */
export function* repealed(rulebook: Rulebook): ProblemsFound {
  for (const { id, entry } of rulesOf(rulebook)) {
    const { status, editions } = entry.data;
    if (status !== 'repealed' || editions.at(-1)?.until !== undefined) continue;
    const span = spanOf(entry, 'status');
    yield { code: 'rulebook/repealed-open', severity: 'error', span, params: { id } };
  }
}
