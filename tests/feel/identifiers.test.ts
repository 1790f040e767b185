import { expect, test } from 'vitest';

import {
  creditCodeFault,
  residentIdFault,
} from '../../src/feel/operations/builtins/identifiers.ts';

test.each([
  ['11010519491231002X', undefined],
  ['990101199203140268', undefined],
  ['11010519491231002x', 'small-letter'],
  ['99010119920314026８', 'full-width'],
  ['１１０１０５１９４９１２３１００２Ｘ', 'full-width'],
  ['990101 19920314 0268', 'blank'],
  [' 990101199203140268', 'blank'],
  ['990101199203140268\u200B', 'blank'],
  ['\uFEFF990101199203140268', 'blank'],
  ['990101\u00A0199203140268', 'blank'],
  ['990101920314026', 'fifteen-digits'],
  ['99010119920314026', 'length'],
  ['9901011992031402688', 'length'],
  ['', 'length'],
  ['090101199203140268', 'region'],
  ['9901011992031402O8', 'characters'],
  ['99010119920314X268', 'characters'],
  ['990101199202300268', 'birth-date'],
  ['990101002603140268', 'birth-date'],
  ['990101199203140267', 'check'],
  ['99010119920314026X', 'check'],
])('identity number %j: %s', (text, fault) => {
  expect(residentIdFault(text)).toBe(fault);
});

test.each([
  ['91350100M000100Y43', undefined],
  ['91350100m000100y43', 'small-letter'],
  ['91350100M000100Y4３', 'full-width'],
  ['91350100 M000100Y43', 'blank'],
  ['91350100M000100Y4', 'length'],
  ['350100M000100Y4', 'length'],
  ['91350100M000100I43', 'characters'],
  ['91350100M000100Y44', 'check'],
])('credit code %j: %s', (text, fault) => {
  expect(creditCodeFault(text)).toBe(fault);
});
