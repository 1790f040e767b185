import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** Every issued rule has cases that pass, that fail and that cannot be told.
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
    const shown = new Set(
      cases.data.cases.map(({ expect }) => (typeof expect === 'string' ? expect : 'cannot-tell')),
    );
    const never =
      entry.data.check === 'data' &&
      entry.data.editions.every((edition) => ({ ...entry.data, ...edition }).ifAbsent === 'fail');
    for (const outcome of ['pass', 'fail', ...(never ? [] : ['cannot-tell'])] as const) {
      if (shown.has(outcome as 'pass')) continue;
      const span = { ...spanOf(cases, 'cases'), end: spanOf(cases, 'cases').start };
      yield { code: 'rulebook/cases-lack', severity: 'warning', span, params: { outcome } };
    }
  }
}
