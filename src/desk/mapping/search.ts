import type { Language } from '../../base/language.ts';
import { readMapping } from '../../intake/mapping.ts';
import type { Program } from '../../program/ast.ts';
import type { HeldTable } from './held.ts';
import { listOf, placeOf } from './place.ts';
import { type FieldView, fieldView, offeringOf } from './targets.ts';

/** What is looked for. */
export interface FieldsAsked {
  readonly table: string;
  /** Empty for what is so of every row. */
  readonly heading: string;
  readonly query: string;
  readonly language: Language;
}

/** Fields for a column of a table, the likeliest first; with a query only those that its words tell of. */
export function searchedFields(
  program: Program,
  held: readonly HeldTable[],
  text: string,
  { table: name, heading, query, language }: FieldsAsked,
): readonly FieldView[] {
  const { value: read } = readMapping({ name: '', text }, program);
  const place = placeOf(name, read);
  const own = held.find(({ table }) => table.name === name);
  if (!read || !place || !own) return [];
  const at = own.titles.indexOf(heading);
  const cells =
    at < 0 ? [] : own.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
  const offering = offeringOf(program, read.mapping.subject, listOf(place.table));
  return offering
    .search(query, heading, cells)
    .map((target) => fieldView(program, target, language));
}
