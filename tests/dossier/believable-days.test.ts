import { describe, expect, test } from 'vitest';

import { checkSource } from '../check/check-source.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { type JsonSchema, readSchema } from '../../src/dossier/schema.ts';
import { printValue } from '../../src/feel/operations/print.ts';
import { printDate } from '../../src/values/temporal-text.ts';
import { type Yaml, type YamlText } from '../../src/yaml/tree.ts';
import { sampleText, sampleYaml, shipped, yamlOf } from '../evaluate/shipped.ts';

describe('every date of the sound sample, with a year or a day that it cannot have', () => {
  const { program, subject } = shipped();
  const whole = sampleYaml('0001-sound.yaml');
  const dates = scalarsOf(whole, '').filter(([, { text }]) => /^\d{4}-\d{2}-\d{2}/u.test(text));
  const unbelieved = (path: string, change: (text: string) => string) => {
    const { diagnostics } = dossierFromYaml(onlyChanged(whole, path, change), subject.type);
    return diagnostics.map(({ code }) => code).join(', ') === 'dossier/unbelievable-date';
  };

  test('there are as many as there were', () => {
    expect(dates.length).toBeGreaterThanOrEqual(150);
    expect(dossierFromYaml(whole, subject.type).diagnostics).toEqual([]);
  });

  test.each(['0026', '0206', '1026', '1926', '2206', '9999'])('the year %s', (year) => {
    const believed = dates
      .filter(([path]) => !unbelieved(path, (text) => year + text.slice(4)))
      .map(([path]) => path);
    // people may be born in 1926; the next test judges them
    const births = [0, 1, 2].map((party) => `/parties/${party}/birthDate`);
    expect(believed).toEqual(year === '1926' ? births : []);
  });

  test.each([0, 1, 2])('party %i born in 1926 is a finding', (party) => {
    const born = dates.filter(([path]) => path.endsWith('/birthDate'))[party]?.[1].text ?? '';
    const text = sampleText('0001-sound.yaml').replace(born, `1926${born.slice(4)}`);
    const { judged, diagnostics } = checkSource({ name: 'a.yaml', text }, program, {});
    expect([diagnostics, judged?.judgement.verdict]).toEqual([[], 'fail']);
  });

  test.each(['0000-01-01', '1582-10-10', '9999-12-31'])('the day %s', (day) => {
    const believed = dates
      .filter(([path]) => !unbelieved(path, (text) => day + text.slice(10)))
      .map(([path]) => path);
    // a document without end is entered so
    const endless = dates
      .map(([path]) => path)
      .filter((path) => /idValidTo$|^\/documents\/\d+\/validTo$/u.test(path));
    expect(believed).toEqual(day === '9999-12-31' ? endless : []);
  });

  test('a slip in the year of one date hides no finding', () => {
    const sound = sampleText('0002-down-payment-short.yaml');
    const failed = (text: string) => {
      const { judged, diagnostics } = checkSource({ name: 'a.yaml', text }, program, {});
      const outcomes = judged?.judgement.outcomes.filter(({ status }) => status === 'fail');
      return {
        codes: diagnostics.map(({ code }) => code),
        rules: outcomes?.map(({ rule }) => rule) ?? [],
      };
    };
    const { rules } = failed(sound);
    expect(rules).toContain('RSK-007');
    expect(failed(sound.replace(/asOfDate: .*/u, 'asOfDate: 1026-11-20'))).toEqual({
      codes: ['dossier/unbelievable-date'],
      rules,
    });
  });
});

const day = { type: 'string', format: 'date' };
const moment = { type: 'string', format: 'date-time' };

