import { useEffect, useRef, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { FoundPlace, FoundPlaces } from '../../../../desk/manual/book.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { announced, desk, facts, language } from '../../state.ts';
import { choice, goTo, hashOf } from './state.ts';

/** Places that are shown at once. */
const atOnce = 50;

interface Found extends FoundPlaces {
  readonly query: string;
}

/** The box to search the whole manual in, and what was found below it. */
export function Find() {
  const words = sayIn(readWords, language.value);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found>();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const last = useRef('');
  const isWanted = useRef(false);
  const key = JSON.stringify(choice.value);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key !== '/' || isTyping(document.activeElement)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  // another manual has other places
  useEffect(() => {
    if (last.current !== '') void ask(last.current);
  }, [key]);

  async function ask(text: string): Promise<void> {
    last.current = text;
    const worker = desk.value;
    if (text.trim() === '' || !worker || !facts.value) {
      setFound(undefined);
      return;
    }
    const answer = await worker.read.search(choice.value, text, 0, atOnce);
    // another letter came meanwhile
    if (last.current !== text) return;
    const told = { ...answer, query: text.trim() };
    setFound(told);
    announced.value = toldOf(told);
    // other words have other places: the list begins anew
    if (panel.current) panel.current.scrollTop = 0;
    if (isWanted.current) open(told);
  }

  function open({ places: [first] }: Found): void {
    isWanted.current = false;
    if (!first) return;
    setOpen(false);
    goTo({ anchor: first.anchor });
  }

  async function more(): Promise<void> {
    if (!found || !desk.value) return;
    const from = found.places.length;
    const { places } = await desk.value.read.search(choice.value, last.current, from, atOnce);
    setFound({ ...found, places: [...found.places, ...places] });
    panel.current?.querySelectorAll<HTMLElement>('li > a')[from - 1]?.focus();
  }

  function toldOf({ query: of, count, isApart, words: parts, instead }: Found): string {
    if (count === 0) return words.nothing(of);
    const told = isApart ? words.apart(of, count, parts) : words.found(of, count);
    return told + instead.map(({ typed, written }) => words.instead(typed, written)).join('');
  }

  function pressed(event: KeyboardEvent): void {
    const links = [...(panel.current?.querySelectorAll<HTMLElement>('li > a, button.more') ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    if (event.key === 'Escape') {
      setOpen(false);
      box.current?.focus();
    } else if (event.key === 'ArrowDown') links[here + 1]?.focus();
    else if (event.key === 'ArrowUp') (here > 0 ? links[here - 1] : box.current)?.focus();
    else if (event.key === 'Enter' && here < 0) {
      // what was found may be of fewer letters, or not be there yet
      if (found?.query === query.trim()) open(found);
      else isWanted.current = query.trim() !== '';
    } else return;
    event.preventDefault();
  }

  const isShown = isOpen && query.trim() !== '';
  return (
    <search class="find" onKeyDown={pressed}>
      <input
        ref={box}
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={words.find.label}
        placeholder={words.find.hint}
        aria-keyshortcuts="/"
        value={query}
        onFocus={() => {
          setOpen(true);
          void prepare();
        }}
        onInput={({ currentTarget }) => {
          const { value } = currentTarget;
          const link = linkIn(value);
          isWanted.current = false;
          setQuery(link === undefined ? value : '');
          setOpen(link === undefined);
          if (link === undefined) void ask(value);
          else location.hash = link;
        }}
      />
      {isShown && (
        <div class="found" ref={panel}>
          <p>
            {found ? toldOf(found) : words.searching}{' '}
            <button type="button" class="close" onClick={() => setOpen(false)}>
              {words.find.close}
            </button>
          </p>
          <ol>
            {found?.places.map((place) => (
              <Line key={place.anchor} place={place} close={() => setOpen(false)} />
            ))}
          </ol>
          {found && found.places.length < found.count && (
            <button type="button" class="more" onClick={() => void more()}>
              {words.more(Math.min(atOnce, found.count - found.places.length))}
            </button>
          )}
        </div>
      )}
    </search>
  );
}

function Line({ place, close }: { readonly place: FoundPlace; readonly close: () => void }) {
  return (
    <li>
      <a href={hashOf({ anchor: place.anchor })} onClick={close}>
        <strong>
          <Stretches of={place.title} />
        </strong>
        {place.above.length > 0 && <span class="soft">{place.above.join(' › ')}</span>}
        <span>
          <Stretches of={place.extract} />
        </span>
      </a>
    </li>
  );
}

function Stretches({ of }: { readonly of: FoundPlace['extract'] }) {
  return of.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text));
}

/** Makes the text of the manual ready, a page at a time, before the first letter comes. */
async function prepare(): Promise<void> {
  const worker = desk.value;
  if (!worker || !facts.value) return;
  // eslint-disable-next-line no-await-in-loop -- other questions are answered in between
  while (await worker.read.prepare(choice.value));
}

/** The address in a text that was copied from the bar of a rule; undefined where it has none. */
function linkIn(text: string): string | undefined {
  return /#\/read\/[\w%.?=&/-]+/u.exec(text)?.[0];
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && !['checkbox', 'radio'].includes(element.type))
  );
}
