import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { shouze, temporary } from './harness.ts';

/** The smallest rulebook there is, in English. */
async function sound(): Promise<string> {
  const folder = join(temporary(), 'mine');
  await shouze('new', 'rulebook', folder, '--title', 'Trial', '--languages', 'en');
  return folder;
}

/** The same with two mistakes in two files; one of them has a fix. */
async function wrong() {
  const folder = await sound();
  const rule = join(folder, 'rules', 'R001.yaml');
  const cases = join(folder, 'rules', 'R001.cases.yaml');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace('price * 0.3', 'price * 30%'));
  writeFileSync(cases, readFileSync(cases, 'utf8').replace('expect: pass', 'expect: passed'));
  return { folder, cases, rule };
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
  const { folder, cases, rule } = await wrong();
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
      ['rulebook/unknown-word', 'error', undefined],
      ['feel/syntax', 'error', 1],
    ],
  );
  expect(github.out.split('\n').map((line) => line.split('::')[1]?.split(',')[0])).toEqual([
    `error file=${cases}`,
    `error file=${rule}`,
    undefined,
  ]);
  const issues = JSON.parse(gitlab.out) as readonly Readonly<Record<string, unknown>>[];
  expect(issues.map((one) => [one['check_name'], one['severity']])).toEqual([
    ['rulebook/unknown-word', 'critical'],
    ['feel/syntax', 'critical'],
  ]);
  expect(new Set(issues.map((one) => one['fingerprint'])).size).toBe(2);
  expect(junit.out.match(/<failure /gu)).toHaveLength(2);
  expect(junit.out).toContain('tests="2" failures="2"');
  const { diagnostics } = JSON.parse(json.out) as {
    readonly diagnostics: readonly Readonly<Record<string, unknown>>[];
  };
  expect(diagnostics[1]).toMatchObject({
    code: 'feel/syntax',
    file: rule,
    edit: { text: '0.3' },
    page: 'docs/codes/feel/syntax.md',
  });
});

test('nothing wrong is nothing, or one case that passed', async () => {
  const args = ['lint', '--rulebook', await sound(), '--format'];
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
  const { folder, cases, rule } = await wrong();
  const one = await shouze('lint', rule, '--rulebook', folder);
  const codes = [one.out.includes('feel/syntax'), one.out.includes('unknown-word')];
  expect([one.code, ...codes]).toEqual([2, true, false]);
  const none = await shouze('lint', join(folder, 'rulebook.yaml'), '--rulebook', folder);
  expect(none.code).toBe(0);
  const stray = await shouze('lint', 'README.md', '--rulebook', folder);
  expect([stray.code, stray.err]).toEqual([2, expect.stringContaining('README.md')]);
  expect((await shouze('lint', cases, '--rulebook', folder)).code).toBe(2);
});
