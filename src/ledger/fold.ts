import {
  type Column,
  columns,
  type Entry,
  type Facts,
  type Filled,
  type FindingEntry,
  type MovedEntry,
  type RunEntry,
} from './entry.ts';
import { moveBetween } from './moves.ts';
import { restingStates, type State } from './states.ts';

/** A finding as its entries leave it. */
export interface LedgerFinding {
  readonly id: string;
  readonly state: State;
  /** What was last said of it. */
  readonly facts: Facts;
  /** Whether the last run that judged its file had it. */
  readonly isPresent: boolean;
  /** How many times it was found anew: 1, and one more each time it came back. */
  readonly times: number;
  /** The day on which it was first found. */
  readonly since: string;
  /** The day by which it has to be put right. */
  readonly due: string | undefined;
  readonly filled: Filled;
  /** The first half of a move that needs two people. */
  readonly half: MovedEntry | undefined;
  /** All its entries, the oldest first. */
  readonly history: readonly FindingEntry[];
}

/** What a ledger comes to. */
export interface Ledger {
  /** By identity, in the order in which they were first found. */
  readonly findings: ReadonlyMap<string, LedgerFinding>;
  readonly runs: readonly RunEntry[];
  /** Entries that no ledger of ours would have, by place: of unknown findings, or moves that there are not. */
  readonly stray: readonly number[];
}

/** Goes through the entries in their order; none is left out of its finding's history, or of the runs. */
export function fold(entries: readonly Entry[]): Ledger {
  const findings = new Map<string, LedgerFinding>();
  const histories = new Map<string, FindingEntry[]>();
  const runs: RunEntry[] = [];
  const stray: number[] = [];
  for (const [place, entry] of entries.entries()) {
    if (entry.kind === 'run') {
      runs.push(entry);
      continue;
    }
    const before = findings.get(entry.finding);
    const history = histories.get(entry.finding) ?? [];
    histories.set(entry.finding, history);
    const after = applied(before, entry, history);
    if (after) {
      history.push(entry);
      findings.set(entry.finding, after);
    } else stray.push(place);
  }
  return { findings, runs, stray };
}

/** Undefined where an entry does not follow. */
function applied(
  before: LedgerFinding | undefined,
  entry: FindingEntry,
  history: readonly FindingEntry[],
): LedgerFinding | undefined {
  if (entry.kind === 'found') return found(before, entry, history);
  if (!before) return undefined;
  switch (entry.kind) {
    case 'gone':
      return { ...before, isPresent: false };
    case 'moved':
      return moved(before, entry);
    case 'filled':
      return { ...before, filled: { ...before.filled, ...entry.columns } };
  }
}

function found(
  before: LedgerFinding | undefined,
  { finding: id, how, facts, day }: Extract<FindingEntry, { kind: 'found' }>,
  history: readonly FindingEntry[],
): LedgerFinding | undefined {
  if (!before) {
    if (how !== 'new') return undefined;
    const state = 'to-confirm' as const;
    return {
      id,
      state,
      facts,
      isPresent: true,
      times: 1,
      since: day,
      due: undefined,
      filled: {},
      half: undefined,
      history,
    };
  }
  const isAgain = how !== 'open';
  // what was closed, or was no finding before, is to be confirmed again
  const isReopened = isAgain && restingStates.includes(before.state);
  return {
    ...before,
    facts,
    isPresent: true,
    times: how === 'back' ? before.times + 1 : before.times,
    ...(isReopened && { state: 'to-confirm' as const, half: undefined, due: undefined }),
  };
}

function moved(before: LedgerFinding, entry: MovedEntry): LedgerFinding | undefined {
  const { from, to, turn, by, due } = entry;
  const move = moveBetween(from, to);
  if (!move || from !== before.state || move.isByTwo !== (turn !== undefined)) return undefined;
  if (!move.by.includes(entry.as)) return undefined;
  if (turn === 'first') return { ...before, half: entry };
  if (turn === 'second' && (before.half?.to !== to || before.half.by === by)) return undefined;
  return { ...before, state: to, half: undefined, due: due ?? before.due };
}

/** Who stands too near to a finding to close it or to call it mistaken: who acted on its file, and who put it right. */
export function peopleOn({ facts, history }: LedgerFinding): ReadonlySet<string> {
  const officer = facts.about['officer'];
  return new Set([
    ...(officer === undefined ? [] : [officer]),
    ...facts.actors,
    ...history.flatMap((entry) => {
      const isOfBranch =
        entry.kind === 'filled' || (entry.kind === 'moved' && entry.as === 'branch');
      return isOfBranch ? [entry.by] : [];
    }),
  ]);
}

/** Whether a finding is past the day by which it has to be put right. */
export function isLate({ due, state }: LedgerFinding, day: string): boolean {
  return due !== undefined && due < day && !restingStates.includes(state);
}

/** What was filled in where somebody else had written meanwhile, the last of each column, as long as it differs. */
export function besideOf({ history, filled }: LedgerFinding): Filled {
  const last: { [column in Column]?: string } = {};
  for (const entry of history) {
    if (entry.kind !== 'filled') continue;
    for (const column of columns) {
      const text = entry.beside[column];
      if (text !== undefined) last[column] = text;
      // taken over later, or written anew, it is no longer beside anything
      else if (entry.columns[column] !== undefined) delete last[column];
    }
  }
  return Object.fromEntries(
    Object.entries(last).filter(([column, text]) => filled[column as Column] !== text),
  );
}
