import { describe, expect, test } from 'vitest';

import { head, lists, rowsOf, section, told, wrongWith } from './fixture.ts';

const request = (id: string, who: string, rest = '') =>
  `subject: request\nid: ${id}\nproduct: A\nremarks: [${who}]\n${rest}`;
const view = (...sections: readonly object[]) => ({ ...head, sections });

describe('whose files', () => {
  test('those of the key alone, in the order in which they came', async () => {
    const report = await told(view(lists), 'P1', [
      request('R1', 'P1', 'items: [{ itemId: A, amount: 1 }]'),
      request('R2', 'P2', 'items: [{ itemId: B, amount: 2 }]'),
      request('R3', 'P2, P1', 'items: [{ itemId: C, amount: 3 }]'),
    ]);
    expect(report.files).toMatchObject({ read: 3, unread: 0, others: 0 });
    expect(report.files.taken.map(({ id }) => id)).toEqual(['R1', 'R3']);
    expect(rowsOf(report)).toEqual(['R1 | A | 1 Chinese yuan', 'R3 | C | 3 Chinese yuan']);
  });

  test('one whose owner cannot be told is named, and in no row', async () => {
    const report = await told(view(lists), 'P1', [
      request('R1', 'P1', 'items: []'),
      'subject: request\nid: R2\nitems: [{ itemId: B, amount: 2 }]',
    ]);
    expect(report.files.unplaced).toEqual({ count: 1, first: ['R2'] });
    expect(rowsOf(report)).toEqual([]);
  });

  test('one that was given before is told, and counts once', async () => {
    const file = request('R1', 'P1', 'items: [{ itemId: A, amount: 1 }]');
    const report = await told(view(lists), 'P1', [file, file]);
    expect(section(report, 'table').totals[0]).toMatchObject({ value: '1', counted: 1 });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['dossier/same-id']);
  });

  test('what is no file of ours is counted apart', async () => {
    const report = await told(view(lists), 'P1', ['id: [', request('R1', 'P1', 'items: []')]);
    expect(report.files).toMatchObject({ read: 2, unread: 1 });
  });

  test('files of several kinds, each section of its own', async () => {
    const desks = {
      section: 'desks',
      title: { en: 'Desks' },
      subject: 'desk',
      facts: [{ fact: 'seats', title: { en: 'Seats' }, is: 'sum(dossiers.seats)' }],
    };
    const report = await told(view(lists, desks), 'P1', [
      'subject: desk\ncode: D1\nof: P1\nseats: 4',
      request('R1', 'P1', 'items: []'),
      'subject: desk\ncode: D2\nof: P1\nseats: 3',
      'subject: desk\ncode: D3\nof: P2\nseats: 9',
    ]);
    expect(section(report, 'facts').facts[0]).toMatchObject({ value: '7', text: { en: '7' } });
  });
});

describe('wider groups', () => {
  const grouped = {
    ...head,
    groups: [{ group: 'friends', title: { en: 'Friends' }, groupBy: { request: 'remarks' } }],
    sections: [{ ...lists, group: 'friends' }],
  };
  const files = [
    request('R0', 'P2', 'items: [{ itemId: Z, amount: 9 }]'),
    request('R1', 'P1, P2', 'items: [{ itemId: A, amount: 1 }]'),
    request('R2', 'P3', 'items: [{ itemId: B, amount: 2 }]'),
  ];

  test('take the files of further keys, one that came before too', async () => {
    const report = await told(grouped, 'P1', files);
    expect(report.groups).toMatchObject([{ keys: ['P2'], files: [{ id: 'R0' }] }]);
    expect(rowsOf(report)).toEqual(['R1 | A | 1 Chinese yuan', 'R0 | Z | 9 Chinese yuan']);
  });

  test('say that they were not looked for where the files cannot be read twice', async () => {
    const report = await told(grouped, 'P1', files, { twice: false });
    expect(report.groups).toMatchObject([{ keys: ['P2'], files: [], notRead: true }]);
  });
});

describe('what is not known', () => {
  test('a value says what is missing, and where', async () => {
    const report = await told(view(lists), 'P1', [request('R1', 'P1', 'items: [{ itemId: A }]')]);
    const [row] = section(report, 'table').rows;
    expect(row?.cells[2]).toMatchObject({
      value: null,
      text: { en: 'not on file: items[A].amount' },
      missing: [{ dossier: 'R1', field: 'items[A].amount' }],
    });
  });

  test('a total without a part gives the part that is known, and no figure', async () => {
    const report = await told(view(lists), 'P1', [
      request('R1', 'P1', 'items: [{ itemId: A, amount: 1.5 }, { itemId: B }]'),
      request('R2', 'P1'),
    ]);
    const { totals, wanting } = section(report, 'table');
    expect(totals[0]).toMatchObject({ value: null, known: '1.5', counted: 1, unknown: 2 });
    expect(totals[0]?.text['en']).toBe(
      'known part 1.50 Chinese yuan; 2 more parts are not on file, so there is no total',
    );
    expect(wanting).toMatchObject([{ dossier: 'R2', field: 'items' }]);
  });

  test('of nothing known there is no figure at all, of nothing there the sum is nought', async () => {
    const open = await told(view(lists), 'P1', [request('R1', 'P1', 'items: [{ itemId: A }]')]);
    expect(section(open, 'table').totals[0]).toMatchObject({ value: null, known: null });
    const none = await told(view(lists), 'P1', [request('R1', 'P1', 'items: []')]);
    expect(section(none, 'table').totals[0]).toMatchObject({ value: '0', unknown: 0 });
  });

  test('a row that may not belong is shown as such, and its amount is no known part', async () => {
    const done = { ...lists, when: 'i.done' };
    const report = await told(view(done), 'P1', [
      request(
        'R1',
        'P1',
        'items: [{ itemId: A, amount: 1, done: true }, { itemId: B, amount: 2 }, { itemId: C, amount: 4, done: false }]',
      ),
    ]);
    expect(rowsOf(report)).toEqual(['R1 | A | 1 Chinese yuan', 'R1 | B | 2 Chinese yuan | ?']);
    expect(section(report, 'table').totals[0]).toMatchObject({ known: '1', unknown: 1 });
  });

  test('a list of facts shows those that are known and names the rest', async () => {
    const facts = {
      section: 'who',
      title: { en: 'Who' },
      facts: [{ fact: 'day', title: { en: 'Day' }, is: 'dossiers.day' }],
    };
    const report = await told(view(facts), 'P1', [
      request('R1', 'P1', 'day: 2026-01-02'),
      request('R2', 'P1'),
    ]);
    const [fact] = section(report, 'facts').facts;
    expect(fact?.text['en']).toBe('2026-01-02, not on file: day');
    expect(fact?.value).toEqual(['2026-01-02', null]);
  });
});

