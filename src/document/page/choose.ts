import type { ScriptWords } from '../../words/document.ts';
import type { Book, BookText, Told } from './book.ts';
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
export function chooser(words: ScriptWords, book: Book, changed: () => void): Chooser {
  const selects = [...document.querySelectorAll<HTMLSelectElement>('.filters select')];
  const rules = [...document.querySelectorAll<HTMLElement>('main .rule')];
  const status = one('.shown', HTMLElement);
  let lines: ReturnType<typeof linesOfContents> | undefined;
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
    for (const note of document.querySelectorAll('main .outside')) note.remove();
    const isChosen = asked();
    for (const rule of rules) rule.hidden = !isChosen(rule.dataset);
    // what is not narrowed needs no text of other pages
    if (chosen().size > 0 || lines) book.read(narrow);
  }

  /** Whether a rule that tells something is among what is chosen. */
  function asked(): (told: Told) => boolean {
    const values = [...chosen()];
    return (told) => values.every(([facet, value]) => isFor(told[facet], value));
  }

  /** The contents, and what is said of how many are shown. */
  function narrow(text: BookText): void {
    lines ??= linesOfContents(text);
    const isChosen = asked();
    for (const { line, targets } of lines) line.hidden = !targets.some((told) => isChosen(told));
    const shown = rules.filter(({ dataset }) => isChosen(dataset)).length;
    const inAll = [...text.rules.values()].filter((told) => isChosen(told)).length;
    const named = selects
      .flatMap(({ value, selectedOptions: [option] }) =>
        value === '' || !option ? [] : [option.text],
      )
      .join(words.between);
    if (named === '') status.textContent = '';
    else if (text.rules.size === 0)
      status.textContent = filled(words.shown, shown, rules.length, named);
    else status.textContent = filled(words.shownHere, shown, rules.length, inAll, named);
  }

  function reveal(target: Element): void {
    const rule = target.closest<HTMLElement>('.rule');
    if (!rule?.hidden) return;
    rule.hidden = false;
    rule.querySelector('h3, h4, h5')?.after(el('p', 'outside', words.outside));
    changed();
  }

  /** The lines that lead to rules alone, with what those tell. */
  function linesOfContents(text: BookText) {
    const here = rules.flatMap((rule) =>
      [...rule.querySelectorAll('[id]')].map(({ id }): [string, Told] => [id, rule.dataset]),
    );
    const known = new Map([...text.rules, ...here]);
    return [...document.querySelectorAll<HTMLElement>('nav li')].flatMap((line) => {
      const targets = [...line.querySelectorAll('a')].flatMap(({ hash }) => {
        const told = known.get(decodeURIComponent(hash.slice(1)));
        return told ? [told] : [];
      });
      return targets.length === 0 ? [] : [{ line, targets }];
    });
  }
}

/** A rule that does not tell is for all. */
function isFor(told: string | undefined, value: string): boolean {
  return told === undefined || told.split(' ').includes(value);
}
