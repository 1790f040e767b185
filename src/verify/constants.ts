import { evaluate } from '../feel/calculator/evaluate.ts';
import { EvaluationLimit } from '../feel/operations/limits.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import { type Dated, inForce, type Program, type Reference, type Table } from '../program/ast.ts';
import { partsOfTest, referencesIn } from '../program/walk.ts';
import { addDays } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import type { ValueOf } from './cells.ts';

/** What the cells of a table are worth on a day: numbers, words, days, and parameters, which have a value of their own. */
export function constantsOn(day: string, { references }: Program): ValueOf {
  return ({ syntax }) => {
    try {
      const value = evaluate(syntax, { get: parameter }, { nulls: 'rules' });
      return isUnknown(value) ? undefined : value;
    } catch (error) {
      if (error instanceof EvaluationLimit) return undefined;
      throw error;
    }
  };

  function parameter(name: string): Value | undefined {
    const reference = references.get(name);
    return reference?.kind === 'parameter' ? inForce(reference.editions, day)?.value : undefined;
  }
}

/** The days of an edition, cut where a parameter that its cells read changes. */
export function periodsOf(
  edition: Table['editions'][number],
  { references }: Program,
): readonly Dated[] {
  const cores = edition.rows.flatMap(({ cells }) =>
    cells.flatMap(({ cores: tests }) => tests.flatMap(partsOfTest)),
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
