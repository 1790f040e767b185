import { isShort, type Rational, wordsOf } from '../../values/rational.ts';
import type { List, Value } from '../value.ts';
import { type Budget, spend } from './limits.ts';

/**
 * What work costs whose length depends on its operands.
 *
 * A unit is about a microsecond, and pays for about 64 bytes that a result may keep: all that one budget admits
 * ends within seconds and within some hundred megabytes.
 */
const elementsAUnit = 8;
const charactersAUnit = 16;
/** Asking the calendar of the world what the clocks of a zone show. */
const workOfZone = 40;
/** Decimal digits that go into a word of 64 bits. */
const digitsAWord = 19;

/** Looking at, or copying, so many elements or entries. */
export function spendOnElements(budget: Budget, count: number): void {
  spend(budget, count / elementsAUnit);
}

export function spendOnList(budget: Budget, { items }: List): void {
  spendOnElements(budget, items.length);
}

/** Reading, or writing, texts of so many characters together. */
export function spendOnCharacters(budget: Budget, count: number): void {
  spend(budget, count / charactersAUnit);
}

/** Finding which of some values comes first, or whether they are equal. */
export function spendOnOrder(budget: Budget, ...values: readonly (Value | undefined)[]): void {
  let words = 0;
  let units = 0;
  for (const value of values) {
    if (typeof value === 'string') units += value.length / charactersAUnit;
    if (typeof value !== 'object' || value === null) continue;
    switch (value.kind) {
      case 'number':
        if (!isShort(value)) words += wordsOf(value);
        break;
      case 'time':
        if (value.zone !== undefined) units += workOfZone;
        break;
      case 'date-time':
        if (value.time.zone !== undefined) units += workOfZone;
        break;
      default:
    }
  }
  if (words > 0) units += productUnits(words);
  if (units > 1) spend(budget, units);
}

/** A sum, product, quotient or rounding of long numbers, in lowest terms. */
export function spendOnFraction(budget: Budget, ...numbers: readonly Rational[]): void {
  spendOnWords(budget, longWordsOf(numbers));
}

function spendOnWords(budget: Budget, words: number): void {
  if (words > 0) spend(budget, 6 * words + words ** 2 / 50);
}

/** A product of long numbers that is not brought to lowest terms, as in a comparison. */
export function spendOnProduct(budget: Budget, ...numbers: readonly Rational[]): void {
  const words = longWordsOf(numbers);
  if (words > 0) spend(budget, productUnits(words));
}

function productUnits(words: number): number {
  return words / elementsAUnit + words ** 2 / 500;
}

/** Writing a number in decimal. */
export function spendOnDigits(budget: Budget, number: Rational): void {
  const words = longWordsOf([number]);
  if (number.d !== 1n || words > 0) spend(budget, 20 + words ** 2 / 300);
}

/** Rounding a number to so many places. */
export function spendOnRounding(budget: Budget, number: Rational, places: number): void {
  const words = longWordsOf([number]) + Math.floor(Math.abs(places) / digitsAWord);
  spendOnWords(budget, words);
}

/** Words of numbers that have more than one on a side of the fraction line; what is shorter counts as nothing. */
function longWordsOf(numbers: readonly Rational[]): number {
  let words = 0;
  for (const number of numbers) if (!isShort(number)) words += wordsOf(number);
  return words;
}
