import { useEffect } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { language } from '../../state.ts';
import { checker, people, saveState } from '../../saving.ts';
import { asked, judge, judged } from '../../work.ts';

/** Who checks, who reviews and when: what papers are headed with. What a scheme says of it stands where nobody writes. */
export function People() {
  const words = sayIn(checkWords, language.value).people;
  const isOff = saveState.value.kind === 'reading';
  useEffect(() => {
    if (people.value.inspectors === '' && !isOff)
      people.value = { ...people.value, inspectors: checker.value };
  }, []);
  const scheme = judged.value?.scheme;
  return (
    <div class="people">
      {(['inspectors', 'reviewers'] as const).map((who) => (
        <label key={who}>
          {words[who]}
          <input
            value={people.value[who]}
            disabled={isOff}
            placeholder={scheme?.[who].join(language.value === 'zh' ? '、' : ', ') || words.hint}
            onInput={({ currentTarget }) => {
              people.value = { ...people.value, [who]: currentTarget.value };
            }}
          />
        </label>
      ))}
      <label>
        {words.day}
        <input
          type="date"
          value={asked.value.today ?? scheme?.day ?? ''}
          disabled={isOff}
          onChange={({ currentTarget: { value } }) => {
            // a year that is being typed
            if (value !== '' && value < '1900') return;
            const { today: _, ...others } = asked.value;
            asked.value = { ...others, ...(value !== '' && { today: value }) };
            void judge();
          }}
        />
      </label>
      <small class="soft">{words.says}</small>
    </div>
  );
}
