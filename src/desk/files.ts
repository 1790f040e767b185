import { ownFindings } from '../report/findings.ts';
import type { DossierJson, ReportHead } from '../report/json-format.ts';
import { gravityOf, ruleOf, severityOf } from '../report/weight.ts';
import {
  chosenBy,
  type Page,
  pageOf,
  type Selection,
  type Standing,
  standingOf,
} from './selection.ts';
import type { Work } from './work.ts';

/** In which order files are listed: what is worst first, as they were given, by id or name, the largest amount first. */
export type FileOrder = 'gravest' | 'given' | 'name' | 'amount';

export interface FilesAsked extends Selection {
  readonly order?: FileOrder;
  /** How many lines to pass over. */
  readonly from?: number;
}

/** A file in the list of what was judged. */
export interface FileLine extends Pick<
  DossierJson,
  'id' | 'file' | 'record' | 'subject' | 'about' | 'part'
> {
  /** By which the file is asked for: its place among all that were judged, from 0. */
  readonly place: number;
  readonly standing: Standing;
  /** Findings by severity; only severities that it has. */
  readonly findings: { readonly [severity: string]: number };
  /** Rules that want data, that are waived, and that wait for a person. */
  readonly untold: number;
  readonly waived: number;
  readonly waiting: number;
  /** What is wrong with the file itself: errors, and warnings. */
  readonly diagnostics: DossierJson['diagnostics'];
}

/** The files of a piece of work that are asked for, a page of them. */
export function filesOf(work: Work, asked: FilesAsked): Page<FileLine> {
  const { head, records } = work;
  const chosen = chosenBy(asked, head);
  const places = records.flatMap((record, place) => (chosen.file(record) ? [place] : []));
  const page = pageOf(ordered(places, work, asked.order ?? 'gravest'), asked.from);
  return {
    ...page,
    lines: page.lines.flatMap((place) => {
      const record = records[place];
      return record ? [fileLine(record, place, head)] : [];
    }),
  };
}

export function fileLine(record: DossierJson, place: number, head: ReportHead): FileLine {
  const { id, file, record: at, subject, about, part, outcomes, waiting, diagnostics } = record;
  const findings: Record<string, number> = {};
  for (const outcome of ownFindings(outcomes)) {
    const rule = ruleOf(outcome, head);
    if (outcome.suppressed || !rule) continue;
    const severity = severityOf(rule);
    findings[severity] = (findings[severity] ?? 0) + 1;
  }
  const count = (wanted: string) => outcomes.filter(({ status }) => status === wanted).length;
  return {
    place,
    id,
    file,
    ...(at && { record: at }),
    subject,
    ...(about && { about }),
    part,
    standing: standingOf(record),
    findings,
    untold: count('cannot-tell'),
    waived: count('waived'),
    waiting: waiting.length,
    diagnostics,
  };
}

const standings: readonly Standing[] = ['unread', 'fail', 'cannot-tell', 'pass', 'outside'];

function ordered(places: readonly number[], work: Work, order: FileOrder): readonly number[] {
  const { records } = work;
  if (order === 'given') return places;
  const keyed = places.map((place) => {
    const record = records[place];
    return { place, keys: record ? keysFor(record, order, work.head) : [] };
  });
  return keyed
    .toSorted((a, b) => compared(a.keys, b.keys) || a.place - b.place)
    .map(({ place }) => place);
}

type Keys = readonly (number | string)[];

function keysFor(record: DossierJson, order: FileOrder, head: ReportHead): Keys {
  if (order === 'name') return [record.id ?? record.file];
  if (order === 'amount') return [-Number(record.about?.amount ?? -1)];
  const own = ownFindings(record.outcomes).filter(({ suppressed }) => !suppressed);
  const gravities = own.map((outcome) => gravityOf(ruleOf(outcome, head), head));
  const worst = Math.min(...gravities, Number.MAX_SAFE_INTEGER);
  return [standings.indexOf(standingOf(record)), worst, -own.length];
}

function compared(a: Keys, b: Keys): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (one === other || other === undefined) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}
