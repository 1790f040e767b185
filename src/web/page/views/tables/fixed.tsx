import { useSignal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { FieldView } from '../../../../desk/mapping/targets.ts';
import type { TableView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { language } from '../../state.ts';
import { FieldChoice, fieldName } from './field-choice.tsx';
import { change } from './state.ts';

/** What is so of every row, without a column. */
export function Fixed({ table: { name, fixed, wanted } }: { readonly table: TableView }) {
  const words = sayIn(tablesWords, language.value);
  const added = useSignal<FieldView | undefined>(undefined);
  const isListed = [...fixed.map(({ field }) => field), ...wanted].some(
    ({ path }) => path === added.value?.path,
  );
  return (
    <section>
      <h3>{words.fixed}</h3>
      <p class="soft">{words.fixedSays}</p>
      <ul class="fixed">
        {fixed.map(({ field, value }) => (
          <Value key={field.path} table={name} field={field} value={value} isGiven />
        ))}
        {wanted.map((field) => (
          <Value key={field.path} table={name} field={field} value="" isGiven={false} />
        ))}
        {added.value && !isListed && (
          <Value key={added.value.path} table={name} field={added.value} value="" isGiven={false} />
        )}
      </ul>
      <div class="options">
        <span>{words.addFixed}</span>
        <FieldChoice
          label={words.addFixed}
          table={name}
          heading=""
          chosen={undefined}
          mayBeNone={false}
          choose={(field) => {
            added.value = field;
          }}
        />
      </div>
    </section>
  );
}

interface ValueProps {
  readonly table: string;
  readonly field: FieldView;
  readonly value: string;
  readonly isGiven: boolean;
}

function Value({ table, field, value, isGiven }: ValueProps) {
  const words = sayIn(tablesWords, language.value);
  const typed = useSignal(value);
  const called = fieldName(field);
  const fill = (to: string | undefined) =>
    change({ kind: 'fixed', table, path: field.path, value: to });
  return (
    <li>
      <span>{isGiven ? called : words.wanted(called)}</span>
      {field.words ? (
        <select
          aria-label={words.valueOf(called)}
          value={value}
          onChange={({ currentTarget }) => void fill(currentTarget.value)}
        >
          <option value="" disabled />
          {field.words.map(({ word, title }) => (
            <option key={word} value={word}>
              {title}
            </option>
          ))}
        </select>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.value.trim() !== '') void fill(typed.value.trim());
          }}
        >
          <input
            type="text"
            aria-label={words.valueOf(called)}
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
          />
          <button type="submit">{words.fill}</button>
        </form>
      )}
      {isGiven && (
        <button
          type="button"
          aria-label={words.removeOf(called)}
          onClick={() => void fill(undefined)}
        >
          {words.remove}
        </button>
      )}
    </li>
  );
}
