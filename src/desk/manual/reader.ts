import type { Language } from '../../base/language.ts';
import { lastingMemory } from '../../base/memory.ts';
import type { Document } from '../../document/document.ts';
import { docxBytes } from '../../document/docx.ts';
import { documentOf } from '../../manual/document.ts';
import { manual } from '../../manual/from-program.ts';
import type { Named } from '../../manual/model.ts';
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
  /** For Word, as `shouze manual --format docx` writes it where no packages for pictures are installed: charts are in words. */
  readonly docx: (choice: ManualChoice) => Promise<Uint8Array>;
  /** The card of one rule; undefined for one that the manual does not print. */
  readonly card: (id: string, reading: Reading) => RuleCard | undefined;
}

/** Manuals that are kept at once. */
const mostBooks = 4;

/** @param addressOf - where a link to a place of a manual leads */
export function readerOf(
  { program, digest, examples, draft }: Pick<Desk, 'program' | 'digest' | 'examples' | 'draft'>,
  addressOf: (anchor: string) => string,
): Reader {
  const memory = lastingMemory();
  const books = new Map<string, Book>();
  let ran = examples;
  return {
    choices: (language) => choicesIn(program, language),
    book: (given) => {
      const choice = known(given);
      const key = JSON.stringify(choice);
      const book = books.get(key) ?? bookOf(documentFor(choice), addressOf);
      // the one that was read last is the last to go
      books.delete(key);
      books.set(key, book);
      for (const old of [...books.keys()].slice(0, -mostBooks)) books.delete(old);
      return book;
    },
    docx: async (choice) => docxBytes(documentFor(known(choice)), { countsPages: true }),
    card: (id, reading) => cardOfRule(program, id, reading, ran?.get(id), addressOf),
  };

  function documentFor({ language, asOf, selection }: ManualChoice): Document {
    ran ??= manualCases(program).examples;
    const whole = manual(program, { language, asOf, examples: ran, draft, digest }, memory);
    const document = documentOf(selected(whole, selection), memory);
    memory.turn();
    return document;
  }

  function known({ language, asOf, selection }: ManualChoice): ManualChoice {
    return { language, asOf, selection: selectionIn(choicesIn(program, language), selection) };
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
