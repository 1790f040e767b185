import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

import { load } from 'js-yaml';

import { fileSchemas, packageRoot, rulebookFolder } from '../../src/io/rulebook.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';
import { rulebookLinter } from '../../src/verify/lint.ts';
import { manyTimes } from '../many-rules.ts';
import { median } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** A rule, and a parameter that many rules read. */
const [rule, parameter] = [/^stages\/.*\/RSK-007-[a-z][^.]*\.yaml$/u, /^parameters\//u];

/** Linting the shipped rulebook, and one of four times its rules: by the command, and again and again in one process. */
export function lintSection(passes: number): Section {
  const { folder } = rulebookFolder(join(packageRoot, 'rules'));
  const texts = new Map([...folder.files].map(([path, { text }]) => [path, text]));
  return {
    title: 'Linting',
    before:
      'CPU time, all threads counted. The first figure is of `shouze lint` in a process of its own, from a checkout; those after an edit are of a linter that is asked again (`rulebookLinter`), over what it took the first time. Goals of 1,424 rules: at most 6 times js-yaml (warm) on the same files; at most 0.15 after an edit of one rule.',
    head: [
      'rules',
      'js-yaml, ms',
      'lint, ms',
      '× js-yaml',
      'first, ms',
      'after a rule',
      'after a parameter',
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
      byCommand.push(commandSeconds(path) * 1000);
    }
    const edits = afterEdits(rulebookFolder(path).folder, passes);
    const [base, command] = [median(byYaml), median(byCommand)];
    return [
      edits.rules.toLocaleString('en-US'),
      figure(base),
      figure(command),
      figure(command / base),
      figure(edits.first),
      figure(edits.rule / edits.first),
      figure(edits.parameter / edits.first),
    ];
  } finally {
    rmSync(path, { recursive: true });
  }
}

function afterEdits(folder: RulebookFolder, passes: number) {
  const lint = rulebookLinter(fileSchemas());
  let rules = 0;
  const first = computed(() => {
    rules = lint(folder).value?.rules.length ?? 0;
  });
  const edited = (wanted: RegExp) =>
    median(
      Array.from({ length: passes }, (_, pass) => {
        const [path, source] = [...folder.files].find(([one]) => wanted.test(one)) ?? [];
        if (path === undefined || !source) throw new Error(`no file like ${String(wanted)}`);
        const text = `${source.text}# ${pass}\n`;
        const files = new Map(folder.files).set(path, { ...source, text });
        return computed(() => lint({ ...folder, files }));
      }),
    );
  return { first, rules, rule: edited(rule), parameter: edited(parameter) };
}

function commandSeconds(path: string): number {
  const script = join(import.meta.dirname, '..', 'lint-once.ts');
  const { stderr, status } = spawnSync(process.execPath, [script, 'lint', '--rulebook', path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`lint ended with ${String(status)}: ${stderr}`);
  return Number(stderr.trim().split('\n').at(-1));
}

/** Milliseconds of CPU time of this process. */
function computed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
