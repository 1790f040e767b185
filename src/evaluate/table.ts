import { isUnknown } from '../feel/operations/unknown.ts';
import type { Syntax } from '../feel/syntax.ts';
import type { Missing, Value } from '../feel/value.ts';
import type { Table, TableRow } from '../program/ast.ts';
import { unknown } from './unknown.ts';

/** The value of an expression where the table is read; `?` is the value of a column. */
export type ReadHere = (syntax: Syntax, column?: Value) => Value;

/**
 * The outputs of the row that matches. A row that an unknown input might match makes the result unknown,
 * unless it would give the same outputs.
 */
export function readTable(table: Table, rows: readonly TableRow[], read: ReadHere): Value {
  const inputs = table.inputs.map((input) => read(input.syntax));
  const missing: Missing[] = [];
  const candidates: TableRow[] = [];
  let sure = false;
  for (const row of rows) {
    const match = matches(row, inputs, read);
    if (match === false) continue;
    candidates.push(row);
    if (match === true) sure = true;
    else missing.push(...match);
    if (match === true && table.hit === 'first') break;
  }
  const [first, ...others] = candidates.map((row) => outputs(table, row, read));
  const agree = first !== undefined && others.every((other) => same(first, other));
  if (sure && agree) return first;
  if (missing.length > 0) return unknown(...missing);
  return unknown({ why: 'no-value', pointer: table.name });
}

/** True, false, or what would tell. */
function matches(
  row: TableRow,
  inputs: readonly Value[],
  read: ReadHere,
): boolean | readonly Missing[] {
  const missing: Missing[] = [];
  for (const [column, { tests }] of row.cells.entries()) {
    const of: Syntax = { kind: 'name', name: '?', start: 0, end: 0 };
    const node: Syntax = { kind: 'membership', of, tests, start: 0, end: 0 };
    const value = read(node, inputs[column]);
    if (value === false) return false;
    if (isUnknown(value)) missing.push(...value.missing);
    else if (value !== true) return [{ why: 'undefined', pointer: '' }];
  }
  return missing.length === 0 || missing;
}

function outputs(table: Table, row: TableRow, read: ReadHere): Value {
  const none = unknown({ why: 'no-value', pointer: table.name });
  const values = row.outputs.map((output) => (output ? read(output.syntax) : none));
  if (values.length === 1) return values[0] ?? none;
  const entries = table.outputs.map(({ name }, index): [string, Value] => [
    name,
    values[index] ?? none,
  ]);
  return { kind: 'context', entries: new Map(entries) };
}

/** Whether two rows say the same; an unknown is never the same as anything. */
function same(a: Value, b: Value): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if (a.kind === 'number' && b.kind === 'number') return a.n === b.n && a.d === b.d;
  if (a.kind === 'context' && b.kind === 'context') {
    return [...a.entries].every(([key, value]) => same(value, b.entries.get(key) ?? null));
  }
  return false;
}
