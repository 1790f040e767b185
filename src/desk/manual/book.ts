import type { Language } from '../../base/language.ts';
import type { Document } from '../../document/document.ts';
import { coverOf } from '../../document/html.ts';
import { htmlBook, type HtmlBody } from '../../document/html-book.ts';
import type { Page } from '../../document/page-cuts.ts';
import {
  extract,
  type Indexed,
  type Instead,
  marked,
  search,
  type Stretch,
  unitsOf,
} from '../../document/page/search.ts';
import { contentsOf, type Entry, placesIn } from '../../document/places.ts';

/** What is known of a manual before any page of it is made. */
export interface BookFront {
  readonly language: Language;
  readonly title: string;
  readonly number: string;
  readonly version: string;
  /** ISO day on which limits and editions are read. */
  readonly day: string;
  readonly contents: readonly Entry[];
}

/** A page by the first place on it; the front has none, and is the empty one. */
export interface PageName {
  readonly anchor: string;
  readonly title: string;
}

/** A page as it is shown. */
export interface BookPage extends PageName {
  /** What it is a part of, the highest first; nothing on the front. */
  readonly above: readonly PageName[];
  /** Written by our own writer: what a rulebook says is text in it, never markup. */
  readonly html: string;
  readonly previous?: PageName;
  readonly next?: PageName;
}

/** A place that was found. */
export interface FoundPlace {
  readonly anchor: string;
  readonly title: readonly Stretch[];
  /** The titles that it stands under, the highest first. */
  readonly above: readonly string[];
  readonly extract: readonly Stretch[];
}

export interface FoundPlaces {
  /** Of all that were found. */
  readonly count: number;
  readonly places: readonly FoundPlace[];
  /** The query stands nowhere as it was typed: these have most of the words. */
  readonly isApart: boolean;
  /** What was looked for. */
  readonly words: readonly string[];
  /** Words that were typed for which the manual has others, which were looked for too. */
  readonly instead: readonly Instead[];
}

/** A manual to be read: pages are made when they are asked for, and kept. */
export interface Book {
  readonly front: BookFront;
  /** The page with a place, the front for the empty one; undefined for a place that it has not. */
  readonly page: (anchor: string) => BookPage | undefined;
  /**
   * Makes the text of one more page ready to be searched.
   *
   * @returns whether there are more
   */
  readonly prepare: () => boolean;
  /**
   * @param from - how many of the places to pass over
   * @param most - how many to hand over then
   */
  readonly search: (query: string, from: number, most: number) => FoundPlaces;
}

/** @param addressOf - where a link to a place leads */
export function bookOf(document: Document, addressOf: (anchor: string) => string): Book {
  const { language, title, number, version, day, synonyms } = document;
  const { pages, pageOf, bodyOf, markup } = htmlBook(document, addressOf);
  const [first] = pages;
  const bodies = new Map<Page, HtmlBody>();
  let units: readonly Indexed[] | undefined;
  return {
    front: { language, title, number, version, day, contents: contentsOf(document) },
    page: (anchor) => {
      const page = anchor === '' ? first : pageOf.get(anchor);
      return page && shown(page);
    },
    prepare,
    search: (query, from, most) => {
      const { units: having, words, isApart, instead } = search(allUnits(), query, synonyms);
      const places = having.slice(from, from + most).map((unit) => ({
        anchor: unit.id,
        title: marked(unit.title, words),
        above: unit.place,
        extract: extract(unit, words),
      }));
      return { count: having.length, places, isApart, words, instead };
    },
  };

  function bodyKept(page: Page): HtmlBody {
    const kept = bodies.get(page) ?? bodyOf(page);
    bodies.set(page, kept);
    return kept;
  }

  function shown(page: Page): BookPage {
    const at = pages.indexOf(page);
    const [previous, next] = [pages[at - 1], pages[at + 1]];
    const { html } = bodyKept(page);
    return {
      ...nameOf(page),
      above: at === 0 ? [] : page.above.map(({ anchor, title: of }) => ({ anchor, title: of })),
      html: at === 0 ? `${markup(coverOf(page.blocks))}\n${html}` : html,
      ...(previous && { previous: nameOf(previous) }),
      ...(next && { next: nameOf(next) }),
    };
  }

  function nameOf(page: Page): PageName {
    const [place] = page === first ? [] : placesIn(page.blocks);
    return { anchor: place?.anchor ?? '', title: page.title };
  }

  function prepare(): boolean {
    const page = pages.find((one) => !bodies.has(one));
    if (page) bodyKept(page);
    return bodies.size < pages.length;
  }

  function allUnits(): readonly Indexed[] {
    units ??= unitsOf(
      pages.map((page) => ({ page: page.file, passages: bodyKept(page).passages })),
    );
    return units;
  }
}
