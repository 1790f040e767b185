import { describe, expect, test } from 'vitest';

import type { Source } from '../../src/base/source.ts';
import { textOf } from '../../src/base/source.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { digestOf, rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const fixture = rulebookFolder('tests/evaluate/fixture').folder;
const limit = fixture.files.get('parameters/limit.yaml')?.text ?? '';
/** The fixture, whose limit says which way is stricter. */
const parent: RulebookFolder = {
  name: 'fixture',
  files: new Map([
    ...fixture.files,
    ['parameters/limit.yaml', { name: 'fixture/limit.yaml', text: `${limit}stricter: lower\n` }],
  ]),
};
const manifest = {
  format: 1,
  id: 'branch',
  version: '1.0.0',
  title: { en: 'Branch' },
  issuer: { en: 'Branch' },
  languages: ['en'],
  extends: '../fixture',
};
const rulePath = 'stages/work/decide/BRN-001-more.yaml';
const addition = {
  rule: 'BRN-001',
  adds: 'TST-001',
  kind: 'bank',
  level: 'mandatory',
  title: { en: 'More' },
};
const limitPath = 'parameters/limit.yaml';

/** A branch of the fixture, its files as JSON, which is YAML. */
function branch(files: Readonly<Record<string, unknown>>, own: object = {}): RulebookFolder {
  const all = { 'rulebook.yaml': { ...manifest, ...own }, ...files };
  const texts = Object.entries(all).map(([path, data]): [string, Source] => [
    path,
    { name: `branch/${path}`, text: JSON.stringify(data) },
  ]);
  return { name: 'branch', files: new Map(texts), parent };
}

function read(folder: RulebookFolder) {
  const { value, diagnostics } = readRulebook(folder);
  const said = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${code} ${span.source.name} \`${textOf(span)}\``);
  return { program: value, said };
}

function outcomes(folder: RulebookFolder, text: string): Readonly<Record<string, string>> {
  const { program, said } = read(folder);
  expect(said).toEqual([]);
  const subject = program?.subjects.get('request');
  if (!program || !subject) throw new Error('the branch does not load');
  const { value } = dossierFromYaml(yamlOf(text, 'file'), subject.type);
  if (!value) throw new Error('no dossier');
  const judged = judge(program, subject, value, {}).outcomes;
  return Object.fromEntries(judged.map(({ rule, status }) => [rule, status]));
}

const moved = (...editions: readonly (readonly [string, number, string?])[]) => ({
  moves: 'limit',
  editions: editions.map(([from, value, until]) => ({
    from,
    value,
    basis: ['T-1#all'],
    ...(until !== undefined && { until }),
  })),
});

describe('a branch has the currency and the zone of the rulebook that it builds on', () => {
  const settingOf = (own: object) => read(branch({}, own)).program?.setting;

  test('which it need not name, and may name again, with words of its own', () => {
    const inherited = settingOf({});
    expect(inherited).toMatchObject({ currency: { code: 'CNY', decimals: 2 } });
    expect(inherited?.zone).toEqual({ kind: 'offset', offset: 8 * 3600 });
    expect(settingOf({ currency: 'CNY', zone: '+08:00' })).toEqual(inherited);
    const named = { currency: { code: 'CNY', title: { en: 'renminbi' } } };
    expect(settingOf(named)?.currency?.title['en']).toBe('renminbi');
  });

  test.each([
    ['currency', { currency: 'JPY' }, 'JPY'],
    ['zone', { zone: 'America/New_York' }, 'America/New_York'],
  ])('another %s is told where it stands', (_, own, text) => {
    expect(read(branch({}, own)).said).toEqual([
      `rulebook/other-setting branch/rulebook.yaml \`${text}\``,
    ]);
  });
});

describe('a branch may not', () => {
  test.each([
    ['write a rule again', { [rulePath]: { ...addition, rule: 'TST-001' } }, 'rulebook/redefined'],
    [
      'put another file in place of one',
      { 'stages/work/decide/TST-001-under-test.yaml': { rule: 'OTHER' } },
      'rulebook/redefined',
    ],
    [
      'write a step again',
      { 'stages/work/decide/step.yaml': { step: 'decide' } },
      'rulebook/redefined',
    ],
    ['write a parameter again', { [limitPath]: { parameter: 'limit' } }, 'rulebook/redefined'],
    [
      'write a schema again',
      { 'schemas/request.schema.json': { type: 'object' } },
      'rulebook/redefined',
    ],
    [
      'write a calendar again',
      { 'calendars/test.yaml': { calendar: 'test' } },
      'rulebook/redefined',
    ],
    [
      'write a definition again',
      {
        'definitions.yaml': {
          definitions: [
            {
              definition: 'share',
              title: { en: 'x' },
              editions: [{ from: '2000-01-01', is: '1' }],
            },
          ],
        },
      },
      'rulebook/redefined',
    ],
    ['have the id of the other', {}, 'rulebook/redefined', { id: 'fixture' }],
    ['name a calendar', {}, 'rulebook/unknown-key', { calendar: 'other' }],
    ['remove', {}, 'rulebook/unknown-key', { remove: ['TST-001'] }],
    [
      'name steps again',
      {},
      'rulebook/redefined',
      { insert: [{ after: 'sign', steps: ['review'] }] },
    ],
    [
      'narrow',
      { [rulePath]: { ...addition, editions: [{ from: '2001-01-01', when: 'amount > 5' }] } },
      'rulebook/narrowed',
    ],
    ['raise a limit', { [limitPath]: moved(['2010-01-01', 100.01]) }, 'rulebook/loosened'],
    [
      'give a value where there was none',
      { [limitPath]: moved(['1990-01-01', 1]) },
      'rulebook/loosened',
    ],
  ])('%s', (_, files, code, own: object = {}) => {
    const { said } = read(branch(files, own));
    expect(said.map((text) => text.split(' ')[0])).toContain(code);
    expect(said.every((text) => text.includes('branch/'))).toBe(true);
  });
});

