import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { filesOfCase } from '../../src/cases/files.ts';
import { runCases } from '../../src/cases/run.ts';
import { engineOf } from '../../src/check/engine.ts';
import { readJson } from '../../src/check/read-json.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeGroups } from '../../src/evaluate/group.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import { newSession } from '../../src/evaluate/session.ts';
import { packageRoot, rulebookFolder } from '../../src/io/rulebook.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { groundOf } from '../../src/samples/patterns.ts';
import { seriesOf } from '../../src/samples/series.ts';
import { manyTimes } from '../many-rules.ts';
import { figure, type Section } from '../report.ts';

const times = 4;

/** Files made rather than written, and the cases of many rules: what each costs over judging it. */
export async function sampleSection(count: number): Promise<Section> {
  const { folder } = rulebookFolder(join(packageRoot, 'rules'));
  const { value: program } = readRulebook(folder);
  if (!program) throw new Error('the shipped rulebook is read');
  const [sound, judgedSound] = samples(program, count, 0);
  const [mixed, judgedMixed] = samples(program, count, 500);
  const texts = new Map([...folder.files].map(([path, { text }]) => [path, text]));
  const many = manyTimes(texts, times);
  const whole = await testCommand(many);
  const cases = casesOf(many);
  const row = (name: string, of: number, judging: number) => [
    name,
    figure(of),
    figure(of / judging),
  ];
  return {
    title: 'Samples and cases, over judging them',
    before: `CPU time, generated code for samples and the evaluator for cases. A sample is judged before it is handed out; the first files of a run also look for what can be made of each rule's cases. Goal: at most 5 times judging it. The cases are those of the shipped rules ${times} times over (${cases.rules.toLocaleString('en-US')} rules, ${cases.cases.toLocaleString('en-US')} cases), judging is that of files already read. Goals: at most 3 times judging them, and 500 MB.`,
    head: ['what', 'ms', 'over judging'],
    rows: [
      row(`judge one of ${count.toLocaleString('en-US')} sound samples`, judgedSound, judgedSound),
      row('make one', sound, judgedSound),
      row(
        `judge one of ${count.toLocaleString('en-US')}, 5% with findings in any rule`,
        judgedMixed,
        judgedMixed,
      ),
      row('make one', mixed, judgedMixed),
      row('judge all cases', cases.judging, cases.judging),
      row('make, read, judge and compare them', cases.running, cases.judging),
      row('`shouze test`, the rulebook read as well', whole.milliseconds, cases.judging),
    ],
    after: [`Most memory of \`shouze test\`: ${figure(whole.megabytes)} MB.`],
  };
}

/** What making a sample takes, and then judging it, in milliseconds. */
function samples(program: Program, count: number, faulty: number): readonly [number, number] {
  const engine = engineOf(program, runGenerated);
  const ground = groundOf(engine);
  if (!ground || ground.patterns().length === 0) throw new Error('there are sound base files');
  const texts: string[] = [];
  const making = spent(() => {
    for (const { text } of seriesOf(ground, { count, seed: 7, faults: [], faulty }))
      texts.push(text);
  });
  if (texts.length < count) throw new Error('every sample is made');
  const judging = spent(() => {
    for (const text of texts) {
      const file = readJson({ name: 'sample.json', text }, engine);
      if (file) engine.judge([file], {});
    }
  });
  return [making / count, judging / count];
}

/** The cases of a rulebook, run and merely judged. */
function casesOf(texts: ReadonlyMap<string, string>) {
  const files = new Map([...texts].map(([path, text]) => [path, { name: path, text }]));
  const { value: program } = readRulebook({ name: 'rules', files });
  if (!program) throw new Error('the rulebook is read');
  let [cases, judging, running] = [0, 0, 0];
  for (const rule of program.rules) {
    const entry = rule.rule.cases;
    if (!entry) continue;
    const read = entry.data.cases.map((one, index) =>
      filesOfCase(program, rule, entry, one, index).flatMap(
        ({ yaml }) => dossierFromYaml(yaml, rule.subject.type).value ?? [],
      ),
    );
    running += spent(() => runCases(program, rule));
    judging += spent(() => {
      for (const dossiers of read) {
        const sessions = dossiers.map((dossier) => newSession(program, dossier, rule.subject));
        const [session] = sessions;
        if (rule.group) judgeGroups(rule, sessions, { drafts: true });
        else if (session) judgeRule(rule, session, { drafts: true });
      }
    });
    cases += read.length;
  }
  return { rules: program.rules.length, cases, judging, running };
}

/** What the command takes by itself, in a process of its own. */
async function testCommand(texts: ReadonlyMap<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  try {
    for (const [path, text] of texts) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const main = pathToFileURL(join(packageRoot, 'src', 'cli', 'main.ts')).href;
    const script = `const { main } = await import(${JSON.stringify(main)});
      const code = await main(['test', '--rulebook', ${JSON.stringify(folder)}]);
      process.stderr.write(JSON.stringify({ code, ...process.resourceUsage() }));`;
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    const used = JSON.parse(stderr) as {
      readonly code: number;
      readonly maxRSS: number;
      readonly userCPUTime: number;
      readonly systemCPUTime: number;
    };
    if (used.code !== 0) throw new Error('all cases give their outcomes');
    return {
      milliseconds: (used.userCPUTime + used.systemCPUTime) / 1000,
      megabytes: (used.maxRSS * 1024) / 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU time of some work, in milliseconds. */
function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
