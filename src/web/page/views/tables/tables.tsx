import './tables.css';
import { useSignal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { MappingChange } from '../../../../desk/mapping/change.ts';
import type { MappingView, TableView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import type { GivenFile } from '../../../worker/work.ts';
import { handing } from '../../hand.ts';
import { isUnmasked } from '../../mask.ts';
import { address, desk, language, route } from '../../state.ts';
import { chosenFiles, droppedFiles } from '../check/dropped.ts';
import { Problems } from './problems.tsx';
import { Sheet, standingOf } from './sheet.tsx';
import {
  changeAll,
  faults,
  files,
  isBusy,
  loadMapping,
  mapping,
  mayUndo,
  openTables,
  redraft,
  saveMapping,
  undo,
  useMapping,
} from './state.ts';

/** Tables are dropped here, and what each of their columns is is said and mended. */
export function TablesView() {
  const words = sayIn(tablesWords, language.value);
  const view = mapping.value;
  return (
    <>
      <h1>{words.title}</h1>
      {!view && <p>{words.intro}</p>}
      {view ? <Tools view={view} /> : <Drop />}
      {isBusy.value && !view && <p>{words.reading}</p>}
      {faults.value.length > 0 && (
        <div role="alert">
          <Problems
            problems={faults.value.map(({ file, severity, text }) => ({
              severity,
              // most messages name the file themselves
              text: file === '' || text.includes(file) ? text : `${file}：${text}`,
            }))}
          />
          {!view && <p>{words.noTables}</p>}
        </div>
      )}
      {!view && !isBusy.value && files.value.length > 0 && faults.value.length === 0 && (
        <p role="alert">{words.noHeadings}</p>
      )}
      {view && <Mapping view={view} />}
    </>
  );
}

/** Tables that are given here are mapped here, even where a mapping fits. */
async function open(given: readonly GivenFile[]): Promise<void> {
  const mappings = given.filter(({ name }) => /\.ya?ml$/iu.test(name));
  const tables = given.filter((one) => !mappings.includes(one));
  if (desk.value)
    await handing(desk.value, tables, async (handed) => {
      await openTables(handed, mappings);
    });
}

function Drop() {
  const words = sayIn(tablesWords, language.value);
  const isOver = useSignal(false);
  return (
    <div
      class={isOver.value ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(open);
      }}
    >
      <p>{words.drop}</p>
      <Choose label={words.choose} isMany choose={(given) => void open(given)} />
    </div>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly isMany?: boolean;
  readonly accept?: string;
  readonly choose: (files: readonly GivenFile[]) => void;
}

function Choose({ label, isMany = false, accept, choose }: ChooseProps) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        multiple={isMany}
        accept={accept}
        onChange={({ currentTarget }) => {
          choose(chosenFiles(currentTarget.files));
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** What can be done with the mapping as a whole. */
function Tools({ view }: { readonly view: MappingView }) {
  const words = sayIn(tablesWords, language.value);
  return (
    <div class="options">
      <span>{files.value.map(({ name }) => name).join(language.value === 'zh' ? '、' : ', ')}</span>
      <Choose label={words.others} isMany choose={(given) => void open(given)} />
      <Choose
        label={words.load}
        accept=".yaml,.yml"
        choose={([one]) => void loadMapping(one?.file)}
      />
      <button type="button" onClick={saveMapping}>
        {words.save}
      </button>
      <button
        type="button"
        class="main"
        disabled={!view.isSound || isBusy.value}
        onClick={() => void useMapping()}
      >
        {words.use}
      </button>
      <button type="button" disabled={!mayUndo.value} onClick={() => void undo()}>
        {words.undo}
      </button>
      <button
        type="button"
        aria-pressed={isUnmasked.value}
        onClick={() => {
          isUnmasked.value = !isUnmasked.value;
        }}
      >
        {words.unmask}
      </button>
      {view.subjects.length > 1 && view.subject !== undefined && (
        <label>
          {words.subject}
          <select
            value={view.subject}
            onChange={({ currentTarget }) => void redraft(currentTarget.value)}
          >
            {view.subjects.map(({ word, title }) => (
              <option key={word} value={word}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function Mapping({ view }: { readonly view: MappingView }) {
  const words = sayIn(tablesWords, language.value);
  const { tables, problems } = view;
  const place = Math.min(Number(route.value[1] ?? 0) || 0, tables.length - 1);
  const table = tables[place];
  const guesses = guessesIn(view);
  return (
    <>
      {problems.length > 0 && (
        <div role="alert">
          <strong>{words.faults}</strong>
          <Problems problems={problems} />
        </div>
      )}
      {view.isUnlike && (
        <p role="alert" class="cannot-tell">
          ▲ {words.unlike(subjectTitle(view))}
        </p>
      )}
      {view.isSound && !view.isUnlike && <p class="soft">{words.sound}</p>}
      {guesses.length > 0 && (
        <p>
          <button
            type="button"
            disabled={isBusy.value}
            onClick={() => void changeAll(guesses, words.acceptedAll(guesses.length))}
          >
            {words.acceptAll(guesses.length)}
          </button>{' '}
          <span class="soft">{words.acceptAllSays}</span>
        </p>
      )}
      <nav class="sheets" aria-label={words.sheets}>
        {tables.map((one, index) => (
          <a
            key={one.name}
            href={address('tables', String(index))}
            aria-current={index === place ? 'true' : undefined}
          >
            {sheetName(one)}
            <span class="soft">{stateOf(one)}</span>
          </a>
        ))}
      </nav>
      {table && (
        <section aria-label={sheetName(table)} key={table.name}>
          <h2>{sheetName(table)}</h2>
          <Sheet table={table} complete={completeOf(table, view)} />
        </section>
      )}
      <details>
        <summary>{words.text}</summary>
        <pre class="mapping-text">{view.text}</pre>
      </details>
    </>
  );

  function stateOf(one: TableView): string {
    const counts = { open: 0, mapped: 0, none: 0 };
    for (const column of one.columns) counts[standingOf(column, one)] += 1;
    const hidden = one.isHidden ? `${words.hidden}　` : '';
    const says = words.state(counts.mapped, counts.open, counts.none);
    return `${hidden}${one.role === 'none' ? words.roles.none : says}`;
  }
}

/** All fields that are guessed, taken at once. */
function guessesIn({ tables }: MappingView): readonly MappingChange[] {
  return tables.flatMap(({ name, columns }) =>
    columns.flatMap(({ field, guess, heading }): MappingChange[] =>
      !field && guess ? [{ kind: 'column', table: name, heading, to: guess.path }] : [],
    ),
  );
}

/** What a table may have all of: its own list, and of the main table all that no other has. */
function completeOf(
  { role, list }: TableView,
  { complete, tables }: MappingView,
): MappingView['complete'] {
  const lists = new Set(tables.map((one) => one.list));
  return complete.filter(({ path }) => (role === 'main' ? !lists.has(path) : path === list));
}

function subjectTitle({ subject, subjects }: MappingView): string {
  return subjects.find(({ word }) => word === subject)?.title ?? '';
}

/** A table by its sheet, or by its file. */
function sheetName({ name }: TableView): string {
  return name.slice(name.lastIndexOf('!') + 1);
}
