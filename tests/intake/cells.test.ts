import { expect, test } from 'vitest';

import type { Type } from '../../src/feel/types.ts';
import { cellReader } from '../../src/intake/cells.ts';
import { parseRational } from '../../src/values/rational.ts';

const number: Type = { kind: 'number' };
const text: Type = { kind: 'text' };
const code: Type = {
  kind: 'text',
  words: new Map([
    ['HOME', { zh: '住房', en: 'Home' }],
    ['SHOP', { zh: '商铺', en: 'Shop' }],
    ['OFFICE', { zh: '商铺', en: 'Office' }],
  ]),
};
const both: Type = { kind: 'union', of: [number, code] };
const codes: Type = { kind: 'list', of: code };

test.each<[Type, string, string | undefined]>([
  [number, '1234.50', '1234.50'],
  [number, '1,234,567.8', '1234567.8'],
  [number, '１，２３４', '1234'],
  [number, "'00120", '120'],
  [number, '¥ 1,000.00元', '1000.00'],
  [number, '（1,234）', '-1234'],
  [number, '3.5%', '0.035'],
  [number, '-', undefined],
  [number, '无数据', undefined],
  // not separators of thousands
  [number, '1,23', '"1,23"'],
  [number, '1.2E+06', '"1.2E+06"'],
  [number, '十二', '"十二"'],
  [{ kind: 'boolean' }, '是', 'true'],
  [{ kind: 'boolean' }, '√', 'true'],
  [{ kind: 'boolean' }, 'N', 'false'],
  [{ kind: 'boolean' }, '无', 'false'],
  [{ kind: 'boolean' }, '也许', '"也许"'],
  [{ kind: 'date' }, '20240108', '"2024-01-08"'],
  [{ kind: 'date' }, '2024/1/8', '"2024-01-08"'],
  [{ kind: 'date' }, '2024年1月8日', '"2024-01-08"'],
  [{ kind: 'date' }, '2024.1.8', '"2024-01-08"'],
  [{ kind: 'date' }, '2024-01-08 00:00:00', '"2024-01-08"'],
  // found impossible where it is judged
  [{ kind: 'date' }, '20241308', '"2024-13-08"'],
  [{ kind: 'date' }, '8/1/2024', '"8/1/2024"'],
  [{ kind: 'date-time' }, '2024/1/8 9:30', '"2024-01-08T09:30:00+08:00"'],
  [{ kind: 'date-time' }, '2024-01-08T09:30:05Z', '"2024-01-08T09:30:05Z"'],
  [{ kind: 'date-time' }, '2024/1/8', '"2024/1/8"'],
  [code, 'HOME', '"HOME"'],
  [code, '住房', '"HOME"'],
  [code, 'home', '"HOME"'],
  // two codes of one title
  [code, '商铺', '"商铺"'],
  [text, '\u200B 张三\t', '"张三"'],
  [text, "'990101199203140268", '"990101199203140268"'],
  [both, '3', '3'],
  [both, '住房', '"HOME"'],
  [codes, '住房、Shop', '["HOME","SHOP"]'],
])('%j: %s is read as %s', (type, cell, json) => {
  const read = cellReader(type, { offset: '+08:00' })(cell);
  expect(read).toEqual(json === undefined ? 'blank' : { json });
});

test('a long number that a program turned is no text', () => {
  expect(cellReader(text, { offset: '+08:00' })('3.20E+17')).toBe('turned');
  expect(cellReader(text, { offset: '+08:00' })('3.20E')).toEqual({ json: '"3.20E"' });
});

test('a day is a moment where the mapping says at what time', () => {
  const read = cellReader({ kind: 'date-time' }, { offset: '+08:00', time: '12:00' });
  expect(read('20240108')).toEqual({ json: '"2024-01-08T12:00:00+08:00"' });
  expect(read('2024/1/8 9:30')).toEqual({ json: '"2024-01-08T09:30:00+08:00"' });
  // told where it is judged
  expect(read('2024年2月30日')).toEqual({ json: '"2024-02-30T12:00:00+08:00"' });
});

test('numbers in units of ten thousand are multiplied to the last digit', () => {
  const read = cellReader(number, { offset: '+08:00', times: parseRational('10000') });
  expect(read('134.29')).toEqual({ json: '1342900' });
  expect(read('0.00001')).toEqual({ json: '0.1' });
});

test('a code table goes before the words of the field', () => {
  const read = cellReader(code, { offset: '+08:00', codes: { '01': 'SHOP', 住房: 'OFFICE' } });
  expect(read('01')).toEqual({ json: '"SHOP"' });
  expect(read('０１')).toEqual({ json: '"SHOP"' });
  expect(read('住房')).toEqual({ json: '"OFFICE"' });
  expect(read('02')).toEqual({ json: '"02"' });
});
