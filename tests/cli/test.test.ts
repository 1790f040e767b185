import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, test, vi } from 'vitest';

import { copied, edit, put, shouze, temporary } from './harness.ts';

/** A small rulebook with a rule and its cases. */
const small = 'tests/codes/fixture';
const cases = 'stages/lending/review/DEM-001-loan-share.cases.yaml';

describe('test', () => {
  test('tells of failing cases rule by rule, with places, and counts them all', async () => {
    const folder = copied(small);
    const sound = await shouze('test', '--rulebook', folder, '--lang', 'en', '--format', 'json');
    expect(sound.code).toBe(0);
    const { passed } = JSON.parse(sound.out) as { readonly passed: number };
    expect(passed).toBeGreaterThan(1);
    edit(folder, cases, 'expect: fail', 'expect: pass');
    const wrong = await shouze('test', '--rulebook', folder, '--lang', 'en');
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain(`${cases}:`);
    expect(wrong.out).toContain(`${passed - 1} passed, 1 failed`);
    const json = await shouze('test', '--rulebook', folder, '--lang', 'en', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ passed: passed - 1, failed: 1, stricter: 0 });
  });

  test('tells what is malformed in the file of a failing case', async () => {
    const folder = copied(small);
    put(
      folder,
      cases,
      'base: loan\ncases:\n  - title: { zh: 错 }\n    with: { loan.amount: x }\n    expect: pass\n',
    );
    const { code, out } = await shouze('test', '--rulebook', folder, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('dossier/wrong-type');
  });
});

describe('test --together', () => {
  const step = 'stages/lending/review/step.yaml';
  const other = 'stages/lending/review/DEM-002-same-share.yaml';
  const rule = 'stages/lending/review/DEM-001-loan-share.yaml';

  test('names two rules for one fact, until one of them says why', async () => {
    const folder = copied(small);
    const run = (...more: readonly string[]) =>
      shouze('test', '--together', '--rulebook', folder, '--lang', 'en', ...more);
    expect(await run()).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder, rule), 'utf8');
    put(folder, other, text.replace('rule: DEM-001', 'rule: DEM-002'));
    edit(folder, step, '[DEM-001]', '[DEM-001, DEM-002]');
    const found = await run();
    expect(found.code).toBe(1);
    expect(found.out).toContain(
      'DEM-001, DEM-002 fail in the same files: 1\n  DEM-001 贷款成数上限\n  DEM-002 贷款成数上限\n    DEM-001 多一分\n',
    );
    put(
      folder,
      other,
      `${text.replace('rule: DEM-001', 'rule: DEM-002')}together: { DEM-001: { zh: 一条监管，一条行内 } }\n`,
    );
    const told = await run();
    expect(told.code).toBe(0);
    expect(told.out).not.toContain('DEM-002');
    const { together } = JSON.parse((await run('--format', 'json')).out) as { together: unknown };
    expect(together).toMatchObject([
      { rules: ['DEM-001', 'DEM-002'], with: [], outOf: 1, isExplained: true },
    ]);
  });

  test('counts dossiers besides the cases', async () => {
    const folder = copied(small);
    const text = readFileSync(join(folder, rule), 'utf8');
    const wider = text
      .replace('rule: DEM-001', 'rule: DEM-002')
      .replace('<= maximumLoanShare', '<= 0.9');
    put(folder, other, wider);
    edit(folder, step, '[DEM-001]', '[DEM-001, DEM-002]');
    const loan = readFileSync(join(folder, 'dossiers/loan.yaml'), 'utf8');
    const path = put(folder, '../loan.yaml', loan.replace('amount: 800000', 'amount: 950000'));
    const args = ['--together', '--rulebook', folder, '--lang', 'en'];
    expect((await shouze('test', ...args)).code).toBe(0);
    const found = await shouze('test', ...args, '--dossiers', path);
    expect(found.code).toBe(1);
    expect(found.out).toContain('DEM-002 never fails without DEM-001: 1 of 2 files');
    expect((await shouze('test', '--dossiers', path)).code).toBe(2);
  });

  test('a reason names a rule that there is', async () => {
    const folder = copied(small);
    const text = readFileSync(join(folder, rule), 'utf8');
    put(folder, rule, `${text}together: { DEM-010: { zh: 无 } }\n`);
    const { code, out } = await shouze('lint', '--rulebook', folder, '--lang', 'en');
    expect(code).toBe(2);
    expect(out).toContain('rulebook/unknown-reference');
  });
});

