import { mergeTogether, recordPlace, reportOf } from './gather.ts';
import type {
  CheckReport,
  DossierJson,
  ReportHead,
  SummaryJson,
  TogetherJson,
} from './json-format.ts';
import { lineText } from './json-text.ts';
import type { Result } from './result.ts';
import type { CheckRun } from './run.ts';

/** Takes a report's text, piece by piece. */
export type Put = (text: string) => Promise<void> | void;

/** Where results go as they come; `end` is called once, with what they come to. */
export interface Writer {
  readonly begin: () => Promise<void> | void;
  readonly result: (result: Result) => Promise<void> | void;
  readonly end: (together: Iterable<TogetherJson>, summary: () => SummaryJson) => Promise<void>;
}

/** Takes in the lines of a report, and gives the digest of all at the end. */
export interface Digested {
  readonly add: (text: string) => void;
  readonly digest: () => string;
}

/** The lines of a report as NDJSON, each with its end of line, in the order in which they are asked for. */
export interface ReportLines {
  readonly head: () => string;
  readonly dossier: (result: Pick<Result, 'record' | 'kept'>) => string;
  /** Empty where it says nothing that its dossier’s line does not. */
  readonly together: (one: TogetherJson) => string;
  readonly foot: (summary: SummaryJson) => string;
}

export function reportLines(head: ReportHead, digested: Digested): ReportLines {
  const before = new Map<string, DossierJson['verdict']>();
  const line = (text: string) => {
    digested.add(text);
    return text;
  };
  return {
    head: () => line(lineText({ type: 'head', ...head })),
    dossier: ({ record, kept }) => {
      if (kept && record.verdict !== 'pass') before.set(recordPlace(record), record.verdict);
      return line(lineText({ type: 'dossier', ...record }));
    },
    together: (one) => {
      const known = before.get(recordPlace(one)) ?? 'pass';
      return one.outcomes.length > 0 || one.verdict !== known
        ? line(lineText({ type: 'together', ...one }))
        : '';
    },
    foot: (summary) => lineText({ type: 'foot', summary, digest: digested.digest() }),
  };
}

/** NDJSON: a line a dossier as it is judged, none of them held. */
export function lineWriter({ head }: Pick<CheckRun, 'head'>, put: Put, digested: Digested): Writer {
  const lines = reportLines(head, digested);
  return {
    begin: () => put(lines.head()),
    result: (result) => put(lines.dossier(result)),
    end: async (together, summary) => {
      for (const one of together) {
        const line = lines.together(one);
        // eslint-disable-next-line no-await-in-loop -- in order, and as fast as it is taken
        if (line !== '') await put(line);
      }
      await put(lines.foot(summary()));
    },
  };
}

/** A report that is written when all is known: what came of each dossier is held, never the dossiers. */
export function wholeWriter(
  head: ReportHead,
  put: Put,
  text: (report: CheckReport, complaints: ReadonlyMap<number, string>) => Iterable<string>,
): Writer {
  return reportWriter(head, async (report, complaints) => {
    for (const piece of text(report, complaints)) {
      // eslint-disable-next-line no-await-in-loop -- in order, and as fast as it is taken
      await put(piece);
    }
  });
}

/**
 * What is made of a whole report, such as a workbook.
 *
 * @param make - with complaints by the place of their dossier in the report
 */
export function reportWriter(
  head: ReportHead,
  make: (report: CheckReport, complaints: ReadonlyMap<number, string>) => Promise<void>,
): Writer {
  const records: DossierJson[] = [];
  const kept: number[] = [];
  const complaints = new Map<number, string>();
  return {
    begin: () => undefined,
    result: (result) => {
      if (result.complaint !== '') complaints.set(records.length, result.complaint);
      if (result.kept) kept.push(records.length);
      records.push(result.record);
    },
    end: async (together, summary) => {
      mergeTogether(together, records, kept, head);
      await make(reportOf(head, records, summary()), complaints);
    },
  };
}
