import './gate.css';

import { useEffect, useRef } from 'preact/hooks';

import { Drop } from '../../parts/drop.tsx';
import { sayIn } from '../../../../base/language.ts';
import { gateWords } from '../../../../words/desk/gate.ts';
import { facts, language, text } from '../../state.ts';
import { saveMade } from '../../save.ts';
import { Answer } from './answer.tsx';
import { answers, ask, day, failure, files, gate, isAsking } from './state.ts';

/** Files are looked at before a step: may it begin, and if not, what to fetch from whom. */
export function GateView() {
  const words = sayIn(gateWords, language.value);
  const known = facts.value;
  if (known?.gates.length === 0) return <p>{words.noGates}</p>;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <Asked />
      <Given />
      {failure.value !== undefined && <p role="alert">{failure.value}</p>}
      {isAsking.value && <p aria-busy="true">{words.asking}</p>}
      {answers.value && !isAsking.value && <Answers />}
    </>
  );
}

function Asked() {
  const words = sayIn(gateWords, language.value);
  const { gates = [], steps = [] } = facts.value ?? {};
  const chosen = gate.value ?? gates[0]?.id;
  return (
    <form class="gate-asked" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{words.which}</legend>
        {gates.map(({ id, title, step }) => (
          <label key={id}>
            <input
              type="radio"
              name="gate"
              value={id}
              checked={id === chosen}
              onChange={() => {
                gate.value = id;
                void ask();
              }}
            />
            {words.before(text(title), text(steps.find((one) => one.id === step)?.title))}
          </label>
        ))}
      </fieldset>
      <label>
        <span>{words.today}</span>
        <input
          type="date"
          value={day.value}
          aria-describedby="gate-day"
          onChange={({ currentTarget }) => {
            day.value = currentTarget.value;
            void ask();
          }}
        />
        <span id="gate-day" class="soft">
          {words.todaySays}
        </span>
      </label>
    </form>
  );
}

function Given() {
  const words = sayIn(gateWords, language.value);
  const given = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    files.value = chosen;
    void ask();
  };
  return (
    <Drop label={words.choose} take={(dropped) => given([...dropped.files])}>
      <p>{files.value.length === 0 ? words.drop : namesOf(files.value, words.list)}</p>
      <label class={files.value.length === 0 ? 'button main' : 'button'}>
        {files.value.length === 0 ? words.choose : words.another}
        <input
          type="file"
          multiple
          disabled={facts.value === undefined}
          onChange={({ currentTarget }) => {
            given([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
    </Drop>
  );
}

/** Names that are shown of the files that were given. */
const mostNames = 5;

function namesOf(given: readonly File[], between: string): string {
  const names = given.slice(0, mostNames).map(({ name }) => name);
  return [...names, ...(given.length > mostNames ? ['…'] : [])].join(between);
}

/** Files whose answers are open at once. */
const mostOpen = 3;

function Answers() {
  const words = sayIn(gateWords, language.value);
  const told = answers.value;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // on paper nothing can be unfolded
    const unfold = () => {
      for (const one of list.current?.querySelectorAll('details.gate-answer') ?? [])
        one.setAttribute('open', '');
    };
    addEventListener('beforeprint', unfold);
    return () => removeEventListener('beforeprint', unfold);
  }, []);
  if (!told) return null;
  const { dossiers, gate: of, summary } = told.report;
  return (
    <div ref={list}>
      {dossiers.length === 0 && <p role="alert">{words.noDossier}</p>}
      <p class="printed">{words.printedOf(text(of.title), told.report.today ?? '')}</p>
      {dossiers.length > 1 && (
        <p>
          {words.gateSummary(summary)}
          {summary.unread > 0 && words.unreadFiles(summary.unread)}
        </p>
      )}
      {dossiers.map((record) => (
        <Answer
          key={`${record.file} ${record.record?.number ?? ''}`}
          record={record}
          told={told}
          isOpen={dossiers.length <= mostOpen}
        />
      ))}
      <p class="printed">{words.signed}</p>
      <p class="gate-acts">
        <button
          type="button"
          onClick={() => saveMade(`${words.fileName}-${of.id}.json`, told.json)}
        >
          {words.download}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </p>
    </div>
  );
}
