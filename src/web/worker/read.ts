import type { Language } from '../../base/language.ts';
import type { BookFront, BookPage, FoundPlaces } from '../../desk/manual/book.ts';
import type { RuleCard } from '../../desk/manual/card.ts';
import {
  type ManualChoice,
  type Reader,
  readerOf,
  type Reading,
} from '../../desk/manual/reader.ts';
import { placeAddress } from '../read-address.ts';
import { openedDesk } from './open.ts';

let reader: Reader | undefined;

/** Reads the rulebook that is open. */
export function openedReader(): Reader {
  reader ??= readerOf(openedDesk(), placeAddress);
  return reader;
}

/** A page of a manual with what is known of all of it. */
export interface ShownPage {
  readonly front: BookFront;
  /** Absent for a place that not even the whole manual has. */
  readonly page?: BookPage;
  /** It is of the whole manual: the part that was chosen has no such place. */
  readonly isOutside: boolean;
}

export const readService = {
  choices: (language: Language): ReturnType<Reader['choices']> => openedReader().choices(language),

  page: (choice: ManualChoice, anchor: string): ShownPage => {
    const { front, page } = openedReader().book(choice);
    const chosen = page(anchor);
    if (chosen) return { front, page: chosen, isOutside: false };
    const whole = openedReader().book({ ...choice, selection: {} });
    const other = whole.page(anchor);
    return other
      ? { front: whole.front, page: other, isOutside: true }
      : { front, isOutside: true };
  },

  /** Makes a little more of a manual ready to be searched; whether there is more. */
  prepare: (choice: ManualChoice): boolean => openedReader().book(choice).prepare(),

  search: (choice: ManualChoice, query: string, from: number, most: number): FoundPlaces =>
    openedReader().book(choice).search(query, from, most),

  card: (id: string, reading: Reading): RuleCard | undefined => openedReader().card(id, reading),
};
