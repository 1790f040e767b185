import { describe, expect, test } from 'vitest';

import { computed } from '../clock.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { type JsonSchema, readSchema } from '../../src/dossier/schema.ts';
import { printRational } from '../../src/values/rational.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';
import { yamlOf } from '../evaluate/shipped.ts';
import { usual } from '../setting.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    money: { type: 'number', 'x-unit': 'money' },
    count: { type: 'integer', 'x-unit': 'count' },
    ratio: { type: 'number', 'x-unit': 'ratio' },
    income: { anyOf: [{ type: 'number', 'x-unit': 'money' }, { const: 'NA' }] },
    text: { type: 'string' },
    code: { enum: ['01', 'A'] },
    day: { type: 'string', format: 'date', 'x-earliest': '1990-01-01', 'x-latest': '2060-12-31' },
    since: { type: 'string', format: 'date', 'x-earliest': '1990-01-01' },
    until: { type: 'string', format: 'date', 'x-latest': '2060-12-31' },
    at: { type: 'string', format: 'date-time' },
    yes: { type: 'boolean' },
    words: { type: 'array', items: { type: 'string' } },
  },
};
const { type } = readSchema(schema, usual.currency);

function read(field: string, text: string) {
  return dossierFromYaml(yamlOf(`${field}: ${text}\n`), type);
}

describe('a number of YAML', () => {
  test.each([
    ['money', '+1860000', '1860000'],
    ['money', '+1860000.00', '1860000'],
    ['money', '+0.5', '0.5'],
    ['money', '-0', '0'],
    ['money', '0', '0'],
    ['money', '0e999999999', '0'],
    ['money', '00012.50', '12.5'],
    ['money', '5.', '5'],
    ['money', '.5', '0.5'],
    ['money', '1E+6', '1000000'],
    ['money', '186e4', '1860000'],
    ['money', '1860000000e-3', '1860000'],
    ['money', '-1.5', '-1.5'],
    ['money', `1.${'0'.repeat(500)}`, '1'],
    ['money', `${'0'.repeat(500)}7`, '7'],
    ['ratio', '0.123456789012345', '0.123456789012345'],
    ['ratio', '24.240000000000002', '24.240000000000002'],
    ['ratio', '1234567890.123456', '1234567890.123456'],
    ['ratio', '9007199254740993', '9007199254740993'],
    ['ratio', `0.${'1234567890'.repeat(10)}`, `0.${'1234567890'.repeat(9)}123456789`],
    ['ratio', `0.${'0'.repeat(99)}1`, `0.${'0'.repeat(99)}1`],
    ['ratio', '1e100', `1${'0'.repeat(100)}`],
    ['money', '90071992547409.91', '90071992547409.91'],
    ['money', '90071992547409.9', '90071992547409.9'],
  ])('%s: %s is %s', (field, text, number) => {
    const { value, diagnostics } = read(field, text);
    const found = value?.root.entries.get(field);
    expect(diagnostics).toEqual([]);
    expect(typeof found === 'object' && found?.kind === 'number' && printRational(found)).toBe(
      number,
    );
  });

  test.each([
    ['money', '1e400', 'dossier/number-too-big'],
    ['money', '-1e400', 'dossier/number-too-big'],
    ['money', `1${'0'.repeat(400)}`, 'dossier/number-too-big'],
    ['money', '1e15', 'dossier/number-too-big'],
    ['money', '90071992547410', 'dossier/number-too-big'],
    ['ratio', '1.1e100', 'dossier/number-too-big'],
    ['ratio', '1e-101', 'dossier/number-too-small'],
    ['ratio', `0.${'0'.repeat(500)}1`, 'dossier/number-too-small'],
    ['money', '1e-400', 'dossier/money-decimals'],
    ['count', '1e-400', 'dossier/wrong-type'],
    ['ratio', `0.${'1234567890'.repeat(10)}1`, 'dossier/too-many-digits'],
    ['ratio', `1${'0'.repeat(99)}1`, 'dossier/too-many-digits'],
  ])('%s: %s is %s', (field, text, code) => {
    expect(read(field, text).diagnostics.map((one) => one.code)).toEqual([code]);
  });

  test('a million zeros between two digits take no time', () => {
    const start = computed();
    const text = `1${'0'.repeat(1_000_000)}1`;
    expect(read('money', text).diagnostics).toMatchObject([{ params: { digits: 1_000_002 } }]);
    expect(computed() - start).toBeLessThan(1000);
  });
});

