import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { nameOf, plan } from '../../scripts/examples.ts';
import { checkSource } from '../check/check-source.ts';
import { sampleText, shipped } from '../evaluate/shipped.ts';
import { copied, edit, put, shouze, small, spawned, temporary } from './harness.ts';

const json = async (
  ...args: readonly string[]
): Promise<{ code: number; report: CheckReport; out: string; err: string }> => {
  const ran = await shouze('check', ...args, '--format', 'json');
  return { ...ran, report: JSON.parse(ran.out) };
};

/** What each sample was made for: see the head of its file. */
const made: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  '0001-sound.yaml': ['pass', []],
  '0002-down-payment-short.yaml': ['fail', ['RSK-007 fail']],
  '0003-signed-before-approval.yaml': ['fail', ['CON-007 fail', 'process/signing/order fail']],
  '0004-investigator-approves.yaml': ['fail', ['DEC-001 fail', 'process/approval/separation fail']],
  '0005-income-proof-missing.yaml': ['fail', ['ACC-012 fail', 'process/acceptance/documents fail']],
  '0006-in-progress.yaml': ['cannot-tell', []],
  '0007-signed-before-reform.yaml': ['fail', ['RSK-002 fail']],
  '0008-signed-after-reform.yaml': ['pass', []],
  '0009-waived.yaml': ['pass', ['APR-005 waived']],
  '0010-sound.json': ['pass', []],
};

const { program: shippedProgram } = shipped();

test.each(plan.map((one) => [nameOf(one, shippedProgram), one.fault] as const))(
  'the made sample %s is sound or breaks its rule',
  (name, fault) => {
    const source = { name, text: sampleText(name) };
    const { judged, diagnostics } = checkSource(source, shippedProgram, {});
    const failed = judged?.judgement.outcomes.filter(({ status }) => status === 'fail') ?? [];
    expect(diagnostics).toEqual([]);
    if (fault === undefined) expect([judged?.judgement.verdict, failed]).toEqual(['pass', []]);
    else expect(failed.map(({ rule }) => rule)).toContain(fault);
  },
);

describe('the samples', () => {
  test('each has the verdict, and the findings, that it was made for', async () => {
    const { code, report, err } = await json(
      ...Object.keys(made).map((name) => `examples/dossiers/${name}`),
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const found = report.dossiers.map(({ file, verdict, outcomes }) => [
      file.slice('examples/dossiers/'.length),
      [
        verdict,
        outcomes
          .filter(
            ({ status, rule }) =>
              (status === 'fail' || status === 'waived') && !rule.endsWith('/gate'),
          )
          .map(({ rule, status }) => `${rule} ${status}`),
      ],
    ]);
    expect(Object.fromEntries(found)).toEqual(made);
    expect(report.summary).toMatchObject({ dossiers: 10, pass: 4, fail: 5, 'cannot-tell': 1 });
  });

  test.each(['json', 'pretty', 'html'])('as %s, twice the same bytes', async (format) => {
    const files = [
      'examples/dossiers/0002-down-payment-short.yaml',
      'examples/dossiers/0009-waived.yaml',
    ];
    const once = await shouze('check', ...files, '--format', format);
    const again = await shouze('check', ...files, '--format', format);
    expect(once.out).toBe(again.out);
  });

  test('the JSON is as its schema says', async () => {
    const schema = JSON.parse(readFileSync('schemas/check-report.schema.json', 'utf8'));
    const valid = new Ajv({ allowUnionTypes: true }).compile(schema);
    const { report } = await json(
      'examples/dossiers',
      'examples/broken',
      '--step',
      'approval',
      '--as-of',
      '2026-10-01',
    );
    valid(report);
    expect(valid.errors ?? []).toEqual([]);
    expect(report).toMatchObject({ asOf: '2026-10-01', step: 'approval' });
  });

  test('a finding says where, why, on what basis and what to do', async () => {
    const { report } = await json('examples/dossiers/0002-down-payment-short.yaml');
    const finding = report.dossiers[0]?.outcomes.find(({ rule }) => rule === 'RSK-007');
    expect(finding).toMatchObject({
      status: 'fail',
      missing: [],
      toPass: [{ pointer: '/transaction/downPaymentAmount', atLeast: '150000.00' }],
    });
    expect(report.rules['RSK-007']).toMatchObject({
      kind: 'regulation',
      level: 'mandatory',
      redLine: true,
      step: 'risk-assessment',
      remedy: { when: 'before-payout' },
    });
    expect(finding?.message['en']).toContain('149,999.99');
    expect(finding?.message['zh']).toContain('149,999.99');
    expect(finding?.because[0]?.value).toMatch(/^0\.14999999/u);
    expect(finding?.basis.length).toBeGreaterThan(0);
    const lines = readFileSync('examples/dossiers/0002-down-payment-short.yaml', 'utf8').split(
      '\n',
    );
    const { line = 0, column = 0 } = finding?.at ?? {};
    expect(lines[line - 1]?.slice(column - 1)).toMatch(/^\d/u);
  });
});

test('one number changed in the rulebook changes the verdict of a file on the limit', async () => {
  const file = 'examples/dossiers/0008-signed-after-reform.yaml';
  const folder = copied('rules');
  edit(folder, 'parameters/maximumTotalDebtRatio.yaml', 'value: 0.60', 'value: 0.56');
  expect((await json(file)).report.dossiers[0]?.verdict).toBe('pass');
  const changed = await json(file, '--rulebook', folder);
  expect(changed.report.dossiers[0]?.verdict).toBe('fail');
  const failed = changed.report.dossiers[0]?.outcomes
    .filter(({ status }) => status === 'fail')
    .map(({ rule }) => rule);
  expect(failed).toContain('RSK-002');
});

describe('personal data', () => {
  const personal = personalTexts('examples/dossiers/0004-investigator-approves.yaml');

  test.each(['pretty', 'json', 'html'])('is masked in %s', async (format) => {
    const { out, err } = await shouze(
      'check',
      'examples/dossiers',
      'examples/broken',
      '--format',
      format,
    );
    // many files name the same people, and the report is long
    const texts = new Set(globSync('examples/{dossiers,broken}/*').flatMap(personalTexts));
    const said = out + err;
    expect([...texts].filter((text) => said.includes(text))).toEqual([]);
  });

  test('what would be masked is in the files', () => {
    expect(personal.length).toBeGreaterThan(5);
  });

  test('a name in a finding is masked, and shown with --unmask', async () => {
    const folder = copied(small);
    edit(
      folder,
      'schemas/request.schema.json',
      '"id": { "type": "string" }',
      '"id": { "type": "string" }, "name": { "type": "string", "x-personal": "name" }',
    );
    edit(
      folder,
      'stages/work/decide/TST-001-under-test.yaml',
      'The amount {amount}',
      'The amount {amount} of {name}',
    );
    const file = put(
      temporary(),
      'a.yaml',
      'id: R1\nday: 2024-05-01\namount: 500\nname: 欧阳小明\n',
    );
    expect((await shouze('check', file, '--rulebook', folder)).out).toMatch(/500\D* of 欧\*{3}/u);
    expect((await shouze('check', file, '--rulebook', folder)).out).not.toContain('欧阳小明');
    expect((await shouze('check', file, '--rulebook', folder, '--unmask')).out).toMatch(
      /500\D* of 欧阳小明/u,
    );
  });
});

/** Names, and numbers of papers, telephones and accounts. */
function personalTexts(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const fields =
    /"?(?:idNumber|phone|mobile|accountNo|payeeAccountNo|contactPhone|name|payeeName|recipientName)"?:\s*"?([^",\n]{2,})"?/gu;
  return [...text.matchAll(fields)]
    .map(([, found = '']) => found.trim())
    .filter((found) => !/公司|银行|中心|机构|[*]/u.test(found));
}

