import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { packageRoot } from '../../src/io/rulebook.ts';
import { median } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** What is run, by the name it has in the table. */
const dossiers = { sound: '0010-sound.json', 'with a finding': '0002-down-payment-short.yaml' } as const;

/** Processor time of one run, in seconds, of all threads of the process. */
function seconds(args: readonly string[], cache: string): number {
  const wrapped = ['-c', `"$0" "$@" >/dev/null 2>&1; times`, process.execPath, ...args];
  const { stdout } = spawnSync('sh', wrapped, { encoding: 'utf8', cwd: packageRoot, env: { ...process.env, SHOUZE_CACHE: cache } });
  // the second line is of the children: user, then system
  const [, children = ''] = stdout.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0);
}

/** `check` of one file by a rulebook that was kept, over starting Node alone. */
export function startSection(passes: number): Section {
  const cache = mkdtempSync(join(tmpdir(), 'shouze-start-'));
  const check = (name: string) => ['bin/shouze.js', 'check', join('examples', 'dossiers', name)];
  const tasks: readonly (readonly [string, readonly string[]])[] = [
    ['Node alone', ['-e', '0']],
    ...Object.entries(dossiers).map(([name, file]) => [`check of one file, ${name}`, check(file)] as const),
  ];
  // the first keeps the program, the second what V8 makes of its code
  for (let turn = 0; turn < 3; turn += 1) for (const [, args] of tasks) seconds(args, cache);
  const times = tasks.map((): number[] => []);
  for (let turn = 0; turn < passes; turn += 1) for (const [place, [, args]] of tasks.entries()) times[place]?.push(seconds(args, cache));
  rmSync(cache, { recursive: true, force: true });
  const [alone = Number.NaN, ...rest] = times.map(median);
  return {
    title: 'Starting',
    before: 'Processor time of whole processes, medians; the rulebook is the shipped one, kept by an earlier run. Goal: at most 8 times Node alone, of what `npm run build` made.',
    head: ['what', 'milliseconds', '× Node alone'],
    rows: [alone, ...rest].map((time, place) => [tasks[place]?.[0] ?? '', figure(time * 1000), figure(time / alone)]),
  };
}
