import { floor, multiply, parseRational, printRational, rational, whole } from './rational.ts';
import { parseDate, printDate } from './temporal-text.ts';
import { dateOfEpochDay, epochDay } from './temporal.ts';

/** Written values counted in whole steps, so that what lies between two of them can be halved. */
export interface Steps {
  /** Undefined for what is no such value. */
  readonly of: (text: string) => bigint | undefined;
  readonly written: (value: bigint) => string;
}

export const daySteps: Steps = {
  of: (text) => {
    const date = parseDate(text);
    return date && BigInt(epochDay(date));
  },
  written: (value) => {
    const date = dateOfEpochDay(Number(value));
    return date ? printDate(date) : '';
  },
};

/** @param perOne - steps in one: 100 of fen */
export function amountSteps(perOne: bigint): Steps {
  return {
    of: (text) => {
      const number = parseRational(text);
      return number && floor(multiply(number, whole(perOne)));
    },
    written: (value) => printRational(rational(value, perOne)),
  };
}
