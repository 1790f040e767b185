import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addressOf, hashOf } from '../../../src/document/page/address.ts';
import {
  extract,
  folded,
  type Indexed,
  indexed,
  marked,
  search,
} from '../../../src/document/page/search.ts';

const units: readonly Indexed[] = [
  ['summary', '概要', '首付款守住下限，LTV 不得超过 80%。'],
  ['RSK-007', 'RSK-007 最低首付款比例', '首付款比例不低于城市下限；二手房同此办理。'],
  ['definition-ratio', '首付款比例', '首付款金额÷成交价'],
  ['table-city', '城市最低首付款比例', '城市 首套 15%'],
  ['MRG-004', 'MRG-004 抵押登记按时递交', '签约后５个工作日内递交抵押登记。'],
].map(([id = '', title = '', says = '']) =>
  indexed({ page: '', id, title, place: [], text: `${title}\n${says}` }),
);

describe('search', () => {
  test.each([
    [
      'an exact title first, with an id in front or not, then titles, then texts',
      '首付款比例',
      ['definition-ratio', 'RSK-007', 'table-city'],
    ],
    ['an id', 'rsk-007', ['RSK-007']],
    ['capitals are as small letters', 'ltv', ['summary']],
    ['wide letters are as ordinary ones', 'ＬＴＶ', ['summary']],
    ['ordinary digits find wide ones', '5个工作日', ['MRG-004']],
    ['all of several words', '比例 二手房', ['RSK-007']],
    ['an ideographic space parts words', '比例　二手房', ['RSK-007']],
    ['nothing typed', '  ', []],
    ['what stands nowhere', '天气', []],
    ['a single sign', '付', ['RSK-007', 'definition-ratio', 'table-city', 'summary']],
  ])('%s', (_, query, ids) => {
    expect(search(units, query).units.map(({ id }) => id)).toEqual(ids);
  });

  test('what stands nowhere as it was typed is cut into what does', () => {
    const { units: found, words, isApart } = search(units, '二手房首付款下限');
    expect({ ids: found.map(({ id }) => id), words, isApart }).toEqual({
      ids: ['RSK-007'],
      words: ['二手房', '首付款', '下限'],
      isApart: true,
    });
  });

  describe('a word that texts do not have stands for the one that they have', () => {
    const synonyms = [
      { word: '首付款比例', others: ['首付比例', '首付比'] },
      { word: '第二套', others: ['二套房', '第二套房'] },
      { word: '抵押率', others: ['LTV', '贷款成数'] },
    ];
    test.each([
      ['and is what is looked for', '首付比例', ['definition-ratio', 'RSK-007', 'table-city'], 1],
      ['inside other words', '城市首付比', ['table-city', 'RSK-007'], 1],
      ['the longest of several', '第二套房首付比例', [], 2],
      [
        'not inside the word itself',
        '首付款比例',
        ['definition-ratio', 'RSK-007', 'table-city'],
        0,
      ],
      ['not inside a word of letters', 'ltvs', [], 0],
      ['beside texts that have it', 'ltv', ['summary'], 1],
    ])('%s: %s', (_, query, ids, count) => {
      const found = search(units, query, synonyms);
      expect([found.isApart ? [] : found.units.map(({ id }) => id), found.instead.length]).toEqual([
        ids,
        count,
      ]);
    });
  });

  test('rules come first by their titles, before what has the title to the letter', () => {
    const rules = units.map((unit) => ({ ...unit, isRule: /^[A-Z]+-\d+$/u.test(unit.id) }));
    expect(search(rules, '首付款比例').units.map(({ id }) => id)).toEqual([
      'RSK-007',
      'definition-ratio',
      'table-city',
    ]);
  });

  test('no text that has the query is missed, and none is found that has not', () => {
    const signs = fc.string({ unit: fc.constantFrom('首', '付', '款', 'a', 'A', 'Ａ', '１', '1') });
    fc.assert(
      fc.property(fc.array(signs), signs, (texts, query) => {
        fc.pre(query !== '');
        const all = texts.map((text, index) =>
          indexed({ page: '', id: String(index), title: '', place: [], text }),
        );
        const found = search(all, query);
        const scanned = all.filter(({ text }) => folded(text).includes(folded(query)));
        if (scanned.length > 0)
          expect(found.units.map(({ id }) => id).toSorted()).toEqual(
            scanned.map(({ id }) => id).toSorted(),
          );
        else expect(found.isApart || found.units.length === 0).toBe(true);
      }),
    );
  });
});

test('folding leaves every letter where it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(folded(text)).toHaveLength(text.length);
    }),
  );
  expect(folded('İＲＳＫ－００７（Ａ）')).toBe('İrsk-007(a)');
});

test('hits are marked as they are written, the longest where two begin together', () => {
  expect(marked('LTV与首付款、首付', ['首付', '首付款', 'ltv'])).toEqual([
    { text: 'LTV', isHit: true },
    { text: '与', isHit: false },
    { text: '首付款', isHit: true },
    { text: '、', isHit: false },
    { text: '首付', isHit: true },
  ]);
});

test('an extract begins shortly before the first hit behind the title', () => {
  const text = `标题有首付\n${'甲'.repeat(100)}首付${'乙'.repeat(200)}`;
  const [first, before, hit, behind, last] = extract(
    indexed({ page: '', id: 'a', title: '标题有首付', place: [], text }),
    ['首付'],
  );
  expect([first, hit, last].map((one) => one?.text)).toEqual(['…', '首付', '…']);
  expect([before, behind].map((one) => one?.text.length)).toEqual([24, 70]);
});

test('an extract shows where several words stand together', () => {
  const text = `标题\n首付款${'甲'.repeat(200)}二手房首付款不低于15%`;
  const shown = extract(indexed({ page: '', id: 'a', title: '标题', place: [], text }), [
    '首付',
    '二手房',
  ]);
  expect(shown.flatMap((one) => (one.isHit ? [one.text] : []))).toEqual(['二手房', '首付']);
});

test.each([
  ['', { anchor: '', chosen: [], tells: false }],
  ['#RSK-007', { anchor: 'RSK-007', chosen: [], tells: false }],
  [
    '#RSK-007?post=A&level=%E9%87%8D',
    {
      anchor: 'RSK-007',
      chosen: [
        ['post', 'A'],
        ['level', '重'],
      ],
      tells: true,
    },
  ],
  ['#?force=must', { anchor: '', chosen: [['force', 'must']], tells: true }],
  ['#%E9%87', { anchor: '%E9%87', chosen: [], tells: false }],
])('the address %s', (hash, { anchor, chosen, tells }) => {
  const address = addressOf(hash);
  expect({ ...address, chosen: [...address.chosen] }).toEqual({ anchor, chosen, tells });
});

test('an address that is written is read the same', () => {
  const values = fc.dictionary(fc.constantFrom('post', 'level'), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(fc.string(), values, (anchor, chosen) => {
      const read = addressOf(hashOf(anchor, new Map(Object.entries(chosen))));
      expect(read.anchor).toBe(anchor);
      expect(Object.fromEntries(read.chosen)).toEqual(chosen);
    }),
  );
});
