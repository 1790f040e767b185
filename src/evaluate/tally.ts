import type { Judgement, Outcome, Scope, Status } from './outcome.ts';
import type { Settled, ToldRule } from './told.ts';

/** What of an outcome counts for the verdict and the scope. */
export interface Said {
  readonly level: Outcome['level'];
  readonly status: Status;
  readonly isManual: boolean;
  /** Nothing but a person's answer is wanting. */
  readonly isWaiting: boolean;
  /** Nothing but what the source does not record is wanting. */
  readonly isUncaptured: boolean;
  readonly isByPerson: boolean;
  /** The inspection does not cover the rule. */
  readonly isNotCovered?: true;
}

/** Rules by the gravest that they say of a file; what only waits for a person apart from what wants data. */
export type Counts = { readonly [said in Status | 'waiting']: number };

/** All that a verdict is made of, as data: it can be kept, handed on, and added to. */
export interface Tally {
  readonly scope: Scope;
  readonly counts: Counts;
  /** Ids of the rules that only wait for a person. */
  readonly waiting: readonly string[];
  /** What mandatory rules come to: of those that wait for a person no more than that they do. */
  readonly some: {
    readonly fail: boolean;
    readonly open: boolean;
    readonly uncaptured: boolean;
    readonly met: boolean;
    readonly waiting: boolean;
  };
}

/** Counts what is said, rule by rule. */
export interface Counting {
  /** All that one rule says. */
  readonly add: (rule: string, said: readonly Said[]) => void;
  readonly tally: Tally;
}

/** What a rule may say of a file, the gravest first. */
export const gravest = [
  'fail',
  'cannot-tell',
  'waiting',
  'waived',
  'pass',
  'not-applicable',
  'not-due',
] as const satisfies readonly (keyof Counts)[];

/** @param before - what was counted already */
export function newCounting(before: Tally = nothing): Counting {
  const scope: { -readonly [place in keyof Scope]: Scope[place] } = { ...before.scope };
  const counts: Record<keyof Counts, number> = { ...before.counts };
  const some = { ...before.some };
  const waiting = [...before.waiting];
  return {
    add(rule, said) {
      const [first] = said;
      if (!first) return;
      const place = placeInScope(said);
      for (const one of said) {
        if (one.level !== 'mandatory') continue;
        some.waiting ||= one.isWaiting;
        some.uncaptured ||= one.isUncaptured;
        some.open ||= one.status === 'cannot-tell' && !one.isWaiting && !one.isUncaptured;
        some.fail ||= one.status === 'fail';
        // a rule of which a part was not captured was not judged, whatever the rest of it came to
        some.met ||= place !== 'uncaptured' && (one.status === 'pass' || one.status === 'waived');
      }
      scope[place] += 1;
      if (place === 'manual' && said.some(({ isByPerson }) => isByPerson))
        scope.partly = (scope.partly ?? 0) + 1;
      if (first.isNotCovered) scope.notCovered = (scope.notCovered ?? 0) + 1;
      const worst = said.length === 1 ? wordOf(first) : worstOf(said);
      counts[worst] += 1;
      if (said.some(({ isWaiting }) => isWaiting)) waiting.push(rule);
    },
    tally: { scope, counts, waiting, some },
  };
}

const nothing: Tally = {
  scope: { data: 0, person: 0, manual: 0, uncaptured: 0, outOfScope: 0 },
  counts: {
    fail: 0,
    'cannot-tell': 0,
    waiting: 0,
    waived: 0,
    pass: 0,
    'not-applicable': 0,
    'not-due': 0,
  },
  waiting: [],
  some: { fail: false, open: false, uncaptured: false, met: false, waiting: false },
};

/** The tally of a file of which nothing has to be evaluated. */
export function settledTally({ data, manual, outOfScope, isPassed, waiting }: Settled): Tally {
  return {
    scope: { data, person: 0, manual, uncaptured: 0, outOfScope },
    counts: { ...nothing.counts, pass: data, waiting: manual, 'not-applicable': outOfScope },
    waiting,
    some: { fail: false, open: false, uncaptured: false, met: isPassed, waiting: manual > 0 },
  };
}

/**
 * Fail if a mandatory rule fails; else cannot-tell if one cannot be told, or none was judged; else pass.
 *
 * @param isAnswered - whether a check-list was brought: without one the verdict speaks of the data alone
 * @param isCaptured - whether the verdict speaks of what the source records alone
 */
export function verdictOf(
  { some, waiting }: Tally,
  isMalformed: boolean,
  isAnswered: boolean,
  isCaptured = false,
): Pick<Judgement, 'verdict' | 'part'> {
  const isDataOnly = waiting.length > 0 && !isAnswered;
  const part = isCaptured ? 'captured' : isDataOnly ? 'data' : 'whole';
  if (some.fail) return { verdict: 'fail', part };
  const isOpen = some.open || (some.uncaptured && !isCaptured) || (some.waiting && !isDataOnly);
  return { verdict: isMalformed || isOpen || !some.met ? 'cannot-tell' : 'pass', part };
}

/** Whether nothing but what the source does not record is wanting. */
export function isUncaptured({ status, missing }: Pick<Outcome, 'status' | 'missing'>): boolean {
  return (
    status === 'cannot-tell' &&
    missing.length > 0 &&
    missing.every(({ why }) => why === 'not-captured')
  );
}

export function saidBy({ level, status, manual, missing, by }: Outcome): Said {
  const isWaiting = manual && status === 'cannot-tell' && missing.length === 0;
  return {
    level,
    status,
    isManual: manual,
    isWaiting,
    isUncaptured: isUncaptured({ status, missing }),
    isByPerson: by !== undefined,
  };
}

/** Of a rule that the inspection does not cover. */
export function saidNotCovered(level: Outcome['level']): Said {
  return { ...saidOf(level, 'not-applicable'), isNotCovered: true };
}

export function saidOf(level: Outcome['level'], status: ToldRule['status']): Said {
  const isWaiting = status === 'waiting';
  return {
    level,
    status: isWaiting ? 'cannot-tell' : status,
    isManual: isWaiting,
    isWaiting,
    isUncaptured: false,
    isByPerson: false,
  };
}

function worstOf(said: readonly Said[]): keyof Counts {
  const words = new Set(said.map(wordOf));
  return gravest.find((word) => words.has(word)) ?? 'not-applicable';
}

function wordOf({ status, isWaiting }: Said): keyof Counts {
  return isWaiting ? 'waiting' : status;
}

function placeInScope(said: readonly Said[]): Exclude<keyof Scope, 'partly' | 'notCovered'> {
  if (said.some(({ isManual }) => isManual)) return 'manual';
  if (said.some(({ status }) => status === 'cannot-tell')) return 'uncaptured';
  if (said.every(({ status }) => status === 'not-applicable' || status === 'not-due'))
    return 'outOfScope';
  return said.some(({ isByPerson }) => isByPerson) ? 'person' : 'data';
}
