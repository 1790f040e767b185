/**
 * What is left of a rule's expressions when everything about numbers is settled beforehand: a plan, of which the
 * closures, the generated code and the exact fallback are three readings.
 *
 * Every number in a plan is whole: money counts fen, a rate hundred-millionths, a day counts from 1970-01-01, a moment
 * is milliseconds since then, a word of an enumeration is its place in a list of words. Scales are aligned and
 * divisions multiplied out when the plan is made, so that a comparison in doubles is exact below 2^53; where it gets
 * beyond, the same plan is read again with big integers.
 *
 * A number that the file does not settle is NaN, which spreads through arithmetic by itself.
 */
export type Num =
  | { readonly kind: 'whole'; readonly value: number }
  | SlotNum
  | { readonly kind: 'sum'; readonly parts: readonly Num[] }
  | { readonly kind: 'product'; readonly left: Num; readonly right: Num }
  | { readonly kind: 'least' | 'most'; readonly parts: readonly Num[] }
  | { readonly kind: 'absolute'; readonly of: Num }
  | { readonly kind: 'choice'; readonly condition: Truth; readonly yes: Num; readonly no: Num }
  | { readonly kind: 'dated'; readonly day: Num; readonly editions: readonly Edition<Num>[] }
  | TableNum
  | { readonly kind: 'tally'; readonly list: List }
  /** How many texts of a list differ from one another. */
  | { readonly kind: 'distinct'; readonly list: List; readonly of: Text }
  /** Characters of a text, one for each code point. */
  | { readonly kind: 'length'; readonly of: Text }
  | { readonly kind: 'total' | 'lowest' | 'highest'; readonly list: List; readonly of: Num }
  | { readonly kind: 'element'; readonly list: List; readonly position: number; readonly of: Num }
  /** The bank's day of a moment. */
  | { readonly kind: 'day-of'; readonly of: Num }
  /** Completed months, years of age, or working days, between two days. */
  | { readonly kind: 'between'; readonly what: Stretch; readonly from: Num; readonly to: Num };

export type Stretch = 'months' | 'years' | 'working-days';

/** A place in the numbers of the file, or of an element of one of its lists. */
export interface SlotNum {
  readonly kind: 'slot';
  readonly holder: Holder;
  readonly index: number;
  /** Its schema allows nothing below 0. */
  readonly positive: boolean;
  /** The largest it can be, as a power of two. */
  readonly bits: number;
}

export interface TableNum {
  readonly kind: 'table';
  readonly first: boolean;
  readonly rows: readonly { readonly matches: Truth; readonly gives: Num }[];
}

/** What holds between two days, both included, in days since 1970. */
export interface Edition<T> {
  readonly from: number;
  readonly until: number;
  readonly is: T;
}

export type Text =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'text-slot'; readonly holder: Holder; readonly index: number };

/** Read as 0 for false, 1 for true, 2 for what the file does not settle. */
export type Truth =
  | { readonly kind: 'known'; readonly value: 0 | 1 | 2 }
  | { readonly kind: 'flag'; readonly holder: Holder; readonly index: number }
  | CompareTruth
  /** The comparison, turned round where the divisor is below 0, and unknown where it is 0. */
  | {
      readonly kind: 'divided';
      readonly by: Num;
      readonly above: Truth;
      readonly below: Truth;
    }
  | { readonly kind: 'one-of'; readonly of: Num; readonly words: readonly number[] }
  | { readonly kind: 'same-text'; readonly left: Text; readonly right: Text }
  | { readonly kind: 'text-test'; readonly test: TextTest; readonly of: Text; readonly part: Text }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Truth[] }
  | { readonly kind: 'not'; readonly of: Truth }
  | { readonly kind: 'same-truth'; readonly left: Truth; readonly right: Truth }
  | { readonly kind: 'choice'; readonly condition: Truth; readonly yes: Truth; readonly no: Truth }
  | { readonly kind: 'dated'; readonly day: Num; readonly editions: readonly Edition<Truth>[] }
  | { readonly kind: 'some' | 'every'; readonly list: List; readonly holds: Truth }
  /** True or false, never unknown. */
  | { readonly kind: 'present'; readonly of: Num | Text };

export interface CompareTruth {
  readonly kind: 'compare';
  readonly operator: '<' | '<=' | '=';
  readonly left: Num;
  readonly right: Num;
  /** Its place among the comparisons of a program. */
  readonly id: number;
}

export type TextTest = 'contains' | 'starts with' | 'ends with';

/** The file itself (0), or the element that a loop has come to. */
export type Holder = number;
export const file: Holder = 0;

/** The elements of a list for which the conditions hold; inside them the element is `element`. */
export interface List {
  readonly holder: Holder;
  readonly index: number;
  readonly element: Holder;
  /** Numbers and texts that one element takes; known when every rule is lowered. */
  readonly size: { readonly width: number; readonly texts: number };
  readonly where: readonly Truth[];
}

