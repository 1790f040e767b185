import { basename, extname } from 'node:path';

import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { FileProblems } from '../check/checked.ts';
import type { WaiverProblems } from '../dossier/waiver-problems.ts';
import type { WaiverEntries } from '../dossier/waiver-register.ts';
import { waiverRecords, type WaiverTable, waiverTable } from '../intake/waiver-table.ts';
import { waiversFrom } from '../intake/waivers.ts';
import { digestOfFile } from '../io/digest.ts';
import { readText } from '../io/read.ts';
import { tablesIn } from '../io/tables.ts';
import type { WaiversJson } from '../report/json-format.ts';
import type { Problems } from '../words/messages/messages.ts';
import { waiverHeadings } from '../words/waivers.ts';
import { parseYaml } from '../yaml/parse.ts';
import { type Call, UsageError } from './call.ts';
import { complainOf } from './console.ts';
import { onlyFile } from './option-file.ts';
import type { Sound } from './sound.ts';

/** The register of `--waivers`, read. */
export interface WaiversGiven {
  readonly entries: WaiverEntries;
  readonly json: WaiversJson;
  /** Of rows that were not taken. */
  readonly problems: readonly Diagnostic<FileProblems>[];
}

/**
 * The register of waivers (例外审批台账) of `--waivers`; undefined where none is given, `wrong` after complaining of one that
 * is none.
 */
export async function waiversOf(
  call: Call,
  { program, language }: Pick<Sound, 'program' | 'language'>,
): Promise<WaiversGiven | 'wrong' | undefined> {
  const says =
    '只能给出一份例外审批台账；多份须先合并 / takes one register of exceptions: put several into one first';
  const path = onlyFile(call, 'waivers', says);
  if (path === undefined) return undefined;
  const subject = [...program.subjects.values()].find(({ file }) => file.waivers);
  const list = subject?.file.waivers?.list;
  if (!subject || list === undefined)
    throw new UsageError(
      '--waivers：本规则库的文件没有例外审批 / files of this rulebook have no exceptions',
    );
  const isTable = !['.yaml', '.yml', '.json'].includes(extname(path).toLowerCase());
  const { table, problems: faults } = isTable ? await tableIn(path) : recordsIn(path, list);
  complainOf(faults, language);
  if (!table || hasErrors(faults.filter(({ code }) => code !== 'table/ragged'))) return 'wrong';
  // what rests on it is told by its own name: when a run is judged again, it lies elsewhere
  const named = { ...table, name: basename(table.name) };
  const { entries, problems } = waiversFrom(named, subject, waiverHeadings, program.setting.zone);
  const { error: refused = [], ...others } = Object.groupBy(problems, ({ severity }) => severity);
  complainOf(Object.values(others).flat(), language);
  if (!entries) {
    complainOf(refused, language);
    return 'wrong';
  }
  const count = [...entries.values()].reduce((sum, own) => sum + own.length, 0);
  return {
    entries,
    json: { file: path, digest: digestOfFile(path) ?? '', entries: count, dossiers: entries.size },
    problems: refused,
  };
}

/** The rows of a table: of a workbook the first sheet that is not hidden. */
async function tableIn(path: string): Promise<Read> {
  const read = await tablesIn(path);
  if ('problem' in read) return { table: undefined, problems: [read.problem] };
  const shown = read.tables.find(({ isHidden }) => isHidden !== true);
  if (!shown) return { table: undefined, problems: [none(path)] };
  const table = await waiverTable(shown);
  return { table, problems: shown.problems };
}

function recordsIn(path: string, list: string): Read {
  const text = readText(path);
  if (!('source' in text)) return { table: undefined, problems: [text.problem] };
  const { value, diagnostics } = parseYaml(text.source);
  const table = value && waiverRecords(value, list);
  const isListless = value && !table;
  return { table, problems: isListless ? [...diagnostics, none(path)] : diagnostics };
}

interface Read {
  readonly table: WaiverTable | undefined;
  readonly problems: readonly Diagnostic<Problems>[];
}

function none(path: string): Diagnostic<WaiverProblems> {
  return {
    code: 'waivers/not-a-register',
    severity: 'error',
    span: { source: { name: path, text: '' }, start: 0, end: 0 },
    params: { name: path, missing: [] },
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
