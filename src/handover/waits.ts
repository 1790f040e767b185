import { nearestRank } from '../values/rank.ts';
import type { HandOver } from './hand-overs.ts';

/** What waits are put together by: the pair of posts, who received the file, the branch, or the file. */
export type WaitsBy = 'post' | 'officer' | 'branch' | 'file';

/** The waits of one group of hand-overs. */
export interface Waits {
  /** Of `post`, the post that handed over and the one that received; else one key; undefined where not known. */
  readonly key: readonly (string | undefined)[];
  readonly count: number;
  readonly returns: number;
  readonly workingDays: Spread;
  readonly hours: Spread;
}

/** How waits lie: with waits that nobody knows, a figure is there only where they cannot move it. */
export interface Spread {
  readonly known: number;
  readonly unknown: number;
  /** Undefined where there is none, or the unknown ones decide. */
  readonly total: number | undefined;
  readonly median: number | undefined;
  /** The least wait that nine tenths do not exceed. */
  readonly ninth: number | undefined;
  readonly longest: number | undefined;
}

/** The waits of hand-overs, the longest medians first. */
export function waitsBy(by: WaitsBy, handOvers: readonly HandOver[]): readonly Waits[] {
  const groups = Map.groupBy(handOvers, (one) => JSON.stringify(keyOf(by, one)));
  return [...groups.values()]
    .map((own): Waits => {
      const [first] = own;
      return {
        key: first ? keyOf(by, first) : [],
        count: own.length,
        returns: own.filter(({ isReturn }) => isReturn).length,
        workingDays: spreadOf(own.map(({ workingDays }) => workingDays)),
        hours: spreadOf(own.map(({ hours }) => hours)),
      };
    })
    .toSorted(
      (a, b) =>
        (b.workingDays.median ?? -1) - (a.workingDays.median ?? -1) ||
        b.count - a.count ||
        (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1),
    );
}

/** Hand-overs by how long they took, the longest first; those that nobody can measure are not among them. */
export function longestOf(handOvers: readonly HandOver[], most: number): readonly HandOver[] {
  return handOvers
    .filter(({ workingDays }) => workingDays !== undefined)
    .toSorted(
      (a, b) => (b.workingDays ?? 0) - (a.workingDays ?? 0) || (b.hours ?? 0) - (a.hours ?? 0),
    )
    .slice(0, most);
}

function keyOf(by: WaitsBy, { from, to, branch, file }: HandOver): readonly (string | undefined)[] {
  if (by === 'post') return [from.post, to.post];
  return [by === 'officer' ? to.actor : by === 'branch' ? branch : file];
}

/** @param waits - undefined for one that nobody knows */
export function spreadOf(waits: readonly (number | undefined)[]): Spread {
  const known = waits.filter((wait) => wait !== undefined).toSorted((a, b) => a - b);
  const unknown = waits.length - known.length;
  const least = [...Array.from({ length: unknown }, () => 0), ...known];
  const most = [...known, ...Array.from({ length: unknown }, () => Number.POSITIVE_INFINITY)];
  const sure = (figure: (sorted: readonly number[]) => number | undefined) => {
    const [low, high] = [figure(least), figure(most)];
    return low === high ? low : undefined;
  };
  return {
    known: known.length,
    unknown,
    total: unknown > 0 || known.length === 0 ? undefined : rounded(known.reduce((a, b) => a + b)),
    median: sure(medianOf),
    ninth: sure((sorted) => nearestRank(sorted, 90)),
    longest: unknown > 0 ? undefined : known.at(-1),
  };
}

function medianOf(sorted: readonly number[]): number | undefined {
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]];
  return low === undefined || high === undefined ? undefined : rounded((low + high) / 2);
}

/** Hours have tenths. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
