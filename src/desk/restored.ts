import type { DossierJson } from '../report/json-format.ts';
import { summaryOf } from './run.ts';
import type { Work } from './work.ts';

/** What became of results that were opened again, once files were given. */
export interface Restored {
  /** Files that were given again as they were. */
  readonly matched: number;
  /** Of files that are not as they were when the results were saved, and of those that were not given, by id or name. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Whether results of those that were not given stand: they were judged by the same rulebook, in the same way. */
  readonly isKept: boolean;
}

/** Nothing was given yet: all results stand as they were opened. */
export function restoredOf(before: Work): Restored {
  return { matched: 0, changed: [], missing: filesOf(before).map(nameOf), isKept: true };
}

/** What was judged now, with results that were opened of files that were not given again. */
export function withRestored(now: Work, before: Work): { work: Work; restored: Restored } {
  const byText = new Map(now.records.map((record) => [textOf(record), record]));
  const byName = new Map(now.records.map((record) => [nameOf(record), record]));
  const again = (record: DossierJson) => byText.get(textOf(record)) ?? byName.get(nameOf(record));
  const records = filesOf(before);
  const matched = records.filter((record) => byText.has(textOf(record)));
  const changed = records.filter((one) => !byText.has(textOf(one)) && again(one));
  const missing = records.filter((record) => !again(record));
  const isKept = isAlike(now, before);
  const restored = {
    matched: matched.length,
    changed: changed.map(nameOf),
    missing: missing.map(nameOf),
    isKept,
  };
  if (!isKept || missing.length === 0) return { work: now, restored };
  const kept = records.map((record) => again(record) ?? record);
  const known = new Set(kept);
  const all = [...kept, ...now.records.filter((record) => !known.has(record))];
  const summary = { ...now.summary, ...summaryOf(now.head, all) };
  return { work: { ...now, records: all, summary }, restored };
}

function isAlike({ head: now }: Work, { head: before }: Work): boolean {
  return (
    now.rulebook.digest === before.rulebook.digest &&
    now.asOf === before.asOf &&
    now.today === before.today &&
    now.step === before.step
  );
}

/** What is wrong with check-lists and the like is no file, and is told anew. */
function filesOf({ records }: Work): readonly DossierJson[] {
  return records.filter(({ digest }) => digest !== null);
}

function textOf({ digest, record }: DossierJson): string {
  return `${digest} ${record?.number ?? ''}`;
}

function nameOf({ id, file, record }: DossierJson): string {
  return id ?? (record ? `${file} #${record.number}` : file);
}
