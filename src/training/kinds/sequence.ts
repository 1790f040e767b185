import type { Program } from '../../program/ast.ts';
import { inForce } from '../../program/ast.ts';
import { ofSteps } from '../of-rule.ts';
import { type Candidate, mixed } from '../question.ts';
import type { AskedStep, Setting } from '../setting.ts';

/** Steps of one question. */
const stepsAsked = 5;

/** Chains that begin with one step, at most: more are nearly the same. */
const mostFromOne = 12;

/** Steps to be put in order, each of which has to come before the next by the process. */
export function sequences(setting: Setting): readonly Candidate[] {
  const before = orderOf(setting.program, setting.speaker.asOf);
  return chainsOf(setting.steps, before).map((chain) => {
    const ids = chain.map(({ id }) => id);
    const id = `sequence/${ids.join('-')}`;
    return {
      id,
      topic: `order ${ids.at(-1)}`,
      redLine: undefined,
      make: (random) => {
        const shown = mixed(chain, random);
        const titles = ids.map(setting.step);
        return {
          ...ofSteps(chain, setting),
          id,
          kind: 'sequence',
          stem: setting.says.sequence,
          extract: [],
          options: shown.map((one) => setting.step(one.id)),
          key: { kind: 'order', order: chain.map((one) => shown.indexOf(one)) },
          explanation: [setting.says.inOrder(titles)],
          difficulty: 'medium',
        };
      },
    };
  });
}

/** Which steps have to come before a step, directly or through others. */
export function orderOf(
  { steps }: Pick<Program, 'steps'>,
  day: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  // steps are listed in an order in which each stands behind those that come before it
  for (const { id, editions } of steps) {
    const after = inForce(editions, day)?.after ?? [];
    known.set(id, new Set(after.flatMap((one) => [one, ...(known.get(one) ?? [])])));
  }
  return known;
}

function chainsOf(
  steps: readonly AskedStep[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly AskedStep[])[] {
  return steps.flatMap((first) => {
    const found: (readonly AskedStep[])[] = [];
    grow([first], found);
    return found;
  });

  function grow(chain: readonly AskedStep[], found: (readonly AskedStep[])[]): void {
    if (found.length === mostFromOne) return;
    if (chain.length === stepsAsked) {
      found.push(chain);
      return;
    }
    const last = chain.at(-1);
    for (const next of steps) {
      if (last && before.get(next.id)?.has(last.id) === true) grow([...chain, next], found);
    }
  }
}
