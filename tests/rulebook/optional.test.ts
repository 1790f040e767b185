import { describe, expect, test } from 'vitest';

import { positionOf, type Source } from '../../src/base/source.ts';
import { dossierOfJson, engineOf } from '../../src/check/engine.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { JudgeOptions, Judgement } from '../../src/evaluate/outcome.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import { mainSubject, type Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { viewer } from '../../src/report/view.ts';
import { checkRulebook } from '../../src/rulebook/check.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';
import { rulebookFromFiles } from '../../src/rulebook/from-files.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';
import { yamlOf } from '../evaluate/shipped.ts';

type Texts = Readonly<Record<string, string>>;

/** A rulebook without posts, clauses, days, findings and stages. */
const plain: Texts = {
  'rulebook.yaml': `
format: 1
id: register
version: 1.0.0
title: { en: Register }
languages: [en]
severities:
  error: { level: mandatory, title: { en: Error } }
  quality: { level: advisory, title: { en: Quality } }
subjects:
  row: { title: { en: Row }, schema: row.json, id: uid }
rules: [Q1, Q1-1]
currency: EUR
`,
  'row.json': JSON.stringify({
    type: 'object',
    properties: {
      uid: { type: 'string', 'x-title': { en: 'Record' } },
      day: { type: 'string', format: 'date', 'x-title': { en: 'Day' } },
      amount: { type: 'number', 'x-unit': 'money', 'x-title': { en: 'Amount' } },
      name: { type: 'string', 'x-personal': 'name', 'x-title': { en: 'Name' } },
      closed: {
        type: 'string',
        format: 'date',
        'x-absence': 'none',
        'x-title': { en: 'Closed on' },
      },
    },
  }),
  'rules/Q1.yaml': `
rule: Q1
severity: error
title: { en: The amount is at most 100 }
require: amount <= 100
`,
  'rules/Q1-1.yaml': `
rule: Q1-1
severity: quality
title: { en: The amount is at least 10 }
when: amount > 0
require: amount >= 10
`,
};

/** The plain rulebook with other texts; a name with nothing in it is taken out. */
function folder(changes: Texts = {}, base: Texts = plain): RulebookFolder {
  const texts = Object.entries({ ...base, ...changes }).filter(([, text]) => text !== '');
  const files = new Map(texts.map(([name, text]): [string, Source] => [name, { name, text }]));
  return { name: 'register', files };
}

function read(from: RulebookFolder): {
  readonly program: Program;
  readonly said: readonly string[];
} {
  const { value, diagnostics } = readRulebook(from);
  if (!value) throw new Error(diagnostics.map(({ code }) => code).join());
  const said = diagnostics
    .filter(({ code }) => code !== 'rulebook/no-cases')
    .map(({ code, span }) => {
      const { line, column } = positionOf(span);
      return `${code} ${span.source.name}:${line}:${column}`;
    });
  return { program: value, said };
}

const said = (changes: Texts) => read(folder(changes)).said;

/** What the evaluator says of a record, and each engine besides: they have to agree. */
function judged(program: Program, record: object, options: JudgeOptions = {}): Judgement {
  const subject = mainSubject(program.subjects);
  if (!subject) throw new Error('it has a subject');
  const text = JSON.stringify(record);
  const { value: dossier } = dossierFromYaml(yamlOf(text), subject.type);
  if (!dossier) throw new Error('no dossier');
  const expected = judge(program, subject, dossier, options);
  for (const engine of [engineOf(program), engineOf(program, runGenerated)]) {
    const parsed = JSON.parse(text) as object;
    const loaded = engine.load(text, subject, parsed);
    expect(loaded).toBeDefined();
    const asJson = dossierOfJson({ name: 'row.json', text }, parsed, subject.type);
    for (const file of [
      { subject, dossier },
      { subject, dossier: asJson, ...(loaded && { loaded }) },
    ]) {
      const [one] = engine.judge([file], options);
      expect(one?.outcomes.map(lineOf)).toEqual(expected.outcomes.map(lineOf));
      expect(one?.verdict).toBe(expected.verdict);
    }
  }
  return expected;
}

function lineOf(one: Judgement['outcomes'][number]): string {
  const { rule, status, edition, day, severity, missing } = one;
  return [rule, status, edition, day, severity, ...missing.map(({ pointer }) => pointer)].join(' ');
}

function linesOf(program: Program, record: object, options: JudgeOptions = {}): readonly string[] {
  return judged(program, record, options).outcomes.map(lineOf);
}

describe('a rulebook that requires nothing', () => {
  test('is sound, has a plan for every rule, and needs no day', () => {
    const { program, said: problems } = read(folder());
    expect(problems).toEqual([]);
    expect(unplannedOf(program)).toEqual([]);
    expect(linesOf(program, { uid: 'A', amount: 50 })).toEqual([
      'Q1 pass   error',
      'Q1-1 pass   quality',
    ]);
    expect(linesOf(program, { uid: 'A', amount: 101 })).toEqual([
      'Q1 fail   error',
      'Q1-1 pass   quality',
    ]);
    expect(linesOf(program, { uid: 'A' })).toEqual([
      'Q1 cannot-tell   error /amount',
      'Q1-1 cannot-tell   quality /amount',
    ]);
  });

  test('only what a severity makes mandatory fails a file', () => {
    const { program } = read(folder());
    expect(judged(program, { uid: 'A', amount: 5 }).verdict).toBe('pass');
    expect(judged(program, { uid: 'A', amount: 500 }).verdict).toBe('fail');
  });

  test('as of a day, its outcomes tell that day', () => {
    const { program } = read(folder());
    const [first] = linesOf(program, { uid: 'A', amount: 50 }, { asOf: '2024-01-01' });
    expect(first).toBe('Q1 pass  2024-01-01 error');
  });
});

describe('what has always been so', () => {
  const always: Texts = {
    'parameters/most.yaml': `
parameter: most
title: { en: The most }
unit: money
value: 100
`,
    'definitions.yaml': `
definitions:
  - definition: half
    title: { en: Half the amount }
    is: amount / 2
`,
    'tables/least.yaml': `
table: least
title: { en: The least }
hit: first
inputs: [{ is: amount }]
outputs: [{ output: least, title: { en: The least }, unit: money }]
rows:
  - { when: ['> 50'], then: [20] }
  - { when: ['-'], then: [10] }
`,
    'rules/Q1.yaml': `
rule: Q1
title: { en: Half the amount }
require: half <= most and half >= least
`,
  };

  test('is read by a rule without a day', () => {
    const { program, said: problems } = read(folder(always));
    expect(problems).toEqual([]);
    expect(unplannedOf(program)).toEqual([]);
    expect([30, 50, 60, 201].map((amount) => linesOf(program, { uid: 'A', amount })[0])).toEqual([
      'Q1 pass   ',
      'Q1 pass   ',
      'Q1 pass   ',
      'Q1 fail   ',
    ]);
    expect(linesOf(program, { uid: 'A', amount: 38 })[0]).toBe('Q1 pass   ');
    expect(linesOf(program, { uid: 'A', amount: 19 })[0]).toBe('Q1 fail   ');
  });

  test.each([
    [
      'a dated parameter',
      'value: 100',
      'editions: [{ from: 2024-01-01, value: 100 }]',
      ['program/no-day rules/Q1.yaml:4:10'],
    ],
    [
      'one that changed',
      'value: 100',
      'editions: [{ from: 0001-01-01, until: 2023-12-31, value: 90 }, { from: 2024-01-01, value: 100 }]',
      ['program/no-day rules/Q1.yaml:4:10'],
    ],
    [
      'both ways at once',
      'value: 100',
      'value: 100\neditions: [{ from: 2024-01-01, value: 100 }]',
      ['rulebook/insert parameters/most.yaml:5:8', 'program/no-day rules/Q1.yaml:4:10'],
    ],
    ['neither way', 'value: 100\n', '', ['rulebook/missing-key parameters/most.yaml:2:1']],
  ])('not %s', (_, from, to, expected) => {
    const text = always['parameters/most.yaml']?.replace(from, to) ?? '';
    expect(said({ ...always, 'parameters/most.yaml': text })).toEqual(expected);
  });

  test('nor one behind a definition, but on a day of the file', () => {
    const dated =
      always['parameters/most.yaml']?.replace(
        'value: 100',
        'editions: [{ from: 2024-01-01, value: 100 }]',
      ) ?? '';
    const changes = { ...always, 'parameters/most.yaml': dated };
    const behind = {
      ...changes,
      'definitions.yaml': `
definitions:
  - { definition: half, title: { en: Half }, is: if amount > most then amount else amount / 2 }
`,
      'rules/Q1.yaml': 'rule: Q1\ntitle: { en: Half }\nrequire: half > 0\n',
    };
    expect(said(behind)).toEqual(['program/no-day rules/Q1.yaml:3:10']);
    const own = {
      ...changes,
      'rules/Q1.yaml': 'rule: Q1\ntitle: { en: Most }\nrequire: amount <= most(day)\n',
    };
    const { program, said: problems } = read(folder(own));
    expect(problems).toEqual([]);
    expect(linesOf(program, { uid: 'A', amount: 90, day: '2024-05-01' })[0]).toBe('Q1 pass   ');
    expect(linesOf(program, { uid: 'A', amount: 90 })[0]).toBe('Q1 cannot-tell    /day');
  });
});

describe('the governing day of a subject', () => {
  const manifest = plain['rulebook.yaml']?.replace('id: uid', 'id: uid, asOf: day') ?? '';
  const dated: Texts = {
    'rulebook.yaml': manifest,
    'rules/Q1.yaml': `
rule: Q1
title: { en: At most }
editions:
  - { from: 2020-01-01, until: 2023-12-31, require: amount <= 50, note: { en: Not read yet } }
  - { from: 2024-01-01, require: amount <= 100 }
`,
  };

  test('is that of its rules', () => {
    const { program, said: problems } = read(folder(dated));
    expect(problems).toEqual([]);
    const of = (day: object) => linesOf(program, { uid: 'A', amount: 70, ...day })[0];
    expect(of({ day: '2023-12-31' })).toBe('Q1 fail 2020-01-01 2023-12-31 ');
    expect(of({ day: '2024-01-01' })).toBe('Q1 pass 2024-01-01 2024-01-01 ');
    expect(of({})).toBe('Q1 cannot-tell    /day');
    expect(of({ day: '2019-12-31' })).toBe('Q1 cannot-tell    Q1');
  });

  test('is told where it is wrong', () => {
    const wrong = { ...dated, 'rulebook.yaml': manifest.replace('asOf: day', 'asOf: dya') };
    expect(said(wrong)).toEqual(['feel/unknown-name rulebook.yaml:11:63']);
  });

  test('without one, a rule that is dated names its own', () => {
    const none = { ...dated, 'rulebook.yaml': plain['rulebook.yaml'] ?? '' };
    expect(said(none)).toEqual([
      'rulebook/incomplete rules/Q1.yaml:5:13',
      'rulebook/incomplete rules/Q1.yaml:6:13',
    ]);
  });

  test('is that of the file for its rows, which may have their own', () => {
    const register = `
format: 1
id: register
version: 1.0.0
title: { en: Register }
languages: [en]
subjects:
  register: { title: { en: Register }, schema: file.json, id: head.id, asOf: head.filedOn }
  entry: { title: { en: Entry }, rows: register.rows }
rules: [Q1]
`;
    const date = { type: 'string', format: 'date' };
    const row = { type: 'object', properties: { amount: { type: 'number' }, signedOn: date } };
    const schema = {
      type: 'object',
      properties: {
        head: { type: 'object', properties: { id: { type: 'string' }, filedOn: date } },
        rows: { type: 'array', items: row },
      },
    };
    const texts = {
      'rulebook.yaml': register,
      'file.json': JSON.stringify(schema),
      'rules/Q1.yaml': `${dated['rules/Q1.yaml'] ?? ''}subject: entry\n`,
    };
    const file = {
      head: { id: 'A', filedOn: '2024-03-01' },
      rows: [
        { amount: 170, signedOn: '2023-12-31' },
        { amount: 170, signedOn: '2024-01-01' },
      ],
    };
    const { program, said: problems } = read(folder({}, texts));
    expect(problems).toEqual([]);
    expect(linesOf(program, file)).toEqual([
      'Q1 fail 2024-01-01 2024-03-01 ',
      'Q1 fail 2024-01-01 2024-03-01 ',
    ]);
    const own = register.replace('rows: register.rows', 'rows: register.rows, asOf: signedOn');
    const other = read(folder({ 'rulebook.yaml': own }, texts));
    expect(linesOf(other.program, file)).toEqual([
      'Q1 fail 2020-01-01 2023-12-31 ',
      'Q1 fail 2024-01-01 2024-01-01 ',
    ]);
  });

  test('is not that of rules for groups', () => {
    const group = `
rule: Q1
title: { en: Together }
scope: { groupBy: name }
editions: [{ from: 2020-01-01 }]
require: sum(dossiers.amount) <= 100
`;
    expect(said({ ...dated, 'rules/Q1.yaml': group })).toEqual([
      'rulebook/incomplete rules/Q1.yaml:5:20',
    ]);
    const undated = { ...dated, 'rules/Q1.yaml': group.replace(/^editions.*\n/mu, '') };
    expect(said(undated)).toEqual([]);
  });
});

describe('severities', () => {
  test.each([
    ['one that is not there', 'severity: eror', ['rulebook/unknown-reference rules/Q1.yaml:3:11']],
    ['a level besides', 'severity: error\nlevel: advisory', ['rulebook/insert rules/Q1.yaml:3:11']],
    ['a level instead', 'level: advisory', []],
    ['neither', '', []],
  ])('%s', (_, text, expected) => {
    const rule = plain['rules/Q1.yaml']?.replace('severity: error', text) ?? '';
    expect(said({ 'rules/Q1.yaml': rule })).toEqual(expected);
  });

  test('near names are told in both languages', () => {
    const rule = plain['rules/Q1.yaml']?.replace('severity: error', 'severity: eror') ?? '';
    const { diagnostics } = readRulebook(folder({ 'rules/Q1.yaml': rule }));
    const [found] = diagnostics.filter(({ code }) => code === 'rulebook/unknown-reference');
    expect(found && message(wordbooks.en, found)).toMatch(/no severity `eror`.*`error`/u);
    expect(found && message(wordbooks.zh, found)).toMatch(/没有严重程度.*`eror`.*`error`/u);
  });
});

describe('a finding that nobody wrote', () => {
  const rule = 'rule: Q1\ntitle: { en: Named }\nrequire: name = "Ann" and amount <= 100\n';

  test.each([
    ['zh', '要求：Name为“Ann”，且Amount不超过100欧元；查得：Name（B*），Amount（200欧元）'],
    [
      'en',
      'Required: the name is “Ann”, and the amount is at most 100 euros; found: the name (B*), the amount (200 euros)',
    ],
  ] as const)(
    'says what is required and was found, %s, and masks what is personal',
    (language, expected) => {
      const { program } = read(folder({ 'rules/Q1.yaml': rule }));
      const subject = mainSubject(program.subjects);
      const yaml = yamlOf(JSON.stringify({ uid: 'A', name: 'Bo', amount: 200 }));
      const { value: dossier } = dossierFromYaml(
        yaml,
        subject?.type ?? { kind: 'context', fields: new Map() },
      );
      if (!subject || !dossier) throw new Error('no dossier');
      const [found] = judge(program, subject, dossier, {}).findings;
      const { view } = viewer(program, subject, dossier, language, false);
      expect(found && view(found).message).toBe(expected);
    },
  );
});

describe('files of rules', () => {
  test.each([
    ['by id', ['rules/Q1.yaml', 'rules/Q1-1.yaml'], []],
    ['by id and a name', ['rules/Q1-most.yaml', 'rules/Q1-1-least.yaml'], []],
    ['some by id alone', ['rules/Q1-most.yaml', 'rules/Q1-1.yaml'], []],
    [
      'by another name',
      ['rules/most.yaml', 'rules/Q1-1.yaml'],
      ['rulebook/file-name rules/most.yaml:2:7'],
    ],
  ])('%s', (_, [first = '', second = ''], expected) => {
    const moved = {
      'rules/Q1.yaml': '',
      'rules/Q1-1.yaml': '',
      [first]: plain['rules/Q1.yaml'] ?? '',
      [second]: plain['rules/Q1-1.yaml'] ?? '',
    };
    const { program, said: problems } = read(folder(moved));
    expect(problems).toEqual(expected);
    expect(program.rules.map(({ id }) => id)).toEqual(['Q1', 'Q1-1']);
  });

  test.each([
    [
      'listed, and not there',
      { 'rules/Q1.yaml': '' },
      ['rulebook/unknown-reference rulebook.yaml:12:9'],
    ],
    [
      'there, and not listed',
      { 'rules/Q2.yaml': 'rule: Q2\ntitle: { en: Two }\nrequire: amount > 0\n' },
      ['rulebook/unlisted rules/Q2.yaml:1:7'],
    ],
    [
      'with an unknown key',
      { 'rules/Q1.yaml': 'rule: Q1\ntitel: { en: One }\nrequire: amount > 0\n' },
      ['rulebook/unknown-key rules/Q1.yaml:2:1'],
    ],
    [
      'without what it requires',
      { 'rules/Q1.yaml': 'rule: Q1\ntitle: { en: One }\n' },
      ['rulebook/missing-key rules/Q1.yaml:1:1'],
    ],
    [
      'of broken YAML',
      { 'rules/Q1.yaml': 'rule: Q1\ntitle: { en: One\n' },
      ['yaml/syntax rules/Q1.yaml:2:8'],
    ],
    [
      'with stages besides',
      {
        'rulebook.yaml': `${plain['rulebook.yaml'] ?? ''}stages: [{ stage: all, title: { en: All }, steps: [] }]\n`,
      },
      ['rulebook/insert rulebook.yaml:12:8'],
    ],
  ])('%s: told once', (_, changes, expected) => {
    expect(said(changes)).toEqual(expected);
  });
});

test.each([
  ['tabels/least.yaml', 'tables/least.yaml', 'warning'],
  ['parameters/most.yml', 'parameters/most.yaml', 'error'],
  ['definition.yaml', 'definitions.yaml', 'warning'],
  ['rules/Q1-11.cases.yaml', 'rules/Q1-1.cases.yaml', 'warning'],
  ['memos/one.yaml', undefined, 'warning'],
])('nobody reads %s, which is told with %s', (path, near, severity) => {
  const { diagnostics } = readRulebook(folder({ [path]: 'a: 1\n' }));
  const found = diagnostics.filter(({ code }) => code === 'rulebook/unread');
  expect(found.map((one) => [one.severity, one.params])).toEqual([[severity, { path, near }]]);
});

describe('a case that cannot be told', () => {
  const cases = `
cases:
  - { title: { en: Yes }, with: { uid: A }, expect: pass }
  - { title: { en: No }, with: { uid: A, closed: 2024-01-01 }, expect: fail }
`;
  const of = (rule: string) =>
    said({
      'rules/Q1.yaml': `rule: Q1\ntitle: { en: Open }\n${rule}`,
      'rules/Q1.cases.yaml': cases,
    });
  const asked = ['rulebook/cases-lack rules/Q1.cases.yaml:3:3'];

  test.each([
    ['nothing can be unknown', 'require: closed = null', []],
    [
      'nor behind a condition',
      'when: not(closed = null) or closed = null\nrequire: closed = null or false',
      [],
    ],
    ['a field may be', 'require: closed = null or amount > 0', asked],
    [
      'a value beside null may be none',
      'require: closed = null or closed > date("2025-01-01")',
      asked,
    ],
    ['the day may be', 'asOf: day\nrequire: closed = null', asked],
    [
      'nothing on file counts as not done',
      'ifAbsent: fail\nrequire: closed = null or amount > 0',
      [],
    ],
  ])('is asked for or not: %s', (_, rule, expected) => {
    expect(of(`${rule}\n`)).toEqual(expected);
  });
});

describe('a branch of a rulebook without stages', () => {
  const base: Texts = {
    ...plain,
    'parameters/most.yaml':
      'parameter: most\ntitle: { en: The most }\nunit: money\nstricter: lower\nvalue: 100\n',
    'rules/Q1.yaml':
      'rule: Q1\nseverity: error\ntitle: { en: At most }\nasOf: day\nrequire: amount <= most\n',
  };
  const branch = (changes: Texts) => ({
    ...folder(changes, {
      'rulebook.yaml': `
format: 1
id: branch
version: 1.0.0
title: { en: Branch }
languages: [en]
extends: ../register
insert: [{ before: Q1-1, rules: [B1] }]
`,
      'rules/B1.yaml': 'rule: B1\nseverity: quality\ntitle: { en: Even }\nrequire: amount > 1\n',
    }),
    parent: folder({}, base),
  });

  test('puts rules in, adds to them, and moves what has always been so', () => {
    const { program, said: problems } = read(
      branch({
        'rules/B2-more.yaml':
          'rule: B2\nadds: Q1\ntitle: { en: More }\neditions: [{ from: 2024-01-01, require: amount <= 60 }]\n',
        'parameters/most.yaml': 'moves: most\neditions: [{ from: 2024-01-01, value: 80 }]\n',
      }),
    );
    expect(problems).toEqual([]);
    expect(program.rules.map(({ id }) => id)).toEqual(['Q1', 'B2', 'B1', 'Q1-1']);
    const of = (day: string) => linesOf(program, { uid: 'A', amount: 90, day })[0];
    expect(of('2023-12-31')).toBe('Q1 pass  2023-12-31 error');
    expect(of('2024-01-01')).toBe('Q1 fail  2024-01-01 error');
  });

  test('has to meet what the other requires', () => {
    const strict = {
      ...base,
      'rulebook.yaml': `${base['rulebook.yaml'] ?? ''}requires: [severity]\n`,
    };
    const without = branch({
      'rules/B1.yaml': 'rule: B1\ntitle: { en: Even }\nrequire: amount > 1\n',
    });
    expect(read({ ...without, parent: folder({}, strict) }).said).toEqual([
      'rulebook/missing-key rules/B1.yaml:1:1',
    ]);
  });
});

describe('the shipped rulebook', () => {
  const { files } = rulebookFolder('rules').folder;
  const stage = 'stages/investigate-and-close';
  const rule = (name: string) => `${stage}/risk-assessment/${name}.yaml`;

  /** Each: a file, what is taken out of it, and what is then said. */
  const taken: readonly (readonly [string, RegExp, string])[] = [
    [rule('RSK-001'), /^kind: .*\n/mu, 'rulebook/missing-key'],
    [rule('RSK-002'), /^level: .*\n/mu, 'rulebook/missing-key'],
    [rule('RSK-003'), /^check: .*\n/mu, 'rulebook/missing-key'],
    [rule('RSK-004'), /^status: .*\n/mu, 'rulebook/missing-key'],
    [rule('RSK-005'), /^posts: .*\n/mu, 'rulebook/missing-key'],
    [rule('RSK-006'), /^(?:    )?basis: .*\n/mu, 'rulebook/incomplete'],
    [rule('RSK-007'), /^asOf: .*\n/mu, 'rulebook/incomplete'],
    [rule('RSK-008'), /^finding:\n(?:  .*\n)+/mu, 'rulebook/incomplete'],
    [rule('RSK-016'), /^editions:\n(?:  .*\n)+/mu, 'rulebook/missing-key'],
    [`${stage}/valuation/step.yaml`, /^purpose:\n(?:  .*\n)+/mu, 'rulebook/missing-key'],
  ];

  test('asks for what it always asked', () => {
    const changed = new Map(files);
    const expected: string[] = [];
    for (const [prefix, what, code] of taken) {
      const found = [...files].find(
        ([path]) =>
          path === prefix ||
          (path.startsWith(prefix.replace(/\.yaml$/u, '-')) && !path.endsWith('.cases.yaml')),
      );
      const [path = '', source] = found ?? [];
      const text = source?.text ?? '';
      expect(text).toMatch(what);
      changed.set(path, { name: path, text: text.replace(what, '') });
      expected.push(`${code} ${path}`);
    }
    const { value, diagnostics } = rulebookFromFiles({ name: 'rules', files: changed });
    const found = [...diagnostics, ...(value ? checkRulebook(value) : [])]
      .filter(({ severity }) => severity === 'error')
      .map(({ code, span }) => `${code} ${span.source.name}`);
    expect(new Set(found)).toEqual(new Set(expected));
  });
});
