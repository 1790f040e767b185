import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cuts, type Manner, readPieces, told } from './read-pieces.ts';

const small = { record: 20, skipped: 60 };
const long = 'x'.repeat(30);
const endless = 'x'.repeat(80);

/** Each: what it is, the name of the file, its text, and what is read of it. */
const texts: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['lines', 'a.ndjson', '{"a":1}\n{"b":2}\n', ['#1 1:1 "{\\"a\\":1}"', '#2 2:1 "{\\"b\\":2}"']],
  ['lines, the last without an end', 'a.jsonl', '{}\n{}', ['#1 1:1 "{}"', '#2 2:1 "{}"']],
  ['lines of Windows', 'a.ndjson', '{}\r\n\r\n{}\r\n', ['#1 1:1 "{}"', '#2 3:1 "{}"']],
  ['blank lines', 'a.ndjson', '\n  \n{}\n\n{}\n \n', ['#1 3:1 "{}"', '#2 5:1 "{}"']],
  [
    'a line that is malformed',
    'a.ndjson',
    '{"a":1}\n{"b" 2}}}]\n{"c":3}\n',
    ['#1 1:1 "{\\"a\\":1}"', '#2 2:1 "{\\"b\\" 2}}}]"', '#3 3:1 "{\\"c\\":3}"'],
  ],
  [
    'a half-written last line',
    'a.ndjson',
    '{}\n{"a":"}',
    ['#1 1:1 "{}"', '#2 2:1 io/half-written'],
  ],
  [
    'a last line that is malformed',
    'a.ndjson',
    '{}\n{"a":}',
    ['#1 1:1 "{}"', '#2 2:1 "{\\"a\\":}"'],
  ],
  [
    'null, a number, a list',
    'a.ndjson',
    'null\n42\n[]\n',
    ['#1 1:1 "null"', '#2 2:1 "42"', '#3 3:1 "[]"'],
  ],
  [
    'a line with a nought',
    'a.ndjson',
    '{}\n{\0}\n{}\n',
    ['#1 1:1 "{}"', '#2 2:1 io/not-text', '#3 3:1 "{}"'],
  ],
  ['no lines', 'a.ndjson', '', ['= io/no-records']],
  ['blank lines alone', 'a.ndjson', '\n\n', ['= io/no-records']],
  [
    'a line that is too long',
    'small.ndjson',
    `{}\n{"${long}"}\n{}\n`,
    ['#1 1:1 "{}"', '#2 2:1 io/record-too-large', '#3 3:1 "{}"'],
  ],
  [
    'a line without an end',
    'small.ndjson',
    `{}\n{"${endless}"}\n{}\n`,
    ['#1 1:1 "{}"', '#2 2:1 io/record-too-large'],
  ],
  [
    'noughts without an end',
    'small.ndjson',
    `{}\n${'\0'.repeat(30)}\n{}\n`,
    ['#1 1:1 "{}"', '#2 2:1 io/not-text'],
  ],

  ['one object', 'a.json', ' {"a":\n1}\n', ['= " {\\"a\\":\\n1}\\n"']],
  ['one object in a line', 'a.json', '{"a":1}\n', ['= "{\\"a\\":1}\\n"']],
  ['one object that is cut off', 'a.json', '{"a":\n[', ['= "{\\"a\\":\\n["']],
  [
    'one object with something behind it',
    'a.json',
    '{"a":1} # one\n',
    ['= "{\\"a\\":1} # one\\n"'],
  ],
  [
    'one object in lines with something behind it',
    'a.json',
    '{"a":\n1},\n{"b":2}',
    ['= "{\\"a\\":\\n1},\\n{\\"b\\":2}"'],
  ],
  [
    'one object of braces in texts',
    'a.json',
    '{"}\\"}":\n"{"}\n',
    ['= "{\\"}\\\\\\"}\\":\\n\\"{\\"}\\n"'],
  ],
  ['an object that is too large', 'small.json', `{"a":\n"${long}"}`, ['= io/too-large']],
  [
    'lines by their content',
    'a.json',
    '{"a":1}\n\n{"b":2}\n',
    ['#1 1:1 "{\\"a\\":1}"', '#2 3:1 "{\\"b\\":2}"'],
  ],
  [
    'lines behind white space',
    'a.txt',
    '\n {"a":1}\n{}\n',
    ['#1 2:2 "{\\"a\\":1}"', '#2 2:9 "{}"'].map((one) => one.replace('2:9', '3:1')),
  ],
  [
    'lines by their content, the first malformed',
    'a.json',
    '{"a":1\n{"b":"2}\n{"c":3}\n',
    ['#1 1:1 "{\\"a\\":1"', '#2 2:1 "{\\"b\\":\\"2}"', '#3 3:1 "{\\"c\\":3}"'],
  ],
  [
    'lines by their content, the second malformed',
    'a.json',
    '{}\noops\n{}\n',
    ['#1 1:1 "{}"', '#2 2:1 "oops"', '#3 3:1 "{}"'],
  ],
  [
    'lines by their content, the first too long',
    'small.json',
    `{"a":"${long}"}\n{"b":2}\n`,
    ['#1 1:1 io/record-too-large', '#2 2:1 "{\\"b\\":2}"'],
  ],
  [
    'objects in several lines, one after the other',
    'a.json',
    '{\n"a":1}\n{"b":\n2}{"c":"é😀"} {}\n',
    [
      '#1 1:1 "{\\n\\"a\\":1}"',
      '#2 3:1 "{\\"b\\":\\n2}"',
      '#3 4:3 "{\\"c\\":\\"é😀\\"}"',
      '#4 4:15 "{}"',
    ],
  ],
  [
    'the last of them cut off',
    'a.json',
    '{\n}\n{"a":1}{"b"',
    ['#1 1:1 "{\\n}"', '#2 3:1 "{\\"a\\":1}"', '#3 3:8 io/half-written'],
  ],
  [
    'something between them',
    'a.json',
    '{\n}\n{}, {}',
    ['#1 1:1 "{\\n}"', '#2 3:1 "{}"', '3:3 io/stray-text'],
  ],
  [
    'one of them too large',
    'small.json',
    `{\n}{"${long}"}{}`,
    ['#1 1:1 "{\\n}"', '#2 2:2 io/record-too-large', '#3 2:36 "{}"'],
  ],
  [
    'one of them without an end',
    'small.json',
    `{\n}{"${endless}"}{}`,
    ['#1 1:1 "{\\n}"', '#2 2:2 io/record-too-large'],
  ],
  ['one of them with a nought', 'a.json', '{\n}{"\0"}{}', ['#1 1:1 "{\\n}"', '#2 2:2 io/not-text']],

  [
    'an array',
    'a.json',
    '[{"a":[1,{}]}, {"b":"],"}\n,null,3,"é",\n{}]\n',
    [
      '#1 1:2 "{\\"a\\":[1,{}]}"',
      '#2 1:16 "{\\"b\\":\\"],\\"}"',
      '#3 2:2 "null"',
      '#4 2:7 "3"',
      '#5 2:9 "\\"é\\""',
      '#6 3:1 "{}"',
    ],
  ],
  [
    'an array of columns that are no bytes',
    'a.json',
    '[{"é":"😀"},{}]',
    ['#1 1:2 "{\\"é\\":\\"😀\\"}"', '#2 1:13 "{}"'],
  ],
  ['an array of nothing', 'a.json', ' [ ]', ['= io/no-records']],
  [
    'an array cut off in an element',
    'a.json',
    '[{"a":1},{"b":',
    ['#1 1:2 "{\\"a\\":1}"', '#2 1:10 io/half-written'],
  ],
  ['an array cut off in a number', 'a.json', '[{},1', ['#1 1:2 "{}"', '#2 1:5 io/half-written']],
  [
    'an array cut off behind an element',
    'a.json',
    '[{"a":1}\n',
    ['#1 1:2 "{\\"a\\":1}"', '2:1 io/half-written'],
  ],
  [
    'an array cut off behind a comma',
    'a.json',
    '[{"a":1},\n',
    ['#1 1:2 "{\\"a\\":1}"', '2:1 io/half-written'],
  ],
  ['an array cut off at its beginning', 'a.json', '[', ['1:2 io/half-written']],
  ['something behind an array', 'a.json', '[{}]\n[{}]', ['#1 1:2 "{}"', '2:1 io/stray-text']],
  ['a comma too many', 'a.json', '[{},\n{},]', ['#1 1:2 "{}"', '#2 2:1 "{}"', '2:4 io/stray-text']],
  ['an element too few', 'a.json', '[{},,{}]', ['#1 1:2 "{}"', '1:5 io/stray-text', '#2 1:6 "{}"']],
  [
    'a bracket too few in an element',
    'a.json',
    '[{"a":[1},{}]',
    ['#1 1:2 "{\\"a\\":[1}"', '#2 1:11 "{}"'],
  ],
  [
    'a quote too few in an element',
    'a.json',
    '[{"a":"1\n},\n{}]',
    ['#1 1:2 "{\\"a\\":\\"1\\n}"', '#2 3:1 "{}"'],
  ],
  [
    'an element too large',
    'small.json',
    `[{},"${long}",{}]`,
    ['#1 1:2 "{}"', '#2 1:5 io/record-too-large', '#3 1:38 "{}"'],
  ],

  ['one document', 'a.yaml', '# of mine\n---\na: 1\n', ['= "# of mine\\n---\\na: 1\\n"']],
  ['one document by its content', '<stdin>', '\n a: 1\n', ['= "\\n a: 1\\n"']],
  ['an empty file', 'a.yaml', '', ['= ""']],
  ['an empty file by its content', '<stdin>', ' \n', ['= " \\n"']],
  ['comments alone', 'a.yml', '# a\n# b', ['= "# a\\n# b"']],
  [
    'documents',
    'a.yaml',
    'a: 1\n--- # second\nb: 2\n---\nc: 3',
    ['#1 1:1 "a: 1\\n"', '#2 2:1 "--- # second\\nb: 2\\n"', '#3 4:1 "---\\nc: 3"'],
  ],
  [
    'documents of Windows',
    '<stdin>',
    '---\r\na: 1\r\n---\r\nb: 2\r\n',
    ['#1 1:1 "---\\r\\na: 1\\r\\n"', '#2 3:1 "---\\r\\nb: 2\\r\\n"'],
  ],
  [
    'documents with ends and directives',
    'a.yaml',
    '%YAML 1.2\n---\na: 1\n...\n# next\n%YAML 1.2\n---\nb: 2\n',
    ['#1 1:1 "%YAML 1.2\\n---\\na: 1\\n...\\n"', '#2 5:1 "# next\\n%YAML 1.2\\n---\\nb: 2\\n"'],
  ],
  [
    'documents on the lines of their markers',
    'a.yaml',
    '--- {a: 1}\n--- x\n...',
    ['#1 1:1 "--- {a: 1}\\n"', '#2 2:1 "--- x\\n..."'],
  ],
  [
    'documents without content',
    'a.yaml',
    '---\n--- # none\n---\na: 1\n---\n...\n---',
    ['#1 3:1 "---\\na: 1\\n"'],
  ],
  ['no document with content', 'a.yaml', '---\n---\n', ['= io/no-records']],
  [
    'what is no marker',
    'a.yaml',
    'a: |\n  ---\n  ...\n----: 1\n---a: 2\n..: 3\n ---\n',
    ['= "a: |\\n  ---\\n  ...\\n----: 1\\n---a: 2\\n..: 3\\n ---\\n"'],
  ],
  [
    'a text with its line ends',
    'a.yaml',
    'a: |+\n x\n\n---\nb: 1',
    ['#1 1:1 "a: |+\\n x\\n\\n"', '#2 4:1 "---\\nb: 1"'],
  ],
  [
    'a document too large',
    'small.yaml',
    `a: 1\n---\nb: ${long}\n---\nc: 2\n`,
    ['#1 1:1 "a: 1\\n"', '#2 2:1 io/record-too-large', '#3 4:1 "---\\nc: 2\\n"'],
  ],
  ['one document too large', 'small.yaml', `b: ${long}`, ['= io/too-large']],
  [
    'one document without an end',
    'small.yaml',
    `b: ${endless}\n---\na: 1\n`,
    ['#1 1:1 io/record-too-large'],
  ],
  [
    'a document with a nought',
    'a.yaml',
    'a: 1\n---\nb: \0\n---\nc: 3',
    ['#1 1:1 "a: 1\\n"', '#2 2:1 io/not-text'],
  ],
  [
    'a document of braces, and others',
    '<stdin>',
    '{a: 1}\n---\n{a: 2}\n',
    ['#1 1:1 "{a: 1}"', '#2 2:1 "---\\n{a: 2}\\n"'],
  ],
  [
    'documents of braces in lines',
    '<stdin>',
    '{a:\n1}\n---\nb: 2\n',
    ['#1 1:1 "{a:\\n1}"', '#2 3:1 "---\\nb: 2\\n"'],
  ],

  ['a byte order mark', 'a.ndjson', '\uFEFF{}\n', ['#1 1:1 "{}"']],
  ['a byte order mark before one text', 'a.json', '\uFEFF{}', ['= "{}"']],
  ['a nought', '<stdin>', 'a: \0', ['= io/not-text']],
];

