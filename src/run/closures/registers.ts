import type { Num, NumOrText, Truth } from '../../plan/plan.ts';
import { isLoopOfFile } from '../../plan/of-file.ts';
import { isNarrow } from '../../plan/trust.ts';
import { compareTexts } from '../../feel/operations/order.ts';
import type { Frame, Trit } from '../frame.ts';
import type { Closing, NumAt, TruthAt } from './closing.ts';
import { keptOf, walk, walkAll } from './loops.ts';
import { onceAFile } from './remembered.ts';

type At<V> = (frame: Frame) => V;

/** How often a value occurs in a list: the values of a list of the file are counted once, whoever asks. */
export function occurrencesAt(
  num: Extract<Num, { readonly kind: 'occurrences' }>,
  close: Closing,
): NumAt {
  const { list, of, value } = num;
  const isWide = [of, value].some((one) => one.as === 'number' && !isNarrow(one.of));
  const [item, wanted] = [knownAt(of, isWide, close), knownAt(value, isWide, close)];
  let counts = new Map<unknown, number>();
  const run = walk(list, close, (frame) => {
    const one = item(frame);
    counts.set(one, (counts.get(one) ?? 0) + 1);
    return false;
  });
  const anew: At<ReadonlyMap<unknown, number> | undefined> = (frame) => {
    counts = new Map();
    return run(frame) === 2 || counts.has(undefined) ? undefined : counts;
  };
  const isOfFile = isLoopOfFile(
    of.as === 'number'
      ? { kind: 'distinct', list, of: of.of }
      : { kind: 'distinct-texts', list, of: of.of },
  );
  const tally = isOfFile ? onceAFile(anew) : anew;
  return (frame) => {
    const one = wanted(frame);
    const all = one === undefined ? undefined : tally(frame);
    return all ? (all.get(one) ?? 0) : Number.NaN;
  };
}

/** Whether no element comes before one in front of it; false where two that are known do. */
export function sortedAt(
  { list, of }: Extract<Truth, { readonly kind: 'sorted' }>,
  close: Closing,
): TruthAt {
  const item = knownAt(of, of.as === 'number' && !isNarrow(of.of), close);
  const kept = keptOf(list, close);
  let highest: bigint | number | string | undefined;
  let all: Trit = 1;
  const run = walkAll(list, close, (frame) => {
    const counts = kept ? kept(frame) : 1;
    if (counts === 0) return false;
    const one = counts === 1 ? item(frame) : undefined;
    if (one === undefined) {
      all = 2;
      return false;
    }
    if (highest !== undefined && isBefore(one, highest)) return true;
    highest = one;
    return false;
  });
  return (frame) => {
    highest = undefined;
    all = 1;
    const ended = run(frame);
    return ended === 0 ? all : ended === 1 ? 0 : 2;
  };
}

function isBefore(a: bigint | number | string, b: bigint | number | string): boolean {
  return typeof a === 'string' && typeof b === 'string' ? compareTexts(a, b) < 0 : a < b;
}

/**
 * A value as what is equal where values are; undefined where it is not known.
 *
 * @param isWide - doubles may not hold one of the numbers compared
 */
function knownAt(
  value: NumOrText,
  isWide: boolean,
  close: Closing,
): At<bigint | number | string | undefined> {
  if (value.as === 'text') return close.text(value.of);
  if (isWide) return close.exact(value.of);
  const at = close.num(value.of);
  return (frame) => {
    const number = at(frame);
    return Number.isNaN(number) ? undefined : number;
  };
}
