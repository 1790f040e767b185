import './tables.css';
import { useSignal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { MappingView, TableView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import type { GivenFile } from '../../../worker/work.ts';
import { handing } from '../../hand.ts';
import { isUnmasked } from '../../mask.ts';
import { address, desk, language, route } from '../../state.ts';
import { chosenFiles, droppedFiles } from '../check/dropped.ts';
import { Problems } from './problems.tsx';
import { isToBeLookedAt, Sheet } from './sheet.tsx';
import {
  change,
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
  return (
    <>
      {problems.length > 0 && (
        <div role="alert">
          <strong>{words.faults}</strong>
          <Problems problems={problems} />
        </div>
      )}
      {view.isSound && <p class="soft">{words.sound}</p>}
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
          <Sheet table={table} />
        </section>
      )}
      <Complete view={view} />
      <details>
        <summary>{words.text}</summary>
        <pre class="mapping-text">{view.text}</pre>
      </details>
    </>
  );

  function stateOf({ columns, role, isHidden, key }: TableView): string {
    const mapped = columns.filter(({ field }) => field).length;
    const open = columns.filter(isToBeLookedAt).length;
    const left = columns.filter(
      (column) => !column.field && !isToBeLookedAt(column) && column.heading !== key,
    ).length;
    const hidden = isHidden ? `${words.hidden}　` : '';
    return `${hidden}${role === 'none' ? words.roles.none : words.state(mapped, open, left)}`;
  }
}

/** A table by its sheet, or by its file. */
function sheetName({ name }: TableView): string {
  return name.slice(name.lastIndexOf('!') + 1);
}

function Complete({ view: { complete } }: { readonly view: MappingView }) {
  const words = sayIn(tablesWords, language.value);
  if (complete.length === 0) return null;
  return (
    <section>
      <h2>{words.complete}</h2>
      <p class="soft">{words.completeSays}</p>
      <ul class="ticks">
        {complete.map(({ path, title, isComplete, of }) => (
          <li key={path}>
            <label class="tick">
              <input
                type="checkbox"
                checked={isComplete}
                onChange={({ currentTarget: { checked } }) =>
                  void change({ kind: 'complete', path, isComplete: checked })
                }
              />
              {of === 'list' ? words.completeList(title) : words.completeFields(title)}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
