import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { expect, test } from 'vitest';

import { shouze } from './harness.ts';

const files = 'examples/dossiers';
const model = 'applicationScore';

test.each([
  ['service', ['service', files, '--by', 'branch', '--today', '2026-11-30']],
  ['pilot', ['pilot', 'examples/records/pilot.yaml', files]],
  ['view', ['view', 'customer', 'C701', 'examples/household-faulty', '--today', '2026-11-30']],
  ['model-list', ['model', 'list', '--today', '2026-11-30']],
  ['model-score', ['model', 'score', model, files]],
  [
    'model-monitor',
    ['model', 'monitor', model, files, '--by', 'month', '--baseline-until', '2026-08-31'],
  ],
])('the JSON of %s is as its schema says', async (name, args) => {
  const { out } = await shouze(...args, '--format', 'json');
  const schema = JSON.parse(readFileSync(`schemas/${name}-report.schema.json`, 'utf8')) as object;
  const valid = new Ajv({ allowUnionTypes: true, formats: { date: true } }).compile(schema);
  valid(JSON.parse(out));
  expect(valid.errors ?? []).toEqual([]);
});
