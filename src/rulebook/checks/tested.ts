import { startOf } from '../../base/source.ts';
import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** Every issued rule has cases that pass and that fail.
 *
 * A rule whose cases never fail may hold of any file at all. */
export function* tested(rulebook: Rulebook): ProblemsFound {
  for (const { id, entry, cases } of rulesOf(rulebook)) {
    if (entry.data.status !== 'issued') continue;
    if (!cases) {
      yield {
        code: 'rulebook/no-cases',
        severity: 'warning',
        span: spanOf(entry, 'rule'),
        params: { id },
      };
      continue;
    }
    for (const outcome of ['pass', 'fail'] as const) {
      if (cases.data.cases.some(({ expect }) => expect === outcome)) continue;
      const span = startOf(spanOf(cases, 'cases'));
      yield { code: 'rulebook/cases-lack', severity: 'warning', span, params: { outcome } };
    }
  }
}
