import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { People, Person } from '../../src/check/people.ts';
import { clashesOf, dutiesOf } from '../../src/handover/duties.ts';
import { handledFiles } from '../../src/handover/hand-overs.ts';
import { longestOf, spreadOf, waitsBy } from '../../src/handover/waits.ts';
import { ringProgram, walked } from '../ring/fixture.ts';

const program = ringProgram({ any: { due: 'day' } });

type Given = readonly [
  what: string,
  at: string | undefined,
  who?: string | undefined,
  post?: string,
];

function file(id: string, acts: readonly Given[], more = 'remarks: [C1]\nkind: X') {
  const listed = acts.map(
    ([what, at, who, post]) =>
      `  - { what: ${what}${at === undefined ? '' : `, at: ${at}:00+08:00`}${who === undefined ? '' : `, who: ${who}`}${post === undefined ? '' : `, post: ${post}`} }\n`,
  );
  return walked(program, id, `${more}\nacts:\n${listed.join('')}`);
}

function handled(acts: readonly Given[]) {
  const [one] = handledFiles(program, [file('F', acts)]);
  if (!one) throw new Error('a file with events is handled');
  return {
    handOvers: one.handOvers.map(
      ({ from, to, workingDays, hours, isReturn }) =>
        `${from.event}>${to.event} ${workingDays ?? '?'}d ${hours ?? '?'}h${isReturn ? ' return' : ''}`,
    ),
    untold: one.untold.flatMap(({ lacking }) => lacking),
    outOfOrder: one.outOfOrder,
  };
}

describe('hand-overs', () => {
  test('are where post or person changes, days and hours off left out', () => {
    expect(
      handled([
        ['ASKED', '2024-09-29T10:00', 'a', 'CLERK'],
        ['ASKED', '2024-09-30T10:00', 'a', 'CLERK'],
        ['REVIEWED', '2024-10-08T16:00', 'b', 'REVIEWER'],
        ['REVIEWED', '2024-10-08T17:30', 'c', 'REVIEWER'],
      ]),
    ).toEqual({ handOvers: ['2>3 1d 30h', '3>4 0d 1.5h'], untold: [], outOfOrder: [] });
  });

  test('are told by time, not as listed, returns with them', () => {
    expect(
      handled([
        ['REVIEWED', '2024-11-05T09:00', 'b', 'REVIEWER'],
        ['ASKED', '2024-11-04T09:00', 'a', 'CLERK'],
        ['RETURNED', '2024-11-05T09:30', 'b', 'REVIEWER'],
        ['ASKED', '2024-11-07T09:30', 'a', 'CLERK'],
      ]),
    ).toEqual({
      handOvers: ['2>1 1d 24h', '3>4 2d 48h return'],
      untold: [],
      outOfOrder: ['2'],
    });
  });

  test('a year that the calendar does not know leaves the wait open', () => {
    const acts = [
      ['ASKED', '2024-12-31T09:00', 'a', 'CLERK'],
      ['REVIEWED', '2025-01-02T09:00', 'b', 'REVIEWER'],
    ] as const;
    expect(handled(acts).handOvers).toEqual(['1>2 ?d ?h']);
  });

  test('an event without a time leaves all of the file open', () => {
    expect(
      handled([
        ['ASKED', '2024-11-04T09:00', 'a', 'CLERK'],
        ['REVIEWED', undefined, 'b', 'REVIEWER'],
        ['DECIDED', '2024-11-06T09:00', 'c', 'MANAGER'],
      ]),
    ).toEqual({ handOvers: [], untold: ['/acts/1/at'], outOfOrder: [] });
  });

  test('without person the posts may tell, without post nothing does', () => {
    const at = ['2024-11-04T09:00', '2024-11-05T09:00'] as const;
    expect(
      handled([
        ['ASKED', at[0], undefined, 'CLERK'],
        ['REVIEWED', at[1], 'b', 'REVIEWER'],
      ]),
    ).toMatchObject({ handOvers: ['1>2 1d 24h'], untold: [] });
    expect(
      handled([
        ['ASKED', at[0], undefined, 'CLERK'],
        ['ASKED', at[1], 'b', 'CLERK'],
      ]),
    ).toMatchObject({ handOvers: [], untold: ['/acts/0/who'] });
    expect(
      handled([
        ['ASKED', at[0], 'a'],
        ['ASKED', at[1], 'b', 'CLERK'],
      ]),
    ).toMatchObject({ handOvers: [], untold: ['/acts/0/post'] });
  });

  test('no list of events is no hand-over that can be told, an empty one is none', () => {
    const [absent] = handledFiles(program, [walked(program, 'F', 'kind: X')]);
    expect(absent).toMatchObject({ handOvers: [], untold: [{ lacking: ['/acts'] }] });
    const [empty] = handledFiles(program, [walked(program, 'F', 'acts: []')]);
    expect(empty).toMatchObject({ handOvers: [], untold: [] });
  });
});

test.each([
  ['an odd number', [3, 1, 2], { median: 2, ninth: 3, longest: 3, total: 6 }],
  ['an even number', [1, 2, 3, 10], { median: 2.5, ninth: 10, longest: 10, total: 16 }],
  ['ten', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { median: 5.5, ninth: 9 }],
  ['none', [], { median: undefined, ninth: undefined, total: undefined, longest: undefined }],
  ['an unknown one that decides', [1, 9, undefined], { median: undefined, longest: undefined }],
  [
    'an unknown one that cannot',
    [2, 2, 2, undefined],
    { median: 2, ninth: undefined, total: undefined },
  ],
])('waits of %s', (_, waits, spread) => {
  expect(spreadOf(waits)).toMatchObject(spread);
});

