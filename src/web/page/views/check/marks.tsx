import { sayIn } from '../../../../base/language.ts';
import type { Standing } from '../../../../desk/selection.ts';
import type { OutcomeJson } from '../../../../report/json-format.ts';
import { ruleOf } from '../../../../report/weight.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { marks } from '../../../../words/marks.ts';
import { statuses } from '../../../../words/outcomes.ts';
import { language, text } from '../../state.ts';
import type { Terms } from './state.ts';

const standingMarks: Readonly<Record<Standing, string>> = {
  fail: marks.fail,
  'cannot-tell': marks['cannot-tell'],
  pass: marks.pass,
  unread: '!',
  outside: marks['not-applicable'],
};

/** What a file came to: by a mark, a word, and a colour. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <span class={`came ${standing}`}>
      <span class="sign" aria-hidden="true">
        {standingMarks[standing]}
      </span>
      {sayIn(checkWords, language.value).standing[standing]}
    </span>
  );
}

/** What a rule came to. */
export function StatusMark({ status }: Pick<OutcomeJson, 'status'>) {
  return (
    <span class={`came ${status}`}>
      <span class="sign" aria-hidden="true">
        {marks[status]}
      </span>
      {statuses[status][language.value]}
    </span>
  );
}

/** How much a finding weighs: red line, kind, and the rulebook's own word or the level. */
export function Badges({
  outcome,
  terms,
}: {
  readonly outcome: OutcomeJson;
  readonly terms: Terms;
}) {
  const words = sayIn(checkWords, language.value).card;
  const rule = ruleOf(outcome, terms);
  if (!rule) return null;
  const level = text(terms.severities?.[rule.severity ?? ''] ?? terms.levels[rule.level]);
  return (
    <>
      {rule.redLine && <span class="badge red-line">▲ {words.redLine}</span>}
      {rule.kind && <span class="badge">{text(terms.kinds[rule.kind])}</span>}
      <span class="badge">{level}</span>
      {outcome.manual && <span class="badge">{words.byHand}</span>}
      {outcome.suppressed && <span class="badge">{words.suppressed}</span>}
    </>
  );
}
