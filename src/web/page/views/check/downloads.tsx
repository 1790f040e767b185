import { sayIn } from '../../../../base/language.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { saveMade } from '../../save.ts';
import { announced, desk, language } from '../../state.ts';

/** What is made of the result, each with who it is for. */
export function Downloads() {
  const words = sayIn(checkWords, language.value).downloads;
  const json = async () => {
    const blob = await desk.value?.check.json();
    if (!blob) return;
    announced.value = words.said(saveMade(`${words.jsonName}.json`, blob));
  };
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{words.title}</h2>
      <ul class="downloads">
        <li>
          <button type="button" onClick={() => void json()}>
            {words.json}
          </button>{' '}
          <span class="soft">{words.jsonFor}</span>
        </li>
      </ul>
    </section>
  );
}
