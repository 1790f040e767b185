import type { Builtin } from '../../feel/builtins.ts';
import {
  isValidCreditCode,
  isValidResidentId,
  remainderBy97,
} from '../../feel/operations/builtins/identifiers.ts';
import { numberOf, placesWritten } from '../../feel/operations/builtins/number-text.ts';
import { dayOfText } from '../../feel/operations/builtins/written.ts';
import type { Value } from '../../feel/value.ts';
import { whole } from '../../values/rational.ts';

/** What a function gives of a text, and of a second one; undefined where it has no result. */
type OfTexts = (text: string, other: string | undefined) => Value | undefined;

/** Texts so long, at most, that what is done with them need not be paid for. */
export const mostQuick = 1000;

/**
 * The functions that are asked of every row of a register, called without the ceremony of a call.
 *
 * They do what `feel/operations` does with the same arguments.
 */
const functions: Partial<Readonly<Record<Builtin, OfTexts>>> = {
  'is number': (text) => numberOf(text) !== undefined,
  number: (text) => numberOf(text),
  'is date': (text, form) => dayOfText(text, form) !== undefined,
  date: (text, form) => dayOfText(text, form),
  'scale of': (text) => {
    const places = placesWritten(text);
    return places === undefined ? undefined : whole(places);
  },
  'mod 97': (text) => whole(remainderBy97(text)),
  'is valid resident id': (text) => isValidResidentId(text),
  'is valid credit code': (text) => isValidCreditCode(text),
};

export function quickFunction(builtin: Builtin): OfTexts | undefined {
  return functions[builtin];
}
