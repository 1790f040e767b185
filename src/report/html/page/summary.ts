import type { Verdict } from '../page-data.ts';
import { button, filled } from './dom.ts';
import type { Filter, OutcomeName } from './select.ts';
import type { Store } from './store.ts';

/** Defects that are seen at first. */
const firstDefects = 10;

/** Makes the summary something to press: a verdict or a count lists the files that it counts. */
export function summaryPressed(store: Store, choose: (filter: Partial<Filter>) => void): void {
  for (const tile of document.querySelectorAll<HTMLElement>('#tiles [data-verdict]')) {
    const verdict = tile.dataset['verdict'] as Verdict | 'none';
    const press = button([...tile.childNodes], () => {
      choose({ verdict, rule: undefined, outcome: undefined });
    });
    tile.replaceChildren(press);
  }
  const numbers = new Map(store.legend.rules.map(({ id }, number) => [id, number]));
  for (const cell of document.querySelectorAll<HTMLElement>('#defects [data-rule]')) {
    const rule = numbers.get(cell.dataset['rule'] ?? '');
    if (rule !== undefined) pressCell(cell, rule, choose);
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
  foldDefects(store);
}

const outcomes: Readonly<Record<string, OutcomeName>> = {
  fail: 'fail',
  'cannot-tell': 'untold',
  waived: 'waived',
};

function pressCell(
  cell: HTMLElement,
  rule: number,
  choose: (filter: Partial<Filter>) => void,
): void {
  const text = cell.textContent.trim();
  if (!/^[1-9]/u.test(text)) return;
  const outcome = outcomes[cell.dataset['status'] ?? ''];
  const press = button(text, () => {
    choose({ rule, outcome, verdict: undefined, text: '' });
  });
  cell.replaceChildren(press);
}

/** Leaves the gravest defects in sight, and the rest to a button. */
function foldDefects({ legend }: Store): void {
  const defects = document.querySelector('#defects');
  const rows = [...document.querySelectorAll('#defects tbody tr')];
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
