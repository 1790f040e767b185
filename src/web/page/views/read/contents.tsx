import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { BookFront, BookPage } from '../../../../desk/manual/book.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { language } from '../../state.ts';
import { hashOf } from './state.ts';

type Entry = BookFront['contents'][number];

/** Lines that somebody folded or unfolded: the others are unfolded while something in them is read. */
const byHand = signal<ReadonlyMap<string, boolean>>(new Map());

/** Wide enough for the contents to stand beside the page; the style has the same. */
const wide = window.matchMedia('(min-width: 64rem)');

/** @param anchor - of the place that is read */
export function Contents({
  front,
  page,
  anchor,
}: {
  readonly front: BookFront;
  readonly page: BookPage | undefined;
  readonly anchor: string;
}) {
  const words = sayIn(readWords, language.value);
  const box = useRef<HTMLElement>(null);
  const whole = useRef<HTMLDetailsElement>(null);
  const current = isListed(front.contents, anchor) ? anchor : page?.anchor;
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('[aria-current]');
    // moves the contents alone, and not the page
    if (line && box.current && wide.matches)
      box.current.scrollTop = line.offsetTop - box.current.clientHeight / 3;
    if (whole.current && !wide.matches) whole.current.open = false;
  }, [current, front]);
  return (
    <nav class="contents" lang={front.language} aria-label={words.contents} ref={box}>
      <details open={wide.matches} ref={whole}>
        <summary>{words.contents}</summary>
        <Lines entries={front.contents} current={current} />
      </details>
    </nav>
  );
}

function Lines({
  entries,
  current,
}: {
  readonly entries: readonly Entry[];
  readonly current: string | undefined;
}) {
  const words = sayIn(readWords, language.value);
  return (
    <ul>
      {entries.map(({ anchor, title, inner }) => {
        const isOpen = byHand.value.get(anchor) ?? (anchor === current || isListed(inner, current));
        return (
          <li key={anchor}>
            {inner.length > 0 && (
              <button
                type="button"
                class="fold"
                aria-expanded={isOpen}
                aria-label={words.inside(title)}
                onClick={() => {
                  byHand.value = new Map(byHand.value).set(anchor, !isOpen);
                }}
              />
            )}
            <a href={hashOf({ anchor })} aria-current={anchor === current ? 'location' : undefined}>
              {title}
            </a>
            {isOpen && inner.length > 0 && <Lines entries={inner} current={current} />}
          </li>
        );
      })}
    </ul>
  );
}

function isListed(entries: readonly Entry[], anchor: string | undefined): boolean {
  return entries.some((one) => one.anchor === anchor || isListed(one.inner, anchor));
}
