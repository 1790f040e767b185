import './checklist.css';
import { useEffect } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { checklistViewWords } from '../../../../words/desk/checklist.ts';
import { facts, language, text } from '../../state.ts';
import { checker, date, people, saveState } from '../../saving.ts';
import { today } from '../../today.ts';
import { given, judged, restored, stoppedSaid } from '../../work.ts';
import { RestoredFiles } from '../../parts/restored.tsx';
import { MaskButton } from '../../parts/mask-button.tsx';
import { download, isWhoMissing, load, loaded, onListKey, takeBack } from './acts.ts';
import { Line } from './line.tsx';
import { Review } from './review.tsx';
import {
  bare,
  chosen,
  current,
  done,
  fitting,
  followList,
  isReading,
  judgeAgain,
  lines,
  listing,
  pageLength,
  pageShown,
  placesShown,
  type Shown,
  wrong,
} from './state.ts';

/** What a person has to look at, a line a question, answered by keys or by clicks. */
export function ChecklistView() {
  useEffect(() => {
    followList();
    if (checker.value === '' && saveState.value.kind !== 'reading')
      checker.value = people.value.inspectors.split(/[、,，;；]/u)[0]?.trim() ?? '';
    if (isReading.value) document.querySelector<HTMLElement>('.line[aria-current]')?.focus();
    isReading.value = false;
    // what was answered bears on the results
    return () => void judgeAgain();
  }, []);
  const words = sayIn(checklistViewWords, language.value);
  const all = lines.value;
  const said = judged.value && stoppedSaid(judged.value);
  return (
    <>
      <h1>{words.title}</h1>
      <RestoredFiles />
      {said !== undefined && given.value.length > 0 && <p role="alert">{said}</p>}
      {given.value.length === 0 ? (
        !restored.value && <p>{judged.value ? words.again : words.none}</p>
      ) : !all ? (
        <Listing />
      ) : all.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <List />
      )}
      <Review />
    </>
  );
}

function Listing() {
  const words = sayIn(checklistViewWords, language.value);
  const { done: looked, total } = listing.value ?? { done: 0, total: 0 };
  const says = looked > 0 ? words.listed(looked, total) : words.listing;
  return (
    <p class="done" aria-busy="true">
      {looked > 0 && <progress value={looked} max={total} aria-label={says} />}
      {says}
    </p>
  );
}

function List() {
  const words = sayIn(checklistViewWords, language.value);
  const all = lines.value ?? [];
  const shown = placesShown.value;
  return (
    <>
      <Who />
      <p class="done">
        <progress value={done.value} max={all.length} aria-label={words.state} />
        {words.progress(done.value, all.length, wrong.value, bare.value)}
      </p>
      <Choice />
      <div class="tools">
        <button type="button" onClick={takeBack} disabled={saveState.value.kind === 'reading'}>
          {words.undo}
        </button>
        <button type="button" onClick={() => void download()}>
          {words.download}
        </button>
        <label class="button">
          {words.load}
          <input
            type="file"
            accept=".xlsx,.csv"
            disabled={saveState.value.kind === 'reading'}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void load(file);
              currentTarget.value = '';
            }}
          />
        </label>
        <MaskButton />
      </div>
      {loaded.value !== '' && <p>{loaded.value}</p>}
      <p class="soft">{words.keys}</p>
      {shown.length === 0 && <p>{words.fits}</p>}
      <ol class="lines" aria-label={words.list} onKeyDown={onListKey}>
        {shown.map((place) => {
          const line = all[place];
          return line && <Line key={place} line={line} place={place} />;
        })}
      </ol>
      <Pages />
    </>
  );
}

function Who() {
  const words = sayIn(checklistViewWords, language.value);
  const isOff = saveState.value.kind === 'reading';
  return (
    <div class="fields">
      <label>
        {words.who}
        <input
          id="who"
          value={checker.value}
          disabled={isOff}
          aria-invalid={isWhoMissing.value && checker.value.trim() === ''}
          onInput={({ currentTarget }) => {
            checker.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        {words.when}
        <input
          id="when"
          type="date"
          value={date.value}
          max={today.value}
          disabled={isOff}
          aria-invalid={isWhoMissing.value && date.value === ''}
          onInput={({ currentTarget }) => {
            date.value = currentTarget.value;
          }}
        />
      </label>
      {isWhoMissing.value && (checker.value.trim() === '' || date.value === '') && (
        <p role="alert">{words.whoFirst}</p>
      )}
    </div>
  );
}

function Choice() {
  const words = sayIn(checklistViewWords, language.value);
  const all = lines.value ?? [];
  const inUse = new Set(all.map(({ step }) => step));
  const steps = (facts.value?.steps ?? []).filter(({ id }) => inUse.has(id));
  const dossiers = [...new Set(all.map(({ dossier }) => dossier))];
  const states = ['open', 'done', 'wrong'] as const satisfies readonly Shown[];
  const choose = (made: Partial<typeof chosen.value>) => {
    chosen.value = { ...chosen.value, ...made };
    if (!fitting.value.includes(current.value)) current.value = fitting.value[0] ?? 0;
  };
  return (
    <div class="fields">
      <label>
        {words.step}
        <select
          value={chosen.value.step}
          onChange={({ currentTarget }) => choose({ step: currentTarget.value })}
        >
          <option value="">{words.all}</option>
          {steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {text(title)}
            </option>
          ))}
        </select>
      </label>
      {dossiers.length > 1 && (
        <label>
          {words.dossier}
          <select
            value={chosen.value.dossier}
            onChange={({ currentTarget }) => choose({ dossier: currentTarget.value })}
          >
            <option value="">{words.all}</option>
            {dossiers.map((dossier) => (
              <option key={dossier} value={dossier}>
                {dossier} {all.find((line) => line.dossier === dossier)?.customer}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {words.state}
        <select
          value={chosen.value.state}
          onChange={({ currentTarget }) => choose({ state: currentTarget.value as Shown })}
        >
          <option value="all">{words.all}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Pages() {
  const words = sayIn(checklistViewWords, language.value).pages;
  const pages = Math.ceil(fitting.value.length / pageLength);
  if (pages < 2) return null;
  const turnTo = (page: number) => {
    current.value = fitting.value[page * pageLength] ?? current.value;
  };
  return (
    <nav class="tools" aria-label={words.label}>
      <button
        type="button"
        disabled={pageShown.value === 0}
        onClick={() => turnTo(pageShown.value - 1)}
      >
        {words.before}
      </button>
      {words.of(pageShown.value + 1, pages)}
      <button
        type="button"
        disabled={pageShown.value + 1 >= pages}
        onClick={() => turnTo(pageShown.value + 1)}
      >
        {words.after}
      </button>
    </nav>
  );
}