test('waits by pair of posts, by who took over, by branch and file; the longest first', () => {
  const files = [
    file('F', [
      ['ASKED', '2024-11-04T09:00', 'a', 'CLERK'],
      ['REVIEWED', '2024-11-05T09:00', 'b', 'REVIEWER'],
      ['DECIDED', '2024-11-11T09:00', 'c', 'MANAGER'],
    ]),
    file('G', [
      ['ASKED', '2024-11-04T09:00', 'a', 'CLERK'],
      ['REVIEWED', '2024-11-07T09:00', 'b', 'REVIEWER'],
    ]),
  ];
  const all = handledFiles(program, files).flatMap(({ handOvers }) => handOvers);
  const told = (by: Parameters<typeof waitsBy>[0]) =>
    waitsBy(by, all).map(
      ({ key, count, workingDays }) => `${key.join('>')} ${count} ${workingDays.median}`,
    );
  expect(told('post')).toEqual(['REVIEWER>MANAGER 1 4', 'CLERK>REVIEWER 2 2']);
  expect(told('officer')).toEqual(['c 1 4', 'b 2 2']);
  expect(told('branch')).toEqual(['X 3 3']);
  expect(told('file')).toEqual(['G 1 3', 'F 2 2.5']);
  expect(longestOf(all, 1).map(({ to }) => to.type)).toEqual(['DECIDED']);
});

function clashes(...files: readonly ReturnType<typeof file>[]) {
  return clashesOf(program, handledFiles(program, files)).map(
    ({ actor, month, posts, scope, of, acts }) =>
      `${actor} ${month} ${posts.join('×')} ${scope} ${of}: ${acts.map((own) => own.map((one) => one.file + one.event).join(' ')).join(' | ')}`,
  );
}

test('incompatible posts of a month are found across files of a customer or branch, not in one file', () => {
  const asks = file('F', [['ASKED', '2024-11-04T09:00', 'a', 'CLERK']]);
  const decides: Given[] = [['DECIDED', '2024-11-29T23:59', 'a', 'MANAGER']];
  expect(clashes(asks, file('G', decides))).toEqual([
    'a 2024-11 CLERK×MANAGER customer C1: F1 | G1',
  ]);
  expect(clashes(asks, file('G', decides, 'remarks: [C2]\nkind: X'))).toEqual([
    'a 2024-11 CLERK×MANAGER branch X: F1 | G1',
  ]);
  expect(clashes(asks, file('G', decides, 'remarks: [C2]\nkind: Y'))).toEqual([]);
  expect(clashes(asks, file('G', [['DECIDED', '2024-12-01T00:00', 'a', 'MANAGER']]))).toEqual([]);
  const both = file('F', [['ASKED', '2024-11-04T09:00', 'a', 'CLERK'], ...decides]);
  expect(clashes(both)).toEqual([]);
});

function people(...everybody: readonly Partial<Person>[]): People {
  const persons = everybody.map((one): Person => ({
    id: '?',
    branch: undefined,
    postsOn: () => new Map(),
    tenures: [],
    ...one,
  }));
  return { everybody: persons } as unknown as People;
}

test('a post that steps ask for and nobody holds, nobody in a branch, or nobody can tell', () => {
  const held =
    (...posts: readonly [string, boolean | undefined][]) =>
    () =>
      new Map(posts);
  const { vacancies } = dutiesOf(
    program,
    people(
      { id: 'a', branch: 'X', postsOn: held(['CLERK', true]) },
      { id: 'b', branch: 'Y', postsOn: held(['REVIEWER', undefined]) },
    ),
    '2024-11-04',
    ['X', 'Y'],
  );
  expect(vacancies.map(({ post, state, branches }) => [post, state, ...branches])).toEqual([
    ['CLERK', 'elsewhere', 'Y'],
    ['REVIEWER', 'cannot-tell'],
    ['MANAGER', 'nobody'],
  ]);
});

test('somebody in two incompatible posts at once, by the days that they share', () => {
  const tenures = (from: string, until: string | null) => [
    { post: 'CLERK', from: '2024-01-01', until: '2024-06-30' },
    { post: 'MANAGER', from, until },
  ];
  const { doubled, unclear } = dutiesOf(
    program,
    people(
      { id: 'a', tenures: tenures('2024-06-30', null) },
      { id: 'b', tenures: tenures('2024-07-01', null) },
      { id: 'c', tenures: undefined },
    ),
    '2024-11-04',
    [],
  );
  expect(doubled).toEqual([
    { person: 'a', posts: ['CLERK', 'MANAGER'], from: '2024-06-30', until: '2024-06-30' },
  ]);
  expect(unclear).toEqual(['c']);
});

test('the rule over a customer’s files has the incompatible pairs of posts.yaml', () => {
  const rule = readFileSync(
    'rules/stages/safeguards/institutions-and-posts/SOD-010-apart-over-a-customers-files.yaml',
    'utf8',
  );
  const pairs = [
    ...rule.matchAll(/act\.post = "([A-Z_]+)" and beside\.post in \(([^)]+)\)/gu),
  ].flatMap(([, one, others = '']) =>
    others.split(', ').map((other) => `${one}/${other.slice(1, -1)}`),
  );
  const posts = readFileSync('rules/posts.yaml', 'utf8');
  const own = [...posts.matchAll(/- posts: \[([A-Z_]+), ([A-Z_]+)\]/gu)]
    .map(([, a, b]) => `${a}/${b}`)
    // models are no files of customers
    .filter((pair) => !pair.startsWith('MODEL_'));
  expect(new Set(pairs)).toEqual(new Set(own));
});
