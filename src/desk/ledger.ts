import { type Checked, hasErrors } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { headOf, type Link, readChain } from '../ledger/chain.ts';
import { fold, type Ledger } from '../ledger/fold.ts';
import type { LedgerProblems } from '../ledger/problems.ts';
import { isSuppressed } from '../ledger/suppressed.ts';
import { basisOf } from '../report/ledger-run.ts';
import type { Suppresses } from '../report/suppressed.ts';
import type { DigestOf } from './given.ts';

/** A ledger of findings (问题台账), read. */
export interface LedgerRead {
  readonly links: readonly Link[];
  readonly ledger: Ledger;
  /** The hash of its last entry. */
  readonly head: string;
}

/** Reads a ledger; undefined for one whose chain is broken: what stands in it cannot be believed. */
export function ledgerFrom(
  source: Source,
  digestOf: DigestOf,
): Checked<LedgerRead | undefined, LedgerProblems> {
  const { value: links, diagnostics } = readChain(source, digestOf);
  const ledger = fold(links.map(({ entry }) => entry));
  const [stray] = ledger.stray;
  const all = [
    ...diagnostics,
    ...(stray === undefined
      ? []
      : [
          {
            code: 'ledger/stray-entry' as const,
            severity: 'error' as const,
            span: { source, ...lineAt(source.text, stray) },
            params: { number: stray + 1 },
          },
        ]),
  ];
  return {
    value: hasErrors(all) ? undefined : { links, ledger, head: headOf(links) },
    // a line of a ledger is long, and its place says enough
    diagnostics: all.map((one) => ({ ...one, quote: 'none' as const })),
  };
}

/** What a ledger suppresses: what two people found mistaken and is as it was then. */
export function suppressing({ ledger }: Pick<LedgerRead, 'ledger'>): Suppresses {
  return (digest, outcome) => isSuppressed(ledger, outcome.finding, basisOf({ digest }, outcome));
}

/** Where a line begins and ends, from 0. */
function lineAt(text: string, number: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let passed = 0; passed < number; passed += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
