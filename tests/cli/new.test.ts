import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { datedIn, withEdition } from '../../src/drafting/edition.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { rulebookFromFiles } from '../../src/rulebook/from-files.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { at, plainOf } from '../../src/yaml/tree.ts';
import { copied, shouze, temporary } from './harness.ts';

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
});
