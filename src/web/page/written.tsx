import './written.css';
import { useEffect, useRef } from 'preact/hooks';

/**
 * HTML that our own writer of documents made: what a rulebook says is text in it.
 *
 * @param place - the id of what to go to in it; its beginning where that is empty
 * @param table - what a table is called that is wider than its box, by the title above it
 * @param wide - what stands above such a table
 */
export function Written({
  html,
  place,
  table,
  wide = '',
}: {
  readonly html: string;
  readonly place?: string;
  readonly table: (title: string) => string;
  readonly wide?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(
    () => (box.current ? namedTables(box.current, table, wide) : undefined),
    [html, table, wide],
  );
  useEffect(() => {
    if (place !== undefined && box.current) show(box.current, place);
  }, [html, place]);
  // eslint-disable-next-line react/no-danger -- made by our writer, which escapes all that it is given
  return <div class="written" ref={box} dangerouslySetInnerHTML={{ __html: html }} />;
}

function show(box: HTMLElement, place: string): void {
  for (const old of box.querySelectorAll('.sought')) old.classList.remove('sought');
  const target = place === '' ? null : box.querySelector(`#${CSS.escape(place)}`);
  if (!(target instanceof HTMLElement)) {
    window.scrollTo(0, 0);
    return;
  }
  target.classList.add('sought');
  target.scrollIntoView();
  // the keyboard goes on from there
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/**
 * Gives every table that is wider than its box a name and a place for the keyboard, so that it can be moved: a few at a
 * time, since what is out of sight has to be laid out for it.
 */
function namedTables(box: HTMLElement, named: (title: string) => string, wide: string): () => void {
  const titles = new Map<Element, string>();
  let title = '';
  for (const element of box.querySelectorAll('h1, h2, h3, h4, h5, h6, .scroll'))
    if (element.classList.contains('scroll')) titles.set(element, title);
    else title = element.textContent;
  let left = [...titles.keys()];
  let next = requestIdleCallback(some);
  addEventListener('resize', again);
  return () => {
    cancelIdleCallback(next);
    removeEventListener('resize', again);
  };

  function again(): void {
    cancelIdleCallback(next);
    left = [...titles.keys()];
    next = requestIdleCallback(some);
  }

  function some(time: IdleDeadline): void {
    do {
      const table = left.shift();
      if (!table) return;
      name(table);
    } while (time.timeRemaining() > 5);
    next = requestIdleCallback(some);
  }

  function name(table: Element): void {
    const attributes = {
      tabindex: '0',
      role: 'group',
      'aria-label': named(titles.get(table) ?? ''),
      'data-wide': wide,
    };
    const isWide = table.scrollWidth > table.clientWidth;
    for (const [key, value] of Object.entries(attributes))
      if (isWide) table.setAttribute(key, value);
      else table.removeAttribute(key);
  }
}
