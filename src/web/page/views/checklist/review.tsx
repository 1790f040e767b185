import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { checklistViewWords } from '../../../../words/desk/checklist.ts';
import { reviewWords } from '../../../../words/desk/review.ts';
import { useAnswer } from '../../answer.ts';
import { Written } from '../../parts/written-field.tsx';
import { lacksReason, review, type Reviewed, reviewOf, standing } from '../../reviewing.ts';
import { desk, facts, language } from '../../state.ts';
import { people, saveState } from '../../saving.ts';
import { today } from '../../today.ts';
import { answers, given, keyOf } from '../../work.ts';
import { maskedRemark } from './state.ts';

/** All that was answered, as it was saved, for somebody else to agree to or to return; the files need not be there. */
export function Review() {
  const words = sayIn(reviewWords, language.value);
  const says = sayIn(checklistViewWords, language.value);
  const [day, setDay] = useState(today.value);
  const all = answers.value;
  const isOpen = facts.value !== undefined;
  const { value: told = [] } = useAnswer(
    () => (isOpen ? desk.value?.checklist.told(all, language.value) : undefined),
    [JSON.stringify(all.map(({ rule, remark }) => [rule, remark])), language.value, isOpen],
  );
  if (all.length === 0) return null;
  const { columns } = words;
  const done = standing.value.filter((one) => one.rule !== '' && !lacksReason(one)).length;
  return (
    <details class="review" open={given.value.length === 0}>
      <summary>{words.title(done, all.length)}</summary>
      <p class="soft">{words.intro}</p>
      <div class="fields">
        <label>
          {words.who}
          <input
            id="reviewer"
            value={people.value.reviewers}
            disabled={saveState.value.kind === 'reading'}
            onInput={({ currentTarget }) => {
              people.value = { ...people.value, reviewers: currentTarget.value };
            }}
          />
        </label>
        <label>
          {words.when}
          <input
            type="date"
            value={day}
            max={today.value}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </label>
      </div>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {(['rule', 'answer', 'by', 'page', 'remark', 'review'] as const).map((key) => (
                <th key={key} scope="col">
                  {columns[key]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" colSpan={5}>
                {words.all}
              </th>
              <td>
                <Says reviewed="all" name={words.all} day={day} />
              </td>
            </tr>
            {all.map((answer, index) => {
              const { title = answer.rule, remark: shown = '' } = told[index] ?? {};
              // the names that its file has are masked where that is there
              const remark = maskedRemark(keyOf(answer)) ?? shown;
              return (
                <tr key={keyOf(answer)}>
                  <th scope="row">
                    {title}
                    <div class="soft">
                      {answer.rule}
                      {answer.element !== '' && ` · ${answer.element}`} · {answer.dossier}
                    </div>
                  </th>
                  <td class="result">{says.answers[answer.answer]}</td>
                  <td>{says.by(answer.checker, answer.date)}</td>
                  <td>{answer.page}</td>
                  <td>{remark}</td>
                  <td>
                    <Says reviewed={answer} name={title} day={day} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Says({
  reviewed,
  name,
  day,
}: {
  readonly reviewed: Reviewed;
  readonly name: string;
  readonly day: string;
}) {
  const words = sayIn(reviewWords, language.value);
  const [isWhoMissing, setWhoMissing] = useState(false);
  const found = reviewOf(reviewed);
  const reviewer = people.value.reviewers.trim();
  const isOff = saveState.value.kind === 'reading';
  const say = (says: 'agree' | 'return', remark: string) => {
    const isMissing = reviewer === '' || day === '' || day > today.value;
    setWhoMissing(isMissing);
    if (!isMissing) review(reviewed, { says, remark, reviewer, date: day });
  };
  return (
    <div class="says" role="group" aria-label={name}>
      {(['agree', 'return'] as const).map((says) => (
        <button
          key={says}
          type="button"
          disabled={isOff}
          aria-pressed={found?.stands === true && found.review.says === says}
          onClick={() => {
            if (found?.stands && found.review.says === says) review(reviewed, undefined);
            else say(says, found?.review.remark ?? '');
          }}
        >
          {words.says[says]}
        </button>
      ))}
      {found && (
        <label>
          <span class="soft">{words.remark}</span>
          <Written
            name="remark"
            value={found.review.remark}
            disabled={isOff}
            write={(remark) => say(found.review.says, remark)}
          />
        </label>
      )}
      {found?.stands && (
        <span class="soft">{[found.review.reviewer, found.review.date].join(' ')}</span>
      )}
      {found && lacksReason(found.review) && <span class="cannot-tell">{words.why}</span>}
      {found && !found.stands && <span class="cannot-tell">{words.stale}</span>}
      {isWhoMissing && <span role="alert">{words.whoFirst}</span>}
    </div>
  );
}
