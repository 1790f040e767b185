import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { linesFor, noHead, readChain } from '../../src/ledger/chain.ts';
import { columns, type Entry, type Facts, type Filled } from '../../src/ledger/entry.ts';
import { fold } from '../../src/ledger/fold.ts';
import { states } from '../../src/ledger/states.ts';
import { take } from '../../src/ledger/take.ts';

export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

export function chainOf(entries: readonly Entry[]) {
  const text = linesFor(entries, noHead, digestOf);
  return readChain({ name: 'ledger.ndjson', text }, digestOf).value;
}

export function factsOf(finding: string, digest = 'sha256:1', more: Partial<Facts> = {}): Facts {
  const [dossier = '', rule = ''] = finding.split('/');
  return {
    dossier,
    digest,
    rule,
    element: null,
    edition: '2024-01-01',
    about: { branch: '0101', officer: 'S-CM' },
    titles: {},
    actors: ['S-AP', 'S-CM'],
    posts: [],
    severity: 'bank',
    title: { zh: '题', en: 'Title' },
    message: { zh: '问题', en: 'Problem' },
    clauses: [],
    remedy: null,
    ...more,
  };
}

/** What a run of `days` adds that finds this, and has judged the files named. */
export function ran(
  entries: readonly Entry[],
  found: ReadonlyMap<string, Facts>,
  judged: readonly string[],
  day = '2026-11-25',
) {
  const scheme = null;
  const rulebook = { id: 'r', version: '1', digest: 'sha256:r' };
  return take(fold(entries), {
    entry: {
      kind: 'run',
      day,
      by: 'S-IN',
      run: `run ${entries.length}`,
      rulebook,
      engine: '0',
      dossiers: judged.length,
      scheme,
    },
    found,
    isJudged: ({ facts }) => judged.includes(facts.dossier),
  });
}

const finding = fc.constantFrom('D-1/R-1', 'D-1/R-2', 'D-2/R-1');
const text = fc.constantFrom('', 'a', '甲', 'b"\n');
const filled = fc
  .dictionary(fc.constantFrom(...columns), text, { maxKeys: 3 })
  .map((given) => given as Filled);
const told = {
  day: fc.constantFrom('2026-11-25', '2026-12-01'),
  by: fc.constantFrom('S-1', 'S-2'),
};

/** Entries of any kind in any order, many of which no ledger would have. */
export const anyEntries: fc.Arbitrary<readonly Entry[]> = fc.array(
  fc.oneof(
    fc.record({
      ...told,
      kind: fc.constant('found' as const),
      finding,
      how: fc.constantFrom('new' as const, 'new' as const, 'open' as const, 'back' as const),
      facts: finding.map((one) => factsOf(one)),
    }),
    fc.record({ ...told, kind: fc.constant('gone' as const), finding }),
    fc.record({
      ...told,
      kind: fc.constant('moved' as const),
      finding,
      from: fc.constantFrom(...states),
      to: fc.constantFrom(...states),
      as: fc.constantFrom('inspector' as const, 'branch' as const, 'reviewer' as const),
    }),
    fc.record({
      ...told,
      kind: fc.constant('filled' as const),
      finding,
      columns: filled,
      beside: filled,
      from: fc.constant(noHead),
    }),
  ),
  { maxLength: 20 },
);
