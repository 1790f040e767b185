import { rulesOf, spanOf } from '../ast.ts';
import type { Rulebook } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** A rule's own words for what it requires stand beside a `require`.
 *
 * Nobody would ever read those of a rule that requires nothing of the data, and those of another requirement would be wrong. */
export function* criteria(rulebook: Rulebook): ProblemsFound {
  for (const { entry } of rulesOf(rulebook)) {
    const { check, criterion, require, editions } = entry.data;
    const isReplaced = editions.every((edition) => edition.require !== undefined);
    if (criterion && require === undefined && (check === 'manual' || isReplaced)) {
      const span = spanOf(entry, 'criterion');
      yield { code: 'rulebook/missing-key', severity: 'error', span, params: { key: 'require' } };
    }
    for (const [index, edition] of editions.entries()) {
      if (!edition.criterion || (edition.require ?? require) !== undefined) continue;
      const span = spanOf(entry, 'editions', index, 'criterion');
      const params = { key: 'require', edition: edition.from };
      yield { code: 'rulebook/incomplete', severity: 'error', span, params };
    }
  }
}
