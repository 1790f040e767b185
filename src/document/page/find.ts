import type { ScriptWords } from '../../words/document.ts';
import type { Book, BookText } from './book.ts';
import { el, filled, one } from './dom.ts';
import { extract, type Found, type Indexed, marked, search, type Stretch } from './search.ts';

/** Lines that are shown at once. */
const atOnce = 50;

/** The box to search in, and what was found below it. */
export function finder(words: ScriptWords, book: Book): void {
  const box = one('#find', HTMLInputElement);
  const panel = one('#found', HTMLElement);
  const count = one('.count', HTMLElement, panel);
  const lines = one('ol', HTMLElement, panel);
  const more = one('.more', HTMLButtonElement, panel);
  let found: Found | undefined;

  box.addEventListener('input', () => {
    book.read(answer);
  });
  box.addEventListener('focus', () => {
    // read before the first letter comes
    book.read(() => {});
    if (found && found.words.length > 0) panel.hidden = false;
  });
  more.addEventListener('click', () => {
    const before = lines.children.length;
    show();
    linkAt(before)?.focus();
  });
  panel.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) panel.hidden = true;
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !panel.contains(target) && target !== box) panel.hidden = true;
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (pressed(event.key)) event.preventDefault();
  });

  /** @returns whether the key was for the search */
  function pressed(key: string): boolean {
    const at = document.activeElement;
    if (key === '/' && !(at instanceof HTMLInputElement && at.type !== 'checkbox')) {
      box.focus();
      box.select();
      return true;
    }
    if (panel.hidden) return false;
    if (key === 'Escape') {
      panel.hidden = true;
      box.focus();
      box.select();
      return true;
    }
    if (at !== box && !panel.contains(at)) return false;
    const links = [...lines.querySelectorAll('a')];
    const here = links.findIndex((link) => link === at);
    if (key === 'Enter' && at === box) links[0]?.click();
    else if (key === 'ArrowDown') (links[here + 1] ?? (more.hidden ? undefined : more))?.focus();
    else if (key === 'ArrowUp' && at === more) links.at(-1)?.focus();
    else if (key === 'ArrowUp') (links[here - 1] ?? box).focus();
    else return false;
    return true;
  }

  function answer({ units, synonyms, isWhole }: BookText): void {
    found = search(units, box.value, synonyms);
    const { units: having, words: parts, isApart, instead } = found;
    panel.hidden = parts.length === 0;
    lines.replaceChildren();
    show();
    panel.scrollTop = 0;
    const query = box.value.trim();
    const told = isApart
      ? filled(words.foundApart, query, having.length, parts.join(words.between))
      : having.length === 0
        ? filled(words.nothing, query)
        : filled(words.found, having.length);
    const also = instead.map(({ typed, written: as }) => filled(words.instead, typed, as)).join('');
    count.textContent = (isWhole ? told : words.onlyHere + told) + also;
  }

  function show(): void {
    if (!found) return;
    const { units: having, words: parts } = found;
    const from = lines.children.length;
    lines.append(...having.slice(from, from + atOnce).map((unit) => lineOf(unit, parts)));
    const left = having.length - lines.children.length;
    more.hidden = left === 0;
    more.textContent = filled(words.more, Math.min(left, atOnce));
  }

  function linkAt(index: number): HTMLAnchorElement | null | undefined {
    return lines.children[index]?.querySelector('a');
  }
}

function lineOf(unit: Indexed, words: readonly string[]): HTMLElement {
  const link = el(
    'a',
    '',
    el('strong', '', ...written(marked(unit.title, words))),
    ...(unit.place.length === 0 ? [] : [' ', el('span', 'place', unit.place.join(' › '))]),
    ' ',
    el('span', 'extract', ...written(extract(unit, words))),
  );
  link.href = `${unit.page}#${encodeURIComponent(unit.id)}`;
  return el('li', '', link);
}

function written(stretches: readonly Stretch[]): readonly (Node | string)[] {
  return stretches.map(({ text, isHit }) => (isHit ? el('mark', '', text) : text));
}
