import { expect, test } from 'vitest';

import { tasksOf } from '../../src/ring/tasks.ts';
import { ringProgram, walked } from './fixture.ts';

const program = ringProgram({
  yearly: {
    when: 'agreed',
    due: 'day + duration("P1Y")',
    needs: [
      {
        is: 'every d in dossiers satisfies (d.withdrawn = null or d.withdrawn > today)',
        otherwise: { en: 'withdrawn' },
      },
      { is: 'some d in dossiers satisfies d.checked', otherwise: { en: 'no consent' } },
    ],
    answered: 'some act in acts satisfies (act.what = "CALLED" and date(act.at) >= due)',
  },
  silent: {
    when: 'kind = "Y"',
    due: 'day',
    answered: 'seen > date and time("2024-01-01T00:00:00+08:00")',
    ifAbsent: 'open',
  },
  item: { each: { thing: 'items' }, when: 'not(thing.done)', due: 'thing.day' },
});

/** `yearly open 2024-06-01`; with why, or what it lacks and where. */
function said(files: readonly (readonly [string, string])[], today = '2024-05-31') {
  const read = files.map(([id, yaml]) => walked(program, id, yaml));
  return tasksOf(program, read, today).map(
    ({ occasion, file, element, state, due, why, lacking }) =>
      [
        file,
        occasion.name,
        ...(element === undefined ? [] : [element]),
        state,
        due ?? '-',
        ...why.map(({ en }) => en),
        ...lacking.map((one) => `${one.file}${one.pointer}`),
      ].join(' '),
  );
}

const sound =
  'day: 2023-06-01\nagreed: true\nchecked: true\nacts: []\nitems: []\nremarks: [C1]\nkind: X\n';

test('a task is open up to its day and late after it, and done once it was answered', () => {
  expect(said([['F', sound]])).toEqual(['F yearly open 2024-06-01']);
  expect(said([['F', sound]], '2024-06-01')).toEqual(['F yearly open 2024-06-01']);
  expect(said([['F', sound]], '2024-06-02')).toEqual(['F yearly late 2024-06-01']);
  const called = sound.replace('[]', '[{ what: CALLED, at: 2024-06-01T09:00:00+08:00 }]');
  expect(said([['F', called]])).toEqual(['F yearly done 2024-06-01']);
  expect(said([['F', sound.replace('agreed: true', 'agreed: false')]])).toEqual([]);
});

test('what has to hold is asked of every file of the customer, and of no other', () => {
  const other = 'remarks: [C1]\nkind: X\nagreed: false\nitems: []\nwithdrawn: 2024-05-31\n';
  expect(
    said([
      ['F', sound],
      ['G', other],
    ]),
  ).toEqual(['F yearly blocked 2024-06-01 withdrawn']);
  const stranger = other.replace('C1', 'C2');
  expect(
    said([
      ['F', sound],
      ['G', stranger],
    ]),
  ).toEqual(['F yearly open 2024-06-01']);
  const unchecked = sound.replace('checked: true', 'checked: false');
  expect(said([['F', unchecked]])).toEqual(['F yearly blocked 2024-06-01 no consent']);
});

test('consent of another file of the customer is enough', () => {
  const unchecked = sound.replace('checked: true', 'checked: false');
  const other = 'remarks: [C1]\nkind: X\nagreed: false\nchecked: true\nitems: []\n';
  expect(
    said([
      ['F', unchecked],
      ['G', other],
    ]),
  ).toEqual(['F yearly open 2024-06-01']);
});

test('a file of which nobody can tell the customer may be the customer’s', () => {
  const nobodys = 'kind: X\nagreed: false\nchecked: false\nitems: []\nwithdrawn: 2024-05-31\n';
  expect(
    said([
      ['F', sound],
      ['G', nobodys],
    ]),
  ).toEqual(['F yearly cannot-tell 2024-06-01 G/remarks']);
  const harmless = nobodys.replace('2024-05-31', '2025-01-01');
  expect(
    said([
      ['F', sound],
      ['G', harmless],
    ]),
  ).toEqual(['F yearly open 2024-06-01']);
});

test('what is missing is told with its place, in whichever file', () => {
  expect(said([['F', sound.replace('day: 2023-06-01\n', '')]])).toEqual([
    'F yearly cannot-tell - F/day',
  ]);
  expect(said([['F', sound.replace('agreed: true\n', '')]])).toEqual([
    'F yearly cannot-tell - F/agreed',
  ]);
  const open = sound.replace('checked: true\n', '');
  expect(said([['F', open]])).toEqual(['F yearly cannot-tell 2024-06-01 F/checked']);
  expect(said([['F', sound.replace('acts: []\n', '')]])).toEqual([
    'F yearly cannot-tell 2024-06-01 F/acts',
  ]);
});

test('a task for each element, by its key', () => {
  const items = sound
    .replace('agreed: true', 'agreed: false')
    .replace(
      'items: []',
      'items: [{ itemId: A, day: 2024-05-30, done: false }, { itemId: B, day: 2024-07-01, done: true }, { day: 2024-07-02, done: false }, { itemId: D, done: false }]',
    );
  expect(said([['F', items]])).toEqual([
    'F item A late 2024-05-30',
    'F item 3 open 2024-07-02',
    'F item D cannot-tell - F/items/3/day',
  ]);
});

test('where a record counts as not done while it is absent, it does so unless nobody captured it', () => {
  const silent = sound.replace('agreed: true', 'agreed: false').replace('kind: X', 'kind: Y');
  expect(said([['F', silent]])).toEqual(['F silent late 2023-06-01']);
  expect(said([['F', `${silent}seen: 2024-02-01T00:00:00+08:00`]])).toEqual([
    'F silent done 2023-06-01',
  ]);
  expect(said([['F', `${silent}notCaptured: [seen]`]])).toEqual([
    'F silent cannot-tell 2023-06-01 F/seen',
  ]);
});

test('with too many files that may be anybody’s no task is told', () => {
  const nobodys = 'kind: X\nagreed: false\nchecked: true\nitems: []\nwithdrawn: 2025-01-01\n';
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => [`G${at}`, nobodys] as const);
  expect(said([['F', sound], ...many(50)])).toEqual(['F yearly open 2024-06-01']);
  expect(said([['F', sound], ...many(51)])[0]).toMatch(/^F yearly cannot-tell 2024-06-01 G0/u);
});
