import type { Verdict } from '../page-data.ts';
import { button, el, filled } from './dom.ts';
import { type Filter, noFilter, outcomeNames, type OutcomeName } from './select.ts';
import type { Store } from './store.ts';

export interface Controls {
  readonly element: HTMLElement;
  readonly filter: () => Filter;
  readonly set: (filter: Partial<Filter>) => void;
}

/** The conditions on the files that are listed: a text, a verdict, a rule and what came of it. */
export function controls(store: Store, changed: () => void): Controls {
  const { page, label, status } = store.legend.words;
  const text = el('input', { type: 'search', 'aria-label': page.search, placeholder: page.search });
  const verdict = select(label.verdict, [
    ['', page.allVerdicts],
    ...(['fail', 'cannot-tell', 'pass'] as const).map((name) => [name, status[name]] as const),
    ['none', page.noVerdict],
  ]);
  const rule = select(label.rule, [['', page.allRules], ...rulesNotPassed(store)]);
  const outcome = select(label.outcome, [
    ['', page.allOutcomes],
    ['fail', status.fail],
    ['untold', page.untold],
    ['waived', status.waived],
  ]);
  const clear = button(page.clear, () => {
    set(noFilter);
  });
  const element = el(
    'div',
    { class: 'controls', role: 'search', 'aria-label': page.conditions },
    text,
    verdict,
    rule,
    outcome,
    clear,
  );
  element.addEventListener('input', update);
  settle();
  return { element, filter, set };

  function update(): void {
    settle();
    changed();
  }

  /** What says nothing as things stand cannot be pressed. */
  function settle(): void {
    outcome.disabled = rule.value === '';
    clear.disabled = text.value + verdict.value + rule.value === '';
  }

  function filter(): Filter {
    const wanted = outcomeNames.find((name) => name === outcome.value);
    return {
      text: text.value.trim().toLowerCase(),
      verdict: verdict.value === '' ? undefined : (verdict.value as Verdict | 'none'),
      rule: rule.value === '' ? undefined : Number(rule.value),
      outcome: rule.value === '' ? undefined : wanted,
    };
  }

  function set(given: Partial<Filter>): void {
    const next = { ...filter(), ...given };
    text.value = next.text;
    verdict.value = next.verdict ?? '';
    rule.value = next.rule === undefined ? '' : String(next.rule);
    outcome.value = next.outcome ?? '';
    update();
  }
}

function select(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement {
  return el(
    'select',
    { 'aria-label': name },
    options.map(([value, text]) => el('option', { value }, text)),
  );
}

/** Each rule that some file did not pass, the gravest first, with the number of those files. */
function rulesNotPassed({ files, legend }: Store): readonly (readonly [string, string])[] {
  const counts = new Map<number, number>();
  for (const file of files)
    for (const rule of new Set(outcomeNames.flatMap((name: OutcomeName) => file[name])))
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => (legend.rules[a]?.weight ?? 0) - (legend.rules[b]?.weight ?? 0))
    .map(([rule, count]) => {
      const { id = '', title = '' } = legend.rules[rule] ?? {};
      return [String(rule), filled('{} {} ({})', id, title, count)] as const;
    });
}
