import { inLanguage, sayIn } from '../../../../base/language.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import type { IntakeJson } from '../../../../report/json-format.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { intake as says } from '../../../../words/intake.ts';
import { sheetName } from '../../../../report/intake-text.ts';
import { withoutNames } from '../../../../words/messages/field-naming.ts';
import { address, language } from '../../state.ts';
import { mapping } from '../tables/state.ts';

/** What came of tables: what was judged and what was not, then their rows and sums (对账). */
export function Intake({ head: { summary } }: { readonly head: HeadTold }) {
  const { intake } = summary;
  if (!intake) return null;
  const spoken = language.value;
  const words = sayIn(tablesWords, spoken);
  const { rules, data, outOfScope, uncaptured, manual, opens, tables, diagnostics } = intake;
  const { incomplete = [] } = intake;
  const fields = opens.map(({ title, rules: of }) => ({
    title: inLanguage(title, spoken),
    rules: of,
  }));
  return (
    <section aria-labelledby="intake">
      <h3 id="intake">{words.captured}</h3>
      {data.most === 0 && (
        <p role="alert">
          <strong>{sayIn(says.nothingJudged, spoken)}</strong>
        </p>
      )}
      <p>{sayIn(says.judged, spoken)(rules, data, outOfScope)}</p>
      <p>{sayIn(says.notJudged, spoken)(uncaptured, manual)}</p>
      {incomplete.length > 0 && (
        <ul class="problems">
          {incomplete.map(({ field, title, table, read, rules: of }) => (
            <li key={field} class="cannot-tell">
              ▲{' '}
              {sayIn(says.incomplete, spoken)(
                inLanguage(title, spoken),
                sheetName(table),
                read,
                of,
              )}{' '}
              <a href={address('tables', placeOf(table))}>{words.toComplete}</a>
            </li>
          ))}
        </ul>
      )}
      <p>{sayIn(says.opens, spoken)(fields)}</p>
      <h3>{sayIn(says.reconciliation, spoken)}</h3>
      <p>{sayIn(says.dossiers, spoken)(summary.dossiers)}</p>
      <ul>
        {tables.map((table) => (
          <Reconciled key={table.table} table={table} />
        ))}
      </ul>
      {diagnostics.length > 0 && (
        <>
          <h3 id="not-read" tabIndex={-1}>
            {words.notReadOrDoubtful}
          </h3>
          <ul class="problems">
            {diagnostics.map((one, index) => (
              <Told key={index} one={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where a table is mapped; the first one, where it is not open. */
function placeOf(table: string): string {
  const place = mapping.value?.tables.findIndex(({ name }) => name === table) ?? -1;
  return String(Math.max(place, 0));
}

/** Headings that nothing is mapped to, as many as are named. */
const mostHeadings = 12;

function Reconciled({ table: one }: { readonly table: IntakeJson['tables'][number] }) {
  const { table, read, refused, hidden, sums, unmapped } = one;
  const spoken = language.value;
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  const shown = unmapped.slice(0, mostHeadings);
  return (
    <li>
      {sayIn(says.rows, spoken)(table, read, refusals, hidden)}
      <ul>
        {sums.map(({ heading, read: of, refused: not }) => (
          <li key={heading}>{sayIn(says.sum, spoken)(heading, of, not)}</li>
        ))}
        {shown.length > 0 && (
          <li>{sayIn(says.unmapped, spoken)(shown, unmapped.length - shown.length)}</li>
        )}
      </ul>
    </li>
  );
}

const marks = { error: '✗', warning: '▲', info: '·' } as const;
const classes = { error: 'fail', warning: 'cannot-tell', info: 'soft' } as const;

function Told({ one }: { readonly one: IntakeJson['diagnostics'][number] }) {
  const spoken = language.value;
  const words = sayIn(tablesWords, spoken);
  const { severity, message, cell, more } = one;
  const place = cell && {
    sheet: cell.sheet,
    row: cell.row,
    ...(cell.column !== undefined && {
      column: { letter: cell.column, heading: cell.heading ?? '' },
    }),
  };
  return (
    <li class={classes[severity]}>
      {marks[severity]} <span class="live">{words.severities[severity]}</span>
      {place && <strong>{sayIn(says.cell, spoken)(place)}</strong>}{' '}
      {withoutNames(inLanguage(message, spoken))}
      {more !== undefined && <span class="soft"> {words.more(more)}</span>}
    </li>
  );
}
