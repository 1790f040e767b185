import type { State } from './states.ts';

/** As what somebody acts on a finding: who inspects, who was inspected, who looks over the inspection. */
export type Role = 'inspector' | 'branch' | 'reviewer';

/** One way from a state to another. */
export interface Move {
  readonly from: State;
  readonly to: State;
  /** Who may make it. */
  readonly by: readonly Role[];
  /** What has to be given with it. */
  readonly needs: readonly ('why' | 'evidence')[];
  /** Two people have to make it, neither of whom acted on the file or put the finding right. */
  readonly isByTwo: boolean;
}

const inspection: readonly Role[] = ['inspector', 'reviewer'];
const [why, evidence] = [['why'], ['evidence']] as const;

/** Every move there is. */
export const moves: readonly Move[] = [
  ways('to-confirm', 'issued', inspection),
  ways('to-confirm', 'mistaken', inspection, why, true),
  ways('issued', 'remedying', ['branch']),
  ways('issued', 'disputed', ['branch'], why),
  ways('issued', 'mistaken', inspection, why, true),
  ways('issued', 'accountability', inspection, why),
  ways('remedying', 'to-accept', ['branch'], evidence),
  ways('remedying', 'disputed', ['branch'], why),
  ways('remedying', 'accountability', inspection, why),
  ways('to-accept', 'closed', inspection, [], true),
  ways('to-accept', 'returned', inspection, why),
  ways('returned', 'remedying', ['branch']),
  ways('returned', 'to-accept', ['branch'], evidence),
  ways('returned', 'disputed', ['branch'], why),
  ways('returned', 'accountability', inspection, why),
  ways('disputed', 'issued', inspection, why),
  ways('disputed', 'mistaken', inspection, why, true),
  ways('disputed', 'accountability', inspection, why),
  ways('accountability', 'closed', inspection, ['why', 'evidence'], true),
  ways('mistaken', 'to-confirm', ['reviewer'], why),
  ways('closed', 'to-confirm', ['reviewer'], why),
];

export function movesFrom(state: State): readonly Move[] {
  return moves.filter(({ from }) => from === state);
}

export function moveBetween(from: State, to: State): Move | undefined {
  return moves.find((one) => one.from === from && one.to === to);
}

function ways(
  from: State,
  to: State,
  by: readonly Role[],
  needs: Move['needs'] = [],
  isByTwo = false,
): Move {
  return { from, to, by, needs, isByTwo };
}
