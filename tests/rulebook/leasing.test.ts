import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { put, shouze, temporary } from '../cli/harness.ts';

const folder = 'docs/leasing';
const rules = globSync(`${folder}/rules/L*.yaml`)
  .filter((path) => !path.endsWith('.cases.yaml'))
  .toSorted();
const page = readFileSync('docs/leasing.md', 'utf8');

const run = (...args: readonly string[]) => shouze(...args, '--rulebook', folder, '--lang', 'en');

interface Told {
  readonly verdict: string;
  readonly outcomes: readonly { readonly rule: string; readonly status: string }[];
}

/** The statuses of each rule for a lease. */
async function judged(lease: string): Promise<{ code: number; told: Told | undefined }> {
  const path = `${folder}/leases/${lease}.json`;
  const { code, out } = await run('check', path, '--format', 'json', '--outcomes', 'all');
  const { dossiers } = JSON.parse(out) as { dossiers: readonly Told[] };
  return { code, told: dossiers[0] };
}

test('lints without an error or a warning, and every rule has a plan', async () => {
  const { code, out } = await run('lint', '--unplanned', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ diagnostics: [], unplanned: [] });
});

test('has ten rules, each with cases that pass, fail and cannot be told', async () => {
  expect(rules).toHaveLength(10);
  const lacking = rules.flatMap((path) => {
    const cases = readFileSync(path.replace(/\.yaml$/u, '.cases.yaml'), 'utf8');
    const wanted = ['pass', 'fail', '{ cannot-tell:'].map((status) => `expect: ${status}`);
    return wanted.filter((line) => !cases.includes(line)).map((line) => `${path} ${line}`);
  });
  expect(lacking).toEqual([]);
  const { code, out } = await run('test', '--coverage');
  expect(code).toBe(0);
  expect(out).toMatch(/cases: \d+ passed, 0 failed/u);
  expect(out).toContain('10 rules are covered, 0 fall short');
});

test('the sound lease passes', async () => {
  const { code, told } = await judged('sound');
  expect(code).toBe(0);
  expect(told?.verdict).toBe('pass');
});

describe('the lease with faults', () => {
  const words: Readonly<Record<string, readonly string[]>> = {
    不合规: ['fail'],
    合规: ['pass'],
    '合规、不合规、资料不足各一次': ['cannot-tell', 'fail', 'pass'],
    fails: ['fail'],
    passes: ['pass'],
    'one passes, one fails, one cannot be told': ['cannot-tell', 'fail', 'pass'],
  };
  const rows = [...page.matchAll(/^\| (L\d\d) \|.*\| ([^|]+) \|$/gmu)].map(
    ([, rule = '', says = '']) => ({ rule, says }),
  );

  test('gets what the page says, rule by rule, in both languages', async () => {
    const { code, told } = await judged('faults');
    expect(code).toBe(1);
    expect(told?.verdict).toBe('fail');
    expect(rows).toHaveLength(20);
    const found = rows.map(({ rule, says }) => {
      const statuses = (told?.outcomes ?? [])
        .filter((outcome) => outcome.rule === rule && outcome.status !== 'not-applicable')
        .map(({ status }) => status);
      return { rule, says, statuses: [...new Set(statuses)].toSorted() };
    });
    expect(found).toEqual(rows.map((row) => ({ ...row, statuses: words[row.says] })));
  });
});

test('says what the page has a reader run', async () => {
  const lines = page.match(/^shouze .*$/gmu) ?? [];
  const codes: number[] = [];
  for (const line of lines) codes.push((await shouze(...line.split(' ').slice(1))).code);
  expect(codes).toEqual([0, 0, 0, 1]);
});

test('what docs/writing-a-rulebook.md shows of it is what it says', () => {
  const files = globSync(`${folder}/**/*.yaml`).map((path) => readFileSync(path, 'utf8'));
  const guide = readFileSync('docs/writing-a-rulebook.md', 'utf8');
  const shown = [...guide.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, text = '']) => text);
  const ours = shown.filter((text) => !text.startsWith('requires:'));
  expect(ours).toHaveLength(10);
  for (const text of ours) expect(files.some((file) => file.includes(text))).toBe(true);
});

describe('what misled its writer is told now', () => {
  const changed = (path: string, text: string) => {
    const made = temporary();
    for (const from of globSync(`${folder}/**/*.{yaml,json}`))
      put(made, from.slice(folder.length + 1), readFileSync(from, 'utf8'));
    put(made, path, text);
    return made;
  };
  const l01 = readFileSync(`${folder}/rules/L01-longest-term.yaml`, 'utf8');

  test.each([
    [
      'a comma in braces',
      'rules/L01-longest-term.yaml',
      l01.replace(/\{ en: .* \}/u, '{ en: A lease is no longer than allowed, or so }'),
      'unknown key `or so`; in braces the comma before it ends the text: put the whole text in quotes',
      '不认识的键 `or so`：它前面的半角逗号把文字切成了两段',
    ],
    [
      'a key that is misspelt, behind a comma but with a value',
      'rules/L01-longest-term.yaml',
      l01.replace(/\{ en: .* \}/u, '{ en: A lease, english: so }'),
      'unknown key `english`',
      '不认识的键 `english`',
    ],
    [
      'a parameter at the top',
      'other.yaml',
      'parameter: other\n',
      'rules lie in rules/ or stages/, parameters, tables and code sets in parameters/, tables/ and codes/',
      '参数、表、代码表放在 parameters/、tables/、codes/',
    ],
    [
      'a parameter that begins after the rule',
      'rules/L01-longest-term.yaml',
      l01.replace(/editions:\n.*\n/u, ''),
      '`longestTerm`, which rule L01 reads, has no value up to 2023-12-31; add an edition for those days',
      '规则 L01 要用的 `longestTerm` 至 2023-12-31 没有值；请补上这些日子的版本',
    ],
  ])('%s', async (_, path, text, en, zh) => {
    const made = changed(path, text);
    const said = async (language: string) => {
      const { out, err } = await shouze('lint', '--rulebook', made, '--lang', language);
      return out + err;
    };
    expect(await said('en')).toContain(en);
    expect(await said('zh')).toContain(zh);
  });
});
