import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { sessionWords } from '../../../../words/desk/session.ts';
import { language } from '../../state.ts';
import { isKeying } from './acts.ts';

/** Pass phrases that are shorter are not taken, in characters. */
const shortest = 8;

/**
 * Asks for a pass phrase.
 *
 * @param isNew - it is made up now, and asked for twice
 */
export function PassPhrase({
  id,
  label,
  hint,
  isNew,
  yes,
  children,
  confirm,
  cancel,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isNew: boolean;
  /** What the button says, where it does more than confirm. */
  readonly yes?: string;
  /** What else is asked for. */
  readonly children?: ComponentChildren;
  readonly confirm: (passPhrase: string) => void;
  readonly cancel: () => void;
}) {
  const words = sayIn(sessionWords, language.value);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const check = () => {
    if (isNew && [...first].length < shortest) setWrong(words.short(shortest));
    else if (isNew && first !== second) setWrong(words.differs);
    else {
      setWrong('');
      confirm(first);
    }
  };
  return (
    <form
      class="ask"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') cancel();
      }}
    >
      <h3>{label}</h3>
      {hint !== undefined && <p class="soft">{hint}</p>}
      {isNew && <p class="soft">{words.short(shortest)}</p>}
      {children}
      <div class="fields">
        <label>
          {words.passPhrase}
          <input
            id={`${id}-first`}
            type="password"
            autocomplete="off"
            ref={field}
            value={first}
            onInput={({ currentTarget }) => setFirst(currentTarget.value)}
          />
        </label>
        {isNew && (
          <label>
            {words.again}
            <input
              id={`${id}-second`}
              type="password"
              autocomplete="off"
              value={second}
              onInput={({ currentTarget }) => setSecond(currentTarget.value)}
            />
          </label>
        )}
        <button class="main" type="submit" disabled={isKeying.value !== undefined}>
          {yes ?? words.confirm}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
      {wrong !== '' && <p role="alert">{wrong}</p>}
      {isKeying.value && <p>{words.keyWork[isKeying.value]}</p>}
    </form>
  );
}
