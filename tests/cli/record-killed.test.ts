import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { expect, test } from 'vitest';

import { copied, edit, put, small, spawned, temporary } from './harness.ts';

/** How often a run is killed; `KILLS=20` for the whole of it. */
const kills = Number(process.env['KILLS'] ?? 1);

/** A rulebook with a rule that judges files together, and files of which some break it, are given twice, or are none. */
function input(): { readonly rules: string; readonly files: string } {
  const rules = copied(small);
  const rule = readFileSync(join(rules, 'stages/work/decide/TST-001-under-test.yaml'), 'utf8');
  const grouped = rule
    .replace('TST-001', 'GRP-001')
    .replace('asOf: day', 'scope: { groupBy: kind }\nasOf: max(dossiers.day)')
    .replace(/require: [^]*?\nbasis/u, 'require: sum(dossiers.amount) <= 100\nbasis')
    .replace(/finding: .*/u, "finding: { en: 'Together they are above the limit' }");
  put(rules, 'stages/work/decide/GRP-001-together.yaml', grouped);
  edit(rules, 'stages/work/decide/step.yaml', 'TST-001', 'TST-001, GRP-001');
  const lines = Array.from({ length: 1500 }, (_, index) => {
    if (index % 211 === 5) return '[1, 2]';
    const id = index % 97 === 50 ? 'R1' : `R${index}`;
    const kind = index < 2 ? 'X' : index % 500 === 0 ? 'Y' : undefined;
    return JSON.stringify({
      id,
      product: 'A',
      day: '2024-05-01',
      amount: index * 3,
      kind,
      acts: [],
    });
  });
  return { rules, files: put(temporary(), 'files.ndjson', lines.join('\n')) };
}

test.each([
  ['ndjson', 1],
  ['json', 1],
  ['html', 2],
])(
  'a recorded check as %s that is killed goes on to the same bytes, with %i to judge',
  { timeout: 240_000 },
  async (format, jobs) => {
    const { rules, files } = input();
    const folder = temporary();
    const callOf = (record: string, out: string) => [
      'check',
      files,
      `--rulebook=${rules}`,
      `--format=${format}`,
      '--today=2024-06-01',
      `--record=${join(folder, record)}`,
      `--out=${join(folder, out)}`,
    ];
    expect(spawned(callOf('whole.db', 'whole')).code).toBe(2);
    const whole = readFileSync(join(folder, 'whole'), 'utf8');
    expect(whole).toContain('GRP-001');
    let [killed, wentOn] = [0, 0];
    for (let turn = 0; killed < kills || wentOn === 0; turn += 1) {
      const record = `${turn}.db`;
      const call = callOf(record, `${turn}`);
      let isOver = false;
      while (!isOver) {
        const isBegun = existsSync(join(folder, record)) && hasRun(join(folder, record));
        wentOn += isBegun ? 1 : 0;
        const going = [...call, `--jobs=${jobs}`, ...(isBegun ? ['--resume', '1'] : [])];
        const isToEnd = killed >= kills && wentOn > 0;
        const moment = isToEnd ? undefined : 30 + ((killed * 37 + 5) % 11) * 40;
        // eslint-disable-next-line no-await-in-loop -- one command at a time
        isOver = !(await killedAfter(going, join(folder, record), moment));
        if (!isOver) killed += 1;
      }
      expect(readFileSync(join(folder, `${turn}`), 'utf8') === whole).toBe(true);
      expect(spawned(['audit', 'verify', join(folder, record)]).code).toBe(0);
    }
  },
);

function hasRun(record: string): boolean {
  const { code, out, err } = spawned(['audit', 'list', record]);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return out !== '';
}

/**
 * Runs a command, and kills it so many milliseconds after its record was first written to.
 *
 * @returns whether it was killed
 */
async function killedAfter(
  args: readonly string[],
  record: string,
  moment: number | undefined,
): Promise<boolean> {
  const before = existsSync(record) ? readFileSync(record).length : 0;
  const child = spawn(process.execPath, ['bin/shouze.js', ...args], { stdio: 'ignore' });
  const watch = setInterval(() => {
    if (moment === undefined || !existsSync(record)) return;
    if (readFileSync(record).length === before) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), moment);
  }, 10);
  const signal = await new Promise((resolve) => {
    child.on('close', (_, how) => {
      resolve(how);
    });
  });
  clearInterval(watch);
  return signal === 'SIGKILL';
}
