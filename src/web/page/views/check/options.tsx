import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { SessionSetting } from '../../../../desk/session.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { facts, language, text } from '../../state.ts';
import { asked, judge } from '../../work.ts';

/** How files are judged: said in one line, and changed below it. */
export function Options() {
  const words = sayIn(checkWords, language.value).options;
  const [draft, setDraft] = useState<SessionSetting>(asked.value);
  const known = facts.value;
  if (!known) return null;
  const set = (change: SessionSetting) => {
    const next = { ...draft, ...change };
    setDraft(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  };
  // the day of check is said where those who check are
  const judgeBy = (options: SessionSetting) => {
    const { today: _, ...others } = options;
    const { today } = asked.value;
    asked.value = { ...others, ...(today !== undefined && { today }) };
    void judge();
  };
  return (
    <details class="options">
      <summary>
        {words.title}
        <span class="soft"> {optionsSaid(asked.value)}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          judgeBy(draft);
        }}
      >
        <label>
          {words.asOf}
          <input
            type="date"
            value={draft.asOf ?? ''}
            onInput={({ currentTarget }) => set({ asOf: currentTarget.value })}
          />
          <small>{words.asOfSays}</small>
        </label>
        <label>
          {words.step}
          <select
            value={draft.step ?? ''}
            onChange={({ currentTarget }) => set({ step: currentTarget.value })}
          >
            <option value="">{words.wholeProcess}</option>
            {known.stages.map((stage) => (
              <optgroup key={stage.id} label={text(stage.title)}>
                {known.steps
                  .filter((step) => step.stage === stage.id)
                  .map((step) => (
                    <option key={step.id} value={step.id}>
                      {text(step.title)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          <small>{words.stepSays}</small>
        </label>
        <label>
          {words.kind}
          <select
            value={draft.kind ?? ''}
            onChange={({ currentTarget }) => set({ kind: currentTarget.value })}
          >
            <option value="">{words.byContent}</option>
            {known.kinds.map(({ id, title }) => (
              <option key={id} value={id}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
        <p class="row">
          <button type="submit" class="main">
            {words.apply}
          </button>
          <button
            type="button"
            onClick={() => {
              setDraft({});
              judgeBy({});
            }}
          >
            {words.reset}
          </button>
        </p>
      </form>
    </details>
  );
}

/** What was chosen, in one line. */
function optionsSaid({ asOf, today, step, kind }: SessionSetting): string {
  const words = sayIn(checkWords, language.value).options;
  const titleOf = (
    all: readonly { readonly id: string; readonly title: Parameters<typeof text>[0] }[] = [],
    id = '',
  ) => text(all.find((one) => one.id === id)?.title) || id;
  return [
    asOf === undefined ? words.saysOwnDays : words.saysAsOf(asOf),
    today === undefined ? words.saysNoToday : words.saysToday(today),
    step === undefined ? words.saysWhole : words.saysStep(titleOf(facts.value?.steps, step)),
    ...(kind === undefined ? [] : [words.saysKind(titleOf(facts.value?.kinds, kind))]),
  ].join(words.separator);
}
