import type { Synonym } from '../document.ts';
import type { PageText } from '../passages.ts';
import { el, one, readSynonyms } from './dom.ts';
import { type Indexed, unitsOf } from './search.ts';
import { readUnits } from './units.ts';

declare global {
  interface Window {
    /** Set by the file that has the text of all pages. */
    bookText?: readonly PageText[];
    bookSynonyms?: readonly Synonym[];
  }
}

/** What a rule is for: of each facet that it tells, the values with spaces between. */
export type Told = Readonly<Partial<Record<string, string>>>;

/** All that can be found, on the page that is open and on others. */
export interface BookText {
  readonly units: readonly Indexed[];
  readonly synonyms: readonly Synonym[];
  /** What the rules of all pages are for, by id; none where there is one page. */
  readonly rules: ReadonlyMap<string, Told>;
  /** Not where there are other pages and their text cannot be read. */
  readonly isWhole: boolean;
}

export interface Book {
  /** Hands over the text: at once where it is read already or there is one page; once for each who asks. */
  readonly read: (then: (text: BookText) => void) => void;
}

/** The text of one page is read from it, that of several from the file which the tools name, once it is wanted. */
export function book(): Book {
  const { text: file } = one('.tools', HTMLElement).dataset;
  const waiting = new Set<(text: BookText) => void>();
  let known: BookText | undefined;
  return { read };

  function read(then: (text: BookText) => void): void {
    if (known) then(known);
    else if (file === undefined) then((known = textHere(true)));
    else {
      waiting.add(then);
      if (waiting.size === 1) fetchFrom(file);
    }
  }

  function fetchFrom(address: string): void {
    const script = el('script', '');
    script.addEventListener('load', () => {
      arrived(window.bookText ? textOf(window.bookText) : textHere(false));
    });
    script.addEventListener('error', () => {
      arrived(textHere(false));
    });
    script.src = address;
    document.head.append(script);
  }

  function arrived(text: BookText): void {
    known = text;
    for (const then of waiting) then(text);
    waiting.clear();
  }
}

function textHere(isWhole: boolean): BookText {
  const units = readUnits(one('main', HTMLElement));
  return { units, synonyms: readSynonyms(), rules: new Map(), isWhole };
}

function textOf(pages: readonly PageText[]): BookText {
  const rules = pages.flatMap(({ passages }) =>
    passages.flatMap(({ id, told }) => (told ? [[id, told] as const] : [])),
  );
  const synonyms = window.bookSynonyms ?? [];
  return { units: unitsOf(pages), synonyms, rules: new Map(rules), isWhole: true };
}
