import type { Synonym } from '../document.ts';
import type { PageText, Passage } from '../passages.ts';

/** A heading that can be linked to, with the text down to the next one. */
export interface Unit {
  /** The file it stands in; empty for the page that is open. */
  readonly page: string;
  readonly id: string;
  readonly title: string;
  /** The titles that it stands under, the highest first. */
  readonly place: readonly string[];
  /** The title and all that follows, as it is read. */
  readonly text: string;
  readonly isRule?: boolean;
}

/** What is looked for, and in what: both folded. */
export interface Indexed extends Unit {
  readonly foldedTitle: string;
  readonly foldedText: string;
}

export interface Found {
  readonly units: readonly Indexed[];
  /** What they have, folded. */
  readonly words: readonly string[];
  /** The query stands nowhere as it was typed: these have most of its pieces. */
  readonly isApart: boolean;
  /** Words that were typed for which texts have others, which were looked for too. */
  readonly instead: readonly Instead[];
}

/** A word as it was typed, and as it is written. */
export interface Instead {
  readonly typed: string;
  readonly written: string;
}

/** Small letters of ordinary width, one for each letter of the text, so that places in both are the same. */
export function folded(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/gu, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ')
    .replaceAll(/\p{Lu}/gu, (letter) => {
      const small = letter.toLowerCase();
      return small.length === letter.length ? small : letter;
    });
}

export function indexed(unit: Unit): Indexed {
  return { ...unit, foldedTitle: folded(unit.title), foldedText: folded(unit.text) };
}

/** What can be found in pages that stand one after the other. */
export function unitsOf(pages: readonly PageText[]): readonly Indexed[] {
  const above: Passage[] = [];
  return pages.flatMap(({ page, passages }) =>
    passages.map((passage) => {
      const { id, depth, title, text, told } = passage;
      while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
      const place = above.map((one) => one.title);
      above.push(passage);
      return indexed({ page, id, title, place, text: title + text, isRule: told !== undefined });
    }),
  );
}

/**
 * The units that have every word of a query somewhere in their text, or every word that is written in its place: rules
 * by their titles first, then exact titles, then titles, then texts, each in the order of the document. Nothing but the
 * text is asked, so none is missed. Where no unit has all, the query is cut into pieces that the text does have.
 */
export function search(
  units: readonly Indexed[],
  query: string,
  synonyms: readonly Synonym[] = [],
): Found {
  const typed = wordsOf(folded(query));
  const { text, instead } = asWritten(folded(query), synonyms);
  // a single sign that is left between two words says too little
  const written = wordsOf(text).filter((word) => word.length > 1 || typed.includes(word));
  if (typed.length === 0) return { units: [], words: typed, isApart: false, instead };
  const ways = instead.length === 0 || written.length === 0 ? [typed] : [typed, written];
  const having = units.filter((unit) => ways.some((words) => hasAll(unit, words)));
  const words = [...new Set(ways.flat())];
  if (having.length > 0) return { units: ranked(having, ways), words, isApart: false, instead };
  const pieces = [...new Set(written.flatMap((word) => piecesOf(word, units)))];
  return {
    units: ranked(withMost(units, pieces), [pieces]),
    words: pieces,
    isApart: pieces.length > 0,
    instead,
  };
}

function wordsOf(query: string): readonly string[] {
  return query.split(/\s+/u).filter((word) => word !== '');
}

function hasAll({ foldedText }: Indexed, words: readonly string[]): boolean {
  return words.every((word) => foldedText.includes(word));
}

/** A query in which a word that texts do not have stands no more, but the one that they have: of several the longest. */
function asWritten(
  query: string,
  synonyms: readonly Synonym[],
): { readonly text: string; readonly instead: readonly Instead[] } {
  const known = synonyms
    .flatMap(({ word, others }) => [word, ...others].map((typed) => ({ typed, written: word })))
    .map(({ typed, written }) => ({ typed: folded(typed), written: folded(written) }))
    .toSorted((a, b) => b.typed.length - a.typed.length);
  const instead: Instead[] = [];
  let text = '';
  for (let at = 0; at < query.length;) {
    const here = known.find(({ typed }) => stands(typed, query, at));
    if (here && here.typed !== here.written) {
      instead.push(here);
      text += ` ${here.written} `;
    } else text += here?.typed ?? query[at] ?? '';
    at += here?.typed.length ?? 1;
  }
  return { text, instead };
}

const latin = /[\p{Script=Latin}\p{N}]/u;

