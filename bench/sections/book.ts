import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { commandTook } from '../command.ts';
import { median } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** Passes of `JSON.parse` over all lines: their median is what the command is held against. */
const passes = 5;

/** A book of dossiers by the whole command: one in twenty has findings. */
export function bookSection(count: number): Section {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  try {
    return measured(folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(folder: string, count: number): Section {
  const [all, tenth, out] = ['all.ndjson', 'tenth.ndjson', 'out.ndjson'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const asked = ['--count', String(count), '--faulty', '5%', '--seed', '7', '--format', 'ndjson'];
  const made = commandTook(['sample', ...asked, '--out', all]);
  const lines = readFileSync(all, 'utf8').trim().split('\n');
  writeFileSync(tenth, `${lines.slice(0, count / 10).join('\n')}\n`);
  const parsing = median(Array.from({ length: passes }, () => parsed(lines)));
  const checked = (path: string, ...more: readonly string[]) =>
    commandTook(['check', path, '--format', 'ndjson', '--out', out, ...more]);
  const few = checked(tenth, '--jobs', '1');
  const threads = checked(all, '--jobs', '2');
  const whole = checked(all, '--jobs', '1');
  const sound = soundLines(out);
  const inJ = (milliseconds: number) => figure(milliseconds / parsing);
  const megabytes = (bytes: number) => `${figure(bytes / 1e6)} MB`;
  const name = (number: number) => number.toLocaleString('en-US');
  return {
    title: `A book of ${name(count)} dossiers, by the whole command`,
    before: `Made by \`shouze sample --faulty 5%\`, ${figure(averageOf(lines) / 1000)} KB each; checked to NDJSON, reading the rulebook, generating code and writing included. CPU of all threads; J is \`JSON.parse\` of the same lines, ${figure((parsing * 1000) / count)} µs a dossier.`,
    head: ['what', 'measured', 'goal'],
    rows: [
      ['a dossier, one thread', `${inJ(whole.cpuMilliseconds)} J`, '≤ 8 J'],
      [
        'one dossier more',
        `${inJ(((whole.cpuMilliseconds - few.cpuMilliseconds) * 10) / 9)} J`,
        '',
      ],
      ['a dossier, two worker threads', `${inJ(threads.cpuMilliseconds)} J`, ''],
      ['memory at most', megabytes(whole.peakBytes), '≤ 400 MB'],
      [`memory over that of ${name(count / 10)}`, figure(whole.peakBytes / few.peakBytes), '≤ 1.2'],
      ['bytes out a sound dossier', name(Math.round(averageOf(sound))), '≤ 2,000'],
      [
        'making a dossier over judging it',
        figure(made.cpuMilliseconds / whole.cpuMilliseconds),
        '≤ 5',
      ],
    ],
  };
}

/** Milliseconds of CPU that parsing all lines takes. */
function parsed(lines: readonly string[]): number {
  const before = process.cpuUsage();
  for (const line of lines) JSON.parse(line);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function soundLines(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.filter(
    (line) => (JSON.parse(line) as { readonly verdict?: string }).verdict === 'pass',
  );
}

/** In bytes. */
function averageOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / lines.length;
}
