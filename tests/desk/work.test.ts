import { expect, test } from 'vitest';

import { judgeFiles, reportOfWork } from '../../src/desk/work.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { shouze } from '../cli/harness.ts';
import { again, judgedBy, textsAt } from './judged.ts';
import { shippedDesk } from './shipped.ts';

const samples = ['examples/dossiers', 'examples/customer-book', 'examples/situations'];

test('what comes of all samples is the JSON of the command line, byte for byte', async () => {
  const work = await judgeFiles(judgedBy(shippedDesk()), textsAt(...samples), { again });
  const { out } = await shouze('check', ...samples, '--format', 'json');
  expect([...jsonText(reportOfWork(work))].join('')).toBe(out);
}, 120_000);
