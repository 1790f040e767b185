import { isLoopOfFile } from '../../plan/of-file.ts';
import type { Part } from '../../plan/walk.ts';
import type { Frame } from '../frame.ts';

/** A loop that is the same for every row that asks for it, run once a file; any other part as it is. */
export function remembered<V>(part: Part, at: (frame: Frame) => V): (frame: Frame) => V {
  return isLoopOfFile(part) ? onceAFile(at) : at;
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