describe('test --changed', () => {
  const rule = 'stages/lending/review/DEM-001-loan-share.yaml';

  /** A rulebook that git knows. */
  function committed(): string {
    const folder = copied(small);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args]);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    return folder;
  }

  async function told(folder: string, ...more: readonly string[]) {
    const { code, out } = await shouze(
      'test',
      '--changed',
      '--rulebook',
      folder,
      ...more,
      '--lang',
      'en',
    );
    return [
      code,
      ...out.split('\n').filter((line) => /DEM-001 \w|hangs|concerns|cases:/u.test(line)),
    ];
  }

  const ran = ['the change concerns 1 rule; 0 were left out', 'cases: 3 passed, 0 failed'];
  const none = ['the change concerns 0 rules; 1 was left out', 'cases: 0 passed, 0 failed'];

  test.each<[string, string, string, string, readonly string[]]>([
    ['its own file', rule, 'title: {', 'title:  {', [`DEM-001 ${rule} changed`, ...ran]],
    ['its cases', cases, '多一分', '多了一分', [`DEM-001 ${cases} changed`, ...ran]],
    [
      'a parameter',
      'parameters/maximumLoanShare.yaml',
      '最高贷款成数',
      '贷款成数上限',
      ['DEM-001 reads maximumLoanShare', ...ran],
    ],
    [
      'the file that its cases start from',
      'dossiers/loan.yaml',
      'termMonths: 360',
      'termMonths: 359',
      ['DEM-001 its cases start from loan', ...ran],
    ],
    [
      'its step',
      'stages/lending/review/step.yaml',
      '复核贷款成数与期限',
      '复核贷款成数',
      ['DEM-001 belongs to stages/lending/review/step.yaml', ...ran],
    ],
    ['a source, which no verdict hangs on', 'sources/B-EXAMPLE.md', '\n', '\n', none],
  ])('%s', async (_, file, from, to, expected) => {
    const folder = committed();
    if (from === to) put(folder, file, `${readFileSync(join(folder, file), 'utf8')}\n`);
    else edit(folder, file, from, to);
    const [code, ...lines] = await told(folder);
    expect(code).toBe(0);
    expect(lines).toEqual(
      file.startsWith('sources') ? [`no rule hangs on ${file}`, ...expected] : expected,
    );
  });

  test('nothing changed, and what git does not know yet', async () => {
    const folder = committed();
    expect(await told(folder)).toEqual([0, ...none]);
    put(
      folder,
      'parameters/other.yaml',
      readFileSync(join(folder, 'parameters/maximumLoanShare.yaml'), 'utf8').replace(
        'parameter: maximumLoanShare',
        'parameter: other',
      ),
    );
    expect(await told(folder)).toEqual([0, 'no rule hangs on parameters/other.yaml', ...none]);
  });

  test('a field of the schema, told from the fields beside it', async () => {
    const folder = committed();
    const schema = 'schemas/dossier.schema.json';
    const text = readFileSync(join(folder, schema), 'utf8');
    const changed = (name: string) => {
      const data = JSON.parse(text) as {
        properties: Record<string, { properties: Record<string, object> }>;
      };
      const [record = '', field = ''] = name.split('.');
      Object.assign(data.properties[record]?.properties[field] ?? {}, { 'x-note': 'changed' });
      put(folder, schema, JSON.stringify(data));
    };
    changed('loan.amount');
    expect(await told(folder)).toContain('DEM-001 reads the field amount');
    changed('loan.termMonths');
    expect((await told(folder)).join('\n')).not.toContain('DEM-001 reads');
  });

  test('mutants of what changed alone', async () => {
    const folder = committed();
    edit(folder, 'parameters/maximumLoanShare.yaml', 'value: 0.85', 'value: 0.850');
    const { out } = await shouze(
      'test',
      '--changed',
      '--mutate',
      '--rulebook',
      folder,
      '--format',
      'json',
    );
    const { survivors, noticed } = JSON.parse(out) as {
      survivors: { of: string }[];
      noticed: number;
    };
    expect(new Set(survivors.map(({ of }) => of))).toEqual(new Set(['maximumLoanShare']));
    expect(noticed).toBe(2);
  });

  test.each<[string, readonly string[], string]>([
    ['an unknown revision', ['--since', 'nowhere'], 'no revision `nowhere`'],
    ['a revision that is an option', ['--since=--all'], 'no revision `--all`'],
    ['an unknown rule', ['--changed', 'DEM-002'], 'no rule `DEM-002`'],
  ])('%s', async (_, args, message) => {
    const { code, err } = await shouze('test', ...args, '--rulebook', committed());
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('a folder that git does not know, and no git', async () => {
    const folder = copied(small);
    const outside = await shouze('test', '--changed', '--rulebook', folder);
    expect(outside).toMatchObject({ code: 2 });
    expect(outside.err).toContain('not in a repository of git');
    vi.stubEnv('PATH', temporary());
    const without = await shouze('test', '--changed', '--rulebook', folder);
    vi.unstubAllEnvs();
    expect(without).toMatchObject({ code: 2 });
    expect(without.err).toContain('git is not there');
  });
});