describe('what is written as something else says how to write it', () => {
  test.each([
    ['money', '"1860000"', 'in quotes, which make it text: take the quotes away', '去掉引号'],
    ['money', "'1e6'", 'take the quotes away', '去掉引号'],
    ['income', '"1860000"', 'take the quotes away', '去掉引号'],
    ['yes', '"true"', 'take the quotes away', '去掉引号'],
    ['money', '1,860,000', 'digits and a point alone', '数码和小数点'],
    ['money', '186万', 'digits and a point alone', '数码和小数点'],
    ['money', '１８６', 'digits and a point alone', '数码和小数点'],
    ['money', '"1,860"', 'digits and a point alone', '数码和小数点'],
    ['count', '1.5', 'nothing may follow the point', '整数'],
    ['text', '0101', 'put it in quotes', '加引号'],
    ['text', '+8613900000000', 'put it in quotes', '加引号'],
    ['text', 'true', 'put it in quotes', '加引号'],
    ['text', '.5', 'put it in quotes', '加引号'],
    ['code', '01', 'put it in quotes', '加引号'],
    ['yes', 'yes', 'write true or false', 'true 或 false'],
    ['yes', '1', 'write true or false', 'true 或 false'],
    ['day', '20241008', 'write such as 2024-10-08', '应写如 2024-10-08'],
    ['at', '2024', 'write such as 2024-10-08T09:30:00+08:00', '2024-10-08T09:30:00+08:00'],
    ['words', 'a', 'put - before each item', '每一项前加 -'],
    ['day', '2024-10-08T09:30:00+08:00', 'is a day without a time of day', '不带时刻的日期'],
    ['day', '2024-10-08 09:30', 'is a day without a time of day', '不带时刻的日期'],
    ['day', '2024/10/8', 'is not written as a date, such as', '不是日期的写法'],
    ['day', '2024-02-30', 'there is no `2024-02-30`', '不存在'],
    ['at', '2024-10-08', 'wants the time of day and the zone', '时刻和时区'],
    ['at', '2024-10-08T09:30:00', 'wants the zone', '写明时区'],
    ['at', '2024-10-08T09:30', 'wants the zone', '写明时区'],
    ['at', '2024-10-08 09:30:00+08:00', 'is not written as a date-time', '不是日期时间的写法'],
    ['at', '2024-10-08T25:30:00+08:00', 'there is no', '不存在'],
    ['at', '2024-10-08T09:30:00+99:00', 'there is no', '不存在'],
    ['day', '0026-08-24', 'between 1990-01-01 and 2060-12-31', '1990-01-01 至 2060-12-31 之间'],
    ['since', '0026-08-24', 'not lie before 1990-01-01', '不应早于 1990-01-01'],
    ['until', '2206-08-24', 'not lie after 2060-12-31', '不应晚于 2060-12-31'],
    ['money', '1e400', 'too big a number, 90071992547409.92 is the most', '太大'],
    ['ratio', '1e400', 'too big a number, 1e100 is the most', '太大'],
    ['ratio', `0.${'12'.repeat(60)}`, '120 significant digits, more than the 100', '100 位'],
  ])('%s: %s', (field, text, en, zh) => {
    const [told, ...others] = read(field, text).diagnostics;
    if (!told) throw new Error('nothing is wrong');
    expect(others).toEqual([]);
    expect(message(wordbooks.en, told)).toContain(en);
    expect(message(wordbooks.zh, told)).toContain(zh);
  });

  test('a word that is none of the codes keeps its own message', () => {
    expect(read('income', 'na').diagnostics).toMatchObject([{ code: 'dossier/unknown-word' }]);
    expect(read('income', '"na"').diagnostics).toMatchObject([{ code: 'dossier/unknown-word' }]);
  });
});
