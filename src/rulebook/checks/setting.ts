import { nearest } from '../../base/suggest.ts';
import { currencyLike, currencyOf } from '../../values/currency.ts';
import { zoneOf } from '../../values/temporal-text.ts';
import { zoneNames } from '../../values/zone.ts';
import { type Rulebook, spanOf } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';
import { currencyGiven } from '../setting.ts';

/** The currency is one of ISO 4217, and the zone one that there is. */
export function* setting({ manifest }: Rulebook): ProblemsFound {
  const { currency, zone } = manifest.data;
  const { code } = currencyGiven(manifest.data);
  if (code !== undefined && !currencyOf(code)) {
    yield {
      code: 'rulebook/unknown-currency',
      severity: 'error',
      span: spanOf(manifest, 'currency', ...(typeof currency === 'object' ? ['code'] : [])),
      params: { code, near: currencyLike(code) },
    };
  }
  if (zone !== undefined && !zoneOf(zone)) {
    yield {
      code: 'rulebook/unknown-zone',
      severity: 'error',
      span: spanOf(manifest, 'zone'),
      params: { zone, near: nearest(zone, zoneNames()) },
    };
  }
}
