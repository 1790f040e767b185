import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { FieldView } from '../../../../desk/mapping/targets.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { announced, desk, language } from '../../state.ts';
import { mapping } from './state.ts';

interface FieldChoiceProps {
  readonly label: string;
  readonly table: string;
  /** Empty for what is so of every row. */
  readonly heading: string;
  readonly chosen: FieldView | undefined;
  /** With the first line, which takes the field away. */
  readonly mayBeNone: boolean;
  readonly choose: (field: FieldView | undefined) => void;
}

/** A box in which a field is chosen from a list that narrows as one types (WAI-ARIA, combobox with a list). */
export function FieldChoice({
  label,
  table,
  heading,
  chosen,
  mayBeNone,
  choose,
}: FieldChoiceProps) {
  const words = sayIn(tablesWords, language.value);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const query = useSignal<string | undefined>(undefined);
  const fields = useSignal<readonly FieldView[]>([]);
  const active = useSignal(-1);
  const isOpen = query.value !== undefined;
  const first = mayBeNone && query.value === '' ? 1 : 0;
  const count = fields.value.length + first;

  async function search(typed: string): Promise<void> {
    query.value = typed;
    active.value = -1;
    const text = mapping.value?.text ?? '';
    const asked = { table, heading, query: typed, language: language.value };
    const found = (await desk.value?.tables.fields(text, asked)) ?? [];
    // an answer to what was typed before comes too late
    if (query.value !== typed) return;
    fields.value = found;
    active.value = found.length > 0 && typed !== '' ? 0 : -1;
    announced.value = found.length === 0 ? words.noField : words.found(found.length);
  }

  function close(): void {
    query.value = undefined;
    active.value = -1;
  }

  function take(index: number): void {
    const field = fields.value[index - first];
    close();
    if (index >= 0 && (field || index < first)) choose(field);
  }

  function move(to: number): void {
    active.value = (to + count) % Math.max(count, 1);
    list.current?.children[active.value]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) void search('');
      else if (key === 'ArrowDown') move(active.value + 1);
      else move(active.value < 0 ? count - 1 : active.value - 1);
    } else if (key === 'Enter' && isOpen) {
      event.preventDefault();
      // what was typed last may still be looked up
      if (active.value >= 0) take(active.value);
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    }
  }

  return (
    <div class="field-choice">
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && active.value >= 0 ? `${id}-${active.value}` : undefined}
        placeholder={words.placeholder}
        value={query.value ?? (chosen ? fieldName(chosen) : '')}
        onClick={() => {
          if (!isOpen) void search('');
        }}
        onInput={({ currentTarget }) => void search(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isOpen && (
        <ul
          id={`${id}-list`}
          ref={list}
          role="listbox"
          aria-label={label}
          // the box keeps the focus while one clicks
          onMouseDown={(event) => event.preventDefault()}
        >
          {first > 0 && (
            <li
              id={`${id}-0`}
              role="option"
              aria-selected={active.value === 0}
              onClick={() => take(0)}
            >
              {words.notTaken}
            </li>
          )}
          {fields.value.map((field, index) => (
            <li
              key={field.path}
              id={`${id}-${index + first}`}
              role="option"
              aria-selected={active.value === index + first}
              onClick={() => take(index + first)}
            >
              <span>{fieldName(field)}</span>
              <span class="soft">
                {words.ofKind(field.kind, field.unit)} <code>{field.path}</code>
              </span>
            </li>
          ))}
          {fields.value.length === 0 && query.value !== '' && (
            <li role="option" aria-disabled="true" aria-selected={false}>
              {words.noField}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** `当事人 › 姓名`, with its number where it is of a list. */
export function fieldName({ within, title, path }: FieldView): string {
  const words = sayIn(tablesWords, language.value);
  const number = /\[(\d+)\]/u.exec(path)?.[1];
  const records =
    number === undefined || number === '1' ? within : [...within, words.element(Number(number))];
  return words.within([...records, title]);
}
