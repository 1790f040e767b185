import { type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import type { Said } from '../base/language.ts';
import { nearest } from '../base/suggest.ts';
import type { TableRow } from '../base/table.ts';
import { columnName } from '../base/workbook.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { DossierProblems } from '../dossier/problems.ts';
import type { WaiverProblems, WaiverRole } from '../dossier/waiver-problems.ts';
import { type WaiverEntries, type WaiverEntry, withEntries } from '../dossier/waiver-register.ts';
import type { ContextType } from '../feel/types.ts';
import type { Subject } from '../program/ast.ts';
import type { WaiversFile } from '../rulebook/files.ts';
import type { Zone } from '../values/zone.ts';
import type { YamlMap } from '../yaml/tree.ts';
import { cellSpan, foldedHeading } from './bound.ts';
import { cellReader, keyCell, type ReadCell } from './cells.ts';
import { offsetIn } from './mapping.ts';
import type { WaiverTable } from './waiver-table.ts';

/** What columns are called besides by the names and titles of their fields. */
export type WaiverHeadings = Readonly<Record<WaiverRole, Said<readonly string[]>>>;

/** A register of waivers, read; without entries where it is none. */
export interface WaiversRead {
  readonly entries: WaiverEntries | undefined;
  readonly problems: readonly Diagnostic<WaiverProblems & DossierProblems>[];
}

type To = Noted<WaiverProblems & DossierProblems>;

/** What no waiver can do without. */
const needed = ['dossier', 'rule', 'approvedBy', 'approvedOn', 'post', 'from', 'until'] as const;

/**
 * Reads a register of waivers (例外审批台账) as the waivers of the files of a subject. A row that cannot be read, and the
 * second of two for the same, is told and not taken; of a row with a value that cannot be, only the rest is taken.
 *
 * @param zone - what moments without an offset are in
 */
export function waiversFrom(
  table: WaiverTable,
  subject: Subject,
  called: WaiverHeadings,
  zone: Zone,
): WaiversRead {
  const to: To = noted();
  const { diagnostics: problems } = to;
  const columns = columnsOf(table, subject, called, offsetIn(zone), to);
  const missing = needed.filter((role) => !columns.some((column) => column.role === role));
  if (missing.length > 0) {
    const span = cellSpan(of(table), table.headingRow, undefined);
    to.error('waivers/not-a-register', span, { name: table.name, missing });
    return { entries: undefined, problems };
  }
  const rows = new Map<string, Row[]>();
  for (const one of table.rows) {
    const row = rowOf(one, table, columns, subject, to);
    if (!row) continue;
    const { dossier, rule } = row.said;
    const own = rows.get(dossier) ?? [];
    rows.set(dossier, own);
    const first = own.find((before) => isSame(before, row));
    if (!first) {
      own.push(row);
      continue;
    }
    const span = cellSpan(of(table), one.number, undefined);
    to.error('waivers/twice', span, { dossier, rule, row: first.entry.row });
  }
  const entries = [...rows].map(
    ([dossier, own]) => [dossier, own.map(({ entry }) => entry)] as const,
  );
  return { entries: new Map(entries), problems };
}

/** Columns of those that no waiver can do without, from which on a table is meant as a register. */
const enough = 5;

/** Whether headings are those of a register of waivers, though some may be missing or misspelt. */
export function headRegister(
  titles: readonly string[],
  subject: Subject,
  called: WaiverHeadings,
): boolean {
  const targets = targetsOf(subject, called, '');
  const found = needed.filter((role) =>
    targets.some((one) => one.role === role && titles.some((title) => isOneOf(one.names, title))),
  );
  return found.includes('rule') && found.length >= enough;
}

function isOneOf(names: readonly string[], heading: string): boolean {
  return names.some((name) => isNamed(name, heading));
}

interface Column {
  readonly at: number;
  /** Undefined for a field of waivers that nothing is judged by. */
  readonly role: WaiverRole | undefined;
  /** The field that it gives; undefined for the id of the dossier. */
  readonly field: string | undefined;
  readonly read: ReadCell;
}

/** The columns that are read, each field once. */
function columnsOf(
  table: WaiverTable,
  subject: Subject,
  called: WaiverHeadings,
  offset: string,
  to: To,
): readonly Column[] {
  const targets = targetsOf(subject, called, offset);
  const columns: Column[] = [];
  for (const [at, heading] of table.titles.entries()) {
    if (heading === '') continue;
    const span = cellSpan(of(table), table.headingRow, table.isSheet ? at : undefined);
    const found = targets.find(({ names }) => isOneOf(names, heading));
    const before = columns.find(({ field }) => found && field === found.field);
    if (!found) {
      const near = nearest(
        heading,
        targets.flatMap(({ names }) => names),
      );
      to.warn('waivers/unknown-heading', span, { heading, near });
    } else if (before) {
      const other = table.titles[before.at] ?? '';
      to.warn('waivers/heading-twice', span, { heading, other });
    } else columns.push({ at, ...found });
  }
  return columns;
}

interface Target extends Omit<Column, 'at'> {
  readonly names: readonly string[];
}

/** All that a column may give, and what it is called. */
function targetsOf(
  { type, file }: Subject,
  called: WaiverHeadings,
  offset: string,
): readonly Target[] {
  const { waivers } = file;
  const roles = new Map(
    (Object.keys(called) as WaiverRole[]).flatMap((role) => {
      const name = role === 'dossier' ? undefined : waivers?.[role];
      return name === undefined ? [] : [[name, role] as const];
    }),
  );
  const id = fieldAlong(type, parsePath(file.id) ?? []);
  const own: Target = {
    role: 'dossier',
    field: undefined,
    read: cellReader({ kind: 'text' }, { offset }),
    names: [...Object.values(called.dossier).flat(), ...Object.values(id?.title ?? {}), file.id],
  };
  const fields = [...(recordOf(subjectList(type, waivers))?.fields.values() ?? [])];
  return [
    own,
    ...fields.map((field): Target => {
      const role = roles.get(field.name);
      const usual = role ? Object.values(called[role]).flat() : [];
      const names = [...usual, ...Object.values(field.title), field.name];
      return { role, field: field.name, read: cellReader(field.type, { offset }), names };
    }),
  ];
}

/** What a row says, as the text of a waiver and by the roles of its columns. */
interface Row {
  readonly entry: WaiverEntry;
  readonly said: Readonly<Record<'dossier' | 'rule' | 'element' | 'from' | 'until', string>>;
}

/** Undefined for a row that is not taken. */
function rowOf(
  row: TableRow,
  table: WaiverTable,
  columns: readonly Column[],
  subject: Subject,
  to: To,
): Row | undefined {
  const fields = new Map<string, string>();
  const said = { dossier: '', rule: '', element: '', from: '', until: '' };
  if (row.ragged) return refuse('ragged');
  for (const { at, role, field, read } of columns) {
    const cell = row.cells[at] ?? '';
    const error = row.errors?.get(at);
    if (error !== undefined) return refuse('formula', at, error);
    const value = read(cell);
    if (value === 'turned') return refuse('turned', at, cell);
    if (value === 'blank' && role === 'dossier') return refuse('no-dossier', at);
    if (value === 'blank') continue;
    if (field !== undefined) fields.set(field, value.json);
    if (role && role in said) Object.assign(said, { [role]: textOf(value.json) });
  }
  said.dossier = keyCell(said.dossier);
  const key = subjectList(subject.type, subject.file.waivers)?.key ?? '';
  const id = fields.get(key);
  const entry = entryOf(fields);
  if (valuesWrongIn(entry, subject).length === 0) return { entry, said };
  const sound = [...fields].filter((field) => {
    const wrong = valuesWrongIn(entryOf([field]), subject);
    to.diagnostics.push(...wrong);
    return wrong.length === 0;
  });
  return { entry: entryOf(sound), said };

  function entryOf(some: Iterable<readonly [name: string, json: string]>): WaiverEntry {
    const json = [...some].map(([name, value]) => `${JSON.stringify(name)}:${value}`);
    return {
      id: id === undefined ? undefined : textOf(id),
      text: `{${json.join(',')}}`,
      sheet: table.name,
      row: row.number,
      columns: lettersOf(table, columns),
    };
  }

  function refuse(
    why: WaiverProblems['waivers/row-refused']['why'],
    at?: number,
    text = '',
  ): undefined {
    const span = cellSpan(of(table), row.number, table.isSheet ? at : undefined);
    to.error('waivers/row-refused', span, { why, text });
  }
}

/** What is wrong with the values of an entry, each at its cell. */
function valuesWrongIn(
  entry: WaiverEntry,
  { type, file }: Subject,
): readonly Diagnostic<DossierProblems>[] {
  const nothing: YamlMap = {
    kind: 'map',
    entries: [],
    span: { source: { name: '', text: '' }, start: 0, end: 0 },
  };
  const alone = withEntries(nothing, file.waivers?.list ?? '', undefined, [entry]);
  return dossierFromYaml(alone, type).diagnostics;
}

/** Whether two of a dossier are of the same rule and element, and share a day; a day that is not said is any day. */
function isSame({ said: a }: Row, { said: b }: Row): boolean {
  const isApart = (one: Row['said'], other: Row['said']) =>
    one.until !== '' && other.from !== '' && one.until < other.from;
  return a.rule === b.rule && a.element === b.element && !isApart(a, b) && !isApart(b, a);
}

function lettersOf(
  { titles, isSheet }: WaiverTable,
  columns: readonly Column[],
): WaiverEntry['columns'] {
  if (!isSheet) return {};
  return Object.fromEntries(
    columns.flatMap(({ at, field }) =>
      field === undefined
        ? []
        : [[`/${field}`, { letter: columnName(at), heading: titles[at] ?? '' }] as const],
    ),
  );
}

function subjectList(type: ContextType, waivers: WaiversFile | undefined) {
  return type.fields.get(waivers?.list ?? '');
}

function recordOf(list: ReturnType<typeof subjectList>): ContextType | undefined {
  const of = list?.type.kind === 'list' ? list.type.of : undefined;
  return of?.kind === 'context' ? of : undefined;
}

function isNamed(name: string, heading: string): boolean {
  return foldedHeading(name) === foldedHeading(heading);
}

/** The text of a cell that was read: other JSON as it is written. */
function textOf(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

function of({ name, titles }: WaiverTable) {
  return { table: { name }, titles };
}
