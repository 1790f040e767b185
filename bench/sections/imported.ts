import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commandTook } from '../command.ts';
import { importedFiles } from '../imported.ts';
import { figure, type Section } from '../report.ts';

/** A book of dossiers from tables, beside the same dossiers as a stream of JSON. */
export function importedSection(count: number): Section {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  try {
    return measured(folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(folder: string, count: number): Section {
  const [all, out] = ['all.ndjson', 'out.ndjson'].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  const asked = ['--count', String(count), '--faulty', '5%', '--seed', '7', '--format', 'ndjson'];
  commandTook(['sample', ...asked, '--out', all]);
  const { tables, mapping } = importedFiles(readFileSync(all, 'utf8').trim().split('\n'), folder);
  const checked = (...args: readonly string[]) =>
    commandTook(['check', ...args, '--format', 'ndjson', '--jobs', '1', '--out', out]);
  const json = checked(all);
  const rows = checked(...tables, '--mapping', mapping);
  return {
    title: `A book of ${count.toLocaleString('en-US')} dossiers from tables`,
    before:
      'The dossiers of `shouze sample --faulty 5%` as a main table and a child table a list, all complete, by their mapping; beside the dossiers as NDJSON. One thread, reading the rulebook and writing included.',
    head: ['what', 'measured', 'goal'],
    rows: [
      ['CPU over that of NDJSON', figure(rows.cpuMilliseconds / json.cpuMilliseconds), '≤ 3'],
      ['CPU a dossier, ms', figure(rows.cpuMilliseconds / count), ''],
      ['memory at most', `${figure(rows.peakBytes / 1e6)} MB`, '≤ 400 MB'],
      ['memory of NDJSON', `${figure(json.peakBytes / 1e6)} MB`, ''],
    ],
  };
}
