import { recordingStep } from '../evaluate/due.ts';
import type { CheckedFile } from '../check/checked.ts';
import type { Engine } from '../check/engine.ts';
import { judgeOne } from '../check/judge-all.ts';
import { outsideOf } from '../check/outside.ts';
import { readDossier, type ReadFile, unreadFor } from '../check/read.ts';
import { severalLines } from '../base/shown.ts';
import { pointerOfNames } from '../dossier/path.ts';
import { gateAsked, type GateReport } from '../report/gate.ts';
import { headOf } from '../report/head.ts';
import type { Multilingual, RuleJson } from '../report/json-format.ts';
import { recorderOf } from '../report/record.ts';
import type { Incoming } from '../report/run.ts';
import { stepsJson, stepTitled } from '../report/step-json.ts';
import { toDoSummary, type ToDoReport } from '../report/to-do.ts';
import type { GateFile } from '../rulebook/files.ts';
import type { JudgedBy } from './work.ts';

/** What files in progress are judged by. */
export type ProgressBy = Pick<JudgedBy, 'engine' | 'kind' | 'reporting'>;

/** Files judged one by one, each by itself, none of them held; what the scheme leaves out is passed over. */
export async function* eachJudged(
  incoming: AsyncIterable<readonly Incoming[]>,
  { engine, kind, reporting }: ProgressBy,
): AsyncGenerator<CheckedFile> {
  const { bounds, program, options } = reporting;
  for await (const batch of incoming)
    for (const one of batch) {
      const read = readIncoming(one, engine, kind);
      if (bounds && outsideOf(bounds, read, program)) continue;
      yield judgeOne(read, engine, options);
    }
}

export function readIncoming(one: Incoming, engine: Engine, kind: string | undefined): ReadFile {
  return 'problem' in one
    ? unreadFor(one.problem)
    : readDossier(one.source, engine, kind, one.record);
}

/** The same for a step that is about to be done: what is asked is whether it may be. */
export function beforeGate<By extends ProgressBy>(by: By, { step }: GateFile): By {
  const options = { ...by.reporting.options, step, isBefore: true };
  return { ...by, reporting: { ...by.reporting, options } };
}

/**
 * Whether each file is in order before a step, without making findings.
 *
 * @param reporting - of a run before the gate
 */
export async function gateReport(
  gate: GateFile,
  files: AsyncIterable<CheckedFile>,
  reporting: ProgressBy['reporting'],
): Promise<GateReport> {
  const recorder = recorderOf(headOf(reporting), reporting, false);
  const { head, record } = gateAsked(gate, recorder, reporting);
  const dossiers = await collected(files, record);
  const counted = (answer: string) => dossiers.filter((one) => one.gate?.answer === answer).length;
  return {
    ...headline(reporting),
    ...head,
    summary: {
      dossiers: dossiers.filter((one) => one.gate).length,
      ready: counted('ready'),
      stopped: counted('stopped'),
      wanting: counted('wanting'),
      unread: dossiers.filter((one) => !one.gate).length,
    },
    dossiers,
  };
}

/** What is done of each file, what is next, by whom and by when. */
export async function toDoReport(
  files: AsyncIterable<CheckedFile>,
  reporting: ProgressBy['reporting'],
): Promise<ToDoReport> {
  const recorder = recorderOf(headOf(reporting), reporting, false);
  const dossiers = await collected(files, (checked) => {
    const { id, file, record, digest, subject, diagnostics } = recorder.dossier(checked, 0);
    const steps = stepsJson(checked, reporting);
    return { id, file, ...(record && { record }), digest, subject, diagnostics, steps };
  });
  const { staff: _, asOf: __, ...head } = headline(reporting);
  return { ...head, summary: toDoSummary(dossiers), dossiers };
}

/** As it is written to a file. */
export function progressJson(report: GateReport | ToDoReport): string {
  return `${severalLines(JSON.stringify(report, undefined, 2))}\n`;
}

/** What a gate's answers refer to. */
export interface GateTold {
  readonly report: GateReport;
  /** The rules that answers name, by id. */
  readonly rules: {
    readonly [id: string]: Pick<RuleJson, 'title'> & {
      /** Titles of those who answer for it. */
      readonly posts: readonly Multilingual[];
    };
  };
  /** Titles of the steps that record what is to be supplied, by field; of none that no step records. */
  readonly recordedBy: { readonly [field: string]: Multilingual };
}

/** A report with what those need who read it without the rulebook. */
export function gateTold(report: GateReport, reporting: ProgressBy['reporting']): GateTold {
  const { rules, posts } = headOf(reporting);
  const gates = report.dossiers.flatMap(({ gate }) => gate ?? []);
  const fields = gates.flatMap(({ fetch }) => fetch.flatMap((one) => one.fields));
  const named = gates.flatMap(({ waiting, stops, heed, unclear }) => [
    ...waiting,
    ...[...stops, ...heed, ...unclear].map(({ rule }) => rule),
  ]);
  const ids = new Set([...named, ...fields.flatMap((field) => field.rules)]);
  return {
    report,
    rules: Object.fromEntries(
      [...ids].flatMap((id) => {
        const rule = rules[id];
        if (!rule) return [];
        return [
          [id, { title: rule.title, posts: rule.posts.flatMap((post) => titleOf(posts[post])) }],
        ];
      }),
    ),
    recordedBy: Object.fromEntries(
      fields.flatMap(({ field }) => {
        const step = recordingStep(pointerOfNames(field), reporting.program);
        return step === undefined ? [] : [[field, stepTitled(step, reporting).title]];
      }),
    ),
  };
}

function titleOf(title: Multilingual | undefined): readonly Multilingual[] {
  return title ? [title] : [];
}

async function collected<T>(
  files: AsyncIterable<CheckedFile>,
  record: (checked: CheckedFile) => T,
): Promise<readonly T[]> {
  const records: T[] = [];
  for await (const checked of files) records.push(record(checked));
  return records;
}

function headline(reporting: ProgressBy['reporting']) {
  const { format, rulebook, engine, languages, masked, asOf, today, staff } = headOf(reporting);
  return {
    format,
    rulebook,
    engine,
    languages,
    masked,
    ...(asOf !== undefined && { asOf }),
    ...(today !== undefined && { today }),
    ...(staff !== undefined && { staff }),
  };
}
