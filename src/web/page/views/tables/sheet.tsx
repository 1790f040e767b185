import { useSignal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { Role } from '../../../../desk/mapping/change.ts';
import type { ColumnView, CompleteView, TableView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { language } from '../../state.ts';
import { accepted } from './accept.ts';
import { Column } from './column.tsx';
import { Fixed } from './fixed.tsx';
import { Problems } from './problems.tsx';
import { change } from './state.ts';

const filters = ['all', 'open', 'mapped', 'none'] as const;
type Filter = (typeof filters)[number];

/** Columns that are listed at once. */
const most = 100;

/** One table: what its rows are, and its columns. */
export function Sheet({
  table,
  complete,
}: {
  readonly table: TableView;
  /** What this table may have all of. */
  readonly complete: readonly CompleteView[];
}) {
  const words = sayIn(tablesWords, language.value);
  const filter = useSignal<Filter>('all');
  const from = useSignal(0);
  const { name, columns, key, problems } = table;
  const listed = columns.filter(
    (column) => filter.value === 'all' || standingOf(column, table) === filter.value,
  );
  const start = from.value < listed.length ? from.value : 0;
  const end = Math.min(start + most, listed.length);
  if (columns.length === 0)
    return (
      <>
        <Problems problems={problems} />
        <p>{words.noHeadings}</p>
      </>
    );
  return (
    <>
      <div class="options">
        <RoleChoice table={table} />
        {table.role !== 'none' && (
          <label>
            {table.role === 'main' ? words.key : words.keyOfList}
            <select
              value={key}
              onChange={({ currentTarget: { value } }) =>
                void change({ kind: 'key', table: name, heading: value })
              }
            >
              {keysOf(table).map((heading) => (
                <option key={heading} value={heading}>
                  {heading}
                </option>
              ))}
            </select>
          </label>
        )}
        {table.role !== 'none' && (
          <label>
            {words.show}
            <select
              value={filter.value}
              onChange={({ currentTarget: { value } }) => {
                filter.value = filters.find((one) => one === value) ?? 'all';
                from.value = 0;
              }}
            >
              {filters.map((one) => (
                <option key={one} value={one}>
                  {words.filters[one]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Problems problems={problems} />
      {table.role === 'none' && <Unused table={table} />}
      {table.role !== 'none' && (
        <>
          <Complete complete={complete} />
          {listed.length === 0 && <p>{words.nothingShown}</p>}
          <ul class="columns">
            {listed.slice(start, end).map((column) => (
              <Column
                key={`${column.letter ?? ''} ${column.heading}`}
                table={name}
                column={column}
                isKey={column.heading === key}
              />
            ))}
          </ul>
          {listed.length > most && (
            <nav class="options" aria-label={words.pages}>
              <button
                type="button"
                disabled={start === 0}
                onClick={() => {
                  from.value = start - most;
                }}
              >
                {words.previous}
              </button>
              {words.page(start + 1, end, listed.length)}
              <button
                type="button"
                disabled={end === listed.length}
                onClick={() => {
                  from.value = end;
                }}
              >
                {words.next}
              </button>
            </nav>
          )}
          <Fixed table={table} />
        </>
      )}
    </>
  );
}

/** Headings that are named of a table that is not used. */
const mostHeadings = 20;

/** What stands in a table that is not used, and what it may be. */
function Unused({ table: { name, columns, guess, lists } }: { readonly table: TableView }) {
  const words = sayIn(tablesWords, language.value);
  const headings = columns.map(({ heading }) => heading).filter((heading) => heading !== '');
  const shown = headings.slice(0, mostHeadings);
  const list = lists.find(({ word }) => word === guess);
  return (
    <>
      <p class="soft">{words.headings(shown, headings.length - shown.length)}</p>
      {list && (
        <p class="guess">
          {words.guess} {words.rowOf(list.title)}{' '}
          <button
            type="button"
            data-accept
            aria-label={words.acceptRole(list.title)}
            onClick={({ currentTarget }) =>
              void accepted(currentTarget, async () =>
                change({ kind: 'role', table: name, role: { list: list.word } }),
              )
            }
          >
            {words.accept}
          </button>
        </p>
      )}
    </>
  );
}

function RoleChoice({ table }: { readonly table: TableView }) {
  const words = sayIn(tablesWords, language.value);
  const { name, role, list = '', lists } = table;
  return (
    <label>
      {words.role}
      <select
        value={role === 'list' ? `list ${list}` : role}
        onChange={({ currentTarget: { value } }) => {
          const to: Role =
            value === 'main' || value === 'none' ? value : { list: value.slice('list '.length) };
          void change({ kind: 'role', table: name, role: to });
        }}
      >
        <option value="none" disabled={role === 'main'}>
          {words.roles.none}
        </option>
        <option value="main">{words.roles.main}</option>
        {lists.map(({ word, title }) => (
          <option key={word} value={`list ${word}`} disabled={role === 'main'}>
            {words.rowOf(title)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The headings that may be chosen, with the one that the mapping names. */
function keysOf({ columns, key }: TableView): readonly string[] {
  const headings = columns.filter(({ letter, heading }) => letter !== undefined && heading !== '');
  return [...new Set([...(key === undefined ? [] : [key]), ...headings.map((one) => one.heading)])];
}

/** Each column is one of these: to be looked at, mapped (or the business number), not taken. */
export function standingOf(column: ColumnView, { key }: TableView): 'open' | 'mapped' | 'none' {
  if (isToBeLookedAt(column)) return 'open';
  return column.field || column.heading === key ? 'mapped' : 'none';
}

/** Whether the tables have all there is: what they have not, is judged by that. */
function Complete({ complete }: { readonly complete: readonly CompleteView[] }) {
  const words = sayIn(tablesWords, language.value);
  if (complete.length === 0) return null;
  return (
    <fieldset class="complete">
      <legend>{words.complete}</legend>
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
      <p class="soft">{words.completeSays}</p>
    </fieldset>
  );
}

/** Whether somebody has to look at a column: a guess, a problem, cells that cannot be read. */
function isToBeLookedAt({ field, guess, problems, cells, hint }: ColumnView): boolean {
  return (
    (!field && guess !== undefined) ||
    hint !== undefined ||
    problems.length > 0 ||
    cells.some(({ wrong }) => wrong !== undefined)
  );
}
