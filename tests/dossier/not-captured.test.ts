import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { contextFromSchema } from '../../src/dossier/schema.ts';
import type { Value } from '../../src/feel/value.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

const money = { type: 'number', 'x-unit': 'money' } as const;
const paths = { type: 'array', 'x-absence': 'none', items: { type: 'string' } } as const;
const type = contextFromSchema({
  type: 'object',
  properties: {
    amount: money,
    withdrawn: { type: 'string', format: 'date', 'x-absence': 'none' },
    debts: { type: 'array', 'x-key': 'id', 'x-absence': 'none', items: { type: 'object' } },
    parties: {
      type: 'array',
      'x-key': 'id',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          income: money,
          home: { type: 'object', properties: { area: money, city: { type: 'string' } } },
        },
      },
    },
    settlement: { type: 'object', properties: { refund: money, day: money } },
    verifiedNone: paths,
    notCaptured: paths,
  },
});

/** What is unknown, and why, for other reasons than that nobody filled it in; `null` and `[]` for what is none. */
function said(text: string) {
  const { value: yaml } = parseYaml({ name: 'a.yaml', text });
  const { value, diagnostics } = yaml
    ? dossierFromYaml(yaml, type)
    : { value: undefined, diagnostics: [] };
  const found: string[] = [];
  if (value) gather(value.root, '');
  return { found, wrong: diagnostics.map(({ code }) => code) };

  function gather(value: Value, name: string): void {
    if (value === null) found.push(`${name} null`);
    if (typeof value !== 'object' || value === null) return;
    if (value.kind === 'unknown')
      found.push(...value.missing.map(({ why, pointer }) => `${pointer} ${why}`));
    if (value.kind === 'list' && value.items.length === 0) found.push(`${name} []`);
    if (value.kind === 'list') for (const item of value.items) gather(item, name);
    if (value.kind === 'context') {
      for (const [key, inner] of value.entries)
        if (!['verifiedNone', 'notCaptured'].includes(key)) gather(inner, key);
    }
  }
}

const none = ['withdrawn null', 'debts []'];
const two = 'parties: [{ id: A }, { id: B, home: { city: X } }]\n';

test.each([
  ['a field', 'notCaptured: [amount]', ['/amount not-captured', ...none]],
  ['a field left blank', 'amount:\nnotCaptured: [amount]', ['/amount not-captured', ...none]],
  ['a list', 'notCaptured: [parties]', ['/parties not-captured', ...none]],
  ['what is none when absent', 'notCaptured: [withdrawn]', ['/withdrawn not-captured', 'debts []']],
  [
    'a list that is empty when absent',
    'notCaptured: [debts]',
    ['/debts not-captured', 'withdrawn null'],
  ],
  [
    'a field of every element',
    `${two}notCaptured: ['parties[].income']`,
    ['/parties/0/income not-captured', '/parties/1/income not-captured', ...none],
  ],
  [
    'a field of an element by its key',
    `${two}notCaptured: ['parties[B].income']`,
    ['/parties/1/income not-captured', ...none],
  ],
  [
    'a field of an element by its position',
    `${two}notCaptured: ['parties[1].income']`,
    ['/parties/0/income not-captured', ...none],
  ],
  [
    'fields of every element and of one',
    `${two}notCaptured: ['parties[].home.area', 'parties[A].income']`,
    [
      '/parties/0/home not-captured',
      '/parties/0/income not-captured',
      '/parties/1/home/area not-captured',
      ...none,
    ],
  ],
  ['of a list that is not there', "notCaptured: ['parties[].income']", none],
  [
    'of a list without elements',
    "parties: []\nnotCaptured: ['parties[].income']",
    ['parties []', ...none],
  ],
  [
    'of a record that is there',
    'settlement: { day: 1 }\nnotCaptured: [settlement.refund]',
    ['/settlement/refund not-captured', ...none],
  ],
  [
    'of a record that is not there, which is then unknown as a whole',
    'notCaptured: [settlement.refund]',
    ['/settlement not-captured', ...none],
  ],
  ['one path twice', 'notCaptured: [amount, amount]', ['/amount not-captured', ...none]],
])('%s', (_, file, found) => {
  const read = said(`${file}\n`);
  expect(read.wrong).toEqual([]);
  expect(read.found.toSorted()).toEqual(found.toSorted());
});

describe('refused', () => {
  test.each([
    ['no such field', 'amount: 1\nnotCaptured: [amuont]'],
    ['no such field of elements', `${two}notCaptured: ['parties[].incmoe']`],
    ['a list without brackets', `${two}notCaptured: [parties.income]`],
    ['an element as a whole', `${two}notCaptured: ['parties[A]']`],
    ['every element as a whole', `${two}notCaptured: ['parties[]']`],
    ['an element that is not there', `${two}notCaptured: ['parties[C].income']`],
    ['no path', 'amount: 1\nnotCaptured: ["amount.."]'],
    ['another way to say every', `${two}notCaptured: ['parties[*].income']`],
    ['no text', 'amount: 1\nnotCaptured: [{ a: 1 }]'],
    ['filled in', 'amount: 1\nnotCaptured: [amount]'],
    [
      'filled in for one element',
      "parties: [{ id: A, income: 1 }]\nnotCaptured: ['parties[].income']",
    ],
    ['filled in, within a record', 'settlement: { refund: 1 }\nnotCaptured: [settlement]'],
    ['filled in as empty', 'debts: []\nnotCaptured: [debts]'],
    ['filled in wrongly', 'amount: five\nnotCaptured: [amount]'],
  ])('%s', (_, file) => {
    const { found, wrong } = said(`${file}\n`);
    expect(wrong).toContain('dossier/not-captured');
    expect(found.filter((one) => one.endsWith('not-captured'))).toEqual([]);
  });

  test('what is verified to be none and not captured', () => {
    expect(said('verifiedNone: [amount]\nnotCaptured: [amount]\n').wrong).toEqual([
      'dossier/not-captured',
    ]);
  });
});

test('many paths over many elements take no longer than reading them', () => {
  const parties = Array.from({ length: 2000 }, (_, index) => `  - { id: P${index} }`).join('\n');
  const listed = Array.from({ length: 2000 }, (_, index) => `  - parties[P${index}].income`);
  const { found, wrong } = said(`parties:\n${parties}\nnotCaptured:\n${listed.join('\n')}\n`);
  expect(wrong).toEqual([]);
  expect(found.filter((one) => one.endsWith('not-captured'))).toHaveLength(2000);
});
