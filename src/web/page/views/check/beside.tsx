import { sayIn } from '../../../../base/language.ts';
import { besideWords } from '../../../../words/desk/beside.ts';
import { givenKindWords } from '../../../../words/desk/kinds.ts';
import type { BesideTold } from '../../../worker/beside.ts';
import { language, text } from '../../state.ts';
import { beside, given, removeBeside, wantsPicked } from '../../work.ts';

/** What the files are judged by besides the rulebook, each with what is wrong with it. */
export function Beside() {
  if (beside.value.length === 0) return null;
  const words = sayIn(besideWords, language.value);
  return (
    <section aria-labelledby="judged-by">
      <h2 id="judged-by">{words.title}</h2>
      <ul class="plain">
        {beside.value.map((one) => (
          <li key={one.name}>
            <Told told={one} />
          </li>
        ))}
      </ul>
      {wantsPicked.value !== undefined && (
        <p role="alert">{words.wantsPicked(wantsPicked.value)}</p>
      )}
      {given.value.length === 0 && <p>{words.alone}</p>}
    </section>
  );
}

function Told({ told: { kind, name, problems } }: { readonly told: BesideTold }) {
  const words = sayIn(besideWords, language.value);
  const isWrong = problems.some(({ severity }) => severity === 'error') && kind !== 'waivers';
  return (
    <>
      <strong>{sayIn(givenKindWords, language.value)[kind]}</strong>{' '}
      <span class="name">{name}</span>{' '}
      <span class="soft">{isWrong ? words.notUsed : words.used}</span>
      <button
        type="button"
        class="small"
        aria-label={words.remove(name)}
        onClick={() => void removeBeside(name)}
      >
        {words.removeShort}
      </button>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ code, message, file, line, column }) => (
            <li key={`${code} ${line} ${column}`}>
              {text(message)} <span class="soft">{words.at(file, line)}</span> <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
