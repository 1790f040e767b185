import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { once } from 'node:events';

import { describe, expect, test } from 'vitest';

import { put, type Ran, shouze, small, temporary } from '../cli/harness.ts';

/** Each: what it is, the file, and the code and place of the one message about it. */
const bad: readonly (readonly [string, string | Uint8Array, string, string])[] = [
  ['a YAML syntax error', 'day: 2024-05-01\n  amount: 5\n', 'yaml/syntax', ':2:9'],
  ['a bracket that is not closed', 'amount: 5\nremarks: [a, b\nkind: X\n', 'yaml/syntax', ':2:10'],
  [
    'an alias bomb',
    'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\namount: *c\n',
    'yaml/alias',
    ':1:4',
  ],
  ['a key used twice', 'amount: 1\nkind: X\namount: 2\n', 'yaml/duplicate-key', ':3:1'],
  ['a __proto__ key', 'amount: 1\n__proto__: { amount: 2 }\n', 'yaml/forbidden-key', ':2:1'],
  [
    'a __proto__ key in JSON',
    '{"amount": 1, "items": [{"__proto__": {"done": true}}]}',
    'yaml/forbidden-key',
    ':1:27',
  ],
  ['a tag', 'amount: !!js/function 1\n', 'yaml/tag', ':1:9'],
  ['an empty file', '', 'yaml/empty', ''],
  ['a list', '- amount: 1\n', 'dossier/not-a-dossier', ':1:1'],
  ['something else', 'hello: world\n', 'dossier/not-a-dossier', ':1:1'],
  [
    '200,000 nested brackets in JSON',
    `{"items": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    'yaml/too-deep',
    ':1:73',
  ],
  ['200,000 nested brackets in YAML', `items: ${'['.repeat(200_000)}`, 'yaml/too-deep', ':1:71'],
  ['200,000 nested records', '{"a": '.repeat(200_000), 'yaml/too-deep', ':1:374'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0, 1, 2]), 'io/not-text', ''],
  ['text in GBK', new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xd6, 0xd0]), 'io/not-text', ''],
  ['text longer than any loan file', `id: "${'x'.repeat(8_000_000)}"`, 'yaml/too-long', ':1:1'],
];

/** The same for files of which the rest is judged: the verdict is never pass. */
const malformed: readonly (readonly [string, string, string, string, string])[] = [
  ['an unknown field', 'amuont: 1\n', 'dossier/unknown-field', ':6:1', 'did you mean `amount`'],
  ['a wrong type', 'amount: five\n', 'dossier/wrong-type', ':6:9', '`five`'],
  ['a record for a number', 'amount: { yuan: 5 }\n', 'dossier/wrong-type', ':6:9', 'money'],
  ['a word that is no code', 'kind: XX\n', 'dossier/unknown-word', ':6:7', 'did you mean `X`'],
  [
    'an impossible date',
    'withdrawn: 2024-02-30\n',
    'dossier/impossible-date',
    ':6:12',
    '2024-02-30',
  ],
  [
    'a date-time without its zone',
    'seen: 2024-05-01T10:00:00\n',
    'dossier/impossible-date',
    ':6:7',
    '2024-05-01T10:00:00',
  ],
  [
    'a number of a million digits',
    `price: ${'9'.repeat(1_000_000)}\n`,
    'dossier/too-many-digits',
    ':6:8',
    '1000000',
  ],
  [
    'a number of a billion zeros',
    'price: 1e999999999\n',
    'dossier/number-too-big',
    ':6:8',
    'too big',
  ],
  ['a tenth of a fen', 'price: 0.001\n', 'dossier/money-decimals', ':6:8', '0.001'],
  [
    'one element twice',
    'items: [{ itemId: A }, { itemId: A }]\n',
    'dossier/duplicate-element',
    ':6:24',
    '`A`',
  ],
  [
    'verified to be none, and yet there',
    'price: 5\nverifiedNone: [price]\n',
    'dossier/verified-none',
    ':7:16',
    'price',
  ],
];
const rest = 'id: D\nday: 2024-05-01\nchecked: true\nacts: []\nproduct: A\n';

describe('one message, at its place, and no verdict', () => {
  test.each(bad)('%s', async (_, text, code, place) => {
    const folder = temporary();
    const path = put(folder, 'bad.yaml', text);
    const out = join(folder, 'out.json');
    const ran = await shouze(
      'check',
      path,
      '--rulebook',
      small,
      '--lang',
      'en',
      '--format',
      'json',
      '--out',
      out,
    );
    expectOne(ran, code, `${path}${place}`);
    const report: unknown = JSON.parse(readFileSync(out, 'utf8'));
    expect(report).toMatchObject({
      summary: { dossiers: 0 },
      dossiers: [{ verdict: null, outcomes: [] }],
    });
  });
});

describe('one message, at its place, and the rest is judged', () => {
  test.each(malformed)('%s', async (_, text, code, place, words) => {
    const path = put(temporary(), 'bad.yaml', rest + text);
    const ran = await shouze('check', path, '--rulebook', small, '--lang', 'en');
    expectOne({ ...ran, err: ran.out }, code, `${path}${place}`);
    expect(ran.out).toContain(words);
    expect(ran.out).toMatch(/^D {2}(fail|cannot tell) /mu);
  });
});

describe('what YAML reads and JSON does not, in a file called .json', () => {
  test.each([
    ['a comma behind the last entry', '{"id": "D", "amount": 1,}', ':1:24', 'comma'],
    ['a comma behind the last item', '{"items": [{"itemId": "A"} , ]}', ':1:28', 'comma'],
    ['single quotes', `{"id": 'D'}`, ':1:8', 'not in'],
    ['a key without quotes', '{"amount": 1, id: "D"}', ':1:15', 'mend it'],
    ['a comment', '{"amount": 1} # one', ':1:15', 'comments'],
    ['a number with a plus', '{"amount": +1}', ':1:12', 'mend it'],
    ['zeros in front', '{"amount": 01}', ':1:12', 'mend it'],
    ['YAML', 'amount: 1\n', ':1:1', 'mend it'],
  ])('%s', async (_, text, place, words) => {
    for (const name of ['bad.json', 'BAD.JSON']) {
      const path = put(temporary(), name, text);
      const ran = await shouze('check', path, '--rulebook', small, '--lang', 'en');
      expectOne({ ...ran, err: ran.out }, 'yaml/not-json', `${path}${place}`);
      expect(ran.out).toContain(words);
    }
    const yaml = put(temporary(), 'good.yaml', text);
    const ran = await shouze('check', yaml, '--rulebook', small);
    expect(ran.out).not.toContain('yaml/');
  });

  test('JSON itself', async () => {
    const text = JSON.stringify({ id: 'D', price: 1e6, kind: 'X', seen: null }, undefined, '\t');
    const ran = await shouze('check', put(temporary(), 'a.json', text), '--rulebook', small);
    expect(ran.out).not.toMatch(/\[[a-z]+\/[a-z-]+\]/u);
  });
});

describe('a name that is not UTF-8', () => {
  test.each([
    ['of a file', [0xd6, 0xd0, 0x2e, 0x79, 0x61, 0x6d, 0x6c], ''],
    ['of a folder', [0xd6, 0xd0], '/a.yaml'],
  ])('%s', async (_, bytes, inside) => {
    const folder = temporary();
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);
    if (inside !== '') mkdirSync(name);
    writeFileSync(Buffer.concat([name, Buffer.from(inside)]), rest);
    const shown = name.toString('utf8');
    for (const [path, told] of [
      [folder, shown],
      [`${shown}${inside}`, `${shown}${inside}`],
    ] as const) {
      const ran = await shouze('check', path, '--rulebook', small, '--format', 'json');
      expectOne(ran, 'io/name-encoding', told);
    }
  });
});

describe('paths', () => {
  test.each([
    ['a missing file', 'nowhere.yaml', 'io/missing-file'],
    ['a file below a file', 'file.yaml/x.yaml', 'io/missing-file'],
    ['a glob that nothing matches', '*.yml', 'io/missing-file'],
    ['an empty folder', '.', 'io/empty-folder'],
  ])('%s', async (_, name, code) => {
    const folder = temporary();
    if (name.startsWith('file')) put(folder, 'file.yaml', rest);
    const path = join(folder, name);
    const ran = await shouze('check', path, '--rulebook', small, '--format', 'json');
    expectOne(ran, code, path);
  });

  test('a line of 100 MB', async () => {
    const path = join(temporary(), 'endless.json');
    const stream = createWriteStream(path);
    stream.write('{"id": "');
    for (let i = 0; i < 100; i += 1)
      if (!stream.write('x'.repeat(1_000_000))) await once(stream, 'drain');
    stream.end('"}');
    await once(stream, 'finish');
    expectOne(
      await shouze('check', path, '--rulebook', small, '--format', 'json'),
      'io/too-large',
      path,
    );
  });
});

test('hundreds of thousands of faults are told in a few lines', async () => {
  const keys = Array.from({ length: 200_000 }, (_, index) => `k${index}: 1\n`);
  const path = put(temporary(), 'bad.yaml', rest + keys.join(''));
  const ran = await shouze('check', path, '--rulebook', small, '--lang', 'en');
  expect(ran).toMatchObject({ code: 2, err: '' });
  expect(ran.out.length).toBeLessThan(5000);
  expect(ran.out).toContain('[dossier/too-big]');
  expect(ran.milliseconds).toBeLessThan(3000);
});

test('a bad file among good ones stops none of them', async () => {
  const folder = temporary();
  put(folder, 'a.yaml', `${rest.replace('id: D', 'id: A')}amount: 5\n`);
  put(folder, 'b.yaml', 'not: [closed\n');
  put(folder, 'c.yaml', `${rest.replace('id: D', 'id: C')}amount: 5000\n`);
  const ran = await shouze(
    'check',
    folder,
    join(folder, 'gone.yaml'),
    '--rulebook',
    small,
    '--format',
    'json',
  );
  expect(ran.code).toBe(2);
  const { dossiers }: { dossiers: readonly { id: string; verdict: string }[] } = JSON.parse(
    ran.out,
  );
  expect(dossiers.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['A', 'pass'],
    [null, null],
    ['C', 'fail'],
    [null, null],
  ]);
});

test('what stops before there is a report leaves the file of --out as it was', async () => {
  const folder = temporary();
  const path = put(folder, 'a.yaml', rest);
  const out = put(folder, 'out.json', 'as it was');
  const broken = put(folder, 'rules/rulebook.yaml', 'format: [1\n');
  const ran = await shouze('check', path, '--rulebook', join(broken, '..'), '--out', out);
  expect(ran.code).toBe(2);
  expect(readFileSync(out, 'utf8')).toBe('as it was');
  const never = join(folder, 'never.json');
  await shouze('check', path, '--rulebook', join(broken, '..'), '--out', never);
  expect(existsSync(never)).toBe(false);
});

function expectOne(ran: Ran, code: string, place: string): void {
  const codes = [...ran.err.matchAll(/\[([a-z]+\/[a-z-]+)\]/gu)].map(([, found]) => found);
  expect({ code: ran.code, codes }).toEqual({ code: 2, codes: [code] });
  expect(ran.err).toContain(`${place}\n`);
  expect(ran.err + ran.out).not.toMatch(/^\s+at .*[(:]\d+:\d+\)?$/mu);
  expect(ran.milliseconds).toBeLessThan(3000);
}