describe('what goes in and out', () => {
  const good = 'id: R1\nproduct: A\nday: 2024-05-01\namount: 5\nchecked: true\nacts: []\n';

  test('standard input', () => {
    const ran = spawned(['check', '-', '--rulebook', small, '--lang', 'en'], good);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^R1 {2}pass {2}<stdin>/u);
    expect(spawned(['check', '-', '--rulebook', small], 'amount: [').code).toBe(2);
  });

  test('--out writes the whole report, and makes its folder', async () => {
    const folder = temporary();
    const file = put(folder, 'a.yaml', good);
    const out = join(folder, 'deep/er/report.json');
    const ran = await shouze('check', file, '--rulebook', small, '--format', 'json', '--out', out);
    expect(ran).toMatchObject({ code: 0, out: '', err: '' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ summary: { pass: 1 } });
  });

  test('folders, globs and one file named twice', async () => {
    const folder = temporary();
    for (const name of ['a.yaml', 'in/b.json', 'in/c.yml', 'in/notes.txt', '.hidden.yaml'])
      put(folder, name, good);
    const files = async (...paths: readonly string[]) =>
      (
        await json(...paths.map((path) => join(folder, path)), '--rulebook', small)
      ).report.dossiers.map(({ file }) => file.slice(folder.length + 1));
    // what is not read is named, too
    expect(await files('.')).toEqual(['a.yaml', 'in/b.json', 'in/c.yml', 'in/notes.txt']);
    expect(await files('in/*.yml', 'a.yaml', 'a.yaml')).toEqual(['in/c.yml', 'a.yaml']);
  });

  test.each([
    ['all well', good, 0],
    ['a finding', good.replace('amount: 5', 'amount: 500'), 1],
    ['something that cannot be told', good.replace('amount: 5\n', ''), 1],
    ['something malformed', good.replace('amount: 5', 'amount: five'), 2],
    [
      'a finding, and something malformed',
      `${good.replace('amount: 5', 'amount: 500')}price: five\n`,
      2,
    ],
  ])('the exit code for %s', async (_, text, code) => {
    expect(
      (await shouze('check', put(temporary(), 'a.yaml', text), '--rulebook', small)).code,
    ).toBe(code);
  });

  test('in a pipe there are no colours', async () => {
    const { out } = await shouze('check', 'examples/dossiers/0002-down-payment-short.yaml');
    expect(out.includes('\u001b')).toBe(false);
  });

  test('--lang en has no Chinese words of its own', async () => {
    const folder = temporary();
    const text = `${good.replace('amount: 5', 'amount: 500').replace('[]', '[{ what: PAID, at: "2024-05-01T10:00:00+08:00", who: S1, post: MANAGER }]')}kind: Q\nitems: nothing\n`;
    for (const format of ['pretty', 'html']) {
      const { out, err } = await shouze(
        'check',
        put(folder, 'a.yaml', text),
        '--rulebook',
        small,
        '--lang',
        'en',
        '--format',
        format,
      );
      const page = (out + err).replaceAll(/<style>.*?<\/style>/gsu, '');
      expect(page.match(/.{0,30}[\p{Script=Han}，。；：（）].{0,30}/gu) ?? []).toEqual([]);
    }
  });
});
