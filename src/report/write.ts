import { merged, reportOf } from './gather.ts';
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

/**
 * NDJSON: a line a dossier as it is judged, none of them held.
 *
 * @param digested - takes in every line, and gives the digest of all at the end
 */
export function lineWriter(
  { head }: Pick<CheckRun, 'head'>,
  put: Put,
  digested: { readonly add: (text: string) => void; readonly digest: () => string },
): Writer {
  const line = (text: string) => {
    digested.add(text);
    return put(text);
  };
  const before = new Map<string, DossierJson['verdict']>();
  return {
    begin: () => line(lineText({ type: 'head', ...head })),
    result: ({ record, kept }) => {
      if (kept && record.verdict !== 'pass') before.set(placeOf(record), record.verdict);
      return line(lineText({ type: 'dossier', ...record }));
    },
    end: async (together, summary) => {
      for (const one of together) {
        const known = before.get(placeOf(one)) ?? 'pass';
        // eslint-disable-next-line no-await-in-loop -- in order, and as fast as it is taken
        if (one.outcomes.length > 0 || one.verdict !== known)
          await line(lineText({ type: 'together', ...one }));
      }
      await put(lineText({ type: 'foot', summary: summary(), digest: digested.digest() }));
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
      let next = 0;
      for (const one of together) {
        const place = kept[next] ?? -1;
        const record = records[place];
        next += 1;
        if (record) records[place] = merged(record, one, head);
      }
      await make(reportOf(head, records, summary()), complaints);
    },
  };
}

/** By its id too: masked, the names of two files may be the same. */
function placeOf({
  id,
  file,
  record,
}: Pick<Result['record'] | TogetherJson, 'id' | 'file' | 'record'>): string {
  return `${id ?? ''} ${file} ${record?.number ?? ''}`;
}
