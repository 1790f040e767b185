import './read.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { BookPage } from '../../../../desk/manual/book.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import { readAddressOf } from '../../../read-address.ts';
import { facts, language } from '../../state.ts';
import { today } from '../../today.ts';
import { Written } from '../../written.tsx';
import { Choice } from './choice.tsx';
import { Contents } from './contents.tsx';
import { Find } from './find.tsx';
import { followPrint, printPage } from './print.ts';
import { barsIn } from './rule-bar.tsx';
import { choice, failed, goTo, hashOf, isMaking, show, type Shown, shown } from './state.ts';

/** The manual, a page at a time: made of the rulebook for whoever reads it, as at a day. */
export function ReadView() {
  const words = sayIn(readWords, language.value);
  const known = facts.value;
  useEffect(() => void show(), [JSON.stringify(choice.value), hashOf({}), known]);
  const of = shown.value;
  return (
    <div class={isOtherDay() ? 'read other-day' : 'read'}>
      <h1>{words.title}</h1>
      <div class="stuck">
        <Find />
        <OtherDay />
      </div>
      <Choice />
      {failed.value !== undefined && (
        <p role="alert">{sayIn(shellWords, language.value).failed(failed.value)}</p>
      )}
      {isMaking.value && !of && <p>{words.making}</p>}
      {of && (
        <div class="book" aria-busy={isMaking.value}>
          <Contents front={of.front} page={of.page} anchor={of.anchor} />
          {of.page ? <Page {...of} page={of.page} /> : <Missing anchor={of.anchor} />}
        </div>
      )}
    </div>
  );
}

function isOtherDay(): boolean {
  return choice.value.asOf !== today.value;
}

/** Rules of another day must not be taken for those of today. */
function OtherDay() {
  const words = sayIn(readWords, language.value);
  if (!isOtherDay()) return null;
  return (
    <p class="day" role="note">
      <strong>{words.otherDay(choice.value.asOf, today.value)}</strong>
      <span>{words.otherDayNote}</span>
      <button type="button" onClick={() => goTo({ day: undefined })}>
        {words.toToday}
      </button>
    </p>
  );
}

function Missing({ anchor }: { readonly anchor: string }) {
  const words = sayIn(readWords, language.value);
  return (
    <p>
      {words.missing(anchor)} <a href={hashOf({ anchor: '' })}>{words.front}</a>
    </p>
  );
}

function Page({ front, page, isOutside, anchor }: Shown & { readonly page: BookPage }) {
  const words = sayIn(readWords, language.value);
  const box = useRef<HTMLElement>(null);
  // set before its place is gone to: they make it longer
  useLayoutEffect(() => (box.current ? barsIn(box.current) : undefined), [page.html]);
  useEffect(() => (box.current ? followPrint(box.current) : undefined), []);
  return (
    <article
      ref={box}
      lang={front.language}
      aria-label={page.title}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        const hash = link?.getAttribute('href') ?? '';
        if (!hash.startsWith('#/read/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
        // what is chosen is taken along
        event.preventDefault();
        goTo({ anchor: readAddressOf(hash.slice('#/read/'.length)).anchor });
      }}
    >
      <header class="trail">
        <nav aria-label={words.trail}>
          <a href={hashOf({ anchor: '' })}>{front.title}</a>
          {page.above.map(({ anchor: above, title }) => (
            <a key={above} href={hashOf({ anchor: above })}>
              {title}
            </a>
          ))}
        </nav>
        <p>{words.of(front.version, front.day)}</p>
        <button type="button" onClick={printPage}>
          {words.print(page.html.split('<section class="rule"').length - 1)}
        </button>
      </header>
      {isOutside && <p class="outside">{words.outside}</p>}
      <Written html={page.html} place={anchor} table={words.table} wide={words.wide} />
      <nav class="turns" aria-label={words.turn}>
        {page.previous && (
          <a rel="prev" href={hashOf({ anchor: page.previous.anchor })}>
            <span>{words.previous}</span> {page.previous.title}
          </a>
        )}
        {page.next && (
          <a rel="next" href={hashOf({ anchor: page.next.anchor })}>
            <span>{words.next}</span> {page.next.title}
          </a>
        )}
      </nav>
    </article>
  );
}