test('sums add totals of tables before them, exactly', async () => {
  const more = { ...lists, section: 'more' };
  const sum = {
    section: 'all',
    title: { en: 'All' },
    adds: [{ of: 'items.amount' }, { of: 'more.amount' }],
  };
  const report = await told(view(lists, more, sum), 'P1', [
    request('R1', 'P1', 'items: [{ itemId: A, amount: 0.1 }, { itemId: B, amount: 0.2 }]'),
  ]);
  expect(section(report, 'sum').total).toMatchObject({
    value: '0.6',
    text: { en: '0.60 Chinese yuan' },
  });
});

test('rows in order, the unknown last', async () => {
  const ordered = { ...lists, orderBy: 'i.day', descending: true };
  const report = await told(view(ordered), 'P1', [
    request(
      'R1',
      'P1',
      'items: [{ itemId: A, amount: 1, day: 2026-01-01 }, { itemId: B, amount: 2 }, { itemId: C, amount: 3, day: 2026-02-01 }]',
    ),
  ]);
  expect(rowsOf(report).map((row) => row.split(' | ')[1])).toEqual(['C', 'A', 'B']);
});

test('personal data is masked unless asked for', async () => {
  const heads = {
    section: 'heads',
    title: { en: 'Heads' },
    subject: 'desk',
    facts: [{ fact: 'head', title: { en: 'Head' }, is: 'dossiers.head' }],
  };
  const files = ['subject: desk\ncode: D1\nof: P1\nhead: 沈嘉树'];
  const shown = async (unmasked: boolean) =>
    JSON.stringify(await told(view(heads), 'P1', files, { unmasked }));
  expect(await shown(false)).not.toContain('沈嘉树');
  expect(await shown(true)).toContain('沈嘉树');
});

describe('what the engine finds', () => {
  const rule = {
    require: 'count(distinct values(dossiers.kind)) = 1',
    scope: { groupBy: 'remarks' },
    asOf: 'max(dossiers.day)',
  };
  const shows = (what: string) => ({ section: what, title: { en: what }, shows: what });
  const files = [
    request('R1', 'P1', 'day: 2026-01-02\nkind: X'),
    request('R2', 'P1', 'day: 2026-01-03\nkind: Y'),
  ];

  test('a contradiction once, with a place in each file', async () => {
    const report = await told(view(shows('contradictions')), 'P1', files, { rule });
    const { findings } = section(report, 'contradictions');
    expect(findings).toHaveLength(1);
    const [found] = findings;
    const places = [found?.outcome.at, ...(found?.outcome.related ?? [])].map(
      (place) => `${place?.file ?? ''} ${place?.pointer ?? ''} ${place?.line ?? ''}`,
    );
    expect(places).toEqual(expect.arrayContaining(['1.yaml /kind 6', '2.yaml /kind 6']));
  });

  test('findings of one file alone are in their own section', async () => {
    const own = { require: 'kind = "X"', asOf: 'day' };
    const report = await told(view(shows('findings'), shows('contradictions')), 'P1', files, {
      rule: own,
    });
    const { findings } = section(report, 'findings');
    expect(
      findings.filter(({ outcome }) => outcome.rule === 'TST-001').map(({ dossier }) => dossier),
    ).toEqual(['R2']);
    expect(section(report, 'contradictions').findings).toEqual([]);
  });
});

describe('a view that is wrong', () => {
  test.each([
    ['shows two things', [{ ...lists, shows: 'next' }], 'program/view one-of'],
    ['shows nothing', [{ section: 'x', title: { en: 'x' } }], 'program/view one-of'],
    ['a table without columns', [{ ...lists, columns: undefined }], 'program/view table'],
    ['two sections of one name', [lists, lists], 'program/view taken'],
    ['an unknown group', [{ ...lists, group: 'kin' }], 'program/view group'],
    [
      'an unknown total',
      [{ section: 'x', title: { en: 'x' }, adds: [{ of: 'items.amount' }] }],
      'program/view total',
    ],
    [
      'a total of texts',
      [{ ...lists, columns: [{ ...lists.columns[0], total: true }] }],
      'feel/type',
    ],
    ['an unknown field', [{ ...lists, when: 'i.dne' }], 'feel/unknown-field'],
  ])('%s', (_, sections, code) => {
    expect(wrongWith(view(...sections))[0]).toContain(code);
  });

  test('an unknown kind of file, and a key that is none', () => {
    expect(wrongWith({ ...head, groupBy: { requests: 'remarks' }, sections: [lists] })[0]).toBe(
      'rulebook/unknown-reference',
    );
    expect(wrongWith({ ...head, groupBy: { request: 'items' }, sections: [lists] })[0]).toBe(
      'program/view key',
    );
  });
});
