import type { Entry, Facts, FoundEntry, GoneEntry, RunEntry } from './entry.ts';
import type { Ledger, LedgerFinding } from './fold.ts';
import { isSameBasis } from './suppressed.ts';

/** What a run says, as far as a ledger wants to know. */
export interface TakenRun {
  readonly entry: RunEntry;
  /** What fails, by identity. */
  readonly found: ReadonlyMap<string, Facts>;
  /** Whether the run could have found this, and did not: its file was judged, and its rule on it. */
  readonly isJudged: (known: LedgerFinding) => boolean;
}

/** A run in the light of those before it, by identity, each list in the order of the run. */
export interface Taken {
  readonly entries: readonly Entry[];
  readonly fresh: readonly string[];
  readonly open: readonly string[];
  readonly gone: readonly string[];
  /** 屡查屡犯: put right or closed before, and there again. */
  readonly back: readonly string[];
  /** Found mistaken by two people, and the same as then. */
  readonly suppressed: readonly string[];
}

/** What is new, still open, gone, and back again; with the entries to be added. */
export function take({ findings }: Ledger, { entry, found, isJudged }: TakenRun): Taken {
  const { day, by } = entry;
  const entries: Entry[] = [entry];
  const fresh: string[] = [];
  const open: string[] = [];
  const gone: string[] = [];
  const back: string[] = [];
  const suppressed: string[] = [];
  const lists = { new: fresh, open, back, same: open, suppressed };
  for (const [finding, facts] of found) {
    const known = findings.get(finding);
    const how = known ? howAgain(known, facts) : 'new';
    lists[how].push(finding);
    if (how === 'same' || how === 'suppressed') continue;
    entries.push({ kind: 'found', day, by, finding, how, facts } satisfies FoundEntry);
  }
  for (const known of findings.values()) {
    if (!known.isPresent || found.has(known.id) || !isJudged(known)) continue;
    gone.push(known.id);
    entries.push({ kind: 'gone', day, by, finding: known.id } satisfies GoneEntry);
  }
  return { entries, fresh, open, gone, back, suppressed };
}

function howAgain(
  { state, isPresent, facts: before }: LedgerFinding,
  facts: Facts,
): FoundEntry['how'] | 'same' | 'suppressed' {
  // what was no finding is none as long as nothing changed, and a new one when something did
  if (state === 'mistaken') return isSameBasis(before, facts) ? 'suppressed' : 'new';
  if (!isPresent || state === 'closed') return 'back';
  return JSON.stringify(before) === JSON.stringify(facts) ? 'same' : 'open';
}
