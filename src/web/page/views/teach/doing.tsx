import { useEffect, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { teachWords } from '../../../../words/desk/teach.ts';
import { language } from '../../state.ts';
import { doing } from './state.ts';

/** What is being done, and for how long: nobody knows how long it takes on a machine. */
export function Doing() {
  const words = sayIn(teachWords, language.value);
  const what = doing.value;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (what === undefined) return undefined;
    const clock = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(clock);
  }, [what]);
  if (what === undefined) return null;
  return (
    <p class="doing">
      <progress aria-label={what} /> {what} <span class="soft">{words.elapsed(seconds)}</span>
    </p>
  );
}
