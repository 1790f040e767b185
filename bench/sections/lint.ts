import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

import { load } from 'js-yaml';

import { packageRoot, rulebookFolder } from '../../src/io/rulebook.ts';
import type { Edits } from '../lint-edits.ts';
import type { ManualEdits } from '../manual-edits.ts';
import { manyTimes } from '../many-rules.ts';
import { computed, median } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/**
 * Linting the shipped rulebook and making its manual, and those of four times its rules: by the command, and again and
 * again in one process.
 */
export function lintSection(passes: number): Section {
  const { folder } = rulebookFolder(join(packageRoot, 'rules'));
  const texts = new Map([...folder.files].map(([path, { text }]) => [path, text]));
  return {
    title: 'Linting, and the manual',
    before:
      'CPU time, all threads counted. The first figure is of `shouze lint` in a process of its own, from a checkout; those after an edit are of a linter that is asked again (`rulebookLinter`), over what it took the first time. Goals of 1,424 rules: at most 6 times js-yaml (warm) on the same files; at most 0.15 after an edit of one rule. The manual is made in HTML, in both languages, with its cases run: goals at most 5 times `shouze lint`, and at most 0.15 of itself after an edit of one rule.',
    head: [
      'rules',
      'js-yaml, ms',
      'lint, ms',
      '× js-yaml',
      'first, ms',
      'after a rule',
      'after a parameter',
      'manual, ms',
      '× lint',
      'after a rule',
    ],
    rows: [1, 4].map((times) => row(manyTimes(texts, times), passes)),
  };
}

function row(texts: ReadonlyMap<string, string>, passes: number): readonly string[] {
  const path = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  try {
    for (const [file, text] of texts) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    }
    const yaml = [...texts].flatMap(([file, text]) => (file.endsWith('.yaml') ? [text] : []));
    const loadAll = () => yaml.forEach((text) => load(text));
    loadAll();
    const [byYaml, byCommand]: [number[], number[]] = [[], []];
    for (let pass = 0; pass < passes; pass += 1) {
      byYaml.push(computed(loadAll));
      byCommand.push(Number(printed('lint-once.ts', 'lint', '--rulebook', path)));
    }
    const edits = JSON.parse(printed('lint-edits.ts', path, String(passes))) as Edits;
    const manual = JSON.parse(printed('manual-edits.ts', path, String(passes))) as ManualEdits;
    const [base, command] = [median(byYaml), median(byCommand)];
    return [
      edits.rules.toLocaleString('en-US'),
      figure(base),
      figure(command),
      figure(command / base),
      figure(edits.first),
      figure(edits.rule / edits.first),
      figure(edits.parameter / edits.first),
      figure(manual.first),
      figure(manual.first / command),
      figure(manual.rule / manual.first),
    ];
  } finally {
    rmSync(path, { recursive: true });
  }
}

/** What a script of the bench prints, in a process of its own. */
function printed(script: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '..', script), ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${script} ended with ${String(status)}: ${stderr}`);
  return stdout.trim().split('\n').at(-1) ?? '';
}
