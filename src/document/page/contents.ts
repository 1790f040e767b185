import type { ScriptWords } from '../../words/document.ts';
import { el, filled, one } from './dom.ts';

/** Wide enough for the contents to stand beside the text; the style has the same. */
const wide = '(min-width: 76rem)';
/** How far below the tools a heading may be to be the one that is read, in pixels. */
const reading = 80;

/** Folds the contents, and keeps marked in them what is read. */
export interface Contents {
  /** To be called when other headings are shown. */
  readonly refresh: () => void;
}

export function contents(words: ScriptWords): Contents {
  const nav = one('nav', HTMLElement);
  const tools = one('.tools', HTMLElement);
  const whole = one('details', HTMLDetailsElement, nav);
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('a')];
  const width = window.matchMedia(wide);
  const folds = new Map(
    [...nav.querySelectorAll<HTMLElement>('li:has(> ul)')].map((line) => [
      line,
      foldOf(line, words),
    ]),
  );
  let places: readonly { readonly link: HTMLAnchorElement; readonly heading: Element }[] = [];
  let current: HTMLAnchorElement | undefined;
  let isAsked = false;
  unfold();
  width.addEventListener('change', unfold);
  window.addEventListener('beforeprint', () => {
    whole.open = true;
  });
  window.addEventListener('afterprint', unfold);
  whole.addEventListener('click', ({ target }) => {
    // on a narrow screen they would cover what was asked for
    if (target instanceof HTMLAnchorElement && !width.matches) whole.open = false;
  });
  // the tools stand over the text: what is gone to begins below them
  new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingTop = `${tools.offsetHeight + 24}px`;
  }).observe(tools);
  window.addEventListener('scroll', soon, { passive: true });
  refresh();
  return { refresh };

  function unfold(): void {
    whole.open = width.matches;
  }

  function refresh(): void {
    places = links.flatMap((link) => {
      const heading = document.querySelector(
        `#${CSS.escape(decodeURIComponent(link.hash.slice(1)))}`,
      );
      return heading && !heading.closest('[hidden]') ? [{ link, heading }] : [];
    });
    soon();
  }

  function soon(): void {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark(readNow());
    });
  }

  /** The last heading above the place where one reads: they stand in order, so half of them are left out each time. */
  function readNow(): HTMLAnchorElement | undefined {
    const line = tools.offsetHeight + reading;
    let [from, to] = [0, places.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((places[middle]?.heading.getBoundingClientRect().top ?? 0) < line) from = middle + 1;
      else to = middle;
    }
    return places[from - 1]?.link;
  }

  function mark(link: HTMLAnchorElement | undefined): void {
    if (link === current) return;
    current?.removeAttribute('aria-current');
    current = link;
    for (const [line, fold] of folds) fold.follow(link !== undefined && line.contains(link));
    if (!link) return;
    link.setAttribute('aria-current', 'true');
    if (width.matches) keepInSight(link);
  }

  /** Moves the contents alone: `scrollIntoView` would stop a page that is moving. */
  function keepInSight(link: HTMLAnchorElement): void {
    const [box, line] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
    if (line.top < box.top + 40 || line.bottom > box.bottom - 40)
      nav.scrollTop += line.top - box.top - box.height / 3;
  }
}

/** The lines under a title: unfolded while something in them is read, until somebody says otherwise. */
function foldOf(line: HTMLElement, words: ScriptWords) {
  let byHand: boolean | undefined;
  const title = line.querySelector('a')?.textContent ?? '';
  const button = el('button', 'fold');
  button.type = 'button';
  button.setAttribute('aria-label', filled(words.inside, title));
  button.addEventListener('click', () => {
    byHand = line.classList.contains('folded');
    set(byHand);
  });
  line.prepend(button);
  set(false);
  return { follow };

  function follow(isRead: boolean): void {
    set(byHand ?? isRead);
  }

  function set(isOpen: boolean): void {
    line.classList.toggle('folded', !isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  }
}
