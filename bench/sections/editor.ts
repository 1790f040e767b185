import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { filesBelow } from '../../src/io/folder.ts';
import { packageRoot } from '../../src/io/rulebook.ts';
import { type OpenFile, startEditor } from '../../tests/editor/harness.ts';
import { median } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** Cold runs of `lint`, which all else is compared with. */
const lints = 3;
/** Parameters that are edited: all rules are typed again then. */
const parameters = 10;

/**
 * Writing in the shipped rulebook with the language server, over its protocol and in a process of its own.
 *
 * @param edits - rules that are edited
 */
export async function editorSection(edits: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  try {
    cpSync(join(packageRoot, 'rules'), folder, { recursive: true });
    const cold = median(Array.from({ length: lints }, () => timeOfLint(folder)));
    const editor = await startEditor();
    const asked = some(filesWith(/^require: /mu, join(folder, 'stages')), edits);
    const moved = some(filesWith(/^title:/mu, join(folder, 'parameters')), parameters);
    const [first = ''] = asked;
    const opened = await timed(async () => editor.open(first).told());
    const rules: number[] = [];
    const offers: number[] = [];
    for (const path of asked) {
      const file = editor.open(path);
      await file.told();
      rules.push(await told(file, 'require: ', 'require: x '));
      offers.push(await timed(async () => file.complete('require: x|')));
      rules.push(await told(file, 'require: x ', 'require: '));
    }
    const [grounds, wholes]: [number[], number[]] = [[], []];
    const rule = editor.open(first);
    for (const path of moved) {
      const file = editor.open(path);
      await file.told();
      grounds.push(await told(file, 'title:', 'title :'));
      wholes.push(await timed(async () => editor.connection.sendRequest('textDocument/hover', rule.at('require: |'))));
    }
    await editor.close();
    const row = (name: string, times: readonly number[]) => [name, String(times.length), figure(median(times)), figure(p95(times)), figure(p95(times) / cold)];
    return {
      title: 'In an editor',
      before: `Milliseconds by the clock from a change sent to what is told of it, over the protocol; a cold \`shouze lint\` of the same rulebook took ${figure(cold)} ms in the same run. The server waits 30 ms for further changes. Goal: the 95th of 100 at most 0.15 of a cold lint. After an edit of a parameter its own errors are told at once, and all rules are typed again when nothing was written for 400 ms, or when something is asked of them.`,
      head: ['what', 'times', 'median, ms', 'p95, ms', 'p95 × cold lint'],
      rows: [row('opening the first file', [opened]), row('diagnostics, a rule', rules), row('completion, a rule', offers), row('diagnostics, a parameter', grounds), row('all rules typed again after it', wholes)],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOfLint(folder: string): number {
  const start = performance.now();
  spawnSync(process.execPath, ['bin/shouze.js', 'lint', '--rulebook', folder], { cwd: packageRoot, env: { ...process.env, SHOUZE_CACHE: 'off' } });
  return performance.now() - start;
}

async function told(file: OpenFile, old: string, by: string): Promise<number> {
  return timed(async () => {
    file.write(old, by);
    await file.told();
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function filesWith(pattern: RegExp, folder: string): readonly string[] {
  return filesBelow(folder, ['.yaml']).filter((path) => !path.endsWith('.cases.yaml') && pattern.test(readFileSync(path, 'utf8')));
}

/** So many of a list, from all over it. */
function some<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter((_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length));
}

/** The smallest time that 95 of 100 do not exceed. */
function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}
