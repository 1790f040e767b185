import './book.css';

import { Drop } from '../../parts/drop.tsx';
import { sayIn } from '../../../../base/language.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { basisOf } from '../../../../report/glance-titles.ts';
import { bookWords } from '../../../../words/desk/book.ts';
import { amountSaid } from '../../amount.ts';
import { facts, language } from '../../state.ts';
import { aboutRun, judged, progress, stoppedSaid } from '../../work.ts';
import { Groups } from './groups.tsx';
import { Rates } from './rates.tsx';
import { failure, leaveReading, openRun, reading } from './state.ts';
import { Trend } from './trend.tsx';

/** A book of files at a glance: totals, rates, and where the findings are. */
export function BookView() {
  const words = sayIn(bookWords, language.value);
  const head = judged.value;
  const isBusy = progress.value !== undefined || reading.value !== undefined;
  return (
    <div class="book">
      <h1>{words.title}</h1>
      {head && !isBusy ? <Overview head={head} /> : !isBusy && <p>{words.none}</p>}
      <Open />
    </div>
  );
}

function Overview({ head }: { readonly head: HeadTold }) {
  const words = sayIn(bookWords, language.value);
  const { glance } = head.summary;
  const said = stoppedSaid(head);
  const { judged: count, files, findings, amount, after, by } = glance;
  const about = aboutRun();
  return (
    <>
      <p class="soft">
        {about ? words.ofRun(about.name) : words.ofHere} ·{' '}
        {words.rulebook(head.rulebook.id, head.rulebook.version)}
      </p>
      {about?.wrong && <p role="alert">{words.wrong[about.wrong]}</p>}
      {about && !about.isSameRulebook && <p role="alert">{words.otherRulebook}</p>}
      {said !== undefined && !about?.wrong && <p role="alert">{said}</p>}
      {count === 0 ? (
        <p>{words.nothingJudged}</p>
      ) : (
        <>
          <p class="book-total">{words.counted(files, findings, count, amountSaid(amount))}</p>
          {after && findings > after.findings && (
            <p>{words.suppressedCount(findings - after.findings)}</p>
          )}
          <Rates head={head} />
          <p class="soft">{basisOf(head, words)}</p>
          <div class="book-groups">
            <Groups kind="stage" head={head} bar="findings" />
            <Groups kind="post" head={head} bar="findings" />
            <Groups kind="rule" head={head} bar="findings" />
            <Groups kind="branch" head={head} bar="amount" />
            <Groups kind="product" head={head} bar="amount" />
            <Groups kind="amount" head={head} bar="findings" />
          </div>
          {by.month.length > 1 && <Trend months={by.month} />}
          <Groups kind="month" head={head} bar="findings" />
          <p>
            <button type="button" class="book-act" onClick={() => print()}>
              {words.print}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Open() {
  const words = sayIn(bookWords, language.value);
  const percent = reading.value;
  return (
    <Drop
      label={words.open}
      class="book-act"
      take={({ files: [file] }) => {
        if (file) void openRun(file);
      }}
    >
      {failure.value !== undefined && <p role="alert">{failure.value}</p>}
      {percent === undefined ? (
        <>
          <label class="button">
            {words.open}
            <input
              type="file"
              accept=".ndjson,.json,.jsonl"
              disabled={facts.value === undefined}
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void openRun(file);
                currentTarget.value = '';
              }}
            />
          </label>
          <p class="soft">
            {words.openSays} {words.drop}
          </p>
        </>
      ) : (
        <p aria-busy="true">
          <progress max={100} value={percent} aria-label={words.reading(percent)} />{' '}
          {words.reading(percent)}{' '}
          <button type="button" onClick={() => void leaveReading()}>
            {words.cancel}
          </button>
        </p>
      )}
    </Drop>
  );
}
