import { expect, test } from 'vitest';

import { roundsOf } from '../../src/ring/rounds.ts';
import { standingsOf } from '../../src/ring/standing.ts';
import { ringProgram, walked } from './fixture.ts';

const program = ringProgram();

function rounds(files: readonly (readonly [string, string])[]) {
  const read = files.map(([id, yaml]) => walked(program, id, yaml));
  const { customers, unplaced } = roundsOf(program, read, '2024-12-31');
  return {
    customers: customers.map(({ customer, rounds: own, closed, openLeads }) => [
      customer,
      ...own.map(({ number, file, cameFrom, problem, lacking }) =>
        [number ?? '?', file, cameFrom ?? '-', problem ?? '', ...lacking.map((one) => one.pointer)]
          .join(' ')
          .trim(),
      ),
      `closed ${closed}`,
      ...openLeads.map(({ lead }) => `open ${lead}`),
    ]),
    unplaced: unplaced.map(({ file }) => file),
  };
}

test('a lead that came out of one file starts the next round, also where they overlap', () => {
  const first = 'day: 2024-01-02\nremarks: [C1]\nproduct: A\nitems: [{ itemId: B }, { itemId: Z }]';
  const second = 'day: 2024-01-03\nremarks: [C1]\nproduct: B\nitems: []';
  const beside = 'day: 2024-01-02\nremarks: [C1]\nproduct: A\nitems: []';
  expect(
    rounds([
      ['G', second],
      ['F', first],
      ['H', beside],
    ]),
  ).toEqual({
    customers: [['C1', '1 F -', '2 H -', '3 G F', 'closed 1', 'open Z']],
    unplaced: [],
  });
});

test('two files of one lead, and a file from before its lead, are told and do not count as closed', () => {
  const first = 'day: 2024-02-01\nremarks: [C1]\nproduct: A\nitems: [{ itemId: B }]';
  const early = 'day: 2024-01-03\nremarks: [C1]\nproduct: B\nitems: []';
  expect(
    rounds([
      ['F', first],
      ['G', early],
    ]).customers,
  ).toEqual([['C1', '1 G F before-its-cause', '2 F -', 'closed 0']]);
  const late = early.replace('01-03', '03-03');
  expect(
    rounds([
      ['F', first],
      ['G', late],
      ['H', late],
    ]).customers,
  ).toEqual([['C1', '1 F -', '2 G F lead-twice', '3 H F lead-twice', 'closed 0']]);
});

test('a file without its day leaves the numbers open, one without its customer is in no round', () => {
  const one = 'day: 2024-02-01\nremarks: [C1]\nproduct: A\nitems: []';
  const undated = 'remarks: [C1]\nproduct: A\nitems: []';
  expect(
    rounds([
      ['F', one],
      ['G', undated],
      ['H', 'day: 2024-02-01'],
    ]),
  ).toEqual({
    customers: [['C1', '? F -', '? G -  /day', 'closed 0']],
    unplaced: ['H'],
  });
});

function standing(acts: string) {
  const [one] = standingsOf(program, [walked(program, 'F', acts)]);
  if (!one) throw new Error('a file with events stands somewhere');
  const { step, stage, isSentBack, been, lacking, outOfOrder } = one;
  return [step, stage, isSentBack, been.join(), lacking.map(({ pointer }) => pointer), outOfOrder];
}

const act = (what: string, at: string, more = '') =>
  `  - { what: ${what}, at: 2024-01-${at}T09:00:00+08:00${more} }\n`;

test('a file stands at its latest event that belongs to a step, wherever that is listed', () => {
  const asked = act('ASKED', '02');
  const reviewed = act('REVIEWED', '03');
  expect(standing(`acts:\n${asked}${reviewed}${act('NOTED', '09')}`)).toEqual([
    'review',
    'work',
    false,
    'ask,review',
    [],
    [],
  ]);
  expect(standing(`acts:\n${reviewed}${asked}`)).toEqual([
    'review',
    'work',
    false,
    'ask,review',
    [],
    ['2'],
  ]);
  expect(standing(`acts:\n${asked}${reviewed}${act('RETURNED', '04', ', backTo: ask')}`)).toEqual([
    'ask',
    'work',
    true,
    'ask,review',
    [],
    [],
  ]);
});

test('without events, or with one that has no time, it is not certain where a file stands', () => {
  expect(standing('day: 2024-01-02')).toEqual([undefined, undefined, false, '', ['/acts'], []]);
  expect(standing('acts: []')).toEqual([undefined, undefined, false, '', [], []]);
  expect(standing(`acts:\n${act('ASKED', '02')}  - { what: REVIEWED }\n`)).toEqual([
    'ask',
    'work',
    false,
    'ask',
    ['/acts/1'],
    [],
  ]);
});
