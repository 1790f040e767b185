import type { Verdict } from '../page-data.ts';
import { button, filled } from './dom.ts';
import { type Filter, type OutcomeName, outcomeNames } from './select.ts';
import type { Store } from './store.ts';

/** Defects that are seen at first. */
const firstDefects = 10;

/** Makes the summary something to press: a verdict or a count lists the files that it counts. */
export function summaryPressed(store: Store, choose: (filter: Partial<Filter>) => void): void {
  for (const tile of document.querySelectorAll<HTMLElement>('.tiles [data-verdict]')) {
    const verdict = tile.dataset['verdict'] as Verdict | 'none';
    const press = button([...tile.childNodes], () => {
      choose({ verdict, rule: undefined, outcome: undefined });
    });
    tile.replaceChildren(press);
  }
  const numbers = new Map(store.legend.rules.map(({ id }, number) => [id, number]));
  const rows = [...document.querySelectorAll('#defects tbody tr')];
  for (const row of rows) {
    const rule = numbers.get(row.querySelector('th')?.textContent ?? '');
    if (rule === undefined) continue;
    for (const [index, cell] of row.querySelectorAll('.number').entries())
      pressCell(cell, rule, outcomeNames[index], choose);
  }
  for (const cell of document.querySelectorAll<HTMLElement>('#glance [data-tag]')) {
    const press = button(cell.textContent.trim(), () => {
      choose({
        text: cell.dataset['tag'] ?? '',
        verdict: undefined,
        rule: undefined,
        outcome: undefined,
      });
    });
    cell.replaceChildren(press);
  }
  foldDefects(rows, store);
}

function pressCell(
  cell: Element,
  rule: number,
  outcome: OutcomeName | undefined,
  choose: (filter: Partial<Filter>) => void,
): void {
  const text = cell.textContent.trim();
  if (!/^[1-9]/u.test(text)) return;
  const press = button(text, () => {
    choose({ rule, outcome, verdict: undefined, text: '' });
  });
  cell.replaceChildren(press);
}

/** Leaves the gravest defects in sight, and the rest to a button. */
function foldDefects(rows: readonly Element[], { legend }: Store): void {
  const defects = document.querySelector('#defects');
  if (!defects || rows.length <= firstDefects + 2) return;
  const { page } = legend.words;
  const press = button('', () => {
    fold(press.getAttribute('aria-expanded') === 'true');
  });
  press.classList.add('more', 'only-screen');
  fold(true);
  defects.append(press);

  function fold(isFolded: boolean): void {
    for (const row of rows.slice(firstDefects)) row.classList.toggle('folded', isFolded);
    press.setAttribute('aria-expanded', String(!isFolded));
    press.textContent = isFolded
      ? filled(page.showAll, rows.length)
      : filled(page.showFewer, firstDefects);
  }
}
