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
    const cold = median(Array.from({ length: lints }, () => costOfLint(folder)));
    const editor = await startEditor();
    const costOf = costIn(editor.pid);
    const asked = some(filesWith(/^require: /mu, join(folder, 'stages')), edits);
    const moved = some(filesWith(/^title:/mu, join(folder, 'parameters')), parameters);
    const [first = ''] = asked;
    const opened = await costOf(async () => editor.open(first).told());
    const rules: number[] = [];
    const offers: number[] = [];
    for (const path of asked) {
      const file = editor.open(path);
      await file.told();
      rules.push(await costOfEdit(costOf, file, 'require: ', 'require: x '));
      offers.push(await costOf(async () => file.complete('require: x|')));
      rules.push(await costOfEdit(costOf, file, 'require: x ', 'require: '));
    }
    const [grounds, wholes]: [number[], number[]] = [[], []];
    const rule = editor.open(first);
    for (const path of moved) {
      const file = editor.open(path);
      await file.told();
      grounds.push(await costOfEdit(costOf, file, 'title:', 'title :'));
      wholes.push(await costOf(async () => editor.connection.sendRequest('textDocument/hover', rule.at('require: |'))));
    }
    await editor.close();
    const row = (name: string, times: readonly number[]) => [name, String(times.length), figure(median(times)), figure(p95(times)), figure(p95(times) / cold)];
    return {
      title: 'In an editor',
      before: `CPU milliseconds of the server, all threads counted, from a change to what is told of it, over the protocol; a cold \`shouze lint\` of the same rulebook took ${figure(cold)} in the same run. Goal: the 95th of 100 at most 0.15 of a cold lint. After an edit of a parameter its own errors are told at once, and all rules are typed again when nothing was written for 400 ms, or when something is asked of them.`,
      head: ['what', 'times', 'median, ms', 'p95, ms', 'p95 × cold lint'],
      rows: [row('opening the first file', [opened]), row('diagnostics, a rule', rules), row('completion, a rule', offers), row('diagnostics, a parameter', grounds), row('all rules typed again after it', wholes)],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** CPU milliseconds of the server, all threads counted, while something is done. */
type CostOf = (work: () => Promise<unknown>) => Promise<number>;

function costOfLint(folder: string): number {
  const script = join(packageRoot, 'bench', 'lint-once.ts');
  const { stdout } = spawnSync(process.execPath, [script, 'lint', '--rulebook', folder], { encoding: 'utf8', env: { ...process.env, SHOUZE_CACHE: 'off' } });
  return Number(stdout.trim().split('\n').at(-1));
}

/** By what Linux counts of a process, in hundredths of a second. */
function costIn(pid: number | undefined): CostOf {
  const spent = () => {
    const [, counts = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user = Number.NaN, system = Number.NaN] = counts.split(' ').slice(11, 13).map(Number);
    return 10 * (user + system);
  };
  return async (work) => {
    const start = spent();
    await work();
    return spent() - start;
  };
}

async function costOfEdit(costOf: CostOf, file: OpenFile, old: string, by: string): Promise<number> {
  return costOf(async () => {
    file.write(old, by);
    await file.told();
  });
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
