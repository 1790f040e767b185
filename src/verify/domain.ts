import { boundsOf } from '../feel/bounds.ts';
import type { Core } from '../feel/core.ts';
import type { Title, Type } from '../feel/types.ts';
import type { Value } from '../feel/value.ts';
import {
  compare,
  divide,
  floor,
  isWhole,
  multiply,
  parseRational,
  type Rational,
  rational,
  whole,
} from '../values/rational.ts';
import { epochDay } from '../values/temporal.ts';

/**
 * The values an input may have, cut into parts within which no cell of its column tells a difference.
 *
 * Numbers and days first, from the least: part `2i + 1` is the point `ends[i]`, part `2i` what lies before it.
 * Then a part for each word, one for every other text, and one for a field verified to be none.
 */
export interface Domain {
  readonly ordered: 'number' | 'date' | undefined;
  /** Days count from 1 January 1970. */
  readonly ends: readonly Rational[];
  readonly words: readonly (string | boolean)[];
  readonly titles: ReadonlyMap<string, Title>;
  /** The parts that the input may be: bit `i` for part `i`. */
  readonly all: bigint;
}

/** Parts of a domain, a bit each. */
export type Parts = bigint;

/**
 * The domain of an input, from its type, the limits of its schema, and the values that cells compare it with;
 * undefined for a kind of value that tables cannot be proved over.
 */
export function domainOf(input: Core, values: readonly Value[]): Domain | undefined {
  const { type } = input;
  const kinds = type.kind === 'union' ? type.of : [type];
  const orderedOnes = kinds.filter(({ kind }) => kind === 'number' || kind === 'date');
  const [ordered] = orderedOnes;
  const others = kinds.filter((kind) => kind !== ordered);
  const readable = others.every(({ kind }) => kind === 'text' || kind === 'boolean');
  if (orderedOnes.length > 1 || !readable) return undefined;

  const texts = others.flatMap((kind) => (kind.kind === 'text' ? kind : []));
  const free = texts.some(({ words, lenient }) => !words || lenient);
  const mentioned = values.filter((value) => typeof value === 'string');
  const words = [
    ...new Set<string | boolean>([
      ...texts.flatMap((kind) => [...(kind.words?.keys() ?? [])]),
      ...(free ? mentioned : []),
      ...(others.some(({ kind }) => kind === 'boolean') ? [true, false] : []),
    ]),
  ];
  const titles = new Map(texts.flatMap((kind) => [...(kind.words ?? [])]));
  const { ends, all: numbers } = ordered
    ? orderedParts(input, ordered, values)
    : { ends: [], all: 0n };
  const first = firstWord({ ends });
  const wordParts = ((1n << BigInt(words.length)) - 1n) << BigInt(first);
  const other = free ? bit(first + words.length) : 0n;
  const none = input.kind === 'field' && input.field.absenceIsNone ? noneOf({ ends, words }) : 0n;
  const kind = ordered?.kind === 'date' ? 'date' : ordered ? 'number' : undefined;
  return { ordered: kind, ends, words, titles, all: numbers | wordParts | other | none };
}

/** Where the words of a domain begin. */
export function firstWord({ ends }: Pick<Domain, 'ends'>): number {
  return 2 * ends.length + 1;
}

/** Every text that no cell names. */
export function otherOf(domain: Pick<Domain, 'ends' | 'words'>): Parts {
  return bit(firstWord(domain) + domain.words.length);
}

/** A field verified to be none. */
export function noneOf(domain: Pick<Domain, 'ends' | 'words'>): Parts {
  return bit(firstWord(domain) + domain.words.length + 1);
}

export function bit(part: number): Parts {
  return 1n << BigInt(part);
}

/** A number as it is, a day as its count from 1 January 1970; undefined for anything else. */
export function ordinalOf(value: Value): Rational | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'number') return value;
  return value.kind === 'date' ? whole(epochDay(value)) : undefined;
}

function orderedParts(
  input: Core,
  type: Type,
  values: readonly Value[],
): { readonly ends: readonly Rational[]; readonly all: Parts } {
  const only =
    type.kind === 'number' && !type.lenient
      ? type.values?.flatMap((text) => parseRational(text) ?? [])
      : undefined;
  const { low, high } = type.kind === 'number' ? boundsOf(input) : {};
  const limits = [low?.at, high?.at].flatMap((limit) => limit ?? []);
  const ends = distinct([
    ...values.flatMap((value) => ordinalOf(value) ?? []),
    ...limits,
    ...(only ?? []),
  ]);
  const step = stepOf(input, type);
  let all = 0n;
  for (let part = 0; part <= 2 * ends.length; part += 1) {
    const inside =
      part % 2 === 1
        ? hasPoint(ends[(part - 1) / 2])
        : hasBetween(ends[part / 2 - 1], ends[part / 2]);
    if (inside) all |= bit(part);
  }
  return { ends, all };

  function hasPoint(at: Rational | undefined): boolean {
    if (!at) return false;
    if (only) return only.some((value) => compare(value, at) === 0);
    if (step && !isWhole(divide(at, step) ?? at)) return false;
    const above = !low || compare(at, low.at) > (low.open ? 0 : -1);
    return above && (!high || compare(at, high.at) < (high.open ? 0 : 1));
  }

  /** Whether there is a value after one end and before the next. */
  function hasBetween(after: Rational | undefined, before: Rational | undefined): boolean {
    if (only) return false;
    if (low && before && compare(before, low.at) <= 0) return false;
    if (high && after && compare(after, high.at) >= 0) return false;
    if (!step || !after || !before) return true;
    const steps = divide(after, step) ?? after;
    const next = multiply(whole(floor(steps) + 1n), step);
    return compare(next, before) < 0;
  }
}

/** The distance between neighbouring values: whole numbers, days and amounts in a file have one. */
function stepOf(input: Core, type: Type): Rational | undefined {
  if (type.kind === 'date') return whole(1);
  if (type.kind !== 'number') return undefined;
  if (type.whole) return whole(1);
  const { decimals } = type;
  return input.kind === 'field' && decimals !== undefined
    ? rational(1n, 10n ** BigInt(decimals))
    : undefined;
}

function distinct(values: readonly Rational[]): readonly Rational[] {
  const sorted = values.toSorted(compare);
  return sorted.filter((value, index) => {
    const before = sorted[index - 1];
    return !before || compare(before, value) !== 0;
  });
}
