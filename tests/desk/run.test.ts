import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { openRun } from '../../src/desk/run.ts';
import { reportOfWork } from '../../src/desk/work.ts';
import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import type { CheckReport, DossierJson } from '../../src/report/json-format.ts';

const folder = mkdtempSync(join(tmpdir(), 'shouze-run-'));
const at = (name: string) => join(folder, name);

/** Lines do not count rules that judge files together and find nothing. */
function told(record: DossierJson) {
  return { ...record, scope: null, counts: null };
}

function check(format: string): void {
  const args = ['bin/shouze.js', 'check', 'examples/dossiers', '--format', format];
  try {
    execFileSync(process.execPath, [...args, '--out', at(`run.${format}`)], { stdio: 'ignore' });
  } catch {
    // there are findings
  }
}

async function opened(name: string) {
  const run = await openRun({ digest: '' }, fileBytesAt(at(name)), nodePlatform);
  if (typeof run === 'string') throw new Error(run);
  return run;
}

beforeAll(() => {
  check('ndjson');
  check('json');
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('lines and one report open as the same work', async () => {
  const { work, about } = await opened('run.ndjson');
  const report = JSON.parse(readFileSync(at('run.json'), 'utf8')) as CheckReport;
  const made = JSON.parse(JSON.stringify(reportOfWork(work))) as CheckReport;
  expect({ ...made, dossiers: made.dossiers.map(told) }).toEqual({
    ...report,
    dossiers: report.dossiers.map(told),
  });
  expect(about).toMatchObject({ wrong: undefined, isSameRulebook: false });
  expect((await opened('run.json')).work.records).toEqual(report.dossiers);
});

test('of a run that was cut what is there is opened, and summed up anew', async () => {
  const text = readFileSync(at('run.ndjson'), 'utf8');
  const lines = text.trimEnd().split('\n');
  writeFileSync(at('cut.ndjson'), `${lines.slice(0, -1).join('\n')}\n{"type":"fo`);
  const { work, about } = await opened('cut.ndjson');
  const whole = await opened('run.ndjson');
  expect(about.wrong).toBe('cut');
  const { glance, defects, fail } = whole.work.summary;
  expect(work.summary).toMatchObject({ glance, defects, fail, stopped: true });
});

test('a run that was changed is opened, and said to be', async () => {
  const text = readFileSync(at('run.ndjson'), 'utf8').replace(
    '"verdict":"fail"',
    '"verdict":"pass"',
  );
  writeFileSync(at('changed.ndjson'), text);
  expect((await opened('changed.ndjson')).about.wrong).toBe('digest');
});

test('what is no run is none', async () => {
  writeFileSync(at('other.json'), '{"a": 1}');
  expect(await openRun({ digest: '' }, fileBytesAt(at('other.json')), nodePlatform)).toBe('form');
});