/** Each: what it is, its bytes, the encoding that is told. */
const encodings: readonly (readonly [string, readonly number[], string | undefined])[] = [
  ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0, 0x7d, 0], 'UTF-16'],
  ['UTF-16, the other way round', [0xfe, 0xff, 0, 0x7b, 0, 0x7d], 'UTF-16'],
  ['UTF-16 without a mark', [0x7b, 0, 0x7d, 0], 'UTF-16'],
  ['UTF-16 without a mark, the other way round', [0, 0x7b, 0, 0x7d], 'UTF-16'],
  ['UTF-32', [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], 'UTF-32'],
  ['UTF-32, the other way round', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b], 'UTF-32'],
  ['GB18030 with its mark', [0x84, 0x31, 0x95, 0x33, 0x61], 'GB18030'],
  ['GBK', [0x69, 0x64, 0x3a, 0x20, 0xd6, 0xd0], undefined],
  ['noughts', [0, 0, 0, 0, 0, 0], undefined],
];

function mannerOf(file: string, isLive = false): Manner {
  return { file, isLive, ...(file.startsWith('small') && { limits: small }) };
}

describe('texts of a file', () => {
  test.each(texts)('%s', (_, file, text, wanted) => {
    expect(readPieces([Buffer.from(text)], mannerOf(file)).map(told)).toEqual(wanted);
  });
});