describe('the marks of a schema', () => {
  test.each([
    ['none', day, {}, '…'],
    ["the file's", day, { 'x-earliest': '1990-01-01' }, '1990-01-01 …'],
    ["a field's own", { ...day, 'x-earliest': '1900-01-01' }, {}, '1900-01-01 …'],
    [
      'one of them its own',
      { ...day, 'x-latest': '2099-12-31' },
      { 'x-earliest': '1990-01-01', 'x-latest': '2060-12-31' },
      '1990-01-01 … 2099-12-31',
    ],
    ['of a moment', moment, { 'x-latest': '2060-12-31' }, '… 2060-12-31'],
    [
      'by reference',
      { $ref: '#/definitions/End' },
      { definitions: { End: { ...day, 'x-latest': '2099-12-31', 'x-endless': '9999-12-31' } } },
      '… 2099-12-31 9999-12-31',
    ],
    [
      'of both that hold',
      { allOf: [{ ...day, 'x-earliest': '2000-01-01' }, { 'x-earliest': '2010-01-01' }] },
      {},
      '2010-01-01 …',
    ],
    [
      'of elements',
      { type: 'array', items: { ...day, 'x-earliest': '2000-01-01' } },
      {},
      '2000-01-01 …',
    ],
    [
      'of an alternative',
      { anyOf: [{ ...day, 'x-latest': '2030-01-01' }, { const: 'NA' }] },
      {},
      '… 2030-01-01',
    ],
    ['of a number, which has none', { type: 'number' }, { 'x-latest': '2060-12-31' }, '…'],
  ])('%s', (_, x, more, expected) => {
    const { type, unread } = readSchema(subjectOf(x, more));
    const { earliest, latest, endless } = type.fields.get('x') ?? {};
    const days = [earliest, undefined, latest, endless].flatMap((one, index) =>
      index === 1 ? ['…'] : one ? [printDate(one)] : [],
    );
    expect([days.join(' '), unread]).toEqual([expected, []]);
  });

  test('of a record are for the dates in it', () => {
    const inner = { type: 'object', properties: { x: day }, 'x-earliest': '2020-01-01' };
    const { type } = readSchema(subjectOf(inner, { 'x-earliest': '1990-01-01' }));
    const record = type.fields.get('x')?.type;
    const field = record?.kind === 'context' ? record.fields.get('x') : undefined;
    expect(field?.earliest).toMatchObject({ year: 2020 });
  });

  test.each([
    ['no day', { ...day, 'x-earliest': '2000-02-30' }, {}, ['x: x-earliest: 2000-02-30']],
    ['a number', { ...day, 'x-latest': 2000 }, {}, ['x: x-latest: 2000']],
    [
      'the first after the last',
      { ...day, 'x-earliest': '2030-01-01', 'x-latest': '2020-01-01' },
      {},
      ['x: x-earliest: 2030-01-01 > x-latest: 2020-01-01'],
    ],
    [
      "a field's first after the file's last",
      { ...day, 'x-earliest': '2070-01-01' },
      { 'x-latest': '2060-12-31' },
      ['x: x-earliest: 2070-01-01 > x-latest: 2060-12-31'],
    ],
    ["no day, the file's", day, { 'x-earliest': 'soon' }, [': x-earliest: soon']],
    ['on what is no date', { type: 'number', 'x-earliest': '2000-01-01' }, {}, ['x: x-earliest']],
  ])('%s is not understood, and nothing there believed', (_, x, more, expected) => {
    const { type, unread } = readSchema(subjectOf(x, more));
    expect(unread.map(({ path, what }) => `${path}: ${what}`)).toEqual(expected);
    expect(type.fields.get('x')?.type.kind).toBe('any');
  });
});

describe('a date of a file', () => {
  const marks = {
    'x-earliest': '1990-01-01',
    'x-latest': '2060-12-31',
    'x-endless': '9999-12-31',
  };

  test.each([
    [day, '1990-01-01', 'date("1990-01-01")'],
    [day, '2060-12-31', 'date("2060-12-31")'],
    [day, '9999-12-31', 'date("9999-12-31")'],
    [day, '1989-12-31', 'dossier/unbelievable-date'],
    [day, '2061-01-01', 'dossier/unbelievable-date'],
    [day, '9999-12-30', 'dossier/unbelievable-date'],
    [day, '0000-01-01', 'dossier/unbelievable-date'],
    [moment, '2060-12-31T23:59:59-12:00', 'date and time("2060-12-31T23:59:59-12:00")'],
    [moment, '2061-01-01T00:00:00+08:00', 'dossier/unbelievable-date'],
    [moment, '0026-01-01T00:00:00+08:00', 'dossier/unbelievable-date'],
    [{ type: 'array', items: day }, '[2020-01-01, 0026-01-01]', 'dossier/unbelievable-date'],
    [{ anyOf: [day, { const: 'NA' }] }, '0026-01-01', 'dossier/unbelievable-date'],
    [{ anyOf: [day, { const: 'NA' }] }, 'NA', '"NA"'],
  ])('%j: %s is %s', (schema, text, expected) => {
    const read = dossierFromYaml(
      yamlOf(`id: a\nx: ${text}\n`),
      readSchema(subjectOf(schema, marks)).type,
    );
    const [told] = read.diagnostics;
    const value = read.value?.root.entries.get('x');
    expect(told?.code ?? (value === undefined ? 'absent' : printValue(value))).toBe(expected);
  });
});

function subjectOf(x: unknown, more: object): JsonSchema {
  return {
    type: 'object',
    properties: { x: x as JsonSchema, id: { type: 'string' } },
    ...more,
  };
}

/** All texts of a file by their JSON pointers. */
function scalarsOf(yaml: Yaml, path: string): readonly (readonly [string, YamlText])[] {
  switch (yaml.kind) {
    case 'text':
      return [[path, yaml]];
    case 'list':
      return yaml.items.flatMap((item, index) => scalarsOf(item, `${path}/${index}`));
    case 'map':
      return yaml.entries.flatMap(({ key, value }) => scalarsOf(value, `${path}/${key.text}`));
  }
}

/** A file that holds nothing but the text at one place, changed. */
function onlyChanged(yaml: Yaml, path: string, change: (text: string) => string): Yaml {
  return at(yaml, path.split('/').slice(1));

  function at(here: Yaml, keys: readonly string[]): Yaml {
    const [key, ...rest] = keys;
    const inside = (inner: Yaml) => at(inner, rest);
    switch (here.kind) {
      case 'text':
        return { ...here, text: change(here.text) };
      case 'list':
        return { ...here, items: here.items.slice(Number(key)).slice(0, 1).map(inside) };
      case 'map': {
        const entries = here.entries.filter((entry) => entry.key.text === key);
        return {
          ...here,
          entries: entries.map((entry) => ({ ...entry, value: inside(entry.value) })),
        };
      }
    }
  }
}
