import { choice } from './state.ts';

/** What is to be printed: a rule without what ended before the day it is read for, or with all its history. */
export type Extent = 'from-the-day' | 'whole';

/** Print was asked for in the page: what the browser itself asks for is the rule in sight. */
let isAsked = false;

export function printRule(rule: Element, extent: Extent): void {
  const unmark = marked(rule, extent);
  printPage();
  unmark();
}

export function printPage(): void {
  isAsked = true;
  window.print();
  isAsked = false;
}

/** A page of the manual takes dozens of sheets: the browser's own print takes the rule in sight, where there is one. */
export function followPrint(box: Element): () => void {
  let unmark: (() => void) | undefined;
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };

  function before(): void {
    const rule = isAsked ? undefined : ruleInSight(box);
    if (rule) unmark = marked(rule, 'from-the-day');
  }

  function after(): void {
    unmark?.();
    unmark = undefined;
  }
}

/** Below what stays at the top of the window. */
const belowBars = 160;

function ruleInSight(box: Element): Element | undefined {
  return [...box.querySelectorAll('.rule')].find((rule) => {
    const { top, bottom } = rule.getBoundingClientRect();
    return top <= belowBars && bottom > belowBars;
  });
}

/** @returns what takes the marks away again */
function marked(rule: Element, extent: Extent): () => void {
  const past = extent === 'whole' ? [] : pastRows(rule, choice.value.asOf);
  rule.classList.add('alone');
  rule.parentElement?.classList.add('but-one');
  for (const row of past) row.classList.add('past');
  return () => {
    rule.classList.remove('alone');
    rule.parentElement?.classList.remove('but-one');
    for (const row of past) row.classList.remove('past');
  };
}

/** Rows of editions and values that ended before a day: their period has two days, of which the second is earlier. */
export function pastRows(rule: Element, day: string): readonly Element[] {
  const rows = rule.querySelectorAll(
    'table.editions tbody tr > :first-child, table.values tbody tr > :nth-child(3)',
  );
  return [...rows].flatMap((period) => {
    const [, until] = period.textContent.match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
    return until !== undefined && until < day && period.parentElement ? [period.parentElement] : [];
  });
}