const base = 'id: A\nday: 2024-05-01\nchecked: true\n';

describe('a branch may', () => {
  test.each([
    ['on the day before', '2024-04-30', 'pass'],
    ['on its first day', '2024-05-01', 'fail'],
    ['on its last day', '2024-05-31', 'fail'],
    ['on the day after', '2024-06-01', 'pass'],
  ])('move a limit for some days: %s', (_, day, expected) => {
    const folder = branch({ [limitPath]: moved(['2024-05-01', 150, '2024-05-31']) });
    expect(outcomes(folder, `id: A\nday: ${day}\namount: 200\n`)['TST-001']).toBe(expected);
  });

  test('move a limit across two values of head office, up to each', () => {
    const folder = branch({ [limitPath]: moved(['2023-12-01', 100]) });
    const of = (day: string, amount: number) =>
      outcomes(folder, `id: A\nday: ${day}\namount: ${amount}\n`)['TST-001'];
    expect([of('2023-12-31', 100), of('2024-01-01', 100), of('2024-01-01', 100.01)]).toEqual([
      'pass',
      'pass',
      'fail',
    ]);
  });

  test('require more where the rule applies; the rule itself stays', () => {
    const editions = [{ from: '2024-05-01', basis: ['T-1#all'], require: 'amount <= 50' }];
    const folder = branch({ [rulePath]: { ...addition, since: 'new', editions } });
    const text = `${base}amount: 60\n`;
    expect(outcomes(folder, text)).toMatchObject({ 'TST-001': 'pass', 'BRN-001': 'fail' });
    const before = text.replace('2024-05-01', '2024-04-30');
    expect(outcomes(folder, before)).toMatchObject({ 'BRN-001': 'not-applicable' });
    const unknown = outcomes(folder, base);
    expect(unknown).toMatchObject({ 'TST-001': 'cannot-tell', 'BRN-001': 'cannot-tell' });
  });

  test('let the requirement of a rule apply wider', () => {
    const files = new Map(parent.files);
    const path = 'stages/work/decide/TST-001-under-test.yaml';
    const text = `${files.get(path)?.text ?? ''}when: checked\n`;
    files.set(path, { name: path, text });
    const editions = [{ from: '2000-01-01', basis: ['T-1#all'], widen: 'not(checked)' }];
    const own = branch({ [rulePath]: { ...addition, editions } });
    const folder = { ...own, parent: { name: 'fixture', files } };
    const of = (checked: boolean) =>
      outcomes(folder, `id: A\nday: 2024-05-01\nchecked: ${checked}\namount: 201\n`);
    expect(of(true)).toMatchObject({ 'TST-001': 'fail', 'BRN-001': 'not-applicable' });
    expect(of(false)).toMatchObject({ 'TST-001': 'not-applicable', 'BRN-001': 'fail' });
  });

  test.each([
    ['X', 'fail'],
    ['Y', 'pass'],
    ['Z', 'cannot-tell'],
  ])('fill in an open table of several values, each with its own: kind %s', (kind, expected) => {
    // read as text: an object with the key `then` would look like a promise
    const row = (when: string, values: readonly unknown[]): unknown =>
      JSON.parse(`{ "when": ${JSON.stringify([when])}, "then": ${JSON.stringify(values)} }`);
    const table = (name: string, key: string, most: number, own: object) => ({
      table: name,
      title: { en: name },
      ...own,
      hit: 'unique',
      inputs: [{ is: 'kind' }],
      outputs: [
        { output: 'free', title: { en: 'Free' } },
        { output: 'most', title: { en: 'Most' }, unit: 'money' },
      ],
      editions: [
        {
          from: '2000-01-01',
          basis: ['T-1#all'],
          rows: [row(`"${key}"`, [false, most]), row(`not("${key}")`, [null, null])],
        },
      ],
    });
    const open = table('city', 'X', 10, { open: { en: 'not on record' } });
    const wider: RulebookFolder = {
      ...parent,
      files: new Map([
        ...parent.files,
        ['tables/city.yaml', { name: 'fixture/city.yaml', text: JSON.stringify(open) }],
      ]),
    };
    const editions = [
      { from: '2024-05-01', basis: ['T-1#all'], require: 'city.free or amount <= city.most' },
    ];
    const folder = branch({
      'tables/own.yaml': table('own', 'Y', 20, { completes: 'city' }),
      [rulePath]: { ...addition, since: 'new', editions },
    });
    const text = `${base}kind: ${kind}\namount: 20\n`;
    expect(outcomes({ ...folder, parent: wider }, text)['BRN-001']).toBe(expected);
  });

  test('put in a step, which later steps then wait for', () => {
    const step = {
      step: 'look',
      title: { en: 'Look' },
      purpose: { en: 'Look again' },
      posts: ['MANAGER'],
      events: ['LOOKED'],
      rules: [],
    };
    const folder = branch(
      { 'stages/work/look/step.yaml': step },
      { insert: [{ after: 'decide', steps: ['look'] }], events: { LOOKED: { en: 'Looked' } } },
    );
    const { program, said } = read(folder);
    expect(said).toEqual([]);
    const order = program?.steps.map(({ id, editions }) => `${id} < ${editions[0]?.after.join()}`);
    expect(order).toEqual([
      'ask < ',
      'review < ask',
      'decide < review',
      'look < decide',
      'sign < decide,look',
      'pay < sign',
    ]);
  });

  test('be built on in turn', () => {
    const first = branch({ [limitPath]: moved(['2024-01-01', 150]) });
    const folder = {
      ...branch({ [limitPath]: moved(['2024-03-01', 120]) }, { id: 'second' }),
      parent: first,
    };
    const of = (day: string, amount: number) =>
      outcomes(folder, `id: A\nday: ${day}\namount: ${amount}\n`)['TST-001'];
    expect([of('2024-02-29', 150), of('2024-03-01', 121)]).toEqual(['pass', 'fail']);
    const looser = {
      ...branch({ [limitPath]: moved(['2024-03-01', 160]) }, { id: 'second' }),
      parent: first,
    };
    expect(read(looser).said).toEqual(['rulebook/loosened branch/parameters/limit.yaml `160`']);
  });
});

