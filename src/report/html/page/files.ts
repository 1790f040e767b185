import type { Legend, Row, RowBlock, RuleData, Shared, Verdict } from '../page-data.ts';

/** A file of the report, as the table of files knows it. */
export interface File {
  /** From 0, in the order of the check. */
  readonly number: number;
  readonly id: string | undefined;
  readonly file: string;
  readonly record: number | undefined;
  /** Undefined for what is no dossier. */
  verdict: Verdict | undefined;
  readonly fail: number[];
  readonly waived: number[];
  readonly untold: number[];
  findings: number;
  readonly waiting: number;
  readonly problems: number;
  /** What it is found by: its id, file and tags in small letters. */
  readonly searched: string;
  /** Of the gravest that fails, smaller is graver. */
  weight: number;
  /** Where its details stand: its own, and those of rules that judge files together. */
  readonly details: DetailPlace[];
}

export interface DetailPlace {
  readonly block: number;
  readonly index: number;
}

/** Beyond every weight of a rule. */
const none = Number.MAX_SAFE_INTEGER;

/** All files of the blocks, each with what came of it together with others. */
export function filesOf(
  blocks: readonly RowBlock[],
  { rules }: Pick<Legend, 'rules'>,
  shared: readonly unknown[],
): readonly File[] {
  const files: File[] = [];
  for (const [block, { rows }] of blocks.entries())
    for (const [index, row] of rows.entries()) {
      const place = { block, index };
      files.push(fileOf(row, files.length, place, rules, shared));
    }
  addTogether(blocks, files, rules, shared);
  return files;
}

function fileOf(
  row: Row,
  number: number,
  place: DetailPlace,
  rules: readonly RuleData[],
  shared: readonly unknown[],
): File {
  const { id, record, verdict, fail = [], waived = [], untold = [] } = row;
  const file = resolved(row.file, shared);
  const tags = resolved(row.tags ?? [], shared).join(' ');
  return {
    number,
    id,
    file,
    record,
    verdict,
    fail: [...fail],
    waived: [...waived],
    untold: [...untold],
    findings: row.findings ?? 0,
    waiting: row.waiting ?? 0,
    problems: row.problems ?? 0,
    searched: `${id ?? ''} ${file} ${tags}`.toLowerCase(),
    weight: gravest(fail, rules),
    details: [place],
  };
}

function addTogether(
  blocks: readonly RowBlock[],
  files: readonly File[],
  rules: readonly RuleData[],
  shared: readonly unknown[],
): void {
  if (blocks.every(({ together }) => !together)) return;
  const key = (file: string, record: number | undefined) => `${record ?? ''} ${file}`;
  const byPlace = new Map(files.map((file) => [key(file.file, file.record), file]));
  for (const [block, { rows, together = [] }] of blocks.entries())
    for (const [index, row] of together.entries()) {
      const file = byPlace.get(key(resolved(row.file, shared), row.record));
      if (!file) continue;
      file.verdict = row.verdict;
      file.fail.push(...(row.fail ?? []));
      file.waived.push(...(row.waived ?? []));
      file.untold.push(...(row.untold ?? []));
      file.findings += row.findings ?? 0;
      file.weight = Math.min(file.weight, gravest(row.fail ?? [], rules));
      file.details.push({ block, index: rows.length + index });
    }
}

function gravest(fail: readonly number[], rules: readonly RuleData[]): number {
  return fail.reduce((least, rule) => Math.min(least, rules[rule]?.weight ?? none), none);
}

/** A value that may stand in the table of what is shared. */
export function resolved<T extends string | readonly unknown[]>(
  value: Shared<T>,
  shared: readonly unknown[],
): T {
  return typeof value === 'number' ? (shared[value] as T) : value;
}

/** What a file goes by: its id, else its path, with the number of the dossier in it. */
export function nameOf({ id, file, record }: Pick<File, 'id' | 'file' | 'record'>): string {
  return id ?? (record === undefined ? file : `${file}#${record}`);
}

/** The file that a link names: `D-2026-000002`, or a finding of it, `D-2026-000002/RSK-007/P1`. */
export function fileNamed(link: string, files: ReadonlyMap<string, File>): File | undefined {
  for (let end = link.length; end > 0; end = link.lastIndexOf('/', end - 1)) {
    const file = files.get(link.slice(0, end));
    if (file) return file;
  }
  return undefined;
}

/** Files by what they go by; the first of those that share a name. */
export function byName(files: readonly File[]): ReadonlyMap<string, File> {
  return new Map(files.toReversed().map((file) => [nameOf(file), file]));
}
