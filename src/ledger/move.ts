import type { MovedEntry } from './entry.ts';
import { type LedgerFinding, peopleOn } from './fold.ts';
import { moveBetween, type Move, type Role } from './moves.ts';
import type { State } from './states.ts';

/** What somebody asks to be done with a finding. */
export interface Asked {
  readonly to: State;
  readonly by: string;
  readonly day: string;
  readonly why: string | undefined;
  readonly evidence: string | undefined;
  readonly due: string | undefined;
}

/** The people of the inspection that found it; without one, anybody may inspect and review. */
export interface Inspection {
  readonly inspectors: readonly string[];
  readonly reviewers: readonly string[];
}

/** Why a move is refused. */
export type Refusal =
  | { readonly problem: 'no-move' }
  | { readonly problem: 'not-yours'; readonly roles: readonly Role[] }
  | { readonly problem: 'too-near' }
  | { readonly problem: 'same-person' }
  | { readonly problem: 'wanting'; readonly what: 'why' | 'evidence' };

/** The entry of a move, or why there is none. A move by two people takes two entries, the second of which moves it. */
export function moveOf(
  finding: LedgerFinding,
  { to, by, day, why, evidence, due }: Asked,
  inspection: Inspection | null,
): MovedEntry | Refusal {
  const { state: from, half } = finding;
  const move = moveBetween(from, to);
  if (!move) return { problem: 'no-move' };
  const role = roleIn(move, by, inspection);
  if (!role) return { problem: 'not-yours', roles: move.by };
  const isSecond = move.isByTwo && half?.to === to;
  const wanting = isSecond
    ? undefined
    : move.needs.find((what) => !isGiven({ why, evidence }[what]));
  if (wanting) return { problem: 'wanting', what: wanting };
  if (move.isByTwo && peopleOn(finding).has(by)) return { problem: 'too-near' };
  if (isSecond && half.by === by) return { problem: 'same-person' };
  return {
    kind: 'moved',
    day,
    by,
    finding: finding.id,
    from,
    to,
    as: role,
    ...(move.isByTwo && { turn: isSecond ? 'second' : 'first' }),
    ...(isGiven(why) && { why }),
    ...(isGiven(evidence) && { evidence }),
    ...(due !== undefined && { due }),
  };
}

/** As what somebody makes a move: people of an inspection are never of those whom it inspects. */
function roleIn(
  { by: roles }: Move,
  person: string,
  inspection: Inspection | null,
): Role | undefined {
  if (!inspection) return roles[0];
  const { inspectors, reviewers } = inspection;
  const own: readonly Role[] = [
    ...(inspectors.includes(person) ? (['inspector'] as const) : []),
    ...(reviewers.includes(person) ? (['reviewer'] as const) : []),
  ];
  return roles.find((role) => (own.length > 0 ? own.includes(role) : role === 'branch'));
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