describe('however the bytes are cut', () => {
  const manners = [false, true].flatMap((isLive) =>
    texts.map(([what, file, text]) => [what, isLive ? 'live' : 'at rest', file, text] as const),
  );
  test.each(manners)('%s, %s', (_, life, file, text) => {
    const manner = mannerOf(file, life === 'live');
    const bytes = Buffer.from(text);
    const whole = readPieces([bytes], manner);
    for (const pieces of cuts(bytes)) expect(readPieces(pieces, manner)).toEqual(whole);
  });
});

describe('another encoding is told by its name', () => {
  test.each(encodings)('%s', (_, codes, encoding) => {
    const bytes = Uint8Array.from(codes);
    for (const file of ['a.ndjson', 'a.json', 'a.yaml', '<stdin>']) {
      for (const pieces of [[bytes], ...cuts(bytes)]) {
        const [read, ...more] = readPieces(pieces, { file });
        expect(more).toEqual([]);
        expect(read).toMatchObject({ problem: { code: 'io/not-text', params: { encoding } } });
      }
    }
  });
});

test('a record says where its text stands in the file, and its digest is that of its bytes', () => {
  for (const [, file, text] of texts) {
    const lines = text.replace('\uFEFF', '').split('\n');
    for (const read of readPieces([Buffer.from(text)], mannerOf(file))) {
      if (!('source' in read)) continue;
      const { begins = { line: 1, column: 1 }, text: own, digest } = read.source;
      const rest = lines
        .slice(begins.line - 1)
        .join('\n')
        .slice(begins.column - 1);
      expect(rest.startsWith(own)).toBe(true);
      expect(digest).toBe(`sha256:${createHash('sha256').update(own).digest('hex')}`);
    }
  }
});

