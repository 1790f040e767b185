import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadRulebook } from '../../src/cli/load.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { documentsOf, textFiles } from '../../src/cli/manual-files.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Outcome } from '../../src/evaluate/outcome.ts';
import type { Program } from '../../src/program/ast.ts';
import { sampleText, sampleYaml, samples, shipped, yamlOf } from '../evaluate/shipped.ts';
import { copied, put, shouze, small, temporary } from './harness.ts';

const folder = 'examples/branch';

let loaded: Program | undefined;

/** The branch; read once. */
function branch(): Program {
  if (loaded) return loaded;
  const { program, diagnostics } = loadRulebook(folder);
  expect(diagnostics).toEqual([]);
  if (!program) throw new Error('the branch does not load');
  loaded = program;
  return program;
}

describe('examples/branch', () => {
  test('is well formed, and its cases hold', async () => {
    expect(await shouze('lint', '--rulebook', folder)).toMatchObject({ code: 0, err: '' });
    const run = await shouze('test', '--rulebook', folder, '--format', 'json');
    const { failed, stricter } = JSON.parse(run.out) as { failed: number; stricter: number };
    expect(run.code).toBe(0);
    expect(failed).toBe(0);
    expect(stricter).toBeGreaterThan(0);
  });

  test('a finding names the rulebook that asks', async () => {
    const file = 'examples/dossiers/0002-down-payment-short.yaml';
    const pretty = await shouze('check', file, '--rulebook', folder);
    expect(pretty.out).toContain('示范银行明州分行实施细则 · 补充 RSK-007');
    expect(pretty.out).toContain('demo-branch 0.1.0 → personal-loan');
    const { out } = await shouze(
      'check',
      file,
      '--rulebook',
      folder,
      '--format',
      'json',
      '--outcomes',
      'all',
    );
    const report = JSON.parse(out) as {
      rulebook: object;
      rules: Record<string, { rulebook: string; adds?: string }>;
    };
    expect(report.rulebook).toMatchObject({
      id: 'demo-branch',
      extends: [{ id: 'personal-loan' }],
    });
    const of = (id: string) => report.rules[id];
    expect(of('RSK-007')).toMatchObject({ rulebook: 'personal-loan' });
    expect(of('MZB-007')).toMatchObject({ rulebook: 'demo-branch', adds: 'RSK-007' });
    expect(of('process/branch-review/order')).toMatchObject({ rulebook: 'demo-branch' });
  });

  test('what only its stricter limit fails is the branch’s, and no breach of regulation', async () => {
    const file = 'examples/dossiers/0008-signed-after-reform.yaml';
    const call = ['check', file, '--rulebook', folder] as const;
    const { out } = await shouze(...call, '--format', 'json');
    const { dossiers, clauses } = JSON.parse(out) as CheckReport;
    const found = dossiers[0]?.outcomes.find(({ rule }) => rule === 'RSK-002');
    expect(found).toMatchObject({
      status: 'fail',
      kind: 'bank',
      basis: [{ clause: 'B-MZ-2026#debt-ratio' }],
      origin: { zh: '月所有债务支出收入比上限依示范银行明州分行实施细则从严' },
    });
    expect(clauses['B-MZ-2026#debt-ratio']?.title['zh']).toContain('偿债比');
    const pretty = await shouze(...call);
    expect(pretty.out).toMatch(/RSK-002 .* 行内制度/u);
    expect((await shouze(...call, '--fail-on', 'regulation')).code).toBe(0);
    expect((await shouze(...call, '--fail-on', 'bank')).code).toBe(1);
    const { out: page } = await shouze(...call, '--format', 'html');
    expect(page).toContain('"own":{"kind":"bank"');
  });

  test('what fails the national limit too stays a breach of regulation', () => {
    const program = branch();
    const subject = program.subjects.get('dossier');
    const poorer = sampleText('0008-signed-after-reform.yaml').replaceAll(
      /recognisedMonthly: \d+/gu,
      'recognisedMonthly: 5000',
    );
    const { value } = subject ? dossierFromYaml(yamlOf(poorer), subject.type) : {};
    if (!subject || !value) throw new Error('no dossier');
    const { outcomes } = judge(program, subject, value, {});
    const found = outcomes.find(({ rule }) => rule === 'RSK-002');
    expect(found).toMatchObject({ status: 'fail', kind: 'regulation' });
    expect(found?.isBranchs).toBeUndefined();
    expect(found?.basis).toContain('M-PHL-2026#10');
  });

  test('explain says what was moved, and by whom', async () => {
    const { out } = await shouze('explain', 'RSK-002', '--rulebook', folder);
    expect(out).toContain('月所有债务支出收入比上限依示范银行明州分行实施细则从严');
    expect(out).toContain('2026-07-01 50% (示范银行明州分行实施细则)');
  });

  test('the manual is the whole with the additions marked, and links to both folders', () => {
    const run = {
      formats: ['md'],
      languages: ['zh'],
      asOf: '2026-11-01',
      out: 'out',
      rulebookAt: `../../${folder}`,
      selection: { isTechnical: true },
    } as const;
    const text = [...textFiles(documentsOf(branch(), run), run).values()].join('\n');
    expect(text).toContain('分行补充：示范银行明州分行实施细则，补充RSK-007');
    expect(text).toContain('50%（示范银行明州分行实施细则）');
    expect(text).toContain(
      'examples/branch/../../rules/stages/investigate-and-close/approval/step.yaml',
    );
    expect(text).toContain('examples/branch/stages/investigate-and-close/branch-review/step.yaml');
  });

  test('approval waits for a branch review where the amount asks for one', () => {
    const program = branch();
    const step = program.steps.find(({ id }) => id === 'approval');
    expect(step?.editions[0]?.after).toEqual(['risk-assessment', 'branch-review']);
  });

  test('a city that head office has no floor of: nothing passes until the branch gives it', async () => {
    const sound = readFileSync('examples/dossiers/0001-sound.yaml', 'utf8');
    const at = (city: string) =>
      put(temporary(), 'loan.yaml', sound.replace('cityCode: DEMO-A', `cityCode: ${city}`));
    const judged = async (city: string, ...args: readonly string[]) =>
      (await shouze('explain', 'RSK-007', at(city), ...args)).out;
    expect(await judged('DEMO-M')).toContain('城市层未加载');
    expect(await judged('DEMO-M', '--rulebook', folder)).toContain('合规');
    expect(await judged('DEMO-M', '--rulebook', folder)).not.toContain('城市层未加载');
    expect(await judged('DEMO-Z', '--rulebook', folder)).toContain('城市层未加载');
    expect(await judged('DEMO-Z', '--lang', 'en')).toContain('the city layer is not loaded');
  });

  const strictness: readonly Outcome['status'][] = [
    'not-due',
    'not-applicable',
    'pass',
    'waived',
    'cannot-tell',
    'fail',
  ];

  test.each(samples)('never judges %s less strictly than head office does', (name) => {
    const judged = (program: Program) => {
      const subject = program.subjects.get('dossier');
      if (!subject) throw new Error('no dossiers');
      const { value } = dossierFromYaml(sampleYaml(name), subject.type);
      if (!value) throw new Error(name);
      return judge(program, subject, value, {});
    };
    const [head, own] = [judged(shipped().program), judged(branch())];
    const rank = ({ status }: Outcome) => strictness.indexOf(status);
    const looser = head.outcomes.filter(({ rule, element, ...outcome }) => {
      const same = own.outcomes.filter((one) => one.rule === rule && one.element === element);
      return !same.some((one) => rank(one) >= rank({ rule, element, ...outcome }));
    });
    expect(looser.map(({ rule }) => rule)).toEqual([]);
  });
});