test('the digest covers head office as well', () => {
  const folder = branch({});
  const files = new Map(parent.files).set('posts.yaml', { name: 'posts.yaml', text: '' });
  const digests = [
    folder,
    { ...folder, parent: { name: 'fixture', files } },
    { files: folder.files },
  ];
  expect(new Set(digests.map(digestOf)).size).toBe(3);
});

describe('a rule added to one that names values', () => {
  const path = 'stages/work/decide/TST-001-under-test.yaml';
  const own = fixture.files.get(path)?.text ?? '';
  const naming = own.replace(
    /^require: \|\n.*\n.*$/mu,
    'let: { rest: limit - amount }\nrequire: rest >= 0',
  );
  const head: RulebookFolder = {
    ...parent,
    files: new Map([...parent.files, [path, { name: `fixture/${path}`, text: naming }]]),
  };
  const added = (keys: object): RulebookFolder => ({
    ...branch({
      [rulePath]: { ...addition, editions: [{ from: '2000-01-01', basis: ['T-1#all'], ...keys }] },
    }),
    parent: head,
  });
  const file = 'day: 2024-05-01\namount: 150\nprice: 100';

  test('reads them, and those of its own', () => {
    const folder = added({ let: { most: 'rest - price' }, require: 'most >= 0' });
    expect(outcomes(folder, file)).toMatchObject({ 'TST-001': 'pass', 'BRN-001': 'fail' });
  });

  test('applies wider with what the other requires', () => {
    const folder = added({ let: { dear: 'price > 50' }, widen: 'dear' });
    expect(outcomes(folder, file)).toMatchObject({ 'TST-001': 'pass', 'BRN-001': 'pass' });
    const { diagnostics } = readRulebook(folder);
    expect(diagnostics.filter(({ code }) => code.startsWith('program/'))).toEqual([]);
  });
});

describe('a rule that adds to one with words of its own', () => {
  const path = 'stages/work/decide/TST-001-under-test.yaml';
  const text = `${fixture.files.get(path)?.text ?? ''}criterion: { en: the amount is within the limit }\n`;
  const told = { ...parent, files: new Map([...parent.files, [path, { name: path, text }]]) };

  test.each([
    ['has them where it requires the same elsewhere', { widen: 'price > 50' }, 'within the limit'],
    ['has none where it requires more', { require: 'price > 50' }, undefined],
    [
      'has its own',
      { require: 'price > 50', criterion: { en: 'the price is above 50' } },
      'the price is above 50',
    ],
  ])('%s', (_, keys, expected) => {
    const editions = [{ from: '2024-01-01', basis: ['T-1#all'], ...keys }];
    const folder = branch({ [rulePath]: { ...addition, editions } });
    const { program } = read({ ...folder, parent: told });
    const rule = program?.rules.find(({ id }) => id === 'BRN-001');
    const criteria = rule?.editions.map(({ criterion }) => criterion?.['en']);
    expect(criteria).toEqual([expected && expect.stringContaining(expected)]);
  });
});
