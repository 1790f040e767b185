import { type Rulebook, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** Five times the whole: beyond what any limit on a share says, and below what a percentage is written with. */
const beyondShares = 5;

/** A share is written as a part of one.
 *
 * `60` for `0.60` is sixty times the whole: a floor that nothing meets, or a ceiling that everything does. */
export function* shares({ parameters }: Rulebook): ProblemsFound {
  for (const entry of parameters) {
    const { unit, editions } = entry.data;
    if (unit !== 'ratio' && unit !== 'rate') continue;
    for (const [index, { value }] of editions.entries()) {
      if (typeof value !== 'number' || Math.abs(value) < beyondShares) continue;
      const span = spanOf(entry, 'editions', index, 'value');
      const part = String(Number((value / 100).toPrecision(12)));
      const { start, end } = span;
      const fix = { start, end, text: part };
      const params = { value: String(value), part };
      yield { code: 'rulebook/share', severity: 'warning', span, params, fix };
    }
  }
}
