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
      const { id, depth, title, text } = passage;
      while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
      const place = above.map((one) => one.title);
      above.push(passage);
      return indexed({ page, id, title, place, text: title + text });
    }),
  );
}

/**
 * The units that have every word of a query somewhere in their text, exact titles first, then titles, then texts,
 * each in the order of the document. Nothing but the text is asked, so none is missed. Where no unit has all, the
 * query is cut into pieces that the text does have.
 */
export function search(units: readonly Indexed[], query: string): Found {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return { units: [], words, isApart: false };
  const having = withAll(units, words);
  if (having.length > 0) return { units: ranked(having, words), words, isApart: false };
  const pieces = [...new Set(words.flatMap((word) => piecesOf(word, units)))];
  return {
    units: ranked(withMost(units, pieces), pieces),
    words: pieces,
    isApart: pieces.length > 0,
  };
}

function withAll(units: readonly Indexed[], words: readonly string[]): readonly Indexed[] {
  return units.filter(({ foldedText }) => words.every((word) => foldedText.includes(word)));
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

function ranked(units: readonly Indexed[], words: readonly string[]): readonly Indexed[] {
  const whole = words.join(' ');
  const rank = ({ foldedTitle, foldedText }: Indexed): number => {
    // a title may have its number or id in front
    if (` ${foldedTitle} `.includes(` ${whole} `)) return 0;
    const inTitle = words.filter((word) => foldedTitle.includes(word)).length;
    if (inTitle > 0) return 1 + (words.length - inTitle) / words.length;
    return foldedText.includes(whole) ? 2 : 3;
  };
  return units
    .map((unit) => ({ unit, rank: rank(unit) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ unit }) => unit);
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