test('examples/branch-loosens is refused in every place', async () => {
  const { code, out } = await shouze('lint', '--rulebook', 'examples/branch-loosens');
  expect(code).toBe(2);
  // the last line counts head office's rules and cases
  const said = out.split('\n').slice(0, -2).join('\n');
  await expect(said).toMatchFileSnapshot('expected/branch-loosens.txt');
  const check = await shouze(
    'check',
    'examples/dossiers/0001-sound.yaml',
    '--rulebook',
    'examples/branch-loosens',
  );
  expect(check).toMatchObject({ code: 2, out: '' });
});

describe('extends', () => {
  const manifest = (to: string) =>
    `format: 1\nid: b\nversion: 1.0.0\ntitle: { en: B }\nissuer: { en: B }\nlanguages: [en]\nextends: ${to}\n`;

  test.each([
    ['an absolute path', '/etc', 'the path must be relative'],
    ['a folder without a rulebook', '../../..', 'there is no rulebook.yaml'],
    ['itself', '.', 'it leads back to itself'],
    ['the folder around it', '..', 'neither folder may lie within the other'],
    ['a backslash', '"..\\\\rules"', 'the path must be relative'],
  ])('%s is refused', async (_, to, says) => {
    const around = copied(small);
    put(around, 'branch/rulebook.yaml', manifest(to));
    const run = await shouze('lint', '--rulebook', join(around, 'branch'), '--lang', 'en');
    expect(run.code).toBe(2);
    expect(run.out).toContain(says);
    expect(run.out).toContain('[rulebook/extends]');
  });

  test('a circle of two, and five on top of each other, are refused', async () => {
    const around = copied(small);
    put(around, '../ring/a/rulebook.yaml', manifest('../b'));
    put(around, '../ring/b/rulebook.yaml', manifest('../a'));
    const ring = await shouze('lint', '--rulebook', join(around, '../ring/a'), '--lang', 'en');
    expect(ring.out).toContain('it leads back to itself');
    for (const level of [1, 2, 3, 4, 5])
      put(around, `../tower/${level}/rulebook.yaml`, manifest(`../${level + 1}`));
    put(around, '../tower/6/rulebook.yaml', manifest('../7'));
    const tower = await shouze('lint', '--rulebook', join(around, '../tower/1'), '--lang', 'en');
    expect(tower.out).toContain('at most four build on each other');
  });
});
