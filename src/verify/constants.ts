import { momentOf, newSession } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { blankDossier } from '../dossier/dossier.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import {
  type Dated,
  mainSubject,
  type Program,
  type Reference,
  type Table,
} from '../program/ast.ts';
import { codesAskedIn, partsOfTest, referencesIn } from '../program/walk.ts';
import { addDays } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import type { ValueOf } from './cells.ts';

/** What the cells of a table are worth on a day: numbers, words, days, and parameters, which have a value of their own. */
export function constantsOn(day: string, program: Program): ValueOf {
  const subject = mainSubject(program.subjects);
  return (core) => {
    // a code set may say otherwise on another day of the same edition
    const isOwn =
      codesAskedIn(core).length === 0 &&
      referencesIn(core).every(({ what, on }) => what === 'parameter' && !on);
    if (!subject || !isOwn) return undefined;
    const session = newSession(program, blankDossier, subject);
    const value = valueOf({ core }, momentOf(session, day));
    return isUnknown(value) ? undefined : value;
  };
}

/** The days of an edition, cut where a parameter that its cells read changes. */
export function periodsOf(
  edition: Table['editions'][number],
  { references }: Program,
): readonly Dated[] {
  const cores = edition.rows.flatMap(({ cells }) =>
    cells.flatMap(({ tests }) => tests.flatMap(partsOfTest)),
  );
  const read = new Set(
    cores.flatMap(referencesIn).flatMap(({ name }) => references.get(name) ?? []),
  );
  const starts = [edition.from, ...[...read].flatMap(startsOf)]
    .filter(
      (from) => from >= edition.from && (edition.until === undefined || from <= edition.until),
    )
    .toSorted();
  const distinct = [...new Set(starts)];
  return distinct.map((from, index) => {
    const next = distinct[index + 1];
    const until = next === undefined ? edition.until : dayBefore(next);
    return until === undefined ? { from } : { from, until };
  });
}

/** The days on which something begins or ceases to have a value. */
function startsOf({ editions }: Reference): readonly string[] {
  return editions.flatMap(({ from, until }) => [
    from,
    ...(until === undefined ? [] : [dayAfter(until)]),
  ]);
}

function dayBefore(day: string): string {
  return moved(day, -1);
}

function dayAfter(day: string): string {
  return moved(day, 1);
}

function moved(day: string, days: number): string {
  const date = parseDate(day);
  const other = date && addDays(date, days);
  return other ? printDate(other) : day;
}
