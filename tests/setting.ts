import { currencyOf } from '../src/values/currency.ts';
import type { Setting } from '../src/values/setting.ts';

/** Of the fixtures that say nothing else. */
export const usual: Setting = {
  currency: currencyOf('CNY'),
  zone: { kind: 'offset', offset: 8 * 3600 },
};
