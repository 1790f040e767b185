import { placesOf, whole } from '../../../values/rational.ts';
import { parseDate } from '../../../values/temporal-text.ts';
import type { PlainDate } from '../../../values/temporal.ts';
import { dateInForm } from '../../date-form.ts';
import { spendOnCharacters } from '../costs.ts';
import { type Builtins, form } from '../form.ts';
import { numberOf, placesWritten } from './number-text.ts';

/** What is asked of the texts and numbers of registers: whether they can be read, and how they were written. */
export const writtenBuiltins = {
  'is number': [
    form(['text'], ['text'], ([text], { budget }) => {
      spendOnCharacters(budget, text.length);
      return numberOf(text) !== undefined;
    }),
  ],
  'is date': [
    form(['text', 'form'], ['text', 'text?'], ([text, written], { budget }) => {
      spendOnCharacters(budget, text.length);
      return dayOfText(text, written) !== undefined;
    }),
  ],
  'scale of': [
    form(['of'], ['text'], ([of], { budget }) => {
      spendOnCharacters(budget, of.length);
      const places = placesWritten(of);
      return places === undefined ? undefined : whole(places);
    }),
    form(['of'], ['number'], ([of]) => {
      const places = placesOf(of);
      return places === undefined ? undefined : whole(places);
    }),
  ],
} satisfies Builtins;

/** The day that a text writes, in a form or as ISO has it. */
export function dayOfText(text: string, written: string | undefined): PlainDate | undefined {
  return written === undefined ? parseDate(text) : dateInForm(text, written);
}
