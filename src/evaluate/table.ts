import { isContext } from '../dossier/path.ts';
import { equalityOf } from '../feel/operations/equality.ts';
import type { Operating, Truth } from '../feel/operations/operating.ts';
import { allOf } from '../feel/operations/truth.ts';
import { distinct, isUnknown, unknown } from '../feel/operations/unknown.ts';
import type { Missing, Value } from '../feel/value.ts';
import type { Table, TableRow } from '../program/ast.ts';
import type { Moment } from './session.ts';
import { tested } from './tests.ts';
import type { Behind, RowTrace, Trace, TraceOf } from './trace.ts';

/**
 * The outputs of the row that matches. A row that an unknown input might match makes the result unknown,
 * unless it would give the same outputs.
 */
export function tableTrace(
  table: Table,
  rows: readonly TableRow[],
  moment: Moment,
  trace: TraceOf,
): Behind {
  const inputs = table.inputs.map(({ core }) => trace(core, moment));
  const seen: RowTrace[] = [];
  const missing: Missing[] = [];
  const candidates: Value[] = [];
  let sure = false;
  for (const row of rows) {
    const cells = row.cells.map((cell, column) =>
      tested(inputs[column]?.value ?? null, cell, moment, trace),
    );
    const match = matching(cells.map(({ value }) => value));
    const outputs =
      match === false ? [] : row.outputs.map((output) => output && trace(output.core, moment));
    seen.push({
      match,
      tests: cells.flatMap(({ parts }) => parts),
      outputs: outputs.filter((output) => output !== undefined),
    });
    if (match === false) continue;
    candidates.push(resultOf(table, outputs));
    if (isUnknown(match)) missing.push(...match.missing);
    else sure = true;
    if (match === true && table.hit === 'first') break;
  }
  return { kind: 'table', value: agreed(), inputs, rows: seen };

  function agreed(): Value {
    const [first, ...others] = candidates;
    const agree = first !== undefined && others.every((other) => same(first, other, moment.work));
    if (sure && agree) return first;
    if (missing.length > 0) return { kind: 'unknown', missing: distinct(missing) };
    return noValue(table);
  }
}

/** Whether all cells hold; null, of which no test tells anything, settles nothing. */
function matching(cells: readonly Truth[]): Truth {
  return allOf(cells) ?? unknown('undefined', '');
}

function resultOf(table: Table, outputs: readonly (Trace | undefined)[]): Value {
  const values = outputs.map((output) => (output ? output.value : noValue(table)));
  const [only = noValue(table)] = values;
  if (values.length <= 1) return only;
  const entries = table.outputs.map(({ name }, index): [string, Value] => [
    name,
    values[index] ?? noValue(table),
  ]);
  return { kind: 'context', entries: new Map(entries) };
}

function noValue({ name }: Table): Value {
  return unknown('no-value', name);
}

/** Whether two rows say the same; an unknown is never the same as anything. */
function same(a: Value, b: Value, work: Operating): boolean {
  if (a === null || b === null) return a === b;
  if (isContext(a) && isContext(b)) {
    return [...a.entries].every(([key, value]) => same(value, b.entries.get(key) ?? null, work));
  }
  return equalityOf(a, b, work) === true;
}
