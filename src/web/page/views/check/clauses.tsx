import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { ClauseCitedJson } from '../../../../report/json-format.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { useAnswer } from '../../answer.ts';
import { desk, language, text } from '../../state.ts';
import { type Terms, titled } from './state.ts';

/** The clauses that something rests on; the words of each with one more click. */
export function Clauses({
  cited,
  terms,
}: {
  readonly cited: readonly ClauseCitedJson[];
  readonly terms: Terms;
}) {
  return (
    <ul class="plain">
      {cited.map((one) => (
        <li key={one.clause}>
          <Clause {...one} terms={terms} />
        </li>
      ))}
    </ul>
  );
}

function Clause({ clause, verified, terms }: ClauseCitedJson & { readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value).card;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {titled(terms.clauses[clause]?.title, clause)}
        {!verified && <strong class="unverified"> {words.unverified}</strong>}
      </summary>
      {isOpen && <ClauseText clause={clause} />}
    </details>
  );
}

function ClauseText({ clause }: { readonly clause: string }) {
  const { value, failure } = useAnswer(() => desk.value?.check.clause(clause), [clause]);
  const says = failure ?? (value && text(value.text));
  return says ? <blockquote class="clause">{says}</blockquote> : null;
}
