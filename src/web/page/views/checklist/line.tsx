import { useEffect, useRef } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { ChecklistLine } from '../../../../desk/checklist.ts';
import { checklistViewWords } from '../../../../words/desk/checklist.ts';
import type { LineKey } from '../../../worker/checklist.ts';
import { address, language } from '../../state.ts';
import { saveState } from '../../saving.ts';
import { answerWith } from './acts.ts';
import {
  answerLine,
  byLine,
  clearLine,
  current,
  details,
  isBare,
  isReading,
  isWrong,
  maskedRemark,
  problemsOf,
  taken,
} from './state.ts';
import { keyOf } from '../../work.ts';

import { Written } from '../../parts/written-field.tsx';

const offered = ['pass', 'fail', 'not-applicable'] as const;

/** A line of the check-list: open where it is worked on, else in a row. */
export function Line({ line, place }: { readonly line: LineKey; readonly place: number }) {
  const words = sayIn(checklistViewWords, language.value);
  const isCurrent = current.value === place;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // whoever moved by keys stays at the line; whoever writes elsewhere is not drawn away
    const isIn = document.activeElement?.closest('.lines') !== null;
    // keys may have gone on since this line was drawn
    const isStill = current.peek() === place;
    if (isStill && isIn && !row.current?.contains(document.activeElement)) row.current?.focus();
  }, [isCurrent]);
  const key = keyOf(line);
  const found = byLine.value.get(key)?.answer;
  const state = isWrong(key) ? 'wrong' : isBare(key) ? 'bare' : found ? 'done' : 'open';
  const [problem] = problemsOf.value.get(key)?.filter(({ severity }) => severity === 'error') ?? [];
  const label = `line-${place}`;
  return (
    <li
      ref={row}
      class="line"
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      aria-labelledby={label}
      data-state={state}
      onFocusIn={() => {
        current.value = place;
      }}
      onClick={() => {
        current.value = place;
      }}
    >
      <p class="head">
        <span class={`mark ${state === 'wrong' ? 'wrong' : (found?.answer ?? 'open')}`}>
          {state === 'wrong'
            ? words.states.wrong
            : found
              ? words.answers[found.answer]
              : words.states.open}
        </span>
        <strong id={label}>{line.title}</strong>
        <span class="soft">
          {line.rule}
          {line.element !== '' && ` · ${line.element}`} · {line.dossier} {line.customer}
        </span>
        {found && <span class="soft">{words.by(found.checker, found.date)}</span>}
        {found && !isCurrent && found.remark !== '' && (
          <span>{maskedRemark(key) ?? found.remark}</span>
        )}
        {state === 'bare' && <span class="cannot-tell">{words.states.bare}</span>}
        {problem && !isCurrent && <span class="fail">{problem.message}</span>}
      </p>
      {isCurrent && <Opened line={line} detail={details.value.get(place)} />}
    </li>
  );
}

function Opened({
  line,
  detail,
}: {
  readonly line: LineKey;
  readonly detail: ChecklistLine | undefined;
}) {
  const words = sayIn(checklistViewWords, language.value);
  const key = keyOf(line);
  const found = byLine.value.get(key)?.answer;
  const verdict = taken.value.verdicts.find(({ dossier }) => dossier === line.dossier)?.verdict;
  const isOff = saveState.value.kind === 'reading';
  const problems = problemsOf.value.get(key) ?? [];
  const shown = maskedRemark(key);
  return (
    <>
      {detail && <Asked detail={detail} />}
      <p>
        <a
          href={address('read', line.rule)}
          onClick={() => {
            isReading.value = true;
          }}
        >
          {words.toRule}
        </a>
      </p>
      <div class="answer" role="group" aria-label={words.answer}>
        {offered.map((answer, index) => (
          <button
            key={answer}
            type="button"
            disabled={isOff}
            aria-pressed={found?.answer === answer}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => answerWith(line, answer)}
          >
            {index + 1} {words.answers[answer]}
          </button>
        ))}
        {found && (
          <button type="button" disabled={isOff} onClick={() => clearLine(line)}>
            {words.clear}
          </button>
        )}
      </div>
      {found && (
        <div class="answer">
          <label>
            {words.page}
            <Written
              name="page"
              value={found.page}
              disabled={isOff}
              write={(page) => answerLine(line, { page })}
            />
          </label>
          <label class="wide">
            {words.remark}
            <Written
              name="remark"
              value={found.remark}
              disabled={isOff}
              describedBy={found.answer === 'pass' ? undefined : `${line.rule}-why`}
              write={(remark) => answerLine(line, { remark })}
            />
          </label>
        </div>
      )}
      {found && found.answer !== 'pass' && found.remark.trim() === '' && (
        <p class="cannot-tell" id={`${line.rule}-why`}>
          {found.answer === 'fail' ? words.whyFail : words.why}
        </p>
      )}
      {shown !== undefined && <p role="alert">{words.masked(shown)}</p>}
      {problems.map(({ message, severity, code }) => (
        <p key={code} role={severity === 'error' ? 'alert' : undefined} class="problem">
          {message}
        </p>
      ))}
      {verdict && (
        <p>
          {words.verdict.label}
          {language.value === 'zh' ? '：' : ' '}
          <strong class={verdict}>{words.verdict[verdict]}</strong>
        </p>
      )}
    </>
  );
}

/** What is to be looked at, and by which measure. */
function Asked({ detail }: { readonly detail: ChecklistLine }) {
  const words = sayIn(checklistViewWords, language.value);
  const { question, how, standard, part, isBoth, doubt, evidence, basis } = detail;
  const told = [
    [words.how, how],
    [words.standard, standard],
    [words.evidence, evidence.join(language.value === 'zh' ? '、' : ', ')],
  ] as const;
  return (
    <>
      {question !== '' && <p class="question">{question}</p>}
      {part && <p class="soft">{words.part(part.title, part.day, part.says)}</p>}
      {isBoth && <p class="soft">{words.both}</p>}
      {doubt !== '' && <p class="soft">{doubt}</p>}
      <dl>
        {told
          .filter(([, text]) => text !== '')
          .map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        {basis.length > 0 && (
          <div>
            <dt>{words.basis}</dt>
            <dd>
              {basis
                .map(({ title, verified }) => (verified ? title : `${title} ${words.unverified}`))
                .join('\n')}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
