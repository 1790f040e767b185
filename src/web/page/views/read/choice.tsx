import { useEffect, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { type Form, formOf, forms, selectionOf } from '../../../read-address.ts';
import type { readService } from '../../../worker/read.ts';
import { desk, facts, language } from '../../state.ts';
import { choice, goTo, place } from './state.ts';

type Choices = ReturnType<(typeof readService)['choices']>;
type Part = 'product' | 'post' | 'stage';

/** What of the manual is read, for whom, and as at which day. */
export function Choice() {
  const words = sayIn(readWords, language.value);
  const [choices, setChoices] = useState<Choices>();
  const { language: written, asOf, selection } = choice.value;
  const known = facts.value;
  useEffect(() => {
    if (known) void desk.value?.read.choices(written).then(setChoices);
  }, [written, known]);
  const form = formOf(selection);
  const parts: readonly (readonly [Part, Choices['posts']])[] = [
    ['product', choices?.products ?? []],
    ['post', choices?.posts ?? []],
    ['stage', choices?.stages ?? []],
  ];
  const isWhole = Object.keys(place.value.selection).length === 0 && place.value.day === undefined;
  return (
    <form
      class="choice fields"
      aria-label={words.choice}
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        {words.form.label}
        <select
          value={form ?? ''}
          onChange={({ currentTarget }) => {
            const { product, post, stage, isTechnical } = selection;
            const wanted = currentTarget.value === '' ? undefined : (currentTarget.value as Form);
            goTo({
              selection: {
                ...selectionOf(wanted),
                ...(product !== undefined && { product }),
                ...(post !== undefined && { post }),
                ...(stage !== undefined && { stage }),
                ...(isTechnical === true && { isTechnical }),
              },
            });
          }}
        >
          <option value="">{words.form.all}</option>
          {forms.map((one) => (
            <option key={one} value={one}>
              {words.form[one]}
            </option>
          ))}
        </select>
      </label>
      {parts.map(
        ([part, things]) =>
          things.length > 0 && (
            <label key={part}>
              {words[part]}
              <select
                value={selection[part] ?? ''}
                onChange={({ currentTarget }) => {
                  const { [part]: _, ...others } = selection;
                  const id = currentTarget.value;
                  goTo({ selection: id === '' ? others : { ...others, [part]: id } });
                }}
              >
                <option value="">{words.any}</option>
                {things.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          ),
      )}
      <label>
        {words.day}
        <input
          type="date"
          value={asOf}
          onChange={({ currentTarget }) => {
            const day = currentTarget.value;
            goTo({ day: day === '' ? undefined : day });
          }}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={selection.isTechnical === true}
          onChange={({ currentTarget }) => {
            const { isTechnical: _, ...others } = selection;
            goTo({ selection: currentTarget.checked ? { ...others, isTechnical: true } : others });
          }}
        />
        {words.technical}
      </label>
      {!isWhole && (
        <button type="button" onClick={() => goTo({ selection: {}, day: undefined })}>
          {words.clear}
        </button>
      )}
    </form>
  );
}
