import { type CompareTruth, mostElements, mostTextBits, type Num, sureElements } from './plan.ts';

/** Bits of a whole number that a double holds. */
const exactBits = 53;

const bitsKnown = new WeakMap<Num, number>();

/** A power of two that the size of a number cannot exceed. */
export function bitsOf(num: Num): number {
  const known = bitsKnown.get(num);
  if (known !== undefined) return known;
  const bits = countBits(num);
  bitsKnown.set(num, bits);
  return bits;
}

/** Whether every value of a number is one that doubles hold. */
export function isNarrow(num: Num): boolean {
  return bitsOf(num) <= exactBits;
}

function countBits(num: Num): number {
  const most = (parts: readonly Num[]) => Math.max(0, ...parts.map(bitsOf));
  switch (num.kind) {
    case 'whole':
      return Number.isNaN(num.value) ? 0 : Math.ceil(Math.log2(Math.abs(num.value) + 1));
    case 'slot':
    case 'cell':
      return num.bits;
    case 'sum':
      return most(num.parts) + Math.ceil(Math.log2(num.parts.length));
    case 'product':
      return bitsOf(num.left) + bitsOf(num.right);
    case 'least':
    case 'most':
      return most(num.parts);
    case 'absolute':
    case 'unless-zero':
    case 'element':
    case 'lowest':
    case 'highest':
      return bitsOf(num.of);
    case 'rounded':
      return bitsOf(num.of) + 1;
    case 'remainder':
      return bitsOf(num.by);
    case 'choice':
      return most([num.yes, num.no]);
    case 'dated':
      return most(num.editions.map(({ is }) => is));
    case 'table':
      return most(num.rows.map(({ gives }) => gives));
    case 'total':
      return totalBits(bitsOf(num.of));
    case 'called':
      return num.builtin === 'number' ? mostTextBits : exactBits;
    case 'today':
    case 'tally':
    case 'distinct':
    case 'distinct-texts':
    case 'occurrences':
    case 'length':
    case 'code':
    case 'between':
    case 'shifted':
    case 'part':
    case 'clock':
    case 'day-of':
      return 30;
  }
}

/** The bits of a sum of numbers of so many: a sum that doubles may hold is seen to when it is made. */
function totalBits(bits: number): number {
  const most = bits + Math.log2(mostElements);
  return most <= exactBits ? most : Math.max(exactBits, bits + Math.log2(sureElements));
}

/** Whether a sum is taken to be one that doubles hold, and has to be left to the evaluator where it turns out not to be. */
export function isGuarded(num: Num): boolean {
  return (
    num.kind === 'total' && isNarrow(num) && bitsOf(num.of) + Math.log2(mostElements) > exactBits
  );
}

/** Whether every part is 0 or above, so that no sum of them loses digits. */
export function isPositive(num: Num): boolean {
  switch (num.kind) {
    case 'whole':
      return num.value >= 0;
    case 'slot':
    case 'cell':
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
    case 'distinct-texts':
    case 'occurrences':
    case 'length':
    case 'part':
    case 'clock':
      return true;
    case 'unless-zero':
    case 'element':
    case 'total':
    case 'lowest':
    case 'highest':
      return isPositive(num.of);
    case 'rounded':
      return isPositive(num.of) && isPositive(num.over);
    case 'remainder':
      return isPositive(num.by);
    case 'choice':
      return isPositive(num.yes) && isPositive(num.no);
    case 'dated':
      return num.editions.every(({ is }) => isPositive(is));
    case 'table':
      return num.rows.every(({ gives }) => isPositive(gives));
    case 'between':
    case 'shifted':
    case 'called':
    case 'code':
    case 'day-of':
    case 'today':
      return false;
  }
}

/**
 * How far doubles can be trusted with a comparison: always; when both sides came out below 2^53, or far apart; when
 * every part of a sum did, since parts of opposite signs may cancel what was rounded; or never, where such a sum is
 * inside something else.
 */
export type Trust = 'always' | 'below' | 'parts' | 'never';

export function trustOf({ left, right }: CompareTruth): Trust {
  const sides = [left, right];
  if (sides.some((side) => summands(side).some(mayCancel))) return 'never';
  if (sides.some((side) => summands(side).length > 1)) return 'parts';
  return sides.every(isNarrow) ? 'always' : 'below';
}

/** The parts of a sum that may cancel; else the number itself. */
export function summands(num: Num): readonly Num[] {
  return num.kind === 'sum' && !isNarrow(num) && !isPositive(num) ? num.parts : [num];
}

/** Whether a double may come out below 2^53 and wrong: two that are larger were taken from one another. */
export function mayCancel(num: Num): boolean {
  const sums = num.kind === 'sum' || num.kind === 'total';
  if (sums && !isNarrow(num) && !isPositive(num)) return true;
  return partsOf(num).some(mayCancel);
}

/**
 * The numbers inside a number whose rounding would reach it. Conditions look after their own comparisons; what rounds
 * or calls a function works on exact numbers.
 */
function partsOf(num: Num): readonly Num[] {
  switch (num.kind) {
    case 'sum':
    case 'least':
    case 'most':
      return num.parts;
    case 'product':
      return [num.left, num.right];
    case 'absolute':
    case 'unless-zero':
    case 'total':
    case 'lowest':
    case 'highest':
    case 'element':
      return [num.of];
    case 'choice':
      return [num.yes, num.no];
    case 'dated':
      return num.editions.map(({ is }) => is);
    case 'table':
      return num.rows.map(({ gives }) => gives);
    case 'whole':
    case 'slot':
    case 'today':
    case 'tally':
    case 'distinct':
    case 'distinct-texts':
    case 'occurrences':
    case 'length':
    case 'rounded':
    case 'remainder':
    case 'called':
    case 'code':
    case 'cell':
    case 'day-of':
    case 'part':
    case 'clock':
    case 'between':
    case 'shifted':
      return [];
  }
}
