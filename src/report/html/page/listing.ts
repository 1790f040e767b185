import type { Store } from './store.ts';
import { verdictMark } from './card.ts';
import { detailOf } from './detail.ts';
import { button, type Child, el, filled, said } from './dom.ts';
import { type File, nameOf } from './files.ts';
import type { Sort, SortName } from './select.ts';

/** Files on a page of the list. */
export const pageLength = 50;

export interface Listing {
  readonly element: HTMLElement;
  /** Shows files, each opened that was opened before. */
  readonly show: (files: readonly File[]) => void;
  readonly open: (file: File) => HTMLElement;
  readonly openAll: (files: readonly File[]) => void;
  readonly closeAll: () => void;
  readonly isOpen: (file: File) => boolean;
}

/**
 * A table of files; the details of one are made when it is opened.
 *
 * @param wide - watches the boxes of tables
 */
export function listing(
  store: Store,
  sort: Sort,
  sorted: (by: SortName) => void,
  wide: Pick<ResizeObserver, 'observe'>,
): Listing {
  const opened = new Map<File, HTMLElement>();
  const body = el('tbody');
  const columns = columnsOf(store);
  const heads = headRow(columns, store, sort, sorted);
  const element = el('table', { class: 'dossiers' }, el('thead', {}, heads), body);
  let shown: readonly File[] = [];
  return { element, show, open, openAll, closeAll, isOpen: (file) => opened.has(file) };

  function show(files: readonly File[]): void {
    shown = files;
    body.replaceChildren(...files.flatMap((file) => rowsOf(file)));
  }

  function rowsOf(file: File): readonly HTMLElement[] {
    const detail = opened.get(file);
    const row = fileRow(file, columns, detail !== undefined, () => {
      toggle(file, row);
    });
    return detail ? [row, detail] : [row];
  }

  function toggle(file: File, row: HTMLElement): void {
    const detail = opened.get(file);
    row.querySelector('button')?.setAttribute('aria-expanded', String(!detail));
    if (detail) {
      detail.remove();
      opened.delete(file);
    } else row.after(open(file));
  }

  function open(file: File): HTMLElement {
    const known = opened.get(file);
    if (known) return known;
    const detail = detailOf(file, store);
    for (const box of detail.querySelectorAll('.scroll')) wide.observe(box);
    const cell = el('td', { colspan: String(columns.length + 1) }, detail);
    const made = el('tr', { class: 'detail', id: `f${file.number}` }, cell);
    opened.set(file, made);
    return made;
  }

  function openAll(files: readonly File[]): void {
    for (const file of files) open(file);
    show(shown);
  }

  function closeAll(): void {
    opened.clear();
    show(shown);
  }
}

interface Column {
  readonly title: string;
  readonly by?: SortName;
  readonly kind: string;
  readonly cell: (file: File) => Child;
}

/** What is said of each file; a count that is nothing for all files has no column. */
function columnsOf(store: Store): readonly Column[] {
  const { label, page, status } = store.legend.words;
  const counts: readonly (readonly [string, string, (file: File) => number, SortName?])[] = [
    [label.findings, 'fail', ({ findings }) => findings, 'findings'],
    [page.untold, 'cannot-tell', ({ untold }) => untold.length, 'untold'],
    [status.waived, 'waived optional', ({ waived }) => waived.length],
    [page.waiting, '', ({ waiting }) => waiting, 'waiting'],
    [label.diagnostics, 'optional', ({ problems }) => problems],
  ];
  return [
    { title: label.verdict, by: 'verdict', kind: '', cell: (file) => verdictMark(file, store) },
    ...counts
      .filter(([, , count]) => store.files.some((file) => count(file) > 0))
      .map(([title, kind, count, by]) => ({
        title,
        ...(by && { by }),
        kind: `number ${kind}`,
        cell: (file: File) => (count(file) > 0 ? count(file) : el('span', { class: 'soft' }, '–')),
      })),
    {
      title: page.file,
      by: 'file',
      kind: 'optional where',
      cell: (file) => said(placeOf(file, store)),
    },
  ];
}

/** Heads, each a button where it sorts. */
function headRow(
  columns: readonly Column[],
  { legend }: Store,
  start: Sort,
  sorted: (by: SortName) => void,
): HTMLElement {
  const first: Pick<Column, 'title' | 'by' | 'kind'> = {
    title: legend.words.label.dossier,
    by: 'id',
    kind: '',
  };
  const cells = [first, ...columns].map(({ title, kind, by }) => {
    const side = kind.replace(/fail|cannot-tell|waived|where/u, '').trim();
    if (by === undefined) return el('th', { scope: 'col', class: side }, title);
    const press = (): void => {
      sorted(by);
    };
    return el('th', { scope: 'col', class: side, 'data-sort': by }, button(title, press));
  });
  const element = el('tr', {}, cells);
  markSort(element, start);
  return element;
}

/** Says at the heads by what the files are sorted. */
export function markSort(table: HTMLElement, { by, descending }: Sort): void {
  for (const head of table.querySelectorAll('[data-sort]')) {
    if (head.getAttribute('data-sort') === by)
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }
}

function fileRow(
  file: File,
  columns: readonly Column[],
  isOpen: boolean,
  toggle: () => void,
): HTMLElement {
  const opener = button(said(nameOf(file)), toggle, {
    class: 'opener',
    'aria-expanded': String(isOpen),
    'aria-controls': `f${file.number}`,
  });
  return el(
    'tr',
    { class: 'file' },
    el('th', { scope: 'row' }, opener),
    columns.map(({ kind, cell }) => el('td', { class: kind }, cell(file))),
  );
}

function placeOf({ file, record }: File, { legend }: Store): string {
  return record === undefined ? file : `${file} ${filled(legend.words.page.record, record)}`;
}
