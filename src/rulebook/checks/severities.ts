import { nearest } from '../../base/suggest.ts';
import { type Rulebook, rulesOf, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** The severity of a rule is one that the rulebook names, and the level is not said twice. */
export function* severities(rulebook: Rulebook): ProblemsFound {
  const known = Object.keys(rulebook.manifest.data.severities ?? {});
  for (const { entry, written } of rulesOf(rulebook)) {
    const { severity, level } = written;
    if (severity === undefined) continue;
    const span = spanOf(entry, 'severity');
    if (level !== undefined) {
      const params = { one: 'level', other: 'severity' };
      yield { code: 'rulebook/insert', severity: 'error', span, params };
    }
    if (known.includes(severity)) continue;
    const params = {
      what: 'severity' as const,
      name: severity,
      near: nearest(severity, known) ?? known[0],
    };
    yield { code: 'rulebook/unknown-reference', severity: 'error', span, params };
  }
}
