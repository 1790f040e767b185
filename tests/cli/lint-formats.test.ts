import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { shouze, small, temporary } from './harness.ts';

const slip = '?? > 0';

/** A rulebook with two mistakes in two files; one of them has a fix. */
function wrong() {
  const folder = join(temporary(), 'rules');
  cpSync(small, folder, { recursive: true });
  const parameter = join(folder, 'parameters', 'limit.yaml');
  const rule = join(folder, 'stages', 'work', 'decide', 'TST-001-under-test.yaml');
  writeFileSync(parameter, readFileSync(parameter, 'utf8').replace('2024-01-01', '2024/1/1'));
  writeFileSync(rule, readFileSync(rule, 'utf8').replace(/^require: .*$/mu, `require: ${slip}`));
  return { folder, parameter, rule };
}

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly locations: readonly [{ readonly physicalLocation: { readonly region: object } }];
        readonly fixes?: readonly object[];
      }[];
    },
  ];
}

test('what is wrong, to tools: code, place from where to where, fix', async () => {
  const { folder, parameter, rule } = wrong();
  const args = ['lint', '--rulebook', folder, '--lang', 'en', '--format'];
  const sarif = await shouze(...args, 'sarif');
  const github = await shouze(...args, 'github');
  const gitlab = await shouze(...args, 'gitlab');
  const junit = await shouze(...args, 'junit');
  const json = await shouze(...args, 'json');
  for (const { code } of [sarif, github, gitlab, junit, json]) expect(code).toBe(2);
  const { runs } = JSON.parse(sarif.out) as Sarif;
  expect(runs[0].results.map(({ ruleId, level, fixes }) => [ruleId, level, fixes?.length])).toEqual(
    [
      ['rulebook/impossible-date', 'error', 1],
      ['feel/syntax', 'error', undefined],
    ],
  );
  expect(github.out.split('\n').map((line) => line.split('::')[1]?.split(',')[0])).toEqual([
    `error file=${parameter}`,
    `error file=${rule}`,
    undefined,
  ]);
  const issues = JSON.parse(gitlab.out) as readonly Readonly<Record<string, unknown>>[];
  expect(issues.map((one) => [one['check_name'], one['severity']])).toEqual([
    ['rulebook/impossible-date', 'critical'],
    ['feel/syntax', 'critical'],
  ]);
  expect(new Set(issues.map((one) => one['fingerprint'])).size).toBe(2);
  expect(junit.out.match(/<failure /gu)).toHaveLength(2);
  expect(junit.out).toContain('tests="2" failures="2"');
  const { diagnostics } = JSON.parse(json.out) as {
    readonly diagnostics: readonly Readonly<Record<string, unknown>>[];
  };
  expect(diagnostics[0]).toMatchObject({
    code: 'rulebook/impossible-date',
    file: parameter,
    edit: { text: '2024-01-01' },
    page: 'docs/codes/rulebook/impossible-date.md',
  });
});

test('nothing wrong is nothing, or one case that passed', async () => {
  const args = ['lint', '--rulebook', small, '--format'];
  const sarif = await shouze(...args, 'sarif');
  const github = await shouze(...args, 'github');
  const gitlab = await shouze(...args, 'gitlab');
  const junit = await shouze(...args, 'junit');
  expect((JSON.parse(sarif.out) as Sarif).runs[0].results).toEqual([]);
  expect(github.out).toBe('\n');
  expect(JSON.parse(gitlab.out)).toEqual([]);
  expect(junit.out).toContain('tests="1" failures="0"');
});

test('of one file, what is wrong in it', async () => {
  const { folder, parameter, rule } = wrong();
  const one = await shouze('lint', parameter, '--rulebook', folder, '--lang', 'en');
  expect([one.code, one.out.includes('impossible-date'), one.out.includes('feel/')]).toEqual([
    2,
    true,
    false,
  ]);
  const none = await shouze('lint', join(folder, 'posts.yaml'), '--rulebook', folder);
  expect(none.code).toBe(0);
  const stray = await shouze('lint', 'README.md', '--rulebook', folder);
  expect([stray.code, stray.err]).toEqual([2, expect.stringContaining('README.md')]);
  expect(rule).toContain('TST-001');
});
