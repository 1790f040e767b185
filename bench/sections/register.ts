import process from 'node:process';

import { engineOf } from '../../src/check/engine.ts';
import { readJson } from '../../src/check/read-json.ts';
import type { Judgement } from '../../src/evaluate/outcome.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { medians } from '../measure.ts';
import { registerRules, registerSchema, registerText, soundRows } from '../register/make.ts';
import { figure, type Section } from '../report.ts';

/** A register judged through the API, from its text to its findings, beside `JSON.parse` of the same text. */
export async function registerSection(
  lengths: readonly number[],
  passes: number,
): Promise<Section> {
  const program = registerBook();
  const engines = [
    ['generated', engineOf(program, runGenerated)],
    ['closures', engineOf(program)],
  ] as const;
  const rows: string[][] = [];
  for (const length of lengths) {
    const text = registerText(length);
    const judged = (name: string): Judgement => {
      const engine = engines.find(([one]) => one === name)?.[1];
      const file = engine && readJson({ name: 'register.json', text }, engine, 'register');
      const [judgement] = file ? engine.judge([file], {}) : [];
      if (!judgement) throw new Error('the register is sound JSON');
      return judgement;
    };
    const expected = Math.floor(length / soundRows);
    const names = engines.map(([name]) => name);
    for (const name of names) {
      const { findings } = judged(name);
      if (findings.length < expected)
        throw new Error(`${findings.length} findings of at least ${expected}`);
    }
    const tasks = [
      { name: 'JSON.parse', pass: () => JSON.parse(text) as unknown },
      ...names.map((name) => ({ name, pass: () => judged(name).outcomes.length })),
    ];
    const found = await medians(tasks, passes, 1);
    const parse = found.get('JSON.parse') ?? Number.NaN;
    for (const name of names) {
      const took = found.get(name) ?? Number.NaN;
      const memory = process.memoryUsage().rss / 2 ** 20;
      rows.push([
        `${length.toLocaleString('en-US')} rows of ${figure(text.length / length / 1000)} kB, ${name}`,
        figure(parse),
        figure(took),
        figure(took / parse),
        figure(memory),
      ]);
    }
  }
  return {
    title: 'A register',
    before: `${registerRules.length} rules on rows of 81 fields and on the whole file, one row in ${soundRows.toLocaleString('en-US')} with a finding, from the text to all outcomes. Goal: at most 4 times \`JSON.parse\` of the same text.`,
    head: ['register', 'JSON.parse, ms', 'judged, ms', 'ratio', 'memory, MiB'],
    rows,
  };
}

/** The rulebook of the made register; every rule has a plan. */
export function registerBook(): Program {
  const title = { en: 'Benchmark' };
  const about = {
    kind: 'bank',
    level: 'mandatory',
    check: 'data',
    status: 'issued',
    posts: ['MANAGER'],
  };
  const ids = registerRules.map((_, index) => `REG-${String(index + 1).padStart(3, '0')}`);
  const files: Readonly<Record<string, unknown>> = {
    'rulebook.yaml': {
      format: 1,
      id: 'register',
      version: '1.0.0',
      title,
      issuer: title,
      languages: ['en'],
      currency: 'EUR',
      subjects: {
        register: { title, schema: 'schema.json', id: 'head.id' },
        entry: { title, rows: 'register.rows' },
      },
      stages: [{ stage: 'all', title, steps: ['check'] }],
    },
    'schema.json': registerSchema,
    'stages/all/check/step.yaml': { step: 'check', title, purpose: title, rules: ids },
    ...Object.fromEntries(
      registerRules.map((rule, index) => [
        `stages/all/check/${ids[index]}-rule.yaml`,
        {
          rule: ids[index],
          ...about,
          title,
          asOf: 'head.filedOn',
          finding: title,
          editions: [{ from: '2000-01-01' }],
          ...rule,
        },
      ]),
    ),
  };
  const sources = Object.entries(files).map(
    ([name, value]) => [name, { name, text: JSON.stringify(value) }] as const,
  );
  const { value: program, diagnostics } = readRulebook(
    { name: 'register', files: new Map(sources) },
  );
  const wrong = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && /^(?:feel|program|yaml)\//u.test(code),
  );
  const slow = program ? unplannedOf(program) : [];
  if (
    !program ||
    wrong.length > 0 ||
    slow.length > 0 ||
    program.rules.length < registerRules.length
  )
    throw new Error(JSON.stringify([wrong.map(({ code, params }) => [code, params]), slow]));
  return program;
}