describe('test --mutate', () => {
  test('names what no case notices, with its place, and how many are noticed', async () => {
    const run = (...more: readonly string[]) =>
      shouze('test', '--mutate', '--rulebook', small, '--lang', 'en', ...more);
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain(
      'DEM-001 date 2024-01-01 → 2024-01-02  no case falls on 2024-01-01  tests/codes/fixture/stages/lending/review/DEM-001-loan-share.yaml:',
    );
    expect(out).toMatch(/mutants: cases notice 3 \(\d+\.\d%\)/u);
    expect(await run('--fail-under', '10')).toMatchObject({ code: 0 });
    expect(await run('--fail-under', '99')).toMatchObject({ code: 1 });
    const data: unknown = JSON.parse((await run('--format', 'json')).out);
    const schema = JSON.parse(
      readFileSync('schemas/mutation-report.schema.json', 'utf8'),
    ) as object;
    const valid = new Ajv({ allowUnionTypes: true }).compile(schema);
    valid(data);
    expect(valid.errors ?? []).toEqual([]);
  });

  test.each<[readonly string[], string]>([
    [['--mutate', 'DEM-002'], 'no rule `DEM-002`'],
    [['--mutate', '--fail-under', 'most'], '--fail-under most'],
    [['--fail-under', '90'], '--fail-under goes with --mutate'],
    [['--prove'], '--prove goes with --mutate'],
    [['--suggest'], 'name the rules'],
    [['--jobs', '0'], '--jobs 0'],
  ])('%j is no call', async (args, message) => {
    const { code, err } = await shouze('test', ...args, '--rulebook', small);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

test('suggested cases are sound, and notice more', async () => {
  const folder = copied(small);
  const args = ['--rulebook', folder, '--lang', 'en'];
  const score = async () => {
    const { out } = await shouze('test', '--mutate', ...args, '--format', 'json');
    return (JSON.parse(out) as { score: number }).score;
  };
  const before = await score();
  const { out } = await shouze('test', '--suggest', 'DEM-001', ...args);
  expect(out).toContain('# DEM-001: written by shouze test --suggest');
  const own = readFileSync(join(folder, cases), 'utf8');
  // cases to add to the file, then days of the cases that it has
  const [added = '', days = ''] = out
    .split('  # to be reviewed day by day')
    .map((text) => text.slice(text.indexOf('  - title')));
  // the days go under the case of the same title
  const under = days.slice(days.indexOf('    days:'));
  const dated = own.replace(/expect: pass\n/u, `$&${under.trimEnd()}\n`);
  expect(days).toContain(
    'days:\n      2023-12-31: { cannot-tell: [DEM-001] }\n      2024-01-01: pass',
  );
  put(folder, cases, `${dated.trimEnd()}\n${added.replace(/^ *#.*\n?/gmu, '')}`);
  expect(await shouze('lint', ...args)).toMatchObject({ code: 0 });
  expect(await shouze('test', ...args)).toMatchObject({ code: 0 });
  expect(await score()).toBeGreaterThan(before);
});

test('any number of threads says the same', async () => {
  const rules = readFileSync(
    'rules/stages/investigate-and-close/risk-assessment/step.yaml',
    'utf8',
  );
  const ids = [...rules.matchAll(/RSK-\d+/gu)].map(([id]) => id);
  expect(ids.length).toBeGreaterThan(32);
  const run = (jobs: string) => shouze('test', ...ids, '--jobs', jobs, '--format', 'json');
  const [one, two] = [await run('1'), await run('2')];
  expect(one.code).toBe(0);
  expect(two.out).toBe(one.out);
}, 120_000);
