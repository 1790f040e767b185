import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { put, shouze, small, temporary } from '../cli/harness.ts';

const [a, b, c] = ['A', 'B', 'C'].map(
  (id) =>
    `{"id":"${id}","day":"2024-05-01","checked":true,"acts":[],"product":"A","amount":5,"kind":"X"}`,
);

/** Each: what it is, the name of the file, its text, the code and the place of the one message about it. */
const streams: readonly (readonly [string, string, string, string, string])[] = [
  ['a line that is malformed', 'a.ndjson', `${a}\n{"id" "B"}\n${c}\n`, 'yaml/syntax', ':2:'],
  ['a line that is YAML', 'a.ndjson', `${a}\n{id: B}\n${c}\n`, 'yaml/not-json', ':2:2'],
  ['a line that is null', 'a.ndjson', `${a}\nnull\n${c}\n`, 'dossier/not-a-dossier', ':2:1'],
  ['a line that is a number', 'a.ndjson', `${a}\n42\n${c}\n`, 'dossier/not-a-dossier', ':2:1'],
  ['a line that is a list', 'a.ndjson', `${a}\n[1]\n${c}\n`, 'dossier/not-a-dossier', ':2:1'],
  ['a half-written last line', 'a.ndjson', `${a}\n${c}\n{"id":"B`, 'io/half-written', ':3:1'],
  ['an element that is null', 'a.json', `[${a},\n null,${c}]`, 'dossier/not-a-dossier', ':2:2'],
  ['a comma too few', 'a.json', `[${a},\n {"id":"B" "day":1},${c}]`, 'yaml/', ':2:'],
  ['a comma too many', 'a.json', `[${a},\n${c},]`, 'io/stray-text', `:2:${(c ?? '').length + 2}`],
  ['an array that is cut off', 'a.json', `[${a},\n${c},\n{"id":`, 'io/half-written', ':3:1'],
  ['something behind an array', 'a.json', `[${a},${c}]\n]`, 'io/stray-text', ':2:1'],
  [
    'a document that is malformed',
    'a.yaml',
    `${a}\n---\n- x\n y: [\n---\n${c}\n`,
    'yaml/syntax',
    ':4:',
  ],
  [
    'a document that is a word',
    'a.yaml',
    `${a}\n---\nword\n---\n${c}\n`,
    'dossier/not-a-dossier',
    ':3:1',
  ],
  ['the same dossier again', 'a.ndjson', `${a}\n${c}\n${a}\n`, 'dossier/same-id', ':3:1'],
];

describe('one message, at its place, and the rest is judged', () => {
  test.each(streams)('%s', async (_, name, text, code, place) => {
    const path = put(temporary(), name, text);
    const ran = await shouze('check', path, '--rulebook', small, '--lang', 'en');
    const said = ran.out + ran.err;
    const codes = [...said.matchAll(/\[([a-z]+\/[a-z-]+)\]/gu)].map(([, found]) => found);
    expect({ code: ran.code, codes }).toEqual({ code: 2, codes: [expect.stringContaining(code)] });
    expect(said).toContain(`${path}${place}`);
    for (const id of ['A', 'C']) expect(said).toMatch(new RegExp(`^${id} {2}`, 'mu'));
  });
});

describe('a stream of sound dossiers says no more than its files would', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['a.ndjson', `${a}\n${b}\n${c}\n`],
    ['a.json', `[${a},${b},${c}]`],
    ['b.json', `${a}\n${b}\n${c}`],
    ['a.yaml', `---\n${a}\n---\n${b}\n---\n${c}\n`],
  ];
  test.each(forms)('%s', async (name, text) => {
    const folder = temporary();
    const packed = join(folder, `${name}.gz`);
    writeFileSync(packed, gzipSync(text));
    for (const path of [put(folder, name, text), packed]) {
      const ran = await shouze('check', path, '--rulebook', small, '--lang', 'en');
      expect(ran.err).toBe('');
      expect(ran.out).not.toMatch(/\[[a-z]+\/[a-z-]+\]/u);
      expect(ran.out.match(/^[ABC] {2}/gmu)).toEqual(['A  ', 'B  ', 'C  ']);
    }
  });
});
