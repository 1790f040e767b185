import type { Rulebook } from '../rulebook/ast.ts';
import type { Said } from './tally.ts';

/** Which stages of a rulebook are held back for a file, as its rules are judged in processing order. */
export interface Gates {
  /** Takes note of all that one rule of a stage says. */
  readonly add: (stage: string, said: readonly Said[]) => void;
  /** The stage that is not in order and holds another back; undefined where none does. */
  readonly heldBy: (stage: string) => string | undefined;
}

/**
 * A stage with `onlyAfter` is judged where no mandatory rule of the one before failed or could not be told, and that
 * one is not held back itself. What waits for a person holds nothing back: the verdict speaks of the data alone too.
 */
export function newGates({ manifest }: Pick<Rulebook, 'manifest'>): Gates {
  const before = new Map(
    manifest.data.stages.flatMap(({ stage, onlyAfter }) =>
      onlyAfter === undefined ? [] : [[stage, onlyAfter] as const],
    ),
  );
  const awry = new Set<string>();
  const heldBy = (stage: string): string | undefined => {
    const after = before.get(stage);
    if (after === undefined) return undefined;
    return awry.has(after) ? after : heldBy(after);
  };
  return {
    add: (stage, said) => {
      if (before.size > 0 && said.some(isAwry)) awry.add(stage);
    },
    heldBy,
  };
}

function isAwry({ level, status, isWaiting }: Said): boolean {
  if (level !== 'mandatory' || isWaiting) return false;
  return status === 'fail' || status === 'cannot-tell';
}
