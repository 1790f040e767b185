import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { ColumnReading } from '../../../../desk/mapping/reading.ts';
import type { FieldView, WordView } from '../../../../desk/mapping/targets.ts';
import type { ColumnView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { desk, language } from '../../state.ts';
import { accepted } from './accept.ts';
import { FieldChoice, fieldName } from './field-choice.tsx';
import { Problems } from './problems.tsx';
import { isUnmasked } from '../../mask.ts';
import { change, mapping } from './state.ts';

interface ColumnProps {
  readonly table: string;
  readonly column: ColumnView;
  readonly isKey: boolean;
}

/** A column of a table: what is written in it, and what it becomes. */
export function Column({ table, column, isKey }: ColumnProps) {
  const words = sayIn(tablesWords, language.value);
  const isOpen = useSignal(false);
  const id = useId();
  const { letter, heading, field, guess, cells, problems } = column;
  const samples = [...new Set(cells.map(({ written }) => written))].filter((cell) => cell !== '');
  const wrong = cells.filter((cell) => cell.wrong !== undefined).length;
  const become = (to: FieldView | undefined) =>
    change(
      { kind: 'column', table, heading, to: to?.path },
      to ? words.changed(heading, fieldName(to)) : words.unmapped(heading),
    );

  return (
    <li class={field ? 'column mapped' : 'column'}>
      <div class="as-written">
        <p>
          <span class="letter">{letter ?? '—'}</span>{' '}
          <strong>{heading === '' ? words.noHeading : heading}</strong>
          {isKey && <span class="mark">{words.isKey}</span>}
          {letter === undefined && <span class="mark bad">{words.missing}</span>}
        </p>
        <p class="soft samples">
          {samples.length === 0 ? words.blankSamples : samples.slice(0, 3).join('　')}
        </p>
      </div>
      <div class="becomes">
        {heading !== '' && (
          <FieldChoice
            label={words.fieldOf(heading)}
            table={table}
            heading={heading}
            chosen={field}
            mayBeNone={field !== undefined}
            choose={(to) => void become(to)}
          />
        )}
        {!field && guess && (
          <p class="guess">
            {words.guess} <span>{fieldName(guess)}</span>{' '}
            <button
              type="button"
              data-accept
              aria-label={words.acceptOf(heading, fieldName(guess))}
              onClick={({ currentTarget }) =>
                void accepted(currentTarget, async () => become(guess))
              }
            >
              {words.accept}
            </button>
          </p>
        )}
        {field && (
          <p class="soft read-as">
            {words.ofKind(field.kind, field.unit)}
            {cells.length > 0 && (
              <>
                {'　'}
                {words.becomes}{' '}
                <span class={wrong > 0 ? 'fail' : undefined}>
                  {cells.find((cell) => cell.wrong)?.wrong ??
                    cells.find((cell) => cell.becomes)?.becomes ??
                    words.blank}
                </span>
              </>
            )}
          </p>
        )}
        <Problems problems={problems} />
        <Codes table={table} column={column} />
        {column.hint && (
          <p class="cannot-tell">
            ▲ {words.hint(column.hint.unit)}{' '}
            <button
              type="button"
              onClick={() =>
                void change({
                  kind: 'unit',
                  table,
                  heading,
                  times: column.hint?.times,
                  unit: column.hint?.unit ?? '',
                })
              }
            >
              ×{column.hint.times}
            </button>
          </p>
        )}
        {(field ?? letter === undefined) && (
          <button
            type="button"
            class="plain"
            aria-expanded={isOpen.value}
            aria-controls={id}
            aria-label={words.detailsOf(heading)}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            <span aria-hidden="true">{isOpen.value ? '▾ ' : '▸ '}</span>
            {words.details}
          </button>
        )}
      </div>
      {isOpen.value && (
        <div class="details" id={id}>
          <Options table={table} column={column} />
          <Cells column={column} />
          {letter !== undefined && field && <Whole table={table} column={column} field={field} />}
        </div>
      )}
    </li>
  );
}

/** What the words of a system mean that the field does not know: asked where the column stands. */
function Codes({ table, column }: Omit<ColumnProps, 'isKey'>) {
  const words = sayIn(tablesWords, language.value);
  const { heading, field, cells, codes = {} } = column;
  const known = field?.words;
  if (!known) return null;
  const strange = cells.flatMap(({ cell, wrong }) => (cell && wrong !== undefined ? [cell] : []));
  const asked = [...new Set([...Object.keys(codes), ...strange])];
  if (asked.length === 0) return null;
  return (
    <div class="codes">
      <p>{words.codes(heading)}</p>
      <ul>
        {asked.map((cell) => (
          <li key={cell}>
            <label>
              <strong>{cell}</strong>{' '}
              <Meaning table={table} heading={heading} cell={cell} known={known} codes={codes} />
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The word that a cell means. */
function Meaning({
  table,
  heading,
  cell,
  known,
  codes,
  made,
  says = '',
}: {
  readonly table: string;
  readonly heading: string;
  readonly cell: string;
  readonly known: readonly WordView[];
  readonly codes: NonNullable<ColumnView['codes']>;
  readonly made?: () => Promise<void>;
  /** What it is read as, where nobody says what it means. */
  readonly says?: string;
}) {
  const words = sayIn(tablesWords, language.value);
  return (
    <select
      aria-label={words.meansOf(cell)}
      value={codes[cell] ?? ''}
      onChange={async ({ currentTarget: { value } }) => {
        const word = value === '' ? undefined : value;
        await change({ kind: 'code', table, heading, cell, word });
        await made?.();
      }}
    >
      <option value="">{says === '' ? words.asWritten : says}</option>
      {known.map(({ word, title }) => (
        <option key={word} value={word}>
          {title}
        </option>
      ))}
    </select>
  );
}

const units = [
  { times: 1000, unit: '千元', name: 'thousand' },
  { times: 10_000, unit: '万元', name: 'tenThousand' },
  { times: 100_000_000, unit: '亿元', name: 'hundredMillion' },
  { times: 0.01, unit: '%', name: 'percent' },
] as const;

const times = ['00:00', '09:00', '12:00', '17:30', '23:59'];

/** How a column is read besides. */
function Options({ table, column }: Omit<ColumnProps, 'isKey'>) {
  const words = sayIn(tablesWords, language.value);
  const { heading, field, letter } = column;
  return (
    <div class="options">
      {field?.isNumber && (
        <label>
          {words.unit}
          <select
            value={String(column.times ?? '')}
            onChange={({ currentTarget: { value } }) => {
              const unit = units.find((one) => String(one.times) === value);
              void change({
                kind: 'unit',
                table,
                heading,
                times: unit?.times,
                unit: unit?.unit ?? '',
              });
            }}
          >
            <option value="">{words.units.none}</option>
            {units.map((one) => (
              <option key={one.name} value={String(one.times)}>
                {words.units[one.name]}
              </option>
            ))}
            {column.times !== undefined && units.every((one) => one.times !== column.times) && (
              <option value={String(column.times)}>
                {words.otherUnit(column.times, column.unit ?? '')}
              </option>
            )}
          </select>
        </label>
      )}
      {field?.isMoment && (
        <label>
          {words.time}
          <select
            value={column.time ?? ''}
            onChange={({ currentTarget: { value } }) =>
              void change({
                kind: 'time',
                table,
                heading,
                time: value === '' ? undefined : value,
              })
            }
          >
            <option value="">{words.noTime}</option>
            {[...new Set([...times, ...(column.time === undefined ? [] : [column.time])])].map(
              (time) => (
                <option key={time} value={time}>
                  {time}
                </option>
              ),
            )}
          </select>
        </label>
      )}
      <label class="tick">
        <input
          type="checkbox"
          checked={column.isOptional}
          onChange={({ currentTarget: { checked } }) =>
            void change({ kind: 'optional', table, heading, isOptional: checked })
          }
        />
        {words.optional}
      </label>
      {letter === undefined && (
        <button
          type="button"
          aria-label={words.removeOf(heading)}
          onClick={() =>
            void change({ kind: 'column', table, heading, to: undefined }, words.unmapped(heading))
          }
        >
          {words.remove}
        </button>
      )}
    </div>
  );
}

/** The first rows, each cell as written and as it is read. */
function Cells({ column: { heading, cells } }: Pick<ColumnProps, 'column'>) {
  const words = sayIn(tablesWords, language.value);
  if (cells.length === 0) return null;
  return (
    <div class="scroll">
      <table>
        <caption class="live">{words.detailsOf(heading)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.written}</th>
            <th scope="col">{words.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ row, written, becomes, wrong }) => (
            <tr key={row}>
              <td class="number">{row}</td>
              <td>{written}</td>
              <td>
                {wrong === undefined ? (
                  (becomes ?? <span class="soft">{words.blank}</span>)
                ) : (
                  <span class="fail">✗ {wrong}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The whole column, on demand; what its words mean, where its field has codes. */
function Whole({
  table,
  column,
  field,
}: Omit<ColumnProps, 'isKey'> & { readonly field: FieldView }) {
  const words = sayIn(tablesWords, language.value);
  const reading = useSignal<ColumnReading | undefined>(undefined);
  const { heading } = column;

  async function read(): Promise<void> {
    const shown = { language: language.value, isUnmasked: isUnmasked.value };
    reading.value = await desk.value?.tables.reading(
      mapping.value?.text ?? '',
      { table, heading },
      shown,
    );
  }

  const found = reading.value;
  return (
    <>
      <button type="button" aria-label={words.wholeOf(heading)} onClick={() => void read()}>
        {words.whole}
      </button>
      {found && (
        <>
          <p role="status">{words.wholeSays(found.rows, found.wrong, found.blank, found.isAll)}</p>
          {(field.words ?? found.wrong > 0) && (
            <div class="scroll">
              <table>
                <caption class="live">{words.wholeOf(heading)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.written}</th>
                    <th scope="col">{words.count}</th>
                    <th scope="col">{field.words ? words.means : words.becomes}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.words
                    .filter(({ wrong }) => field.words ?? wrong !== undefined)
                    .map(({ cell, written, count, becomes, wrong }) => (
                      <tr key={cell}>
                        <td>{written}</td>
                        <td class="amount">{count}</td>
                        <td>
                          {field.words ? (
                            <Meaning
                              table={table}
                              heading={heading}
                              cell={cell}
                              known={field.words}
                              codes={column.codes ?? {}}
                              made={read}
                              {...(becomes !== undefined &&
                                column.codes?.[cell] === undefined && { says: becomes })}
                            />
                          ) : (
                            becomes
                          )}
                          {wrong !== undefined && <span class="fail"> ✗ {wrong}</span>}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </>
  );
}
