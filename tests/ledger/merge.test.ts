import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { SheetRead } from '../../src/base/workbook.ts';
import { headOf } from '../../src/ledger/chain.ts';
import { columns, type Entry, type Filled } from '../../src/ledger/entry.ts';
import { besideOf, fold } from '../../src/ledger/fold.ts';
import { merge, type Merging } from '../../src/ledger/merge.ts';
import { chainOf, factsOf, ran } from './ledger.ts';

const ids = ['D-1/R-1', 'D-2/R-1'] as const;
const merging: Merging = {
  day: '2026-12-10',
  by: 'S-BR',
  isTheirs: false,
  hide: (text: string) => text,
};
const found = ran([], new Map(ids.map((one) => [one, factsOf(one)])), ['D-1', 'D-2']).entries;
const issued: readonly Entry[] = [
  ...found,
  ...ids.map((finding) => ({
    kind: 'moved' as const,
    day: '2026-11-26',
    by: 'S-IN',
    finding,
    from: 'to-confirm' as const,
    to: 'issued' as const,
    as: 'inspector' as const,
  })),
];

type Row = Filled & { readonly finding: string };

function sheetOf(rows: readonly Row[], head: string): SheetRead {
  const keys = ['finding', ...columns, 'head'] as const;
  const cells = rows.map((row) => keys.map((key) => (key === 'head' ? head : (row[key] ?? ''))));
  return {
    name: 'back.xlsx',
    rows: [[...keys], ...cells].map((line, index) => ({ number: index + 1, cells: line })),
  };
}

/** What a ledger comes to after a workbook made at `went` came back. */
function back(entries: readonly Entry[], rows: readonly Row[], went = entries, more = {}) {
  const links = chainOf(entries);
  const sheet = sheetOf(rows, headOf(chainOf(went)));
  const { value, diagnostics } = merge(links, [sheet], { ...merging, ...more });
  const all = [...entries, ...value.entries];
  return { all, value, codes: diagnostics.map(({ code }) => code), findings: fold(all).findings };
}

describe('what comes back', () => {
  test.each([
    ['nothing was filled in', {}, 'issued'],
    ['what is being done', { measures: '补' }, 'remedying'],
    ['that it is done', { measures: '补', done: '2026年12月1日', evidence: 'P-1' }, 'to-accept'],
    ['done, without evidence', { measures: '补', done: '2026-12-01' }, 'remedying'],
    ['an objection', { measures: '补', objection: '不是' }, 'disputed'],
    ['an opinion alone', { opinion: '知悉' }, 'issued'],
  ])('moves a finding on: %s', (_, filled, state) => {
    const { findings, codes } = back(issued, [{ finding: ids[0], ...filled }]);
    expect(codes).toEqual([]);
    expect(findings.get(ids[0])?.state).toBe(state);
    expect(findings.get(ids[1])?.state).toBe('issued');
    const done = 'done' in filled ? '2026-12-01' : undefined;
    expect(findings.get(ids[0])?.filled.done).toBe(done);
  });

  test('before it was issued it moves nothing', () => {
    const { findings } = back(found, [{ finding: ids[0], measures: '补' }]);
    expect(findings.get(ids[0])).toMatchObject({ state: 'to-confirm', filled: { measures: '补' } });
  });

  test.each([
    ['an unknown row', [{ finding: 'D-1/R-9', measures: 'x' }], ['ledger/unknown-row']],
    ['a row without its finding', [{ finding: '', measures: 'x' }], ['ledger/unknown-row']],
    [
      'the same row twice, differently',
      [
        { finding: ids[0], measures: 'x' },
        { finding: ids[0], measures: 'y' },
      ],
      ['ledger/row-twice'],
    ],
    ['no day', [{ finding: ids[0], done: '下月' }], ['ledger/impossible-day']],
  ])('tells %s, and takes the rest', (_, rows, says) => {
    const { codes, findings } = back(issued, [...rows, { finding: ids[1], measures: 'ok' }]);
    expect(codes).toEqual(says);
    expect(findings.get(ids[1])?.filled.measures).toBe('ok');
  });

  test('a workbook of another ledger, and a workbook that is none', () => {
    const sheet = sheetOf([{ finding: ids[0], measures: 'x' }], 'sha256:9');
    const other = merge(chainOf(issued), [sheet], merging);
    expect(other.diagnostics.map(({ code }) => code)).toEqual(['ledger/other-ledger']);
    expect(other.value.entries).toEqual([]);
    const none = merge(chainOf(issued), [{ name: 'x', rows: [] }], merging);
    expect(none.diagnostics.map(({ code }) => code)).toEqual(['ledger/not-a-register']);
  });

  test('where both sides wrote, ours holds and theirs is kept beside it', () => {
    const row = (measures: string) => [{ finding: ids[0], measures }];
    const ours = back(issued, row('ours')).all;
    const met = back(ours, row('theirs'), issued);
    expect(met.codes).toEqual(['ledger/conflict']);
    const finding = met.findings.get(ids[0]);
    expect(finding?.filled.measures).toBe('ours');
    expect(finding && besideOf(finding)).toEqual({ measures: 'theirs' });
    // once more brings nothing
    expect(back(met.all, row('theirs'), issued).value.entries).toEqual([]);
    const taken = back(met.all, row('theirs'), issued, { isTheirs: true });
    const after = taken.findings.get(ids[0]);
    expect(after?.filled.measures).toBe('theirs');
    expect(after && besideOf(after)).toEqual({});
  });

  const text = fc.constantFrom('', 'a', 'b', '2026-12-01');
  const filled = fc.record({
    measures: text,
    evidence: text,
    opinion: text,
    objection: text,
    done: fc.constantFrom('', '2026-12-01', '2026-12-02'),
  });

  test('the same workbook brings nothing twice, and nothing that came is lost', () => {
    fc.assert(
      fc.property(filled, filled, fc.boolean(), (first, second, isTheirs) => {
        const before = back(issued, [{ finding: ids[0], ...first }]).all;
        const rows = [{ finding: ids[0], ...second }];
        const once = back(before, rows, issued, { isTheirs });
        const twice = back(once.all, rows, issued, { isTheirs });
        expect(twice.value.entries).toEqual([]);
        expect(fold(once.all).stray).toEqual([]);
        const finding = once.findings.get(ids[0]);
        for (const column of columns) {
          const theirs = second[column];
          const kept = [finding?.filled[column] ?? '', finding && besideOf(finding)[column]];
          // a cell left as it went out says nothing
          if (theirs !== '') expect(kept).toContain(theirs);
        }
      }),
    );
  });
});
