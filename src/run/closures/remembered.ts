import { isLoopOfFile, nestedListOf } from '../../plan/of-file.ts';
import type { RowList } from '../../plan/plan.ts';
import type { Part } from '../../plan/walk.ts';
import { type Frame, mostVisits } from '../frame.ts';
import { type Layouts, placeOfList } from '../layout.ts';

/**
 * A loop that is the same for every row that asks for it, run once a file; one that is not, within what loops may take;
 * any other part as it is.
 *
 * @param unknown - what it comes to where it would take too much, which is then for the evaluator to say
 */
export function bounded<V>(
  part: Part,
  at: (frame: Frame) => V,
  unknown: V,
  layouts: Layouts,
): (frame: Frame) => V {
  if (isLoopOfFile(part)) return onceAFile(at);
  const list = nestedListOf(part);
  return list ? counted(list, at, unknown, layouts) : at;
}

function counted<V>(
  list: RowList,
  at: (frame: Frame) => V,
  unknown: V,
  layouts: Layouts,
): (frame: Frame) => V {
  const { index } = placeOfList(layouts, list);
  return (frame) => {
    const length = frame.file.numbers[index] ?? 0;
    if (length > 0) frame.visits += length;
    if (frame.visits <= mostVisits) return at(frame);
    frame.beyond = true;
    return unknown;
  };
}

/** What is worked out of a file once, with whether a number came out that plans do not hold. */
export function onceAFile<V>(at: (frame: Frame) => V): (frame: Frame) => V {
  let known: { readonly turn: number; readonly value: V; readonly beyond: boolean } | undefined;
  return (frame) => {
    if (known?.turn !== frame.turn) {
      const before = frame.beyond;
      frame.beyond = false;
      const value = at(frame);
      known = { turn: frame.turn, value, beyond: frame.beyond };
      frame.beyond = before;
    }
    frame.beyond ||= known.beyond;
    return known.value;
  };
}
