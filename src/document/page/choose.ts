import type { ScriptWords } from '../../words/document.ts';
import { el, filled, one } from './dom.ts';

/** What is chosen among the rules of a page: an empty value chooses all. */
export interface Chooser {
  readonly chosen: () => ReadonlyMap<string, string>;
  /** What it does not know of is left out. */
  readonly choose: (values: ReadonlyMap<string, string>) => void;
  /** Shows what a link leads to, though it is not among what was chosen. */
  readonly reveal: (target: Element) => void;
}

/** @param changed - called when somebody chose, and when what is shown is other than before */
export function chooser(words: ScriptWords, changed: () => void): Chooser {
  const selects = [...document.querySelectorAll<HTMLSelectElement>('.filters select')];
  const rules = [...document.querySelectorAll<HTMLElement>('main .rule')];
  const lines = linesOfContents();
  const status = one('.shown', HTMLElement);
  for (const select of selects)
    select.addEventListener('change', () => {
      apply();
      changed();
    });
  document.querySelector('.filters .clear')?.addEventListener('click', () => {
    choose(new Map());
    changed();
  });
  return { chosen, choose, reveal };

  function chosen(): ReadonlyMap<string, string> {
    return new Map(
      selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value] as const])),
    );
  }

  function choose(values: ReadonlyMap<string, string>): void {
    for (const select of selects) {
      select.value = values.get(select.name) ?? '';
      // another edition may not have it
      if (select.selectedIndex < 0) select.value = '';
    }
    apply();
  }

  function apply(): void {
    const values = [...chosen()];
    for (const note of document.querySelectorAll('main .outside')) note.remove();
    for (const rule of rules)
      rule.hidden = !values.every(([facet, value]) => isFor(rule.dataset[facet], value));
    for (const { line, targets } of lines) line.hidden = targets.every((rule) => rule.hidden);
    const shown = rules.filter((rule) => !rule.hidden).length;
    const named = selects.flatMap(({ value, selectedOptions: [option] }) =>
      value === '' || !option ? [] : [option.text],
    );
    status.textContent =
      values.length === 0
        ? ''
        : filled(words.shown, shown, rules.length, named.join(words.between));
  }

  function reveal(target: Element): void {
    const rule = target.closest<HTMLElement>('.rule');
    if (!rule?.hidden) return;
    rule.hidden = false;
    rule.querySelector('h3, h4, h5')?.after(el('p', 'outside', words.outside));
    changed();
  }

  /** The lines that lead to rules alone, with those rules. */
  function linesOfContents() {
    const known = new Map(
      rules.flatMap((rule) =>
        [...rule.querySelectorAll('[id]')].map(({ id }) => [id, rule] as const),
      ),
    );
    return [...document.querySelectorAll<HTMLElement>('nav li')].flatMap((line) => {
      const targets = [...line.querySelectorAll('a')].flatMap(
        ({ hash }) => known.get(decodeURIComponent(hash.slice(1))) ?? [],
      );
      return targets.length === 0 ? [] : [{ line, targets }];
    });
  }
}

/** A rule that does not tell is for all. */
function isFor(told: string | undefined, value: string): boolean {
  return told === undefined || told.split(' ').includes(value);
}
