import type { Language } from '../../base/language.ts';
import { lastingMemory } from '../../base/memory.ts';
import { documentOf } from '../../manual/document.ts';
import { manual } from '../../manual/from-program.ts';
import type { Examples, Named } from '../../manual/model.ts';
import { type Choices, choicesIn, type Selection, selected } from '../../manual/selection.ts';
import type { Desk } from '../desk.ts';
import { type Book, bookOf } from './book.ts';
import { cardOfRule, type RuleCard } from './card.ts';
import { manualCases } from './cases.ts';

/** Of which day and in which language a manual is read. */
export interface Reading {
  readonly language: Language;
  /** ISO day on which limits and editions are read. */
  readonly asOf: string;
}

/** Which manual is read: whole, or in part. */
export interface ManualChoice extends Reading {
  /** What it names and the rulebook has not is no part of it. */
  readonly selection: Selection;
}

/** Makes the manuals of a rulebook and the cards of its rules, and keeps the manuals that were read last. */
export interface Reader {
  readonly choices: (language: Language) => Choices;
  readonly book: (choice: ManualChoice) => Book;
  /** The card of one rule; undefined for one that the manual does not print. */
  readonly card: (id: string, reading: Reading) => RuleCard | undefined;
}

/** Manuals that are kept at once. */
const mostBooks = 4;

/**
 * @param addressOf - where a link to a place leads, which stands in the manual of a choice
 * @param examples - what came of the cases of all rules; they are run where it is not given
 */
export function readerOf(
  { program, digest }: Pick<Desk, 'program' | 'digest'>,
  addressOf: (anchor: string, choice: ManualChoice) => string,
  examples?: Examples,
): Reader {
  const memory = lastingMemory();
  const books = new Map<string, Book>();
  let known = examples;
  return {
    choices: (language) => choicesIn(program, language),
    book: (given) => {
      const choice = {
        ...given,
        selection: selectionIn(choicesIn(program, 'zh'), given.selection),
      };
      const key = JSON.stringify(choice);
      const book = books.get(key) ?? made(choice);
      // the one that was read last is the last to go
      books.delete(key);
      books.set(key, book);
      for (const old of [...books.keys()].slice(0, -mostBooks)) books.delete(old);
      return book;
    },
    card: (id, reading) =>
      cardOfRule(program, id, reading, known?.get(id), (anchor) =>
        addressOf(anchor, { ...reading, selection: {} }),
      ),
  };

  function made(choice: ManualChoice): Book {
    const { language, asOf, selection } = choice;
    known ??= manualCases(program).examples;
    const whole = manual(program, { language, asOf, examples: known, digest }, memory);
    const document = documentOf(selected(whole, selection), memory);
    memory.turn();
    return bookOf(document, (anchor) => addressOf(anchor, choice));
  }
}

/** A selection without what there is none of, its parts in one order. */
function selectionIn(
  { products, posts, stages }: Choices,
  { audience, product, post, stage, redLines, checklists, isTechnical }: Selection,
): Selection {
  return {
    ...(audience !== undefined && { audience }),
    ...(isAmong(products, product) && { product }),
    ...(isAmong(posts, post) && { post }),
    ...(isAmong(stages, stage) && { stage }),
    ...(redLines === true && { redLines }),
    ...(checklists === true && { checklists }),
    ...(isTechnical === true && { isTechnical }),
  };
}

function isAmong(things: readonly Named[], id: string | undefined): id is string {
  return things.some((one) => one.id === id);
}
