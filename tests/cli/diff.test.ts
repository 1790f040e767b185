import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { copied, edit, put, shouze, small, temporary } from './harness.ts';
import { extra } from '../diff/harness.ts';

/** The small rulebook with a base file and cases. */
function rulebook(): string {
  const folder = copied(small);
  for (const [path, text] of Object.entries(extra)) put(folder, path, text);
  return folder;
}

/** The same twice, one of them with a lower limit. */
function lowered(): readonly [old: string, now: string] {
  const [old, now] = [rulebook(), rulebook()];
  edit(now, 'parameters/limit.yaml', 'value: 200', 'value: 180');
  return [old, now];
}

function git(folder: string, ...args: readonly string[]): void {
  const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  const { status, stderr } = spawnSync('git', ['-C', folder, ...own, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** What is wrong with a report by the schema of reports. */
function validated(report: object): readonly unknown[] {
  const schema = JSON.parse(readFileSync('schemas/diff-report.schema.json', 'utf8')) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile(schema);
  return validate(report) ? [] : (validate.errors ?? []);
}

test('a revision of git against the working tree, and against another', async () => {
  const folder = rulebook();
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'first');
  edit(folder, 'parameters/limit.yaml', 'value: 200', 'value: 180');
  const at = ['--rulebook', folder, '--as-of', '2024-06-30'];
  const { code, out, err } = await shouze('diff', 'HEAD', ...at);
  expect([code, err]).toEqual([1, '']);
  await expect(out).toMatchFileSnapshot('expected/diff.txt');
  edit(folder, 'rulebook.yaml', 'version: 1.0.0', 'version: 1.1.0');
  git(folder, 'commit', '--quiet', '-a', '-m', 'second');
  const second = await shouze('diff', 'HEAD~1', 'HEAD', ...at, '--format', 'md', '--lang', 'zh');
  expect([second.code, second.err]).toEqual([0, '']);
  await expect(second.out).toMatchFileSnapshot('expected/diff.md');
  expect((await shouze('diff', 'HEAD', ...at)).out).toContain('nothing changed');
});

test('a package is read as it is packed, and as it is installed', async () => {
  const installed = temporary();
  cpSync(rulebook(), join(installed, 'rules'), { recursive: true });
  put(installed, 'package.json', JSON.stringify({ name: 'policy', version: '1.0.0' }));
  const { status } = spawnSync('npm', ['pack', '--silent'], { cwd: installed });
  expect(status).toBe(0);
  const packed = join(installed, 'policy-1.0.0.tgz');
  expect((await shouze('diff', packed, installed)).out).toContain('nothing changed');
  edit(installed, 'rules/parameters/limit.yaml', 'value: 200', 'value: 180');
  const { code, out, err } = await shouze('diff', packed, installed, '--as-of', '2024-06-30');
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('value: 200 Chinese yuan → 180 Chinese yuan');
  const told = await shouze('diff', packed, installed, '--format', 'github');
  expect(told.out).toContain(`file=${join(installed, 'rules/rulebook.yaml')},line=`);
  expect((await shouze('diff', packed, installed, '--out', packed)).code).toBe(2);
});

test('a witness is a file on which the two rulebooks disagree', async () => {
  const [old, now] = lowered();
  const out = temporary();
  const { code } = await shouze('diff', old, now, '--witness', out);
  expect(code).toBe(1);
  const file = join(out, 'TST-001-stricter.yaml');
  const judged = async (folder: string) => {
    const { out: text } = await shouze('check', file, '--rulebook', folder, '--format', 'json');
    const report = JSON.parse(text) as {
      dossiers: { outcomes: { rule: string; status: string }[] }[];
    };
    return report.dossiers[0]?.outcomes.some(
      ({ rule, status }) => rule === 'TST-001' && status === 'fail',
    );
  };
  expect([await judged(old), await judged(now)]).toEqual([false, true]);
});

test('the table of old and new has its words as tracked changes', async () => {
  const [old, now] = lowered();
  const file = join(temporary(), 'table.docx');
  const { code } = await shouze('diff', old, now, '--format', 'docx', '--out', file);
  expect(code).toBe(1);
  const document = strFromU8(
    unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array(),
  );
  expect(document).toMatch(/<w:del [^>]*w:author="fixture 1\.0\.0"[^>]*>.*?<w:delText[^>]*>200</u);
  expect(document).toMatch(/<w:ins [^>]*w:author="fixture 1\.0\.0"[^>]*>.*?>180</u);
});

test('a book of dossiers is judged by both', async () => {
  const [old, now] = lowered();
  const book = temporary();
  for (const amount of [150, 180, 180.01, 190, 300])
    put(
      book,
      `${amount}.yaml`,
      extra['dossiers/plain.yaml']
        ?.replace('amount: 150', `amount: ${amount}`)
        .replace('R-1', `R-${amount}`) ?? '',
    );
  put(book, 'none.yaml', 'nothing: here\n');
  const { out } = await shouze('diff', old, now, '--on', book, '--format', 'json');
  const { impact } = JSON.parse(out) as {
    impact: {
      dossiers: number;
      unread: number;
      changed: number;
      each: {
        id: string;
        new: string;
        outcomes: { old: { status: string }; new: { status: string } }[];
      }[];
    };
  };
  expect(validated(JSON.parse(out) as object)).toEqual([]);
  expect(impact).toMatchObject({ dossiers: 5, unread: 1, changed: 2 });
  expect(
    impact.each.map(({ id, outcomes }) => [id, outcomes[0]?.old.status, outcomes[0]?.new.status]),
  ).toEqual([
    ['R-180.01', 'pass', 'fail'],
    ['R-190', 'pass', 'fail'],
  ]);
});

test('what becomes of a book is told alike by every number of threads, in words and in the table', async () => {
  const [old, now] = lowered();
  const book = temporary();
  const loans = [150, 190, 195].map((amount) =>
    JSON.stringify({
      id: `R-${amount}`,
      product: 'A',
      day: '2024-05-06',
      amount,
      price: 1000,
      kind: 'X',
      agreed: true,
      checked: true,
      acts: [{ what: 'DECIDED', at: '2024-05-06T10:00:00+08:00', who: 'S-1', post: 'MANAGER' }],
    }),
  );
  const file = put(book, 'loans.ndjson', `${loans.join('\n')}\n`);
  const asked = ['diff', old, now, '--on', file, '--as-of', '2024-06-30'];
  const one = await shouze(...asked, '--jobs', '1');
  await expect(one.out).toMatchFileSnapshot('expected/diff-on.txt');
  expect((await shouze(...asked, '--jobs', '2')).out).toBe(one.out);
  const document = join(book, 'table.docx');
  await shouze(...asked, '--format', 'docx', '--out', document);
  const text = strFromU8(
    unzipSync(readFileSync(document))['word/document.xml'] ?? new Uint8Array(),
  );
  for (const said of ['What it does to a book of dossiers', 'R-195', 'above the limit 180'])
    expect(text).toContain(said);
});

test('what a person told on a check-list is an outcome of a book', async () => {
  const [old, now] = [rulebook(), rulebook()];
  put(
    now,
    'stages/work/decide/TST-002-by-hand.yaml',
    `rule: TST-002
kind: bank
level: mandatory
check: manual
status: issued
posts: [MANAGER]
title: { en: The file is legible }
question: { en: Is the file legible }
how: { en: 'Read it' }
standard: { en: 'Every page can be read' }
asOf: day
basis: [T-1#all]
finding: { en: The file is not legible }
editions:
  - { from: 2000-01-01 }
`,
  );
  edit(now, 'stages/work/decide/step.yaml', 'rules: [TST-001]', 'rules: [TST-001, TST-002]');
  const book = temporary();
  const loan = put(book, 'loan.yaml', extra['dossiers/plain.yaml'] ?? '');
  const list = put(
    book,
    'list.csv',
    'rule,dossier,element,rulebook,answer,page,remark,checker,date\nTST-002,R-1,,,fail,,blurred,Li,2024-06-01\n',
  );
  const impactWith = async (...more: readonly string[]) => {
    const { out, err } = await shouze('diff', old, now, '--on', loan, '--format', 'json', ...more);
    if (out === '') throw new Error(err);
    const { impact } = JSON.parse(out) as { impact: { each: readonly object[] } };
    return impact.each;
  };
  expect(await impactWith()).toEqual([]);
  expect(await impactWith('--answers', list)).toMatchObject([
    { id: 'R-1', outcomes: [{ rule: 'TST-002', old: { status: null }, new: { status: 'fail' } }] },
  ]);
  const { code, err } = await shouze('diff', old, now, '--on', loan, '--answers', `${list}.none`);
  expect(code).toBe(2);
  expect(err).toContain('list.csv.none');
});

test('a register that is none is refused before a book is judged', async () => {
  const [old, now] = lowered();
  const missing = join(temporary(), 'none.csv');
  const { code, err } = await shouze('diff', old, now, '--on', old, '--waivers', missing);
  expect(code).toBe(2);
  expect(err).toContain('none.csv');
});

test('an entry of the changelog to begin with', async () => {
  const [old, now] = lowered();
  const { out } = await shouze('diff', old, now, '--draft-changelog', '--as-of', '2024-06-30');
  expect(out).toBe(`## 未发布 | Unreleased

- **Limit**: a correction of the edition in force (from 2024-01-01), value: 200 Chinese yuan → 180 Chinese yuan; TST-001 stricter.
`);
});

test.each([
  ['words alone', 'sources/T-1.md', 'Whatever the tests need.', 'What tests need.', 0],
  ['a field that is gone', 'schemas/request.schema.json', '"fee"', '"charge"', 1],
  ['a rule', 'stages/work/decide/TST-001-under-test.yaml', '<= limit', '< limit', 1],
])('%s without another version: the exit code', async (_, path, from, to, code) => {
  const [old, now] = [rulebook(), rulebook()];
  edit(now, path, from, to);
  expect(await shouze('diff', old, now)).toMatchObject({ code, err: '' });
});

test.each([
  ['no rulebook at all', [], 'OLD'],
  ['an unknown revision', ['no-such-revision'], 'no-such-revision'],
  ['a folder without a rulebook', ['examples'], 'rulebook.yaml'],
  ['a file that is no package', ['package.json'], 'package.json'],
  ['two different rulebooks', [small, 'examples/branch'], 'fixture'],
  ['a document without a file', [small, small, '--format', 'docx'], '--out'],
  ['an unknown format', [small, small, '--format', 'pdf'], 'docx'],
])('%s is refused in one line', async (_, args, said) => {
  const { code, out, err } = await shouze('diff', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(said);
});

test('a rulebook with errors is told whose they are', async () => {
  const [old, now] = lowered();
  edit(now, 'parameters/limit.yaml', 'unit: money', 'unit: mony');
  const { code, err } = await shouze('diff', old, now);
  expect(code).toBe(2);
  expect(err).toContain(now);
  expect(err).toContain('rulebook/unknown-reference');
});

test('outside of any repository a revision is refused', async () => {
  const folder = rulebook();
  mkdirSync(join(folder, 'sub'), { recursive: true });
  const { code, err } = await shouze('diff', 'HEAD', '--rulebook', folder);
  expect(code).toBe(2);
  expect(err).toContain('HEAD');
});
