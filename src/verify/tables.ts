import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { textOf, startOf } from '../base/source.ts';
import type { Dated, Program, Table } from '../program/ast.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import type { TableFile } from '../rulebook/files.ts';
import type { Box } from './box.ts';
import { type Columns, columnsOf, type Unread } from './columns.ts';
import { constantsOn, periodsOf } from './constants.ts';
import type { RegionInput, TableRegion, VerifyProblems } from './problems.ts';
import { type Proof, prove } from './proof.ts';
import { cellOf } from './region.ts';

type Found = Diagnostic<VerifyProblems>;

/** An edition of a table, and where it is written. */
interface TablePlace {
  readonly table: Table;
  readonly edition: Table['editions'][number];
  readonly entry: Entry<TableFile>;
  /** Which of the table's editions it is. */
  readonly index: number;
}

/** The edition on some of its days, while no parameter in its cells changes. */
interface Proved {
  readonly period: Dated;
  readonly columns: Columns;
  readonly proof: Proof;
}

/**
 * Every table has a row for any inputs on any day, and where its `hit` is `unique` no two.
 *
 * Each row is a box over the domains of the inputs: what is left of the whole when all are taken away is a gap.
 */
export function provedTables(program: Program, memory: Memory = noMemory): readonly Found[] {
  return [...program.references.values()].flatMap((table) =>
    table.kind === 'table'
      ? memory.of('proved table', [table], () => provedTable(table, program))
      : [],
  );
}

/** The same of one table, which may be another than the program's. */
export function provedTable(table: Table, program: Program): readonly Found[] {
  const entry = program.rulebook.tables.find(({ data }) => data.table === table.name);
  if (!entry) return [];
  return table.editions.flatMap((edition, index) => {
    const rows = entry.data.editions[index]?.rows.length;
    // a row that could not be read was told already, and without it there would be a gap
    return rows === edition.rows.length
      ? provedEdition({ table, edition, entry, index }, program)
      : [];
  });
}

function provedEdition(place: TablePlace, program: Program): readonly Found[] {
  const { table, edition } = place;
  const proved: Proved[] = [];
  for (const period of periodsOf(edition, program)) {
    const columns = columnsOf(table.inputs, edition.rows, constantsOn(period.from, program));
    if ('why' in columns) return [notRead(place, columns)];
    const whole = columns.domains.map(({ all }) => all);
    const proof = prove(whole, columns.rows, table.hit);
    if (!proof) return [tooBig(place)];
    proved.push({ period, columns, proof });
  }
  return [...gap(place, proved), ...overlap(place, proved), ...deadRows(place, proved)];
}

/** The first days on which something is left out; the same is likely so on the days that follow. */
function* gap(place: TablePlace, proved: readonly Proved[]): Generator<Found> {
  const first = proved.find(({ proof }) => proof.gaps.length > 0);
  const [box] = first?.proof.gaps ?? [];
  if (!first || !box) return;
  yield {
    code: 'verify/table-gap',
    severity: 'error',
    span: startOf(rowsOf(place)),
    params: { ...regionOf(box, place, first), more: first.proof.gaps.length - 1 },
  };
}

function* overlap(place: TablePlace, proved: readonly Proved[]): Generator<Found> {
  const first = proved.find(({ proof }) => proof.overlaps.length > 0);
  const [pair] = first?.proof.overlaps ?? [];
  if (!first || !pair) return;
  const [one, other] = pair.rows;
  yield {
    code: 'verify/table-overlap',
    severity: 'error',
    span: rowsOf(place, other, 'when'),
    related: [rowsOf(place, one, 'when')],
    params: {
      ...regionOf(pair.box, place, first),
      rows: [one + 1, other + 1],
      more: first.proof.overlaps.length - 1,
    },
  };
}

/** A row that is dead on some days and not on others waits for a parameter to change. */
function* deadRows(place: TablePlace, proved: readonly Proved[]): Generator<Found> {
  const [first, ...others] = proved.map(({ proof }) => proof.dead);
  for (const row of first ?? []) {
    if (!others.every((dead) => dead.includes(row))) continue;
    yield {
      code: 'verify/table-dead-row',
      severity: 'warning',
      span: rowsOf(place, row, 'when'),
      params: { table: place.table.name, row: row + 1 },
    };
  }
}

function notRead(place: TablePlace, { why, row, column }: Unread): Found {
  const span =
    row === undefined
      ? spanOf(place.entry, 'inputs', column, 'is')
      : rowsOf(place, row, 'when', column);
  return {
    code: 'verify/table-not-proved',
    severity: 'warning',
    span,
    params: { table: place.table.name, why, text: textOf(span) },
  };
}

function tooBig({ table, entry, index, edition }: TablePlace): Found {
  return {
    code: 'verify/table-not-proved',
    severity: 'warning',
    span: spanOf(entry, 'editions', index, 'from'),
    params: { table: table.name, why: 'size', text: String(edition.rows.length) },
  };
}

function rowsOf({ entry, index }: TablePlace, ...keys: readonly (string | number)[]) {
  return spanOf(entry, 'editions', index, 'rows', ...keys);
}

function regionOf(
  box: Box,
  { table, entry }: TablePlace,
  { period, columns }: Proved,
): TableRegion {
  const inputs = columns.domains.map((domain, column): RegionInput => {
    const { is, title } = entry.data.inputs[column] ?? { is: '' };
    const { cell, words } = cellOf(box[column] ?? 0n, domain);
    return {
      title: title ?? { zh: is, en: is },
      cell,
      words: words.map((word) => domain.titles.get(word) ?? {}),
    };
  });
  return { table: table.name, from: period.from, until: period.until, inputs };
}
