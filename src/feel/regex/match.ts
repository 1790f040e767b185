import { unreachable } from '../../base/invariant.ts';
import { type Budget, spend } from '../operations/limits.ts';
import type { Flags, One, Pattern, Repeat } from './pattern.ts';

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Start and end of each capturing group, the first at 1; undefined where it took no part. */
  readonly groups: readonly (readonly [number, number] | undefined)[];
}

/** Goes on with the rest of a pattern; the end of the match, or -1. */
type Rest = (at: number) => number;
type Matching = (at: number, rest: Rest) => number;

/**
 * What finds the first match at or after a place, by backtracking.
 *
 * Every step is paid for from the budget, so a pattern that would backtrack for ever ends with EvaluationLimit.
 */
export function matcher(
  pattern: Pattern,
  flags: Flags,
  input: readonly number[],
  budget: Budget,
): (from: number) => Match | undefined {
  const groups: (readonly [number, number] | undefined)[] = [];
  const run = stepOf(pattern);
  return (from) => {
    for (let start = from; start <= input.length; start += 1) {
      spend(budget, 0.1);
      groups.length = 0;
      const end = run(start, (at) => at);
      if (end >= 0) return { start, end, groups: groups.slice() };
    }
    return undefined;
  };

  function stepOf(node: Pattern): Matching {
    switch (node.kind) {
      case 'one':
        return (at, rest) => (isAt(node, at) ? rest(at + 1) : -1);
      case 'sequence':
        return node.parts.map(stepOf).reduceRight<Matching>(
          (after, step) => (at, rest) => step(at, (next) => after(next, rest)),
          (at, rest) => rest(at),
        );
      case 'choice': {
        const options = node.options.map(stepOf);
        return (at, rest) => {
          for (const option of options) {
            spend(budget, 0.5);
            const end = option(at, rest);
            if (end >= 0) return end;
          }
          return -1;
        };
      }
      case 'group':
        return groupStep(node.index, stepOf(node.of));
      case 'repeat':
        return node.of.kind === 'one' ? runStep(node, node.of) : repeatStep(node, stepOf(node.of));
      case 'start':
        return (at, rest) => (isLineEnd(at === 0, at - 1) ? rest(at) : -1);
      case 'end':
        return (at, rest) => (isLineEnd(at === input.length, at) ? rest(at) : -1);
      case 'back':
        return (at, rest) => {
          const [first, last] = groups[node.index] ?? [0, 0];
          const length = last - first;
          for (let offset = 0; offset < length; offset += 1) {
            spend(budget, 1);
            if (!isSame(input[first + offset], input[at + offset])) return -1;
          }
          return rest(at + length);
        };
      default:
        return unreachable(node);
    }
  }

  function isAt({ has, work }: One, at: number): boolean {
    spend(budget, work);
    const code = input[at];
    return code !== undefined && has(code);
  }

  /** Whether a text, or with the flag a line, begins or ends here. */
  function isLineEnd(isTextEnd: boolean, feed: number): boolean {
    spend(budget, 0.5);
    return isTextEnd || (flags.m && input[feed] === 10);
  }

  function isSame(a: number | undefined, b: number | undefined): boolean {
    if (a === b) return true;
    if (!flags.i || a === undefined || b === undefined) return false;
    return String.fromCodePoint(a).toLowerCase() === String.fromCodePoint(b).toLowerCase();
  }

  function groupStep(index: number | undefined, of: Matching): Matching {
    if (index === undefined) return of;
    return (at, rest) =>
      of(at, (next) => {
        const before = groups[index];
        groups[index] = [at, next];
        const end = rest(next);
        if (end < 0) groups[index] = before;
        return end;
      });
  }

  /** A run of single characters, without a call for each. */
  function runStep({ least, most, lazy }: Repeat, one: One): Matching {
    return (at, rest) => {
      let count = 0;
      while (count < least && isAt(one, at + count)) count += 1;
      if (count < least) return -1;
      if (lazy) {
        for (;;) {
          const end = rest(at + count);
          if (end >= 0 || count >= most || !isAt(one, at + count)) return end;
          count += 1;
        }
      }
      while (count < most && isAt(one, at + count)) count += 1;
      for (; count >= least; count -= 1) {
        const end = rest(at + count);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  function repeatStep({ least, most, lazy }: Repeat, of: Matching): Matching {
    const attempt = (at: number, count: number, rest: Rest): number => {
      spend(budget, 1);
      const again = () =>
        count >= most
          ? -1
          : // A turn that took nothing would go on for ever.
            of(at, (next) => (next === at && count >= least ? -1 : attempt(next, count + 1, rest)));
      if (count < least) return again();
      if (lazy) {
        const end = rest(at);
        return end >= 0 ? end : again();
      }
      const end = again();
      return end >= 0 ? end : rest(at);
    };
    return (at, rest) => attempt(at, 0, rest);
  }
}
