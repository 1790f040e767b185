import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Keys, programWith } from './fixture.ts';
import { failOpen, judged, placesIn } from './holes.ts';
import { yamlOf } from './shipped.ts';

/** Rules that use every part of the language that could let a hole through. */
const rules: readonly (readonly [string, Keys])[] = [
  ['limits by date', { require: 'amount <= limit and limit(seen) >= 100' }],
  [
    'editions by date',
    {
      editions: [
        { from: '2000-01-01', until: '2023-12-31', require: 'true' },
        { from: '2024-01-01', require: 'agreed' },
      ],
    },
  ],
  [
    'editions by a date-time',
    { asOf: 'seen', editions: [{ from: '2024-01-01', require: 'agreed' }] },
  ],
  ['product and when', { products: ['A'], when: 'strict', require: 'agreed or checked' }],
  [
    'if',
    {
      when: 'if agreed then kind = "X" else kind = "Y"',
      require: 'if checked then amount > 100 else price > 100',
    },
  ],
  ['division', { when: 'share > 0.5', require: 'amount / (price - amount) != 0.01' }],
  [
    'filters',
    {
      when: 'count(items[kind = "X"]) > 0',
      require: 'sum(items[kind = "X" and done].amount) <= limit',
    },
  ],
  [
    'index and least',
    { require: 'items[1].amount <= 100 and min(items[kind != "Z"].amount) < 50' },
  ],
  [
    'some and every',
    {
      when: 'some i in items satisfies i.done',
      require: 'every i in items[kind = "X"] satisfies i.amount < 100',
    },
  ],
  ['tables', { when: 'band = 1 or firstBand = 2', require: 'roughBand = 1' }],
  [
    'absence that means none',
    { when: 'withdrawn = null', require: 'count(objections) = 0 or withdrawn < day' },
  ],
  [
    'lists of texts',
    {
      when: 'list contains(remarks, "late")',
      require: 'not(some r in remarks satisfies r = "never")',
    },
  ],
  [
    'elements',
    {
      each: { item: 'items' },
      asOf: 'item.day',
      when: 'item.kind != "Z"',
      require: 'item.amount <= limit',
      waiver: { post: 'REVIEWER' },
    },
  ],
  [
    'elements of a part',
    { each: { item: 'items[kind = "X"]' }, asOf: 'item.day', require: 'item.done' },
  ],
  ['absent is not done', { when: 'agreed', require: 'checked', ifAbsent: 'fail' }],
  ['a waiver', { require: 'amount <= 100', waiver: { post: 'REVIEWER' } }],
];

/** With what the steps ask, which is the same whatever the rule: of a rule with elements, and of one that is waived. */
const withProcess = new Set(['elements', 'a waiver']);

const acts = (day: string) => [
  { what: 'ASKED', at: `${day}T09:00:00+08:00`, who: 'S1', post: 'CLERK' },
  { what: 'REVIEWED', at: `${day}T10:00:00+08:00`, who: 'S2', post: 'REVIEWER' },
  { what: 'DECIDED', at: `${day}T11:00:00+08:00`, who: 'S3', post: 'MANAGER' },
  { what: 'SIGNED', at: `${day}T12:00:00+08:00`, who: 'S3', post: 'MANAGER' },
  { what: 'COUNTERSIGNED', at: `${day}T13:00:00+08:00`, who: 'S2', post: 'REVIEWER' },
  { what: 'PAID', at: `${day}T14:00:00+08:00`, who: 'S4', post: 'CLERK' },
];
const waiver = {
  rule: 'TST-001',
  approvedOn: '2024-05-06',
  approvedBy: 'S9',
  post: 'REVIEWER',
  from: '2024-05-06',
  until: '2024-05-08',
};
const item = (itemId: string, kind: string, amount: number) => ({
  itemId,
  kind,
  amount,
  day: '2024-05-06',
  done: true,
});

const sound = {
  id: 'R1',
  product: 'A',
  day: '2024-05-06',
  seen: '2024-05-06T09:00:00+08:00',
  amount: 150,
  price: 250,
  count: 1,
  kind: 'X',
  agreed: true,
  checked: true,
  remarks: ['late', 'kind'],
  items: [item('A', 'X', 40), item('B', 'Y', 90), item('C', 'Z', 20)],
  acts: acts('2024-05-06'),
  papers: [{ paper: 'OPINION' }, { paper: 'FORM' }],
  waivers: [waiver],
};

const files: readonly (readonly [string, object])[] = [
  ['a sound file', sound],
  [
    'one that breaks most rules',
    {
      ...sound,
      price: 150,
      kind: 'Y',
      agreed: false,
      remarks: ['never'],
      objections: ['late'],
      withdrawn: '2024-05-07',
      items: [item('A', 'X', 900), item('2', 'X', 900), item('B', 'Y', 900)],
      waivers: [{ ...waiver, element: '2' }],
      papers: [],
    },
  ],
  [
    'one of before 2024',
    { ...sound, day: '2023-05-06', seen: '2023-12-31T23:00:00+08:00', acts: acts('2023-05-08') },
  ],
  [
    'the approver of a waiver acted in the step',
    { ...sound, waivers: [{ ...waiver, approvedBy: 'S3' }] },
  ],
  [
    'late, out of order, returned, by one person',
    {
      ...sound,
      checked: false,
      acts: [
        ...acts('2024-05-06').slice(0, 2),
        ...acts('2024-05-20').slice(2),
        {
          what: 'RETURNED',
          at: '2024-05-21T09:00:00+08:00',
          who: 'S3',
          post: 'MANAGER',
          backTo: 'decide',
        },
        { what: 'DECIDED', at: '2024-05-22T09:00:00+08:00', who: 'S1', post: 'MANAGER' },
        { what: 'PAID', at: '2024-05-21T12:00:00+08:00', who: 'S3', post: 'CLERK' },
      ],
    },
  ],
  [
    'paid before 2024, signed after',
    { ...sound, acts: [...acts('2024-05-06').slice(0, 5), ...acts('2023-12-29').slice(5)] },
  ],
  [
    'paid after 2024, all else before',
    {
      ...sound,
      papers: [],
      acts: [...acts('2023-12-29').slice(0, 5), ...acts('2024-01-02').slice(5)],
    },
  ],
];

describe.each(files)('%s', (_, file) => {
  const yaml = yamlOf(JSON.stringify(file));

  test.each(rules)('%s', (name, keys) => {
    const program = programWith(keys);
    const subject = program.subjects.get('request');
    if (!subject) throw new Error('the fixture judges requests');
    const { complete, withHoles } = judged(yaml, program, subject, {
      process: withProcess.has(name),
    });
    const places = placesIn(yaml, subject.type);
    for (const way of places) {
      expect({ holes: [way], found: failOpen(complete, withHoles([way], 'absent')) }).toEqual({
        holes: [way],
        found: [],
      });
    }
    const several = fc.array(fc.constantFrom(...places), { minLength: 2, maxLength: 4 });
    const run = (ways: typeof places) => {
      expect(failOpen(complete, withHoles(ways, 'null'))).toEqual([]);
    };
    fc.assert(fc.property(several, run), { seed: 20241008, numRuns: 60 });
  });
});
