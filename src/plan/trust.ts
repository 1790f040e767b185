import { unreachable } from '../base/invariant.ts';
import { type Argument, type CompareTruth, mostBits, mostElements, type Num } from './plan.ts';

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
      return Number.isNaN(num.value) ? 0 : Math.ceil(Math.log2(Math.abs(num.value) + 1));
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
      return bitsOf(num.of) + Math.log2(mostElements);
    case 'called':
      return mostBits;
    case 'today':
    case 'day-of':
    case 'shifted':
    case 'tally':
    case 'distinct':
    case 'distinct-texts':
    case 'length':
    case 'between':
    case 'part':
    case 'clock':
      return 30;
    default:
      return unreachable(num);
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
    case 'distinct-texts':
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
    case 'today':
    case 'between':
    case 'day-of':
    case 'shifted':
    case 'called':
      return false;
    default:
      return unreachable(num);
  }
}

/** The numbers inside a number, not those inside its conditions: comparisons look after their own. */
export function partsOf(num: Num): readonly Num[] {
  switch (num.kind) {
    case 'whole':
    case 'slot':
    case 'today':
    case 'tally':
    case 'distinct-texts':
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
    case 'part':
    case 'clock':
    case 'total':
    case 'lowest':
    case 'highest':
    case 'element':
    case 'distinct':
      return [num.of];
    case 'unless-zero':
      return [num.of, num.divisor];
    case 'rounded':
      return [num.of, num.over];
    case 'remainder':
      return [num.of, num.by];
    case 'choice':
      return [num.yes, num.no];
    case 'dated':
      return [...(num.day ? [num.day] : []), ...num.editions.map(({ is }) => is)];
    case 'table':
      return num.rows.map(({ gives }) => gives);
    case 'between':
      return [num.from, num.to];
    case 'shifted':
      return [num.from, num.by];
    case 'called':
      return num.args.flatMap((arg) => (arg ? numbersOf(arg) : []));
    default:
      return unreachable(num);
  }
}

/** The numbers that an argument of a function is made of. */
export function numbersOf(arg: Argument): readonly Num[] {
  switch (arg.kind) {
    case 'number':
      return arg.over ? [arg.of, arg.over] : [arg.of];
    case 'day':
    case 'numbers-of':
      return [arg.of];
    case 'numbers':
      return arg.items;
    case 'text':
    case 'texts':
    case 'texts-of':
      return [];
    default:
      return unreachable(arg);
  }
}

/**
 * How far doubles can be trusted with a comparison: always; when both sides came out below 2^53, or far apart; when
 * every part of a sum did, since parts of opposite signs may cancel what was rounded; or never, where such a sum is
 * inside something else, or what is rounded or handed to a function may have been more than doubles count.
 */
export type Trust = 'always' | 'below' | 'parts' | 'never';

export function trustOf({ left, right }: CompareTruth): Trust {
  const sides = [left, right];
  if (sides.some((side) => summands(side).some(mayCancel))) return 'never';
  if (sides.some((side) => summands(side).length > 1)) return 'parts';
  return sides.every((side) => bitsOf(side) <= mostExactBits) ? 'always' : 'below';
}

/** The parts of a sum that may cancel; else the number itself. */
export function summands(num: Num): readonly Num[] {
  return num.kind === 'sum' && bitsOf(num) > mostExactBits && !isPositive(num) ? num.parts : [num];
}

/** Whether doubles may get even the sign of a number wrong. */
export function mayCancel(num: Num): boolean {
  const known = cancelsKnown.get(num);
  if (known !== undefined) return known;
  const cancels = losesDigits(num) || partsOf(num).some(mayCancel);
  cancelsKnown.set(num, cancels);
  return cancels;
}

const mostExactBits = 53;

const cancelsKnown = new WeakMap<Num, boolean>();

function losesDigits(num: Num): boolean {
  switch (num.kind) {
    case 'sum':
    case 'total':
      return bitsOf(num) > mostExactBits && !isPositive(num);
    case 'rounded':
      // half of the divisor is added before it is cut off
      return bitsOf(num.of) + 1 > mostExactBits || bitsOf(num.over) + 1 > mostExactBits;
    case 'remainder':
    case 'distinct':
    case 'shifted':
    case 'called':
      return partsOf(num).some((part) => bitsOf(part) > mostExactBits);
    default:
      return false;
  }
}
