import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { linesFor, noHead, readChain } from '../../src/ledger/chain.ts';
import type { Entry } from '../../src/ledger/entry.ts';
import { fold, type LedgerFinding } from '../../src/ledger/fold.ts';
import { type Asked, moveOf } from '../../src/ledger/move.ts';
import { moves, movesFrom } from '../../src/ledger/moves.ts';
import { restingStates, type State, states } from '../../src/ledger/states.ts';
import { isSuppressed } from '../../src/ledger/suppressed.ts';
import { anyEntries, chainOf, digestOf, factsOf, ran } from './ledger.ts';

const id = 'D-1/R-1';

describe('folding', () => {
  test('loses no entry: each is in a history, a run, or told as stray', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { findings, runs, stray } = fold(entries);
        const kept = [...findings.values()].flatMap(({ history }) => history);
        expect(kept.length + runs.length + stray.length).toBe(entries.length);
        const strayed = new Set(stray.map((place) => entries[place]));
        expect(new Set(kept)).toEqual(new Set(entries.filter((one) => !strayed.has(one))));
      }),
    );
  });

  test('a chain is read as it was written, and no byte of it can be changed', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), (entries, place) => {
        const text = linesFor(entries, noHead, digestOf);
        const read = (changed: string) => readChain({ name: 'l', text: changed }, digestOf);
        expect(read(text).value.map(({ entry }) => entry)).toEqual(entries);
        if (text === '') return;
        const at = place % text.length;
        const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        expect(read(changed).diagnostics).toHaveLength(1);
      }),
    );
  });

  test('a line that was taken out, or put elsewhere, breaks the chain', () => {
    const { entries } = ran([], new Map([[id, factsOf(id)]]), ['D-1']);
    const more = [...entries, { kind: 'gone', day: '2026-12-01', by: 'S', finding: id } as const];
    const lines = linesFor(more, noHead, digestOf).split(/(?<=\n)/u);
    const [first = '', second = '', third = ''] = lines;
    for (const text of [first + third, second + first + third, third, first + second.trimEnd()]) {
      const { diagnostics } = readChain({ name: 'l', text }, digestOf);
      expect(diagnostics.map(({ code }) => code)).toEqual([
        text.endsWith('\n') ? 'ledger/broken-chain' : 'ledger/not-an-entry',
      ]);
    }
    // a cut tail is seen only by a head that was noted before
    expect(readChain({ name: 'l', text: first + second }, digestOf).diagnostics).toEqual([]);
  });
});

describe('moves', () => {
  test('every state but the resting ones leads on, and every one can be reached', () => {
    for (const state of states) expect(movesFrom(state).length).toBeGreaterThan(0);
    const reached = new Set<State>(['to-confirm']);
    for (const state of reached) for (const { to } of movesFrom(state)) reached.add(to);
    expect([...reached].toSorted()).toEqual([...states].toSorted());
  });

  test('closing and calling mistaken take two people, nothing else does', () => {
    for (const { to, isByTwo } of moves) expect(isByTwo).toBe(to === 'closed' || to === 'mistaken');
  });

  const asked = (to: State, by: string, more: Partial<Asked> = {}): Asked => ({
    to,
    by,
    day: '2026-12-01',
    why: undefined,
    evidence: undefined,
    due: undefined,
    ...more,
  });
  const inspection = { inspectors: ['S-IN'], reviewers: ['S-RV'] };
  const found = ran([], new Map([[id, factsOf(id)]]), ['D-1']).entries;
  const after = (entries: readonly Entry[]) => fold(entries).findings.get(id) as LedgerFinding;

  test.each([
    ['by an inspector', 'issued', 'S-IN', {}, 'moved'],
    ['by those inspected', 'issued', 'S-BR', {}, 'not-yours'],
    ['there is no such way', 'closed', 'S-IN', {}, 'no-move'],
    ['without a reason', 'mistaken', 'S-IN', {}, 'wanting'],
    ['with an empty reason', 'mistaken', 'S-IN', { why: ' ' }, 'wanting'],
    ['with a reason', 'mistaken', 'S-IN', { why: 'x' }, 'moved'],
  ] as const)('%s', (_, to, by, more, says) => {
    const made = moveOf(after(found), asked(to, by, more), inspection);
    expect('problem' in made ? made.problem : made.kind).toBe(says);
  });

  test('whoever acted on the file, or put it right, cannot close it; nor one person twice', () => {
    const step = (entries: readonly Entry[], given: Asked): readonly Entry[] => {
      const made = moveOf(after(entries), given, null);
      if ('problem' in made) throw new Error(made.problem);
      return [...entries, made];
    };
    let entries = step(found, asked('issued', 'S-IN'));
    entries = step(entries, asked('remedying', 'S-BR'));
    entries = step(entries, asked('to-accept', 'S-BR', { evidence: 'P-1' }));
    for (const by of ['S-CM', 'S-AP', 'S-BR'])
      expect(() => step(entries, asked('closed', by))).toThrow('too-near');
    entries = step(entries, asked('closed', 'S-IN'));
    expect(after(entries).state).toBe('to-accept');
    expect(() => step(entries, asked('closed', 'S-IN'))).toThrow('same-person');
    entries = step(entries, asked('closed', 'S-RV'));
    expect(after(entries)).toMatchObject({ state: 'closed', half: undefined });
    // found again, it is a repeated finding
    const again = ran(entries, new Map([[id, factsOf(id)]]), ['D-1']);
    expect(again.back).toEqual([id]);
    expect(after([...entries, ...again.entries])).toMatchObject({ state: 'to-confirm', times: 2 });
  });
});

