import { describe, expect, test } from 'vitest';

import { positionOf, textOf } from '../../src/base/source.ts';
import { type Into, replaceAt } from '../../src/yaml/edit.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import {
  at,
  plainOf,
  scalarKind,
  spanWithin,
  type Yaml,
  type YamlText,
} from '../../src/yaml/tree.ts';

function read(text: string): Yaml {
  const { value, diagnostics } = parseYaml({ name: 'a.yaml', text });
  if (!value || diagnostics.length > 0)
    throw new Error(JSON.stringify(diagnostics.map(({ code }) => code)));
  return value;
}

function scalar(text: string): YamlText {
  const { yaml } = at(read(text), ['k']);
  if (yaml.kind !== 'text') throw new Error('k holds a scalar');
  return yaml;
}

test.each([
  ['null', '', 'null'],
  ['null', '~', 'null'],
  ['null', 'NULL', 'null'],
  ['boolean', 'True', 'boolean'],
  ['text', 'yes', 'text'],
  ['text', '"true"', 'text'],
  ['number', '-1.50', 'number'],
  ['number', '.5', 'number'],
  ['number', '1e3', 'number'],
  ['text', '0x1F', 'text'],
  ['text', '1_000', 'text'],
  ['text', '1,000', 'text'],
  ['text', '2024-05-01', 'text'],
  ['text', '.inf', 'text'],
  ['text', '"5"', 'text'],
])('%s: %s', (kind, text) => {
  expect(scalarKind(scalar(`k: ${text}\n`))).toBe(kind);
});

test('JSON is YAML', () => {
  const value = { a: [1, -2.5, true, null, 'x\n"y"', { b: {} }], 中文: '，' };
  expect(plainOf(read(JSON.stringify(value)))).toEqual(value);
  expect(plainOf(read(JSON.stringify(value, undefined, 2)))).toEqual(value);
});

test('data has no prototype to be reached through a key', () => {
  expect(Object.getPrototypeOf(plainOf(read('toString: 1')))).toBe(null);
});

describe('a part of a scalar stands where it was written', () => {
  test.each([
    ['plain', 'k: amount «>» limit\n'],
    ['in double quotes', 'k: "amount «>» limit"\n'],
    ['behind an escape', 'k: "a \\u4e2d \\" «>» limit"\n'],
    ['in single quotes, behind a doubled one', "k: 'it''s «>» limit'\n"],
    ['in a block', 'k: |\n  amount\n    «>» limit\n'],
    ['in the third line of a block', 'x: 1\nk: |\n  amount\n\n  + 1 «>» limit\n'],
    ['in a folded block', 'k: >\n  amount\n  «>» limit\n'],
    ['in a plain scalar of two lines', 'k: amount\n  «>» limit\n'],
    ['behind Chinese', 'k: 首付款 «>» 成交价\n'],
    ['in a block with CRLF', 'k: |\r\n  amount\r\n  «>» limit\r\n'],
  ])('%s', (_, marked) => {
    const text = marked.replaceAll(/[«»]/gu, '');
    const yaml = scalar(text);
    const offset = yaml.text.indexOf('>');
    const span = spanWithin(yaml, offset, offset + 1);
    expect([span.start, textOf(span)]).toEqual([marked.indexOf('«'), '>']);
  });
});

test('an absent value stands behind its key', () => {
  const { span } = at(read('a: 1\nk:\nb: 2\n'), ['k']).yaml;
  expect(positionOf(span)).toEqual({ line: 2, column: 2 });
});

describe('a value put in its place', () => {
  const A: Into = { pick: (_, index) => index === 0 };
  test.each([
    ['over another', 'a: { b: 1 }', ['a', 'b'], '2', { a: { b: 2 } }],
    ['where there was none', 'a: 1', ['b', 'c'], '2', { a: 1, b: { c: 2 } }],
    ['into a list', 'a: [1, 2]', ['a', A], '3', { a: [3, 2] }],
    ['taken out', 'a: { b: 1, c: 2 }', ['a', 'b'], undefined, { a: { c: 2 } }],
    ['an element taken out', 'a: [1, 2]', ['a', A], undefined, { a: [2] }],
    ['through a scalar', 'a: 1', ['a', 'b'], '2', undefined],
    ['into an empty list', 'a: []', ['a', A], '2', undefined],
  ])('%s', (_, text, way, value, expected) => {
    const steps = way.map((step): Into => (typeof step === 'string' ? { key: step } : step));
    const changed = replaceAt(read(text), steps, value === undefined ? undefined : read(value));
    expect(changed && plainOf(changed)).toEqual(expected);
  });
});
