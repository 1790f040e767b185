import { describe, expect, test } from 'vitest';

import type { JudgeOptions } from '../../src/evaluate/outcome.ts';
import { judgeWith, programWith } from './fixture.ts';

const program = programWith({});

/** `ASKED 05-06 S1`: an act of 2024, at ten in the morning unless it says `05-06T09:00`, by a person; its post is the usual one. */
function act(text: string) {
  const [what = '', on = '', who = '', post = usual[what], backTo] = text.split(' ');
  const at = `2024-${on.includes('T') ? on : `${on}T10:00`}:00+08:00`;
  return { what, at, who, post, ...(backTo !== undefined && { backTo }) };
}

const usual: Readonly<Record<string, string>> = {
  ASKED: 'CLERK',
  REVIEWED: 'REVIEWER',
  DECIDED: 'MANAGER',
  SIGNED: 'MANAGER',
  COUNTERSIGNED: 'REVIEWER',
  PAID: 'CLERK',
  RETURNED: 'MANAGER',
};

const sound = [
  'ASKED 05-06 S1',
  'REVIEWED 05-07 S2',
  'DECIDED 05-08 S3',
  'SIGNED 05-09 S3',
  'COUNTERSIGNED 05-09 S2',
  'PAID 05-10 S4',
];

function process(acts: readonly unknown[], more: object = {}, options: JudgeOptions = {}) {
  const file = {
    day: '2024-05-06',
    amount: 150,
    checked: true,
    acts: acts.map((one) => (typeof one === 'string' ? act(one) : one)),
    papers: [{ paper: 'OPINION' }, { paper: 'FORM' }],
    ...more,
  };
  const judged = judgeWith(program, JSON.stringify(file), options);
  return (facet: string) => judged.of(`process/${facet}`);
}

const without = (...types: readonly string[]) =>
  sound.filter((text) => !types.some((type) => text.startsWith(type)));

test('a sound file passes every facet', () => {
  const of = process(sound);
  for (const facet of [
    'ask/post',
    'review/order',
    'decide/order',
    'decide/time',
    'decide/documents',
    'decide/gate',
    'sign/order',
    'pay/order',
    'pay/post',
    'pay/separation',
    'pay/documents',
  ]) {
    expect([facet, of(facet)]).toEqual([facet, 'pass']);
  }
});

describe('order', () => {
  test.each([
    [
      'a step before the one it follows',
      [...without('DECIDED'), 'DECIDED 05-10 S3'],
      'sign/order',
      'fail',
    ],
    ['at the same moment', [...without('DECIDED'), 'DECIDED 05-09 S3'], 'sign/order', 'pass'],
    ['the step before left no record', without('DECIDED'), 'sign/order', 'fail'],
    ['a step that is not done', without('PAID'), 'pay/order', 'not-applicable'],
    ['of two events, one is missing', without('COUNTERSIGNED'), 'pay/order', 'fail'],
    [
      'judged by instants, not by clocks',
      [...without('DECIDED'), { ...act('DECIDED 05-09 S3'), at: '2024-05-09T02:00:00Z' }],
      'sign/order',
      'pass',
    ],
    [
      'an act without a time',
      [...without('DECIDED'), { ...act('DECIDED 05-08 S3'), at: null }],
      'sign/order',
      'cannot-tell: acts[6].at',
    ],
  ])('%s', (_, acts, facet, expected) => {
    expect(process(acts)(facet)).toBe(expected);
  });

  test('a step that the file does not go through is passed over', () => {
    expect(process(without('SIGNED', 'COUNTERSIGNED'), { amount: 100 })('pay/order')).toBe('pass');
    expect(
      process(without('SIGNED', 'COUNTERSIGNED', 'DECIDED'), { amount: 100 })('pay/order'),
    ).toBe('fail');
    expect(process(without('SIGNED', 'COUNTERSIGNED'), { amount: 100 })('sign/order')).toBe(
      'not-applicable',
    );
  });

  test('a step that the file may go through is not', () => {
    expect(process(without('SIGNED', 'COUNTERSIGNED'), { amount: null })('pay/order')).toBe(
      'cannot-tell: amount',
    );
    expect(process(sound, { amount: null })('sign/order')).toBe('cannot-tell: amount');
  });

  test('a step that was returned counts from its first completion after the latest return', () => {
    const again = ['RETURNED 05-11 S3 MANAGER review', 'REVIEWED 05-12 S2', 'DECIDED 05-13 S3'];
    expect(process([...sound, ...again])('decide/order')).toBe('pass');
    // signed and paid before the return: the later steps must be done anew too
    expect(process([...sound, ...again])('sign/order')).toBe('not-applicable');
    expect(
      process([...sound, 'RETURNED 05-11 S3 MANAGER review', 'DECIDED 05-13 S3'])('decide/order'),
    ).toBe('fail');
    expect(
      process([...sound, 'RETURNED 05-11 S3 MANAGER', 'DECIDED 05-13 S3'])('decide/order'),
    ).toBe('cannot-tell: acts[7].backTo');
  });
});

