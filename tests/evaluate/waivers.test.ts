import { describe, expect, test } from 'vitest';

import { judgeWith, programWith } from './fixture.ts';

const valid = {
  rule: 'TST-001',
  approvedOn: '2024-05-01',
  approvedBy: 'S9',
  post: 'REVIEWER',
  from: '2024-05-01',
  until: '2024-05-01',
};
const decided = { what: 'DECIDED', at: '2024-05-01T10:00:00+08:00', who: 'S3', post: 'MANAGER' };
const keys = { require: 'amount <= limit', waiver: { post: 'REVIEWER' } };

function judged(waivers: unknown, more: object = {}, rule: object = {}) {
  const file = { day: '2024-05-01', amount: 500, acts: [decided], waivers, ...more };
  const { outcomes } = judgeWith(programWith({ ...keys, ...rule }), JSON.stringify(file));
  const found = outcomes.find((one) => one.rule === 'TST-001');
  return { status: found?.status, problems: found?.waiver?.problems };
}

describe('a waiver covers a fail', () => {
  test('approved on the day, by the post asked for, for the day', () => {
    expect(judged([valid])).toEqual({ status: 'waived', problems: [] });
  });

  test.each([
    ['approved the day after', { approvedOn: '2024-05-02' }, ['approved-late']],
    ['by another post', { post: 'MANAGER' }, ['wrong-post']],
    ['by one who acted in the step', { approvedBy: 'S3' }, ['by-the-actor']],
    ['from the day after', { from: '2024-05-02', until: '2024-05-03' }, ['out-of-period']],
    ['until the day before', { from: '2024-04-01', until: '2024-04-30' }, ['out-of-period']],
    ['without a day of approval', { approvedOn: null }, ['incomplete']],
    ['without an end', { until: null }, ['incomplete']],
    ['without an approver', { approvedBy: null }, ['incomplete']],
    ['with an impossible day', { approvedOn: '2024-02-30' }, ['incomplete']],
    ['without a post', { post: null }, ['incomplete']],
    [
      'with two things wrong',
      { approvedOn: '2024-05-02', post: 'CLERK' },
      ['approved-late', 'wrong-post'],
    ],
  ])('not one %s', (_, change, problems) => {
    expect(judged([{ ...valid, ...change }])).toEqual({ status: 'fail', problems });
  });

  test.each<[string, object, readonly string[]]>([
    ['one who took the request in', { who: 'S9', post: 'CLERK' }, ['by-an-incompatible']],
    ['one who reviewed it', { who: 'S9', post: 'REVIEWER' }, []],
    ['somebody else than who took it in', { who: 'S8', post: 'CLERK' }, []],
    ['somebody else than one of no post', { who: 'S8' }, []],
    ['one whose post there is not known', { who: 'S9' }, ['incomplete']],
  ])('by %s', (_, act, problems) => {
    const asked = { what: 'ASKED', at: '2024-04-01T10:00:00+08:00', ...act };
    const waiver = { ...valid, post: 'MANAGER' };
    expect(judged([waiver], { acts: [asked, decided] }, { waiver: { post: 'MANAGER' } })).toEqual({
      status: problems.length === 0 ? 'waived' : 'fail',
      problems,
    });
  });

  test.each([
    ['a regulation', { kind: 'regulation' }, ['regulation']],
    ['a rule that allows none', { waiver: undefined }, ['not-waivable']],
    [
      'a red line',
      {
        risk: {
          point: { en: 'p' },
          type: 'credit',
          level: 'high',
          control: { en: 'c' },
          post: 'MANAGER',
          redLine: true,
        },
      },
      ['red-line'],
    ],
  ])('never %s', (_, rule, problems) => {
    expect(judged([valid], {}, rule)).toEqual({ status: 'fail', problems });
  });

  test('another rule’s waiver is none', () => {
    expect(judged([{ ...valid, rule: 'GAT-001' }])).toEqual({
      status: 'fail',
      problems: undefined,
    });
  });

  test('of several, the best counts', () => {
    expect(judged([{ ...valid, post: 'CLERK' }, valid]).status).toBe('waived');
  });

  test('never a cannot-tell, nor a pass', () => {
    expect(judged([valid], { amount: null }).status).toBe('cannot-tell');
    expect(judged([valid], { amount: 5 }).status).toBe('pass');
  });
});

describe('whoever may have acted in the step cannot waive its rules', () => {
  test.each([
    ['an act without an actor', { acts: [{ ...decided, who: null }] }],
    [
      'an act of unknown type by the approver',
      { acts: [decided, { ...decided, what: null, who: 'S9' }] },
    ],
    ['an act of which nothing is on file', { acts: [decided, null] }],
    ['acts that are not on file', { acts: null }],
    ['acts that are no list', { acts: 'none' }],
  ])('%s', (_, more) => {
    expect(judged([valid], more).status).toBe('fail');
  });
});

test('an element is waived by its key only', () => {
  const item = { day: '2024-05-01', amount: 500 };
  const rule = {
    each: { item: 'items' },
    asOf: 'item.day',
    require: 'item.amount <= limit',
    waiver: keys.waiver,
  };
  const items = [{ itemId: 'A', ...item }, { itemId: '3', ...item }, { ...item }];
  const of = (element?: string) =>
    judgeWith(
      programWith(rule),
      JSON.stringify({ items, acts: [decided], waivers: [{ ...valid, element }] }),
    ).of('TST-001');
  expect(of('A')).toBe('A waived | 3 fail | #3 fail');
  expect(of('B')).toBe('A fail | 3 fail | #3 fail');
  expect(of()).toBe('A fail | 3 fail | #3 fail');
  expect(of('3')).toBe('A fail | 3 waived | #3 fail');
});
