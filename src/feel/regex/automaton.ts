import { unreachable } from '../../base/invariant.ts';
import { parsePattern } from './parse.ts';
import { type Flags, type One, parseFlags, type Pattern } from './pattern.ts';

/**
 * Whether a pattern occurs in a text, in one pass over it: the states of the pattern that a character leads to are
 * worked out when it is first met, and kept (Thompson 1968).
 */
export type Occurs = (text: string) => boolean;

/** Places in a pattern, repeats written out; a larger one is left to the matcher. */
const mostPlaces = 400;
/** Sets of places kept; beyond them all are forgotten, so that no text fills the memory. */
const mostSets = 200;
/** Patterns kept. */
const mostPatterns = 500;

const known = new Map<string, Occurs | undefined>();

/** undefined for no pattern, and for one that needs more than a pass: back references, line ends (`m`), many repeats. */
export function occurrenceOf(pattern: string, flagText: string): Occurs | undefined {
  const key = `${flagText}/${pattern}`;
  const before = known.get(key);
  if (before || known.has(key)) return before;
  const flags = parseFlags(flagText);
  const parsed = flags && parsePattern(pattern, flags);
  const places = parsed && placesOf(parsed.pattern, flags);
  if (known.size >= mostPatterns) known.clear();
  const made = places && occursBy(places);
  known.set(key, made);
  return made;
}

/** What stands at a place of the pattern, and where it goes on. */
type Place =
  | { readonly kind: 'one'; readonly has: One['has']; readonly next: number }
  | { readonly kind: 'either'; readonly next: readonly number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'accept' };

interface Places {
  readonly all: readonly Place[];
  readonly first: number;
}

/** The places of a pattern, each naming the ones after it: built from the end. */
function placesOf(pattern: Pattern, flags: Flags): Places | undefined {
  const all: Place[] = [{ kind: 'accept' }];
  const first = flags.m ? undefined : before(pattern, 0);
  return first === undefined ? undefined : { all, first };

  function add(place: Place): number | undefined {
    if (all.length >= mostPlaces) return undefined;
    all.push(place);
    return all.length - 1;
  }

  /** The place where a part begins that is followed by another; undefined where there would be too many. */
  function before(part: Pattern, next: number): number | undefined {
    switch (part.kind) {
      case 'one':
        return add({ kind: 'one', has: part.has, next });
      case 'start':
      case 'end':
        return add({ kind: part.kind, next });
      case 'group':
        return before(part.of, next);
      case 'sequence':
        return part.parts.reduceRight<number | undefined>(
          (after, one) => (after === undefined ? undefined : before(one, after)),
          next,
        );
      case 'choice': {
        const options = part.options.map((option) => before(option, next));
        const found = options.filter((option) => option !== undefined);
        return found.length < options.length ? undefined : add({ kind: 'either', next: found });
      }
      case 'repeat':
        return repeated(part.of, part.least, part.most, next);
      case 'back':
        return undefined;
      default:
        return unreachable(part);
    }
  }

  function repeated(of: Pattern, least: number, most: number, next: number): number | undefined {
    let at: number | undefined = next;
    if (most === Infinity) at = endless(of, next);
    else {
      for (let count = least; at !== undefined && count < most; count += 1) {
        const inside: number | undefined = before(of, at);
        at = inside === undefined ? undefined : add({ kind: 'either', next: [inside, next] });
      }
    }
    for (let count = 0; at !== undefined && count < least; count += 1) at = before(of, at);
    return at;
  }

  function endless(of: Pattern, next: number): number | undefined {
    const loop: { kind: 'either'; next: readonly number[] } = { kind: 'either', next: [] };
    const at = add(loop);
    const inside = at === undefined ? undefined : before(of, at);
    if (at === undefined || inside === undefined) return undefined;
    loop.next = [inside, next];
    return at;
  }
}

/** Places that a text may have led to, those without a character of their own followed through. */
interface PlaceSet {
  readonly ones: readonly { readonly has: One['has']; readonly next: number }[];
  /** The pattern has occurred. */
  readonly accepts: boolean;
  /** It has where the text ends here. */
  readonly acceptsAtEnd: boolean;
  /** Sets that characters lead to, by code point: those of ASCII, and the others. */
  readonly near: (PlaceSet | undefined)[];
  readonly far: Map<number, PlaceSet>;
}

/** Code points that have a place of their own in a list. */
const nearCodes = 128;

function occursBy({ all, first }: Places): Occurs {
  let sets = new Map<string, PlaceSet>();
  const initial = setOf([first], true);
  return (text) => {
    let at = initial;
    for (let index = 0; index < text.length; index += 1) {
      if (at.accepts) return true;
      // nothing goes on, and it cannot begin again
      if (at.ones.length === 0) return false;
      const unit = text.charCodeAt(index);
      if (unit < nearCodes) {
        at = at.near[unit] ?? stepped(at, unit);
        continue;
      }
      const code = text.codePointAt(index) ?? 0;
      if (code > 0xffff) index += 1;
      at = at.far.get(code) ?? stepped(at, code);
    }
    return at.accepts || at.acceptsAtEnd;
  };

  function stepped(from: PlaceSet, code: number): PlaceSet {
    const next = from.ones.flatMap((one) => (one.has(code) ? [one.next] : []));
    const to = setOf([...next, first], false);
    if (code < nearCodes) from.near[code] = to;
    else from.far.set(code, to);
    return to;
  }

  function setOf(places: readonly number[], isStart: boolean): PlaceSet {
    const inside = new Set<number>();
    const accepts = follow(places, isStart, false, inside);
    const acceptsAtEnd = accepts || follow(places, isStart, true, new Set());
    const ones = [...inside].toSorted((a, b) => a - b);
    const key = `${accepts} ${acceptsAtEnd} ${ones.join(' ')}`;
    const before = sets.get(key);
    if (before) return before;
    if (sets.size >= mostSets) forget();
    const made: PlaceSet = {
      ones: ones.flatMap((place) => {
        const one = all[place];
        return one?.kind === 'one' ? [one] : [];
      }),
      accepts,
      acceptsAtEnd,
      near: Array.from({ length: nearCodes }),
      far: new Map(),
    };
    sets.set(key, made);
    return made;
  }

  function forget(): void {
    for (const set of sets.values()) {
      set.near.fill(undefined);
      set.far.clear();
    }
    sets = new Map();
  }

  /** Collects the places with a character, and says whether the end of the pattern is among them. */
  function follow(
    places: readonly number[],
    isStart: boolean,
    isEnd: boolean,
    ones: Set<number>,
  ): boolean {
    const seen = new Set<number>();
    const waiting = [...places];
    let accepts = false;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const place = all[at];
      if (!place || seen.has(at)) continue;
      seen.add(at);
      switch (place.kind) {
        case 'one':
          ones.add(at);
          break;
        case 'either':
          waiting.push(...place.next);
          break;
        case 'start':
          if (isStart) waiting.push(place.next);
          break;
        case 'end':
          if (isEnd) waiting.push(place.next);
          break;
        case 'accept':
          accepts = true;
          break;
        default:
          unreachable(place);
      }
    }
    return accepts;
  }
}