describe('time', () => {
  test.each([
    ['on the last day', 'REVIEWED 05-07 S2', 'DECIDED 05-10 S3', 'pass'],
    ['a day late', 'REVIEWED 05-07 S2', 'DECIDED 05-13 S3', 'fail'],
    ['over a weekend', 'REVIEWED 05-10 S2', 'DECIDED 05-15 S3', 'pass'],
    ['over National Day, with a Saturday worked', 'REVIEWED 09-30 S2', 'DECIDED 10-10 S3', 'pass'],
    ['a day late after National Day', 'REVIEWED 09-30 S2', 'DECIDED 10-11 S3', 'fail'],
    [
      'late at night is still that day',
      'REVIEWED 05-07T23:59 S2',
      'DECIDED 05-10T23:59 S3',
      'pass',
    ],
  ])('%s', (_, review, decide, expected) => {
    expect(process(['ASKED 05-06 S1', review, decide])('decide/time')).toBe(expected);
  });

  test('what is not done yet is late only by --today', () => {
    const acts = ['ASKED 05-06 S1', 'REVIEWED 05-07 S2'];
    expect(process(acts)('decide/time')).toBe('not-applicable');
    expect(process(acts, {}, { today: '2024-05-10' })('decide/time')).toBe('not-applicable');
    expect(process(acts, {}, { today: '2024-05-13' })('decide/time')).toBe('fail');
  });

  test('a year that the calendar does not cover cannot be told', () => {
    const late = { ...act('DECIDED 05-08 S3'), at: '2025-01-02T10:00:00+08:00' };
    expect(process(['ASKED 05-06 S1', 'REVIEWED 12-30 S2', late])('decide/time')).toMatch(
      /^cannot-tell/u,
    );
  });
});

describe('post', () => {
  test.each([
    ['another post', 'DECIDED 05-08 S3 REVIEWER', 'fail'],
    ['no post on file', { ...act('DECIDED 05-08 S3'), post: null }, 'cannot-tell: acts[6].post'],
    ['nobody on file', { ...act('DECIDED 05-08 S3'), who: null }, 'cannot-tell: acts[6].who'],
    [
      'another post, and nobody on file',
      { ...act('DECIDED 05-08 S3 REVIEWER'), who: null },
      'fail',
    ],
  ])('%s', (_, decide, expected) => {
    expect(process([...without('DECIDED'), decide])('decide/post')).toBe(expected);
  });
});

describe('separation', () => {
  test.each([
    ['one person in two posts that exclude each other', 'DECIDED 05-08 S1', 'fail'],
    ['one person in two posts that do not', 'DECIDED 05-08 S2', 'pass'],
    ['nobody on file', { ...act('DECIDED 05-08 S1'), who: null }, 'cannot-tell: acts[6].who'],
    ['no post on file', { ...act('DECIDED 05-08 S1'), post: null }, 'cannot-tell: acts[6].post'],
  ])('%s', (_, decide, expected) => {
    expect(process([...without('DECIDED'), decide])('decide/separation')).toBe(expected);
  });

  test('it is found at the later act', () => {
    const of = process([...without('PAID'), 'PAID 05-10 S3']);
    expect(of('pay/separation')).toBe('fail');
    expect(of('decide/separation')).toBe('pass');
  });
});

describe('documents', () => {
  test.each([
    ['one is not there', [{ paper: 'FORM' }], 'fail'],
    ['an empty list', [], 'fail'],
    [
      'one that does not say what it is',
      [{ paper: 'FORM' }, { paper: null }],
      'cannot-tell: papers[2].paper',
    ],
    ['the list is not on file', null, 'cannot-tell: papers'],
    ['the list is malformed', 'none', 'cannot-tell: papers'],
  ])('%s', (_, papers, expected) => {
    expect(process(sound, { papers })('decide/documents')).toBe(expected);
  });

  test('they are not asked for before the step is complete', () => {
    expect(process(without('DECIDED'), { papers: [] })('decide/documents')).toBe('not-applicable');
  });
});

describe('gate', () => {
  test('a failed gate makes each later step a finding, and suppresses nothing', () => {
    const of = process(sound, { checked: false });
    for (const step of ['decide', 'sign', 'pay']) expect(of(`${step}/gate`)).toBe('fail');
    expect(of('review/gate')).toBe('not-applicable');
    expect(of('decide/order')).toBe('pass');
  });

  test('an undecided gate names what would decide it', () => {
    expect(process(sound, { checked: null })('decide/gate')).toBe('cannot-tell: checked');
    expect(process(sound, { day: null })('decide/gate')).toBe('cannot-tell: day');
  });

  test('a step that is not done went through no gate', () => {
    expect(process(without('PAID'), { checked: false })('pay/gate')).toBe('not-applicable');
  });
});

describe('acts', () => {
  test.each([
    ['that are not on file', null, 'cannot-tell: acts'],
    ['that are no list', 'none', 'cannot-tell: acts'],
    [
      'of which one does not say what it was',
      [...sound.map(act), { ...act('ASKED 05-06 S1'), what: null }],
      'cannot-tell: acts[7].backTo, acts[7].what',
    ],
    ['of which one is blank', [...sound.map(act), null], 'cannot-tell: acts[7]'],
  ])('%s tell nothing of the process', (_, acts, expected) => {
    const of = process([], { acts });
    for (const facet of ['ask/post', 'decide/order', 'decide/time', 'pay/gate'])
      expect(of(facet)).toBe(expected);
  });

  test('--step leaves later steps not due', () => {
    const of = process(sound, {}, { step: 'decide' });
    expect([of('decide/order'), of('sign/order'), of('pay/gate')]).toEqual([
      'pass',
      'not-due',
      'not-due',
    ]);
  });
});

describe('editions of a step', () => {
  const paid = (at: string) => [...without('PAID'), { ...act('PAID 05-10 S3'), at }];

  test('the day of the step picks its edition', () => {
    expect(process(paid('2023-05-10T10:00:00+08:00'))('pay/documents')).toBe('not-applicable');
    expect(process(paid('2024-05-10T10:00:00+08:00'), { papers: [] })('pay/documents')).toBe(
      'fail',
    );
  });
});
