import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** A rule that only a person can tell requires nothing of the data; only what a person tells has a question, and answers
 * in its cases.
 *
 * A `require` that nobody evaluates would look as if it were checked. */
export function* byHand(rulebook: Rulebook): ProblemsFound {
  for (const { id, entry, cases } of rulesOf(rulebook)) {
    const { check, require, editions, scope } = entry.data;
    if (check !== 'data' && scope) {
      const span = spanOf(entry, 'scope');
      yield { code: 'rulebook/manual-scope', severity: 'error', span, params: { id } };
    }
    if (check === 'manual') {
      const own = editions.findIndex((edition) => edition.require !== undefined);
      const keys = require !== undefined ? ['require'] : ['editions', own, 'require'];
      if (require === undefined && own < 0) continue;
      const span = spanOf(entry, ...keys);
      yield { code: 'rulebook/manual-require', severity: 'error', span, params: { id } };
    } else if (check === 'data') {
      if (entry.data.question) {
        const span = spanOf(entry, 'question');
        const params = { id, key: 'question' } as const;
        yield { code: 'rulebook/stray-answer', severity: 'error', span, params };
      }
      for (const [index, { answer }] of cases?.data.cases.entries() ?? []) {
        if (answer === undefined || !cases) continue;
        const span = spanOf(cases, 'cases', index, 'answer');
        const params = { id, key: 'answer' } as const;
        yield { code: 'rulebook/stray-answer', severity: 'error', span, params };
      }
    }
  }
}
