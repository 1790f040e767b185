import type { Diagnostic } from '../base/diagnostic.ts';
import type { FileProblems } from '../check/checked.ts';
import type { ChecklistSetting } from '../checklist/answers.ts';
import type { Mapped } from './intake.ts';
import { mergeTogether, reportOf } from '../report/gather.ts';
import type { CheckReport, DossierJson, ReportHead, SummaryJson } from '../report/json-format.ts';
import { fileShown } from '../report/masked.ts';
import type { Result, Text } from '../report/result.ts';
import { type Incoming, newRun, type RunOptions } from '../report/run.ts';
import { checkWords } from '../words/desk/check.ts';

/** What files are judged by. */
export interface JudgedBy extends Pick<
  RunOptions,
  'engine' | 'reporting' | 'kind' | 'isWhole' | 'lists' | 'suppresses'
> {
  /** Who may answer check-lists, and until when; anybody where it does not say. */
  readonly answering?: Pick<ChecklistSetting, 'inspectors' | 'until'>;
  /** What is wrong with what came beside the files, told behind them. */
  readonly problems?: readonly Diagnostic<FileProblems>[];
}

/** Where and how the judging goes on. */
export interface Judging extends Pick<RunOptions, 'elsewhere' | 'again'> {
  /** The tables that the files are made of, which is told with the summary. */
  readonly mapped?: Pick<Mapped, 'add' | 'json'> | undefined;
  /** Stops it; what was judged until then is kept, and said to be part. */
  readonly signal?: AbortSignal;
  /** How many files have been judged; the last time all, before they are judged together. */
  readonly tell?: (judged: number, isAll?: boolean) => void;
}

/** What was judged: all that a page asks about, held where the engine is and never handed over whole. */
export interface Work {
  readonly head: ReportHead;
  /** In the order of the files. */
  readonly records: readonly DossierJson[];
  readonly summary: SummaryJson;
}

/** Judges files as `shouze check` does, and holds what came of each. */
export async function judgeFiles(
  by: JudgedBy,
  incoming: AsyncIterable<readonly Incoming[]>,
  { elsewhere, again, mapped, signal, tell = () => {} }: Judging = {},
): Promise<Work> {
  const run = newRun({ ...by, elsewhere, again, failed: failedOn });
  const records: DossierJson[] = [];
  const kept: number[] = [];
  for await (const result of run.results(until(incoming, signal))) {
    if (result.kept) kept.push(records.length);
    records.push(result.record);
    mapped?.add(result);
    tell(records.length);
  }
  for (const problem of by.problems ?? [])
    records.push(run.add(run.maker.ofProblem(problem)).record);
  tell(records.length, true);
  mergeTogether(run.together(), records, kept, run.head);
  const isStopped = signal?.aborted === true;
  const summary = {
    ...run.summary(),
    ...(mapped && { intake: mapped.json() }),
    ...(isStopped && { stopped: true as const }),
  };
  return { head: run.head, records, summary };
}

/** A file on which the engine itself fails has no verdict, and says so; it stops none of the others. */
function failedOn({ source: { name, digest }, record }: Text, error: unknown): Result {
  const file = fileShown(name, false, digest);
  const why = error instanceof Error ? error.message : String(error);
  return {
    record: {
      id: null,
      file,
      ...(record && { record }),
      digest: digest ?? null,
      subject: null,
      verdict: null,
      part: null,
      scope: null,
      counts: null,
      diagnostics: [
        {
          code: 'desk/engine-failed',
          severity: 'error',
          file,
          line: record?.line ?? 1,
          column: 1,
          message: { zh: checkWords.zh.failedFile(why), en: checkWords.en.failedFile(why) },
          related: [],
        },
      ],
      outcomes: [],
      wanting: [],
      waiting: [],
    },
    kept: undefined,
    complaint: '',
    isWrong: true,
  };
}

/** The whole report, as `shouze check --format json` has it. */
export function reportOfWork({ head, records, summary }: Work): CheckReport {
  return reportOf(head, records, summary);
}

/** A report that was made before, to be asked about. */
export function workOf(report: CheckReport): Work {
  const { dossiers: records, summary, ...head } = report;
  return { head, records, summary };
}

/** What findings are told with: titles of the rules and clauses that they name, and what all files come to. */
export interface HeadTold extends Omit<CheckReport, 'dossiers'> {
  /** Files, records and what is wrong with other things, as they are listed. */
  readonly files: number;
}

/** As plain data. */
export function headTold(work: Work): HeadTold {
  const { dossiers, ...head } = reportOfWork(work);
  return { ...head, files: dossiers.length };
}

/** What comes until it is stopped. */
export async function* until(
  incoming: AsyncIterable<readonly Incoming[]>,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Incoming[]> {
  for await (const batch of incoming) {
    if (signal?.aborted) return;
    yield batch;
  }
}
