import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { textFiles } from '../../src/cli/manual-files.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { explainRule } from '../../src/report/explain.ts';
import { explainStep } from '../../src/report/explain-step.ts';
import { plain } from '../../src/report/paint.ts';
import { documentsOf, filesOf, shipped } from '../manual/harness.ts';
import { copied, edit, put, shouze } from './harness.ts';

const asOf = '2026-11-23';
const languages = ['zh', 'en'] as const;

/** A limit, how it is moved, and a rule that reads it; what is said of the value before and after, but for blanks. */
const moved = [
  {
    name: 'maximumTotalDebtRatio',
    value: ['0.60', '0.58'],
    rule: 'RSK-002',
    zh: ['60%', '58%'],
    en: ['60%', '58%'],
  },
  {
    name: 'firstResponseWorkingDays',
    value: ['1', '2'],
    rule: 'MKT-012',
    zh: ['1个工作日', '2个工作日'],
    en: ['1workingday', '2workingdays'],
  },
  {
    name: 'committeeThreshold',
    value: ['8000000', '6000000'],
    rule: 'DEC-015',
    zh: ['8,000,000元', '6,000,000元'],
    en: ['8,000,000yuan', '6,000,000yuan'],
  },
] as const;

const rulebook = mkdtempSync(join(tmpdir(), 'shouze-'));
afterAll(() => {
  rmSync(rulebook, { recursive: true, force: true });
});
cpSync('rules', rulebook, { recursive: true });
for (const { name, value } of moved)
  edit(rulebook, `parameters/${name}.yaml`, `value: ${value[0]}\n`, `value: ${value[1]}\n`);

// of the rulebook that is shipped it is made once, whoever reads it
const before = inLanguages(filesOf(shipped, ['md'], asOf));
const after = manualOf(readRulebook(rulebookFolder(rulebook).folder).value);

/** The manual in Markdown, a text for each language. */
function manualOf(program: Program | undefined): ReadonlyMap<string, string> {
  if (!program) throw new Error('the rulebook cannot be read');
  return inLanguages(textFiles(documentsOf(program, { languages, asOf }), { formats: ['md'] }));
}

function inLanguages(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    languages.map((language) => {
      const own = [...files].filter(([path]) => path.startsWith(`${language}/`));
      return [language, own.map(([, text]) => text).join('\n')];
    }),
  );
}

/** What the manual says of a rule, without blanks and without what the clauses that it rests on say. */
function pageOf(rule: string, manual = ''): string {
  const start = manual.indexOf(`\n### ${rule} `);
  const end = manual.indexOf('\n<a id="', start);
  const clauses = /^- .*#source-.*$/gmu;
  return manual.slice(start, end).replaceAll(clauses, '').replaceAll(' ', '');
}

describe.each(moved)('$name, moved to $value.1', ({ rule, zh, en }) => {
  test.each(languages)('is new all over the page of the rule: %s', (language) => {
    const [old, now] = { zh, en }[language];
    const [was, is] = [before, after].map((manual) => pageOf(rule, manual.get(language)));
    const places = was?.split(old).length;
    expect(places).toBeGreaterThan(2);
    expect(is?.split(old).length).toBe(1);
    expect(is?.split(now).length).toBeGreaterThanOrEqual((places ?? 0) - 1);
  });
});

test('a report has the value of the day by which it judges', async () => {
  const folder = copied('tests/manual/fixture');
  edit(
    folder,
    'stages/lending/assessment/ABC-001-own-share.yaml',
    'title: { zh: 自付比例达标, en: Own share is enough }',
    'title: { zh: "自付不低于{floor}", en: "Own share of {floor}" }',
  );
  const titles = async (day: string, ...call: readonly string[]) => {
    const file = put(
      folder,
      `../${day}.yaml`,
      `day: ${day}\nprice: 1000\npaid: 1\namount: 1\ngrade: A\n`,
    );
    return (await shouze(...call, file, '--rulebook', folder)).out;
  };
  for (const [day, value] of [
    ['2022-01-01', '30%'],
    ['2025-01-01', '20%'],
    ['2031-01-01', '25%'],
  ] as const) {
    expect(await titles(day, 'check', '--lang', 'zh')).toContain(`自付不低于${value}`);
    expect(await titles(day, 'check', '--format', 'html')).toContain(`自付不低于${value}`);
    expect(await titles(day, 'explain', 'ABC-001', '--lang', 'en')).toContain(
      `Own share of ${value} `,
    );
  }
});

/** Names in braces, as texts of the rulebook have them. */
function braces(text: string): readonly string[] {
  const names = [...shipped.references.keys()];
  return names.filter((name) => text.includes(`{${name}}`));
}

describe('no reader is shown a name in braces', () => {
  test.each(languages)('in the manual: %s', (language) => {
    expect(braces(before.get(language) ?? '{}')).toEqual([]);
  });

  test.each(languages)('in what is explained: %s', (language) => {
    const rules = shipped.rules.map((rule) => explainRule(shipped, rule, [], language, plain));
    const steps = shipped.steps.map((step) => explainStep(shipped, step, language, plain));
    expect(braces([...rules, ...steps].join('\n'))).toEqual([]);
  });

  test.each([
    ['check', 'examples/dossiers/0002-down-payment-short.yaml', '--format', 'html'],
    ['check', 'examples/dossiers/0002-down-payment-short.yaml', '--format', 'json'],
    ['check', 'examples/dossiers/0002-down-payment-short.yaml', '--explain', 'all'],
    ['check', 'examples/dossiers/0006-in-progress.yaml', '--lang', 'en'],
    ['explain', 'MKT-012', 'examples/dossiers/0001-sound.yaml'],
    ['trace', '--bank-set'],
    ['trace', '--format', 'json'],
  ])('%s %s %s %s', async (...call) => {
    const ran = await shouze(...call, '--rulebook', 'rules');
    expect(ran.out.length).toBeGreaterThan(100);
    expect(braces(ran.out)).toEqual([]);
  });
});
