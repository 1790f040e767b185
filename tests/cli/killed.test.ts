import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { expect, test } from 'vitest';

import type { CheckLine } from '../../src/report/json-format.ts';
import { put, small, temporary } from './harness.ts';

const kills = Number(process.env['KILLS'] ?? 6);
const before = 'what was there before\n';

/** Milliseconds until a check is killed, spread over the time that it takes. */
function moments(): readonly number[] {
  return Array.from({ length: kills }, (_, index) => Math.round(((index + 0.5) / kills) * 2500));
}

const path = () => {
  const lines = Array.from({ length: 4000 }, (_, index) =>
    JSON.stringify({ id: `R${index}`, product: 'A', day: '2024-05-01', amount: 500, acts: [] }),
  );
  return put(temporary(), 'files.ndjson', lines.join('\n'));
};

test.each(['ndjson', 'json', 'html'])(
  'a check as %s that is killed leaves what was there, or the whole report',
  async (format) => {
    const [input, out] = [path(), join(temporary(), 'report')];
    const whole = new Set<string>();
    for (const moment of [...moments(), undefined]) {
      writeFileSync(out, before);
      // eslint-disable-next-line no-await-in-loop -- one command at a time
      await killed(['check', input, '--rulebook', small, '--format', format, '--out', out], moment);
      expect(existsSync(out)).toBe(true);
      const text = readFileSync(out, 'utf8');
      if (text !== before) whole.add(text);
    }
    expect(whole.size).toBe(1);
    if (format !== 'ndjson') return;
    const [text = ''] = whole;
    const lines = text.split(/(?<=\n)/u);
    const hash = createHash('sha256').update(lines.slice(0, -1).join('')).digest('hex');
    const foot = JSON.parse(lines.at(-1) ?? '') as CheckLine;
    expect(foot).toMatchObject({ digest: `sha256:${hash}`, summary: { dossiers: 4000 } });
  },
  240_000,
);

/** Runs a command, and kills it after so many milliseconds, if it still runs. */
async function killed(args: readonly string[], moment: number | undefined): Promise<void> {
  const child = spawn(process.execPath, ['bin/shouze.js', ...args], { stdio: 'ignore' });
  const timer = moment === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), moment);
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  clearTimeout(timer);
}
