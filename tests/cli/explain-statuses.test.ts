import { expect, test } from 'vitest';

import { shouze } from './harness.ts';

const file = (name: string) => `examples/dossiers/${name}`;
const inProgress = file('0006-in-progress.yaml');

/** Every status, and every reason for which nothing is asked. */
const asked: readonly (readonly string[])[] = [
  ['RSK-007', inProgress],
  ['RSK-007', file('0002-down-payment-short.yaml')],
  ['RSK-002', file('0030-rsk-002-total-debt-ratio.yaml')],
  ['COL-002', file('0039-col-002-collection-hours.yaml')],
  ['APR-005', file('0009-waived.yaml')],
  ['CON-001', inProgress],
  ['IDS-002', inProgress, '--step', 'credit-query'],
  ['PAY-001', inProgress, '--step', '审批'],
  ['INV-018', inProgress],
  ['PLM-010', inProgress],
  ['CON-028', file('0014-sound-housing.yaml')],
  ['COL-002', file('0001-sound.yaml')],
  ['process/approval/time', inProgress],
  ['process/signing/time', inProgress, '--today', '2027-06-30'],
  ['process/payment/order', inProgress],
  ['process/mortgage-registration/order', file('0012-sound-consumer.yaml')],
];

test.each(['zh', 'en'])('every outcome is explained, in %s', async (language) => {
  const told: string[] = [];
  for (const args of asked) told.push((await shouze('explain', ...args, '--lang', language)).out);
  await expect(told.join('')).toMatchFileSnapshot(`expected/explained.${language}.txt`);
});
