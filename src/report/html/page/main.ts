import { wideBoxes } from '../../../document/page/wide.ts';
import { controls } from './controls.ts';
import { button, el, filled } from './dom.ts';
import { byName, type File, fileNamed } from './files.ts';
import { listing, markSort, pageLength } from './listing.ts';
import { gravestFirst, noFilter, selected, type Sort, type SortName } from './select.ts';
import { readStore, type Store } from './store.ts';
import { summaryPressed } from './summary.ts';

/** Reports of no more findings can be opened, and so printed, as a whole. */
const mostOpened = 200;

const place = document.querySelector('#files');
if (place) start(readStore(), place);

/** Fills the list of files, and lists what is asked for. */
function start(store: Store, place: Element): void {
  const { legend, files } = store;
  const { page } = legend.words;
  const findings = files.filter((file) => file.findings + file.untold.length + file.problems > 0);
  let sort = gravestFirst;
  let first = 0;
  let found: readonly File[] = [];
  let names: ReadonlyMap<string, File> | undefined;
  const wide = wideBoxes(titleOf);
  for (const box of document.querySelectorAll('.scroll')) wide.observe(box);
  const list = listing(store, sort, sortBy, wide);
  const status = el('span', { role: 'status', class: 'count' });
  const pages = pager(store, turn);
  const filters = controls(store, refresh);
  const opening = openers();
  const [only] = files;
  if (only && files.length === 1) {
    // nothing to choose among; what was found comes at once
    document.querySelector('#defects')?.remove();
    list.openAll([only]);
  } else place.append(filters.element, el('div', { class: 'above' }, status, opening));
  place.append(list.element, pages.element);
  summaryPressed(store, (filter) => {
    filters.set(filter);
    place.scrollIntoView();
  });
  window.addEventListener('hashchange', follow);
  // what is opened is printed, on whatever page of the list it is
  window.addEventListener('beforeprint', () => {
    const here = new Set(onPage());
    list.show(found.filter((file) => here.has(file) || list.isOpen(file)));
  });
  window.addEventListener('afterprint', show);
  refresh();
  follow();
  performance.mark('shown');

  function refresh(): void {
    found = selected(files, legend.rules, filters.filter(), sort);
    first = 0;
    show();
  }

  function onPage(): readonly File[] {
    return found.slice(first, first + pageLength);
  }

  function show(): void {
    const here = onPage();
    list.show(here);
    status.textContent =
      found.length === 0
        ? page.noneMatch
        : filled(page.shown, first + 1, first + here.length, found.length);
    pages.at(first, found.length);
  }

  function sortBy(by: SortName): void {
    sort = next(sort, by);
    markSort(list.element, sort);
    refresh();
  }

  function turn(to: number): void {
    first = to;
    show();
    place.scrollIntoView();
  }

  function openers(): HTMLElement {
    const count = files.reduce((sum, file) => sum + file.findings, 0);
    const all =
      count > 0 && count <= mostOpened
        ? button(page.openAll, () => {
            list.openAll(findings);
          })
        : button(page.openPage, () => {
            list.openAll(onPage().filter((file) => findings.includes(file)));
          });
    const close = button(page.closeAll, list.closeAll);
    return el('span', { class: 'openers only-screen' }, all, close);
  }

  /** Opens the file or finding that the address names: `#D-2026-000002/RSK-007`. */
  function follow(): void {
    const link = linked();
    names ??= link === '' ? undefined : byName(files);
    const file = names && fileNamed(link, names);
    if (!file) return;
    if (!found.includes(file)) filters.set(noFilter);
    first = Math.floor(found.indexOf(file) / pageLength) * pageLength;
    const detail = list.open(file);
    show();
    point(detail, link);
  }
}

/** What a table is called: by itself, or by what it stands in. */
function titleOf(box: Element): string {
  const titled =
    box.querySelector('caption') ??
    box.closest('section, details, header')?.querySelector('h1, h2, h3, summary');
  return titled?.textContent ?? '';
}

function linked(): string {
  const hash = location.hash.slice(1);
  try {
    return decodeURIComponent(hash);
  } catch {
    // an address that was cut in the middle of a sign
    return hash;
  }
}

/** Goes to a finding of an opened file; to the file where it has no such finding. */
function point(detail: HTMLElement, link: string): void {
  for (const marked of document.querySelectorAll('.target')) marked.classList.remove('target');
  const named = [...detail.querySelectorAll<HTMLElement>('[data-findings]')].find((one) =>
    (JSON.parse(one.dataset['findings'] ?? '[]') as readonly string[]).includes(link),
  );
  named?.closest('details')?.setAttribute('open', '');
  const target = named ?? detail.previousElementSibling;
  if (!(target instanceof HTMLElement)) return;
  target.classList.add('target');
  target.scrollIntoView();
  (named ?? target.querySelector('button'))?.focus({ preventScroll: true });
}

/** Names from a to z, counts from the most down; pressed again, the other way. */
function next(sort: Sort, by: SortName): Sort {
  if (sort.by === by) return { by, descending: !sort.descending };
  return { by, descending: by !== 'id' && by !== 'file' && by !== 'verdict' };
}

/** Buttons that turn the pages of the list. */
function pager({ legend }: Store, turn: (first: number) => void) {
  const { page } = legend.words;
  let [first, count] = [0, 0];
  const last = (): number => Math.max(0, Math.ceil(count / pageLength) - 1) * pageLength;
  const buttons = [
    button(page.first, () => {
      turn(0);
    }),
    button(page.previous, () => {
      turn(Math.max(0, first - pageLength));
    }),
    button(page.next, () => {
      turn(Math.min(last(), first + pageLength));
    }),
    button(page.last, () => {
      turn(last());
    }),
  ];
  const element = el('nav', { class: 'pages only-screen', 'aria-label': page.pages }, buttons);
  return { element, at };

  function at(from: number, of: number): void {
    [first, count] = [from, of];
    element.hidden = of <= pageLength;
    for (const [index, one] of buttons.entries())
      one.disabled = index < 2 ? from === 0 : from >= last();
  }
}
