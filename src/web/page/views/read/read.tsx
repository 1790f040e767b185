import './read.css';
import { useEffect, useRef, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { BookPage } from '../../../../desk/manual/book.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import { readAddressOf } from '../../../read-address.ts';
import { facts, language } from '../../state.ts';
import { Written } from '../../written.tsx';
import { Choice } from './choice.tsx';
import { Contents } from './contents.tsx';
import { Find } from './find.tsx';
import { choice, failed, goTo, hashOf, isMaking, show, type Shown, shown } from './state.ts';

/** The manual, a page at a time: made of the rulebook for whoever reads it, as at a day. */
export function ReadView() {
  const words = sayIn(readWords, language.value);
  const known = facts.value;
  useEffect(() => void show(), [JSON.stringify(choice.value), hashOf({}), known]);
  const of = shown.value;
  return (
    <div class="read">
      <h1>{words.title}</h1>
      <Find />
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
  const [isRule, setIsRule] = useState(false);
  useEffect(() => setIsRule(soughtIn(box.current) !== undefined), [page.html, anchor]);
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
        {isRule && (
          <button type="button" onClick={() => printAlone(soughtIn(box.current))}>
            {words.printRule}
          </button>
        )}
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </header>
      {isOutside && <p class="outside">{words.outside}</p>}
      <Written html={page.html} place={anchor} table={words.table} />
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

/** The rule that is read, as it stands on its page. */
function soughtIn(box: HTMLElement | null): Element | undefined {
  return box?.querySelector('.written .sought')?.closest('.rule') ?? undefined;
}

/** Prints one rule without the page around it. */
function printAlone(rule: Element | undefined): void {
  rule?.classList.add('alone');
  rule?.parentElement?.classList.add('but-one');
  window.print();
  rule?.classList.remove('alone');
  rule?.parentElement?.classList.remove('but-one');
}
