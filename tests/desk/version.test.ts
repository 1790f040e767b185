import { expect, test } from 'vitest';

import type { Program } from '../../src/program/ast.ts';
import { knownChanges } from '../../src/desk/known-changes.ts';
import { nameWithVersion } from '../../src/desk/version-name.ts';
import { versionLine, warningText } from '../../src/desk/version-texts.ts';
import type { PageDays } from '../../src/desk/pack.ts';
import { knownVersion, versionWarnings } from '../../src/desk/version.ts';
import { programWith } from '../evaluate/fixture.ts';
import { shipped } from '../manual/harness.ts';

const digest = `sha256:3f2a91c0${'0'.repeat(56)}`;

/** What turns for the rule under test, day by day. */
function changesOf(program: Program): readonly string[] {
  return knownChanges(program).flatMap(({ day, by }) => {
    const own = by.filter(({ rules }) => rules.includes('TST-001'));
    const names = own.map(({ kind, id }) => `${kind} ${id}`);
    return names.length > 0 ? [`${day} ${names.join(', ')}`] : [];
  });
}

const ending = {
  'sources/T-2.md': `# Another source

\`\`\`yaml
source: T-2
title: { en: Another source }
kind: bank
confidence: OWN
from: 2001-01-01
until: 2026-06-30
\`\`\`

## all | Everything

> What is asked until it ends.
`,
};

const ended = { by: 'T-1#all', why: { en: 'No longer asked' } };
const first = '2000-01-01 rule TST-001';

test.each<readonly [string, Parameters<typeof programWith>, readonly string[]]>([
  ['an edition that goes on', [{}], [first]],
  [
    'editions that follow each other turn once',
    [
      {
        editions: [
          { from: '2000-01-01', until: '2026-12-31' },
          { from: '2027-01-01', require: 'checked' },
        ],
      },
    ],
    [first, '2027-01-01 rule TST-001'],
  ],
  [
    'a rule that ends',
    [{ editions: [{ from: '2000-01-01', until: '2026-12-31' }], ended }],
    [first, '2027-01-01 rule TST-001'],
  ],
  [
    'a limit that it reads',
    [{ require: 'amount <= limit' }],
    ['2000-01-01 rule TST-001, parameter limit', '2024-01-01 parameter limit'],
  ],
  [
    'a limit that turned before it began',
    [{ require: 'amount <= limit', editions: [{ from: '2025-01-01' }] }],
    ['2025-01-01 rule TST-001'],
  ],
  [
    'a source, with the rule that rests on it',
    [
      { basis: ['T-2#all'], editions: [{ from: '2001-01-01', until: '2026-06-30' }], ended },
      ending,
    ],
    ['2001-01-01 rule TST-001, source T-2', '2026-07-01 rule TST-001, source T-2'],
  ],
  [
    'years of a calendar that it counts by',
    [{ require: 'working days between(day, day) = 0' }],
    [first, '2024-01-01 calendar test', '2025-01-01 calendar test'],
  ],
  ['a draft', [{ status: 'draft' }], []],
])('%s', (_, [keys, others], days) => {
  expect(changesOf(programWith(keys, others))).toEqual(days);
});

test('what the process counts in working days turns with the calendar', () => {
  const [change] = knownChanges(shipped).filter(({ day }) => day === '2027-01-01');
  expect(change?.by.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['calendar china']);
  expect(change?.rules).toEqual(expect.arrayContaining(['MKT-012', 'process/approval/time']));
});

test('the shipped rulebook on a day', () => {
  const version = knownVersion(shipped, digest, '2026-11-30');
  const count = version.next?.rules.length;
  expect(versionLine(version, 'zh')).toBe(
    `规则库 personal-loan 0.1.0 · 摘要 3f2a 91c0 · 按 2026-11-30 · 下次变动 2026-12-15（${count} 条）`,
  );
  expect(versionLine(version, 'en')).toBe(
    `rulebook personal-loan 0.1.0 · digest 3f2a 91c0 · as of 2026-11-30 · next change 2026-12-15 (${count} rules)`,
  );
});

test('no change is known after the last', () => {
  const version = knownVersion(shipped, digest, '2027-01-01');
  expect(version.next).toBeUndefined();
  expect(versionLine(version, 'zh')).toMatch(/ · 此后没有已知的变动$/u);
  expect(versionLine(version, 'en')).toMatch(/ · no change known$/u);
});

test.each([
  ['问题台账.xlsx', '问题台账-personal-loan-0.1.0-3f2a91c0.xlsx'],
  ['a.b.json', 'a.b-personal-loan-0.1.0-3f2a91c0.json'],
  ['README', 'README-personal-loan-0.1.0-3f2a91c0'],
])('the download %s tells the version', (name, expected) => {
  expect(nameWithVersion(name, knownVersion(shipped, digest, '2026-11-30'))).toBe(expected);
});

test('what an id or version may say is no part of a path', () => {
  const odd = { id: '../x', version: '1/2', digest };
  expect(nameWithVersion('a.json', odd)).toBe('a-.._x-1_2-3f2a91c0.json');
});

const changes = knownChanges(
  programWith({
    editions: [
      { from: '2000-01-01', until: '2026-12-31' },
      { from: '2027-01-01', require: 'checked' },
    ],
  }),
);

test.each<readonly [string, PageDays, string, readonly string[]]>([
  ['a change to come', { made: '2026-11-30' }, '2026-12-31', []],
  ['a change today', { made: '2026-11-30' }, '2027-01-01', ['changed 2027-01-01']],
  ['a change yesterday', { made: '2026-11-30' }, '2027-01-02', ['changed 2027-01-01']],
  ['a page made on the day of the change', { made: '2027-01-01' }, '2027-01-02', []],
  ['the last day of use', { made: '2026-11-30', expires: '2026-12-15' }, '2026-12-15', []],
  [
    'the day after it',
    { made: '2026-11-30', expires: '2026-12-15' },
    '2026-12-16',
    ['expired 2026-12-15'],
  ],
  [
    'both',
    { made: '2026-11-30', expires: '2026-12-31' },
    '2027-01-01',
    ['changed 2027-01-01', 'expired 2026-12-31'],
  ],
])('warnings: %s', (_, days, today, expected) => {
  const found = versionWarnings(days, today, changes).map((warning) =>
    warning.kind === 'changed' ? `changed ${warning.change.day}` : `expired ${warning.expires}`,
  );
  expect(found).toEqual(expected);
});

test.each([
  [
    'zh',
    [
      '本页制作于 2026-11-30，规则库自 2027-01-01 起有变动：规则“The rule under test”，涉及 1 条规则。请换用新页；暂无新页的，须核对结论是否受此影响。',
      '本页使用期限截至 2026-12-31，现已过期，请换用新页。',
    ],
  ],
  [
    'en',
    [
      'This page was made on 2026-11-30, and its rulebook changes from 2027-01-01: rule “The rule under test”; 1 rule affected. Use a newer page, or see whether the change bears on your result.',
      'This page was to be used until 2026-12-31. Use a newer one.',
    ],
  ],
])('warnings in %s', (language, texts) => {
  const days = { made: '2026-11-30', expires: '2026-12-31' };
  const found = versionWarnings(days, '2027-01-01', changes);
  expect(found.map((one) => warningText(one, language))).toEqual(texts);
});

test('of many things three are named', () => {
  const days = { made: '2026-07-31' };
  const warnings = versionWarnings(days, '2026-12-31', knownChanges(shipped));
  expect(warnings.map((one) => warningText(one, 'en'))).toEqual([
    expect.stringContaining('its rulebook changes from 2026-08-01: source “'),
  ]);
});