/** Words of scripts with spaces between them stand whole or not at all. */
function stands(word: string, query: string, at: number): boolean {
  if (!query.startsWith(word, at)) return false;
  const [end, last] = [at + word.length, word.at(-1) ?? ''];
  const isCut = (a: string, b: string) => latin.test(a) && latin.test(b);
  return !isCut(query[at - 1] ?? '', query[at] ?? '') && !isCut(last, query[end] ?? '');
}

/** The units that have more of some words than any other. */
function withMost(units: readonly Indexed[], words: readonly string[]): readonly Indexed[] {
  const counted = units.map((unit) => ({
    unit,
    count: words.filter((word) => unit.foldedText.includes(word)).length,
  }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return counted.flatMap(({ unit, count }) => (count === most && most > 0 ? [unit] : []));
}

/** @param ways - the words that were looked for, and those that are written in their place */
function ranked(
  units: readonly Indexed[],
  ways: readonly (readonly string[])[],
): readonly Indexed[] {
  return units
    .map((unit) => ({ unit, rank: Math.min(...ways.map((words) => rankOf(unit, words))) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ unit }) => unit);
}

function rankOf(
  { id, foldedTitle, foldedText, isRule }: Indexed,
  words: readonly string[],
): number {
  const whole = words.join(' ');
  if (folded(id) === whole) return 0;
  // a title may have its number or id in front
  const isExact = ` ${foldedTitle} `.includes(` ${whole} `);
  const inTitle = words.filter((word) => foldedTitle.includes(word)).length;
  const share = isExact ? 0 : 0.1 + (words.length - inTitle) / words.length;
  if (isExact || inTitle > 0) return (isRule === true ? 1 : 3) + share;
  return foldedText.includes(whole) ? 5 : 6;
}

/** Chinese has no spaces: a query is cut, from its beginning, into the longest pieces that stand anywhere. */
function piecesOf(word: string, units: readonly Indexed[]): readonly string[] {
  const pieces: string[] = [];
  let rest = word.slice(0, longest);
  while (rest.length > 0) {
    let piece = rest;
    while (piece.length > 1 && !isAnywhere(piece, units)) piece = piece.slice(0, -1);
    // a single sign says too little to be asked for
    if (piece.length > 1) pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

/** Letters of a query that are cut into pieces, at most: each asks the whole text again. */
const longest = 40;

function isAnywhere(piece: string, units: readonly Indexed[]): boolean {
  return units.some(({ foldedText }) => foldedText.includes(piece));
}

/** A stretch of text, and whether it was looked for. */
export interface Stretch {
  readonly text: string;
  readonly isHit: boolean;
}

/** Letters before the first hit of an extract, and in all of it. */
const before = 24;
const length = 96;

/** Places of each word that an extract is chosen among, at most. */
const asked = 50;

/** Some of a text behind its title, where most of the words that were looked for stand together, with hits told apart. */
export function extract(unit: Indexed, words: readonly string[]): readonly Stretch[] {
  const { text, foldedText, foldedTitle } = unit;
  const begin = foldedText.indexOf(foldedTitle) + foldedTitle.length;
  const from = Math.max(begin, bestPlace(foldedText, words, begin) - before);
  const shown = text
    .slice(from, from + length)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return [
    ...(from > begin ? [{ text: '…', isHit: false }] : []),
    ...marked(shown, words),
    ...(from + length < text.trimEnd().length ? [{ text: '…', isHit: false }] : []),
  ];
}

/** The first place of a word with most of the others near behind it. */
function bestPlace(text: string, words: readonly string[], begin: number): number {
  let best = { at: begin, count: 0 };
  for (const at of words.flatMap((word) => placesOf(word, text, begin)).toSorted((a, b) => a - b)) {
    const near = text.slice(at, at + length - before);
    const count = words.filter((word) => near.includes(word)).length;
    if (count > best.count) best = { at, count };
  }
  return best.at;
}

function placesOf(word: string, text: string, begin: number): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word, begin); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (places.length === asked) break;
    places.push(at);
  }
  return places;
}

/** A text in stretches: what was looked for, and what stands between. */
export function marked(text: string, words: readonly string[]): readonly Stretch[] {
  const same = folded(text);
  const stretches: Stretch[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nearest(same, words, at);
    if (next === undefined) break;
    if (next.from > at) stretches.push({ text: text.slice(at, next.from), isHit: false });
    stretches.push({ text: text.slice(next.from, next.to), isHit: true });
    at = next.to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isHit: false });
  return stretches;
}

/** The first of the words behind a place, the longest where several begin there. */
function nearest(text: string, words: readonly string[], at: number) {
  const places = words.flatMap((word) => {
    const from = text.indexOf(word, at);
    return from < 0 ? [] : [{ from, to: from + word.length }];
  });
  const [first] = places.toSorted((a, b) => a.from - b.from || b.to - a.to);
  return first;
}
