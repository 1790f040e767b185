import { type Checked, type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { FileProblems } from '../check/checked.ts';
import type { WaiverProblems } from '../dossier/waiver-problems.ts';
import type { WaiverEntries } from '../dossier/waiver-register.ts';
import { waiverRecords, type WaiverTable, waiverTable } from '../intake/waiver-table.ts';
import { waiversFrom } from '../intake/waivers.ts';
import type { Program, Subject } from '../program/ast.ts';
import type { WaiversJson } from '../report/json-format.ts';
import type { Problems } from '../words/messages/messages.ts';
import { waiverHeadings } from '../words/waivers.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Desk } from './desk.ts';
import { type Digested, fileNameOf, type TablesGiven } from './given.ts';

/** A register of waivers (例外审批台账), read. */
export interface WaiversGiven {
  readonly entries: WaiverEntries;
  readonly json: WaiversJson;
  /** Of rows that were not taken. */
  readonly problems: readonly Diagnostic<FileProblems>[];
}

/** The kind of file that waivers are given for; undefined in a rulebook that has none. */
export function waivedSubject({ subjects }: Program): Subject | undefined {
  return [...subjects.values()].find(({ file }) => file.waivers);
}

/** Reads a register of waivers for the files of a kind; undefined for what is none. */
export async function waiverRegisterFrom(
  given: Digested | TablesGiven,
  subject: Subject,
  { program }: Pick<Desk, 'program'>,
): Promise<Checked<WaiversGiven | undefined, Problems>> {
  const { value: table, diagnostics: faults } =
    'tables' in given ? await shownTable(given) : recordsIn(given, subject);
  if (!table || hasErrors(faults.filter(({ code }) => code !== 'table/ragged')))
    return { value: undefined, diagnostics: faults };
  // what rests on it is told by its own name: when a run is judged again, it lies elsewhere
  const named = { ...table, name: fileNameOf(table.name) };
  const { entries, problems } = waiversFrom(named, subject, waiverHeadings, program.setting.zone);
  const { error: refused = [], ...others } = Object.groupBy(problems, ({ severity }) => severity);
  const diagnostics = [...faults, ...Object.values(others).flat()];
  if (!entries) return { value: undefined, diagnostics: [...diagnostics, ...refused] };
  const count = [...entries.values()].reduce((sum, own) => sum + own.length, 0);
  const { name: file, digest } = given;
  return {
    value: {
      entries,
      json: { file, digest, entries: count, dossiers: entries.size },
      problems: refused,
    },
    diagnostics,
  };
}

type TableRead = Checked<WaiverTable | undefined, Problems>;

/** The rows of a table: of a workbook the first sheet that is not hidden. */
async function shownTable({ name, tables }: TablesGiven): Promise<TableRead> {
  const shown = tables.find(({ isHidden }) => isHidden !== true);
  if (!shown) return { value: undefined, diagnostics: [none(name)] };
  const value = await waiverTable(shown);
  return { value, diagnostics: shown.problems };
}

function recordsIn(source: Digested, { file }: Subject): TableRead {
  const { value: yaml, diagnostics } = parseYaml(source);
  const value = yaml && waiverRecords(yaml, file.waivers?.list ?? '');
  const isListless = yaml && !value;
  return { value, diagnostics: isListless ? [...diagnostics, none(source.name)] : diagnostics };
}

function none(name: string): Diagnostic<WaiverProblems> {
  return {
    code: 'waivers/not-a-register',
    severity: 'error',
    span: { source: { name, text: '' }, start: 0, end: 0 },
    params: { name, missing: [] },
  };
}

/** Tells of the waivers of dossiers that were not given to be checked. */
export function otherDossiers(
  { entries, json }: Pick<WaiversGiven, 'entries' | 'json'>,
  isGiven: (dossier: string) => boolean,
): readonly Diagnostic<WaiverProblems>[] {
  const others = [...entries].filter(([dossier]) => !isGiven(dossier));
  const [, [first] = []] = others[0] ?? [];
  if (!first) return [];
  const begins = { line: first.row, column: 1 };
  const dossiers = others.slice(0, mostNamed).map(([dossier]) => dossier);
  return [
    {
      code: 'waivers/other-dossier',
      severity: 'warning',
      span: { source: { name: json.file, text: '', begins }, start: 0, end: 0 },
      params: { dossiers, count: others.length },
    },
  ];
}

/** Dossiers that are named, at most. */
const mostNamed = 3;
