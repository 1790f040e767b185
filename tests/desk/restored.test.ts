import { expect, test } from 'vitest';

import { withRestored } from '../../src/desk/restored.ts';
import { judgeFiles, reportOfWork, workOf } from '../../src/desk/work.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { judgedBy, textsAt } from './judged.ts';
import { shippedDesk } from './shipped.ts';

const [sound, short] = ['0001-sound', '0002-down-payment-short'].map(
  (name) => `examples/dossiers/${name}.yaml`,
) as [string, string];

test('results that were opened stand until their files are given again', async () => {
  const by = judgedBy(shippedDesk());
  const both = await judgeFiles(by, textsAt(sound, short));
  const before = workOf(JSON.parse(JSON.stringify(reportOfWork(both))) as CheckReport);
  const one = await judgeFiles(by, textsAt(short));

  const again = withRestored(one, before);
  expect(again.restored).toEqual({
    matched: 1,
    changed: [],
    missing: ['D-2026-000001'],
    isKept: true,
  });
  expect(again.work.records.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['D-2026-000001', 'pass'],
    ['D-2026-000002', 'fail'],
  ]);
  expect(again.work.records[1]).toBe(one.records[0]);
  expect(again.work.summary).toEqual(both.summary);

  // a file that was changed since takes the place of what was said of it
  const [saved] = before.records;
  const older = { ...before, records: [{ ...saved, digest: 'sha256:0' }] } as typeof before;
  const whole = withRestored(await judgeFiles(by, textsAt(sound)), older);
  expect(whole.restored).toMatchObject({ matched: 0, changed: ['D-2026-000001'], missing: [] });
  expect(whole.work.records).toHaveLength(1);

  // what was judged in another way is not put beside it
  const later = await judgeFiles(judgedBy(shippedDesk(), { today: '2026-11-30' }), textsAt(short));
  const apart = withRestored(later, before);
  expect(apart.restored).toMatchObject({ missing: ['D-2026-000001'], isKept: false });
  expect(apart.work).toBe(later);
}, 120_000);
