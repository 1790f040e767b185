import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { RuleTold } from '../../../../desk/explain.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { statuses } from '../../../../words/outcomes.ts';
import { useAnswer } from '../../answer.ts';
import { desk, facts, language, text } from '../../state.ts';
import { round } from '../../work.ts';
import { OutcomeCard } from './card.tsx';
import { StatusMark } from './marks.tsx';
import type { Terms } from './state.ts';

/** What every rule came to in a file: passes, and what does not apply or is not due, too. */
export function AllRules({ place, terms }: { readonly place: number; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value).file;
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2>{words.all}</h2>
      <p class="soft">{words.allSays}</p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{words.all}</summary>
        {isOpen && <Rules place={place} terms={terms} />}
      </details>
    </section>
  );
}

type Status = RuleTold['status'];
const order: readonly Status[] = [
  'fail',
  'waived',
  'cannot-tell',
  'pass',
  'not-applicable',
  'not-due',
];

function Rules({ place, terms }: { readonly place: number; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value);
  const [sought, setSought] = useState('');
  const [status, setStatus] = useState('');
  const { value, isWaiting, failure } = useAnswer(
    () => desk.value?.check.rules(place),
    [round.value, place],
  );
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (!value) return <p>{isWaiting ? words.place.opening : words.file.gone}</p>;
  const query = sought.trim().toLowerCase();
  const shown = value.filter(
    (one) =>
      (status === '' || one.status === status) &&
      (query === '' || `${one.rule} ${text(one.title)}`.toLowerCase().includes(query)),
  );
  return (
    <>
      <form class="row rules-asked" onSubmit={(event) => event.preventDefault()}>
        <label class="wide">
          {words.file.allFilter}
          <input
            type="search"
            value={sought}
            onInput={({ currentTarget }) => setSought(currentTarget.value)}
          />
        </label>
        <label>
          {words.file.allStatus}
          <select value={status} onChange={({ currentTarget }) => setStatus(currentTarget.value)}>
            <option value="">{words.filter.all}</option>
            {order.map((one) => (
              <option key={one} value={one}>
                {statuses[one][language.value]}
              </option>
            ))}
          </select>
        </label>
      </form>
      {shown.length === 0 && <p>{words.filter.none}</p>}
      {(facts.value?.stages ?? []).map((stage) => (
        <Stage
          key={stage.id}
          title={text(stage.title)}
          rules={shown.filter((one) => one.stage === stage.id)}
          place={place}
          terms={terms}
        />
      ))}
      <Stage
        title=""
        rules={shown.filter((one) => one.stage === null)}
        place={place}
        terms={terms}
      />
    </>
  );
}

function Stage({
  title,
  rules,
  place,
  terms,
}: {
  readonly title: string;
  readonly rules: readonly RuleTold[];
  readonly place: number;
  readonly terms: Terms;
}) {
  if (rules.length === 0) return null;
  return (
    <>
      {title !== '' && <h3>{title}</h3>}
      <ul class="findings">
        {rules.map((one) => (
          <li key={one.rule}>
            <RuleRow told={one} place={place} terms={terms} />
          </li>
        ))}
      </ul>
    </>
  );
}

function RuleRow({
  told: { rule, status, title },
  place,
  terms,
}: {
  readonly told: RuleTold;
  readonly place: number;
  readonly terms: Terms;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <StatusMark status={status} /> <code>{rule}</code> {text(title)}
      </summary>
      {isOpen && <Explained rule={rule} place={place} terms={terms} />}
    </details>
  );
}

/** Why a rule came to what it did. */
function Explained({
  rule,
  place,
  terms,
}: {
  readonly rule: string;
  readonly place: number;
  readonly terms: Terms;
}) {
  const words = sayIn(checkWords, language.value);
  const { value, isWaiting, failure } = useAnswer(
    () => desk.value?.check.explain(place, rule),
    [round.value, place, rule],
  );
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (!value) return <p>{isWaiting ? words.place.opening : words.file.gone}</p>;
  const own = {
    ...terms,
    rules: { ...terms.rules, ...value.rules },
    clauses: { ...terms.clauses, ...value.clauses },
  };
  if (value.outcomes.length === 0) return <p>{words.file.together}</p>;
  return (
    <>
      {value.outcomes.map((one) => (
        <OutcomeCard key={one.finding} place={place} outcome={one} terms={own} />
      ))}
    </>
  );
}