describe('what is written is read', () => {
  const objects = fc.array(
    fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
    { minLength: 1, maxLength: 6 },
  );
  const forms: readonly (readonly [string, string, (all: readonly object[]) => string])[] = [
    ['lines', 'a.ndjson', (all) => all.map((one) => `${JSON.stringify(one)}\n`).join('')],
    [
      'lines by their content',
      '<stdin>',
      (all) => all.map((one) => JSON.stringify(one)).join('\n'),
    ],
    ['an array', 'a.json', (all) => JSON.stringify(all)],
    ['an array in many lines', '<stdin>', (all) => JSON.stringify(all, undefined, 2)],
    [
      'objects in many lines',
      'a.json',
      (all) => all.map((one) => JSON.stringify(one, undefined, 1)).join('\n'),
    ],
    [
      'documents of YAML',
      'a.yaml',
      (all) => all.map((one) => `---\n${JSON.stringify(one, undefined, 1)}\n`).join(''),
    ],
  ];
  test.each(forms)('%s', (_, file, write) => {
    fc.assert(
      fc.property(objects, fc.integer({ min: 1, max: 40 }), fc.boolean(), (all, length, isLive) => {
        const bytes = Buffer.from(write(all));
        const pieces: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += length)
          pieces.push(bytes.subarray(at, at + length));
        const limits = { record: 1e6, skipped: 1e6 };
        const read = readPieces(pieces, { file, isLive, limits }).map((one) => {
          if (!('source' in one)) return one.problem.code;
          return JSON.parse(one.source.text.replace(/^---\n/u, '')) as unknown;
        });
        expect(JSON.stringify(read)).toBe(JSON.stringify(all)); // where -0 is 0
      }),
      { numRuns: 100 },
    );
  });
});