/** A file laid out for a program. */
export interface Loaded {
  readonly numbers: Float64Array;
  readonly texts: readonly (string | undefined)[];
}

/** Doubles count whole numbers one by one up to here. */
export const mostExact: number = 2 ** 53;

/**
 * A power of two that loaded numbers stay below: 176 billion yuan in fen. With lists of no more than so many
 * elements their sum stays below 2^53; what is larger is for the reference path.
 */
export const mostBits = 44;
export const mostElements = 512;

const bitsKnown = new WeakMap<Num, number>();

/** A power of two that the size of a number cannot exceed. */
export function bitsOf(num: Num): number {
  const known = bitsKnown.get(num);
  if (known !== undefined) return known;
  const bits = countBits(num);
  bitsKnown.set(num, bits);
  return bits;
}

function countBits(num: Num): number {
  const most = (parts: readonly Num[]) => Math.max(0, ...parts.map(bitsOf));
  switch (num.kind) {
    case 'whole':
      return Math.ceil(Math.log2(Math.abs(num.value) + 1));
    case 'slot':
      return num.bits;
    case 'sum':
      return most(num.parts) + Math.ceil(Math.log2(num.parts.length));
    case 'product':
      return bitsOf(num.left) + bitsOf(num.right);
    case 'least':
    case 'most':
      return most(num.parts);
    case 'absolute':
    case 'element':
    case 'lowest':
    case 'highest':
      return bitsOf(num.of);
    case 'choice':
      return most([num.yes, num.no]);
    case 'dated':
      return most(num.editions.map(({ is }) => is));
    case 'table':
      return most(num.rows.map(({ gives }) => gives));
    case 'total':
      return bitsOf(num.of) + Math.log2(mostElements);
    case 'tally':
    case 'distinct':
    case 'length':
    case 'between':
    case 'day-of':
      return 30;
  }
}

/** Whether every part is 0 or above, so that no sum of them loses digits. */
export function isPositive(num: Num): boolean {
  switch (num.kind) {
    case 'whole':
      return num.value >= 0;
    case 'slot':
      return num.positive;
    case 'sum':
    case 'least':
    case 'most':
      return num.parts.every(isPositive);
    case 'product':
      return isPositive(num.left) && isPositive(num.right);
    case 'absolute':
    case 'tally':
    case 'distinct':
    case 'length':
      return true;
    case 'element':
    case 'total':
    case 'lowest':
    case 'highest':
      return isPositive(num.of);
    case 'choice':
      return isPositive(num.yes) && isPositive(num.no);
    case 'dated':
      return num.editions.every(({ is }) => isPositive(is));
    case 'table':
      return num.rows.every(({ gives }) => isPositive(gives));
    case 'between':
    case 'day-of':
      return false;
  }
}

/** The numbers inside a number, not those inside its conditions: comparisons look after their own. */
export function partsOf(num: Num): readonly Num[] {
  switch (num.kind) {
    case 'whole':
    case 'slot':
    case 'tally':
    case 'distinct':
    case 'length':
      return [];
    case 'sum':
    case 'least':
    case 'most':
      return num.parts;
    case 'product':
      return [num.left, num.right];
    case 'absolute':
    case 'day-of':
    case 'total':
    case 'lowest':
    case 'highest':
    case 'element':
      return [num.of];
    case 'choice':
      return [num.yes, num.no];
    case 'dated':
      return [num.day, ...num.editions.map(({ is }) => is)];
    case 'table':
      return num.rows.map(({ gives }) => gives);
    case 'between':
      return [num.from, num.to];
  }
}

/**
 * How far doubles can be trusted with a comparison: always; when both sides came out below 2^53, or far apart; when
 * every part of a sum did, since parts of opposite signs may cancel what was rounded; or never, where such a sum is
 * inside something else.
 */
export function trustOf({ left, right }: CompareTruth): 'always' | 'below' | 'parts' | 'never' {
  const sides = [left, right];
  if (sides.some((side) => summands(side).some(mayCancel))) return 'never';
  if (sides.some((side) => summands(side).length > 1)) return 'parts';
  return sides.every((side) => bitsOf(side) <= 53) ? 'always' : 'below';
}

/** The parts of a sum that may cancel; else the number itself. */
export function summands(num: Num): readonly Num[] {
  return num.kind === 'sum' && bitsOf(num) > 53 && !isPositive(num) ? num.parts : [num];
}

function mayCancel(num: Num): boolean {
  const sums = num.kind === 'sum' || num.kind === 'total';
  if (sums && bitsOf(num) > 53 && !isPositive(num)) return true;
  return partsOf(num).some(mayCancel);
}
