import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { datedIn, withEdition } from '../../src/drafting/edition.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { rulebookFromFiles } from '../../src/rulebook/from-files.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { at, plainOf } from '../../src/yaml/tree.ts';
import { copied, put, shouze, temporary } from './harness.ts';

interface Edition {
  readonly from: string;
  readonly until?: string;
}

describe('one more edition of everything in the shipped rulebook', () => {
  const { folder } = rulebookFolder('rules');
  const { value } = rulebookFromFiles(folder);
  const all = value ? datedIn(value) : [];
  const made = all.map((one) => {
    const text = folder.files.get(one.entry.path)?.text ?? '';
    return { one, text, made: withEdition(one, text, { from: '2027-01-01', changes: {} }) };
  });

  test('is written, but for what has ended or has no editions', () => {
    const faults = made.flatMap((each) =>
      'fault' in each.made ? [`${each.one.what} ${each.made.fault}`] : [],
    );
    expect(new Set(faults)).toEqual(
      new Set([
        'rule ended',
        'parameter ended',
        'table ended',
        'definition ended',
        'step no-editions',
      ]),
    );
    expect(made.length - faults.length).toBeGreaterThan(800);
  });

  test('says what the last said, which ends on the day before; nothing else is other', () => {
    for (const { one, text, made: drafted } of made) {
      if ('fault' in drafted) continue;
      const { value: tree, diagnostics } = parseYaml({ name: one.entry.path, text: drafted.text });
      expect([one.id, diagnostics]).toEqual([one.id, []]);
      const keys = [...one.keys, 'editions'].map(String);
      const editions = (tree ? plainOf(at(tree, keys).yaml) : []) as readonly Edition[];
      const before = plainOf(at(one.entry.yaml, keys).yaml) as readonly Edition[];
      const [last, next] = editions.slice(-2);
      expect([one.id, editions.slice(0, -2)]).toEqual([one.id, before.slice(0, -1)]);
      expect([one.id, last]).toEqual([one.id, { ...before.at(-1), until: '2026-12-31' }]);
      expect([one.id, next?.from]).toEqual([one.id, '2027-01-01']);
      const lines = new Set(drafted.text.split('\n'));
      const lost = text.split('\n').filter((line) => !lines.has(line));
      expect(lost.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('shouze new', () => {
  // it is read and checked at each call: a small one, which asks for as much
  const rules = () => copied('tests/codes/fixture');

  test('an edition of a limit from a day', async () => {
    const folder = rules();
    const name = 'maximumTermMonths';
    const path = join(folder, 'parameters', 'maximumLoanShare.yaml');
    const args = ['--rulebook', folder, '--from', '2027-01-01'];
    const { code, out } = await shouze(
      'new',
      'edition',
      'maximumLoanShare',
      ...args,
      '--value',
      '0.8',
    );
    expect([code, out]).toEqual([0, `已写入：${path}\n检查过：没有问题\n`]);
    expect(readFileSync(path, 'utf8')).toContain('  - from: 2027-01-01\n    value: 0.8\n');
    const again = await shouze('new', 'edition', 'maximumLoanShare', ...args);
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringContaining('maximumLoanShare 的最近一版从 2027-01-01 起'),
    ]);
    const unknown = await shouze('new', 'edition', name, ...args);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining(`\`${name}\``)]);
  });

  test('a rule with all that the rulebook asks for', async () => {
    const folder = rules();
    const given = {
      step: 'review',
      title: '试验规则',
      kind: 'bank',
      posts: 'REVIEWER',
      asOf: 'transaction.onlineSigningDate',
      require: 'loan.amount > 0',
      finding: '贷款{loan.amount}',
      basis: 'B-EXAMPLE#1',
      from: '2026-01-01',
    };
    const options = Object.entries(given).flatMap(([key, value]) => [`--${key}`, value]);
    const lacking = await shouze('new', 'rule', 'DEM-099', '--rulebook', folder);
    expect(lacking.code).toBe(2);
    for (const key of Object.keys(given)) expect(lacking.err).toContain(`--${key} `);
    const stray = ['--rulebook', folder, ...options, '--step', 'reveiw'];
    const wrong = await shouze('new', 'rule', 'DEM-099', ...stray);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('review')]);
    const { code, out } = await shouze('new', 'rule', 'DEM-099', '--rulebook', folder, ...options);
    expect([code, out]).toEqual([0, expect.stringContaining('检查过：没有问题')]);
    const twice = await shouze('new', 'rule', 'DEM-099', '--rulebook', folder, ...options);
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('DEM-099')]);
  });

  test('a rulebook, and a branch on top of it, that lint', async () => {
    const folder = join(temporary(), 'mine');
    const made = await shouze(
      'new',
      'rulebook',
      folder,
      '--title',
      '试验 | Trial',
      '--languages',
      'zh,en',
    );
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('检查过：没有问题')]);
    const tested = await shouze('test', '--rulebook', folder);
    expect([tested.code, tested.out]).toEqual([0, expect.stringContaining('通过 3')]);
    const branch = join(folder, '..', 'branch');
    const names = ['--title', '分行 | Branch', '--issuer', '某分行 | A branch'];
    const above = await shouze('new', 'branch', branch, '--rulebook', folder, ...names);
    expect([above.code, above.out]).toEqual([0, expect.stringContaining('检查过：没有问题')]);
    const again = await shouze('new', 'rulebook', folder, '--title', '试验 | Trial');
    expect(again.code).toBe(2);
  });

  test.each([
    [['rule', '../R9'], '`../R9`'],
    [['rule', '规则'], '`规则`'],
    [['parameter', 'a-b'], '`a-b`'],
    [['rule', 'DEM-001'], '`DEM-001`'],
    [['parameter', 'maximumLoanShare'], '`maximumLoanShare`'],
    [['parameter', 'cap', '--require', 'true'], '--require'],
    [['edition', 'maximumLoanShare', '--from', '2027-01-01', '--require', 'true'], '--require'],
  ])('refuses %s before anything is written', async (args, said) => {
    for (const language of ['zh', 'en']) {
      // eslint-disable-next-line no-await-in-loop -- one call after the other
      const { code, err } = await shouze(
        'new',
        ...args,
        '--rulebook',
        'tests/codes/fixture',
        '--lang',
        language,
      );
      expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    }
  });

  test('a rulebook in the language and the currency that are asked for', async () => {
    const folder = join(temporary(), '出租');
    const call = ['new', 'rulebook', folder, '--title', 'Hire', '--lang', 'en'] as const;
    expect(await shouze(...call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--currency'),
    });
    const near = await shouze(...call, '--currency', 'JYP');
    expect(near).toMatchObject({ code: 2, err: expect.stringContaining('ISO 4217') });
    const made = await shouze(...call, '--currency', 'JPY');
    expect([made.code, made.out]).toEqual([
      0,
      expect.stringContaining('checked: nothing is wrong'),
    ]);
    expect(readFileSync(join(folder, 'rulebook.yaml'), 'utf8')).toContain('- en\ncurrency: JPY');
    const at = ['--rulebook', folder, '--lang', 'en'] as const;
    expect(await shouze('test', ...at)).toMatchObject({ code: 0 });
    const calls: readonly (readonly string[])[] = [
      [
        'source',
        'S-1',
        '--title',
        'Act',
        '--kind',
        'regulation',
        '--number',
        '1',
        '--issuer',
        'A',
        '--issued',
        '2026-01-01',
        '--from',
        '2026-01-01',
        '--clause',
        'A limit.',
      ],
      ['parameter', 'cap', '--title', 'Cap', '--unit', 'money', '--value', '300'],
      ['table', 'band', '--title', 'Band', '--input', 'price', '--unit', 'ratio'],
      [
        'table',
        'later',
        '--title',
        'Later',
        '--input',
        'price',
        '--unit',
        'ratio',
        '--from',
        '2026-01-01',
      ],
    ];
    for (const one of calls) {
      // eslint-disable-next-line no-await-in-loop -- each is written on top of the last
      const { code, out } = await shouze('new', ...one, ...at);
      expect([one[1], code, out]).toEqual([one[1], 0, expect.stringContaining('nothing is wrong')]);
    }
    const always = await shouze('new', 'edition', 'R001', '--from', '2027-01-01', ...at);
    expect([always.code, always.err]).toEqual([2, expect.stringContaining('has no editions')]);
    const rule = ['--title', 'Cap', '--require', 'deposit <= cap'];
    expect(await shouze('new', 'rule', 'R002', ...rule, ...at)).toMatchObject({ code: 0 });
    expect((await shouze('lint', ...at)).out).toContain('0 errors');
  });

  test('a rule of a branch, and an edition of what the branch moves', async () => {
    const around = temporary();
    const folder = join(around, 'mine');
    await shouze('new', 'rulebook', folder, '--title', '试验');
    const limit = ['--title', '上限', '--unit', 'money', '--value', '300', '--stricter', 'lower'];
    const at = ['--rulebook', folder] as const;
    await shouze('new', 'parameter', 'cap', ...limit, '--from', '2020-01-01', ...at);
    const inside = join(folder, 'branch');
    const names = ['--title', '分行', '--issuer', '某分行'];
    const nested = await shouze('new', 'branch', inside, ...at, ...names);
    expect([nested.code, nested.err]).toEqual([2, expect.stringContaining(inside)]);
    const branch = join(around, 'branch');
    await shouze('new', 'branch', branch, ...at, ...names);
    const own = ['--rulebook', branch] as const;
    const rule = await shouze(
      'new',
      'rule',
      'B1',
      '--title',
      '押金',
      '--require',
      'deposit > 0',
      ...own,
    );
    expect(rule.code).toBe(0);
    expect(readFileSync(join(branch, 'rulebook.yaml'), 'utf8')).toContain(
      'insert:\n  - after: R001\n    rules:\n      - B1\n',
    );
    const from = ['--from', '2027-01-01', '--value', '200'];
    const above = await shouze('new', 'edition', 'cap', ...from, ...own);
    expect([above.code, above.err]).toEqual([2, expect.stringContaining('moves')]);
    const moved = 'moves: cap\neditions:\n  - from: 2026-01-01\n    value: 250\n';
    const path = put(branch, 'parameters/cap.yaml', moved);
    expect(await shouze('new', 'edition', 'cap', ...from, ...own)).toMatchObject({ code: 0 });
    expect(readFileSync(path, 'utf8')).toBe(
      `${moved}    until: 2026-12-31\n  - from: 2027-01-01\n    value: 200\n`.replace(
        '    value: 250\n    until: 2026-12-31\n',
        '    until: 2026-12-31\n    value: 250\n',
      ),
    );
    expect((await shouze('lint', ...own)).out).toContain('错误 0');
  });
});
