import { describe, expect, test } from 'vitest';

import type { Source } from '../../src/base/source.ts';
import { positionOf } from '../../src/base/source.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';

const { files } = rulebookFolder('tests/evaluate/fixture').folder;

/** What is said of the small rulebook when a file of it has another text, or none. */
function said(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  const all = new Map<string, Source>(files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) all.delete(path);
    else all.set(path, { name: path, text });
  }
  const { diagnostics } = readRulebook({ name: 'rules', files: all });
  const folder = 'tests/evaluate/fixture/';
  return diagnostics
    .filter(({ code }) => code !== 'rulebook/no-cases')
    .map(({ code, span }) => {
      const { line, column } = positionOf(span);
      return `${code} ${span.source.name.replace(folder, '')}:${line}:${column}`;
    });
}

const rule = 'stages/work/decide/TST-001-under-test.yaml';
const limit = 'parameters/limit.yaml';

function edited(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = files.get(path)?.text ?? '';
  if (!text.includes(from)) throw new Error(`${path} lacks ${from}`);
  return { [path]: text.replace(from, to) };
}

test('the small rulebook is sound', () => {
  expect(said({})).toEqual([]);
});

describe('editions', () => {
  test.each([
    ['follow each other day by day', 'until: 2023-12-31', 'until: 2023-12-31', []],
    [
      'a day between',
      'until: 2023-12-31',
      'until: 2023-12-30',
      [`rulebook/edition-gap ${limit}:6:13`],
    ],
    [
      'a day twice',
      'until: 2023-12-31',
      'until: 2024-01-01',
      [`rulebook/edition-overlap ${limit}:6:13`],
    ],
    ['the first never ends', ', until: 2023-12-31', '', [`rulebook/edition-overlap ${limit}:6:13`]],
    [
      'over a leap day',
      'until: 2023-12-31',
      'until: 2023-02-29',
      [`rulebook/impossible-date ${limit}:5:32`],
    ],
    [
      'one day only',
      'from: 2024-01-01, value: 200',
      'from: 2024-01-01, until: 2024-01-01, value: 200',
      [`program/no-value ${rule}:15:13`],
    ],
    [
      'backwards',
      '{ from: 2024-01-01',
      '{ from: 2024-01-01, until: 2023-06-01',
      [`rulebook/edition-backwards ${limit}:6:32`],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(said(edited(limit, from, to))).toEqual(expected);
  });
});

describe('how a rule began and ended', () => {
  const first = '  - { from: 2000-01-01 }';
  const until = '  - { from: 2000-01-01, until: 2025-12-31 }';
  const ended = "ended: { by: 'T-1#all', why: { en: Replaced } }";

  /** @param source - what the header of its source says besides */
  function timed(
    editions: string,
    keys: string,
    source = '',
  ): Readonly<Record<string, string | undefined>> {
    const changed = edited(rule, first, `${editions}\n${keys}`);
    return { ...changed, ...edited('sources/T-1.md', 'kind: bank', `kind: bank\n${source}`) };
  }

  test.each([
    ['with its source', first, 'since: new', 'from: 2000-01-01', []],
    ['with a source of unknown day', first, 'since: new', '', []],
    ['before its source', first, 'since: new', 'from: 2000-01-02', [`rulebook/since ${rule}:16:8`]],
    ['after its source', first, 'since: new', 'from: 1999-12-31', [`rulebook/since ${rule}:16:8`]],
    [
      'with a later text of its source',
      first,
      'since: new',
      'from: 1990-01-01\nissued: 1999-12-01',
      [],
    ],
    [
      'from the first day on',
      '  - { from: 0001-01-01 }',
      'since: new',
      '',
      [`rulebook/since ${rule}:16:8`],
    ],
    ['by a clause', until, ended, '', []],
    ['by nothing', until, '', '', [`rulebook/until-unexplained ${rule}:15:32`]],
    [
      'by nothing but a note',
      until.replace(' }', ', note: { en: To be read } }'),
      '',
      '',
      [`rulebook/until-unexplained ${rule}:15:32`],
    ],
    ['without a last day', first, ended, '', [`rulebook/ended-open ${rule}:16:8`]],
    [
      'by a clause that is not there',
      until,
      ended.replace('all', 'al'),
      '',
      [`rulebook/unknown-reference ${rule}:16:15`],
    ],
  ])('%s', (_, editions, keys, source, expected) => {
    expect(
      said(timed(editions, keys, source)).filter(
        (one) => !/^(?:program\/|rulebook\/before-source)/u.test(one),
      ),
    ).toEqual(expected);
  });

  test.each([
    ['from the day of its source', first, 'from: 2000-01-01', []],
    ['from the day before', first, 'from: 2000-01-02', [`rulebook/before-source ${rule}:15:13`]],
    [
      'from the day before, for a reason',
      first.replace(' }', ', early: { en: Tried out } }'),
      'from: 2000-01-02',
      [],
    ],
    ['to the last day of its source', until, 'until: 2025-12-31', []],
    ['to the day after it', until, 'until: 2025-12-30', [`rulebook/after-source ${rule}:15:32`]],
    ['for ever, on a source that ended', first, 'until: 2025-12-31', [/after-source .*TST-001/u]],
  ])('%s', (_, editions, source, expected) => {
    const own = said(timed(editions, editions === until ? ended : '', source)).filter((one) =>
      /^rulebook\/(?:before|after)-source .*TST-001/u.test(one),
    );
    expect(own).toEqual(
      expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
  });

  test('on a source that another replaced', () => {
    const next = `# Next\n\n\`\`\`yaml\nsource: T-2\ntitle: { en: Next }\nkind: bank\nfrom: 2020-01-01\nreplaces: [T-1]\nconfidence: OWN\n\`\`\`\n\n## all All\n\nAll.\n`;
    const found = said({ ...timed(first, ''), 'sources/T-2.md': next });
    expect(found.filter((one) => one.includes('TST-001'))).toEqual([
      expect.stringMatching(/^rulebook\/after-source /u),
    ]);
  });

  test('of a step', () => {
    const pay = 'stages/work/pay/step.yaml';
    const review = 'stages/work/review/step.yaml';
    expect(said(edited(pay, 'rules: []', 'since: new\nrules: []'))).toEqual([]);
    expect(said(edited(pay, 'rules: []', `${ended}\nrules: []`))).toEqual([
      `rulebook/ended-open ${pay}:4:8`,
    ]);
    expect(said(edited(review, 'rules:', 'since: new\nrules:'))).toEqual([
      expect.stringMatching(/^rulebook\/since /u),
    ]);
  });
});

describe('names', () => {
  test.each([
    [
      'a rule that its step does not list',
      {
        'stages/work/ask/NEW-001-stray.yaml': (files.get(rule)?.text ?? '').replace(
          'TST-001',
          'NEW-001',
        ),
      },
      ['rulebook/unlisted stages/work/ask/NEW-001-stray.yaml:1:7'],
    ],
    [
      'a file called otherwise than what is in it',
      edited(limit, 'parameter: limit', 'parameter: ceiling'),
      ['rulebook/file-name parameters/limit.yaml:1:12'],
    ],
    [
      'a parameter called like a field',
      {
        'parameters/amount.yaml': (files.get(limit)?.text ?? '').replace(
          'parameter: limit',
          'parameter: amount',
        ),
      },
      ['rulebook/name-taken parameters/amount.yaml:1:12'],
    ],
    [
      'a gate that is no rule',
      edited('stages/work/review/step.yaml', 'gate: [GAT-001]', 'gate: [GAT-002]'),
      ['rulebook/unknown-reference stages/work/review/step.yaml:6:8'],
    ],
    [
      'a step after one that is not there',
      edited('stages/work/sign/step.yaml', 'rules: []', 'after: [decid]\nrules: []'),
      ['rulebook/unknown-reference stages/work/sign/step.yaml:7:9'],
    ],
    [
      'a product that is none',
      edited(rule, 'posts: [MANAGER]', 'products: [C]\nposts: [MANAGER]'),
      [`rulebook/unknown-reference ${rule}:6:12`],
    ],
    [
      'a calendar that is not there',
      edited('rulebook.yaml', 'calendar: test', 'calendar: tset'),
      ['rulebook/unknown-reference rulebook.yaml:7:11'],
    ],
    [
      'a principle’s limit that is not there',
      edited(
        'rulebook.yaml',
        'calendar: test',
        'calendar: test\nbook: { principles: [{ says: { en: Keep it low. }, limits: [limti] }] }',
      ),
      ['rulebook/unknown-reference rulebook.yaml:8:61'],
    ],
    [
      'a table of authority that is not there',
      edited('rulebook.yaml', 'calendar: test', 'calendar: test\nbook: { authority: bands }'),
      ['rulebook/unknown-reference rulebook.yaml:8:20'],
    ],
    [
      'a signature on no day',
      edited(
        'rulebook.yaml',
        'calendar: test',
        'calendar: test\nbook: { signatures: [{ act: approve, by: { en: Head }, on: 2024-02-30 }] }',
      ),
      ['rulebook/impossible-date rulebook.yaml:8:60'],
    ],
    [
      'a case asked on no day',
      {
        [rule.replace('.yaml', '.cases.yaml')]: [
          'cases:',
          '  - { title: { en: A }, with: { day: 2024-05-01, amount: 1 }, expect: pass, days: { 2023-02-29: pass } }',
          '  - { title: { en: B }, with: { day: 2024-05-01, amount: 999 }, expect: fail }',
          '  - { title: { en: C }, with: { day: 2024-05-01 }, expect: { cannot-tell: [amount] } }',
        ].join('\n'),
      },
      [`rulebook/impossible-date ${rule.replace('.yaml', '.cases.yaml')}:2:97`],
    ],
    [
      'a subject’s field that is not there',
      edited('rulebook.yaml', 'id: id', 'id: idd'),
      ['program/unknown-path rulebook.yaml:14:9'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(said(changes)).toEqual(expected);
  });
});

describe('texts', () => {
  test.each([
    [
      'in another language than its key says',
      edited(rule, 'title: { en:', 'title: { zh:'),
      ['rulebook/language', 'rulebook/other-language'],
    ],
    [
      'a brace without a partner',
      edited(rule, 'limit {limit}', 'limit {limit'),
      ['program/finding'],
    ],
    [
      'an unknown name in braces',
      edited(rule, 'limit {limit}', 'limit {limitt}'),
      ['feel/unknown-name'],
    ],
    [
      'half-width punctuation between Chinese',
      edited(rule, 'title: { en:', "title: { zh: '金额,上限', en:"),
      ['rulebook/half-width'],
    ],
    [
      'half-width punctuation beside a number',
      edited(rule, 'title: { en:', "title: { zh: '金额1,000', en:"),
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(said(changes).map((text) => text.split(' ')[0])).toEqual(expected);
  });
});

test('a clause is cited by its heading, its confidence by the heading or the source', () => {
  const path = 'sources/T-1.md';
  const text = `${files.get(path)?.text ?? ''}\n## 7 Another (V1)\n\nMore.\n`;
  const { value } = readRulebook({
    name: 'rules',
    files: new Map([...files, [path, { name: path, text }]]),
  });
  const clauses = [...(value?.rulebook.sources[0]?.clauses.values() ?? [])].map(
    ({ ref, confidence, text: words }) => [ref, confidence, words['en']],
  );
  expect(clauses).toEqual([
    ['T-1#all', 'OWN', 'Whatever the tests need.'],
    ['T-1#7', 'V1', 'More.'],
  ]);
});

describe('words of a rule’s own', () => {
  const criterion = 'criterion: { en: the amount is within the limit }';
  const manual = 'check: manual\nhow: { en: look }\nstandard: { en: clear }';
  const question = 'question: { en: Is it clear? }';
  const requires = 'require: |\n  amount\n  <= limit\n';
  test.each([
    ['beside what they say', (text: string) => `${text}${criterion}\n`, []],
    [
      'of a rule that a person tells',
      (text: string) =>
        `${text.replace(requires, '').replace('check: data', manual)}${criterion}\n`,
      [`rulebook/missing-key ${rule}:15:12`],
    ],
    [
      'of an edition that requires nothing',
      (text: string) =>
        text
          .replace(requires, '')
          .replace('check: data', manual)
          .replace('2000-01-01 }', `2000-01-01, ${criterion} }`),
      [`rulebook/incomplete ${rule}:14:36`],
    ],
    [
      'of a rule whose editions require something else',
      (text: string) =>
        `${text.replace(requires, '').replace('01-01 }', '01-01, require: amount < 9 }')}${criterion}\n`,
      [`rulebook/missing-key ${rule}:13:12`],
    ],
    [
      'a question to nobody',
      (text: string) => `${text}${question}\n`,
      [`rulebook/stray-answer ${rule}:16:11`],
    ],
    [
      'a question to a person',
      (text: string) =>
        `${text.replace('check: data', 'check: both\nhow: { en: look }\nstandard: { en: clear }')}${question}\n`,
      [],
    ],
  ])('%s', (_, change, expected) => {
    const text = files.get(rule)?.text ?? '';
    expect(said({ [rule]: change(text) })).toEqual(expected);
  });

  test('a question is asked for where data and a person tell, and there alone', () => {
    const asks = edited('rulebook.yaml', 'requires: [', 'requires: [question, ');
    const both = edited(
      rule,
      'check: data',
      'check: both\nhow: { en: look }\nstandard: { en: clear }',
    );
    expect(said(asks)).toEqual([]);
    expect(said({ ...asks, ...both })).toEqual([`rulebook/missing-key ${rule}:1:1`]);
  });
});