describe('from run to run', () => {
  const one = factsOf(id);
  const first = ran([], new Map([[id, one]]), ['D-1']).entries;

  test.each([
    ['the same', new Map([[id, one]]), ['D-1'], { open: [id] }, 1],
    ['the file changed', new Map([[id, factsOf(id, 'sha256:2')]]), ['D-1'], { open: [id] }, 2],
    ['gone', new Map(), ['D-1'], { gone: [id] }, 2],
    ['its file was not judged', new Map(), ['D-2'], {}, 1],
    [
      'another',
      new Map([
        [id, one],
        ['D-1/R-2', one],
      ]),
      ['D-1'],
      { open: [id], fresh: ['D-1/R-2'] },
      2,
    ],
  ] as const)('%s', (_, found, judged, says, entries) => {
    const taken = ran(first, found, judged);
    const none = { fresh: [], open: [], gone: [], back: [], suppressed: [] };
    expect(taken).toMatchObject({ ...none, ...says });
    expect(taken.entries).toHaveLength(entries);
  });

  test('gone, then back again: as many times as it came', () => {
    let entries: readonly Entry[] = first;
    for (const times of [2, 3]) {
      entries = [...entries, ...ran(entries, new Map(), ['D-1']).entries];
      expect(fold(entries).findings.get(id)?.isPresent).toBe(false);
      const back = ran(entries, new Map([[id, one]]), ['D-1']);
      expect(back.back).toEqual([id]);
      entries = [...entries, ...back.entries];
      expect(fold(entries).findings.get(id)).toMatchObject({ isPresent: true, times });
    }
    expect(chainOf(entries)).toHaveLength(entries.length);
  });

  const mistaken: readonly Entry[] = [
    ...first,
    ...(['first', 'second'] as const).map((turn) => ({
      kind: 'moved' as const,
      day: '2026-12-01',
      by: `S-${turn}`,
      finding: id,
      from: 'to-confirm' as const,
      to: 'mistaken' as const,
      as: 'inspector' as const,
      turn,
      why: 'x',
    })),
  ];

  test.each([
    ['as it was', {}, true],
    ['the file changed', { digest: 'sha256:2' }, false],
    ['the file is not known', { digest: null }, false],
    ['another edition of the rule', { edition: '2026-01-01' }, false],
    ['judged with other files', { group: ['D-9'] }, false],
  ])('what two people found mistaken stays suppressed: %s', (_, change, is) => {
    const { digest, edition } = one;
    expect(isSuppressed(fold(mistaken), id, { digest, edition, ...change })).toBe(is);
    const facts = { ...one, ...change };
    const taken = ran(mistaken, new Map([[id, facts]]), ['D-1']);
    expect(taken.suppressed).toEqual(is ? [id] : []);
    expect(taken.fresh).toEqual(is ? [] : [id]);
    const state = fold([...mistaken, ...taken.entries]).findings.get(id)?.state;
    expect(state).toBe(is ? 'mistaken' : 'to-confirm');
  });

  test('one person is not enough', () => {
    const half = fold(mistaken.slice(0, -1));
    expect(half.findings.get(id)?.state).toBe('to-confirm');
    expect(isSuppressed(half, id, one)).toBe(false);
    expect(restingStates).toContain('mistaken');
  });
});
