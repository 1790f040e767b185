import type { Language } from '../base/language.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { merged, reportOf } from '../report/gather.ts';
import type { CheckReport, DossierJson } from '../report/json-format.ts';
import { type Incoming, newRun } from '../report/run.ts';
import { type AnswerGiven, listsOf, sheetOfAnswers } from './answers.ts';
import type { Desk } from './desk.ts';

/** How files are to be judged, as data. */
export interface CheckAsked extends Pick<JudgeOptions, 'asOf' | 'today' | 'step'> {
  /** Of all texts; those of the rulebook where none are asked for. */
  readonly languages?: readonly Language[];
  /** Tells of passes and of what does not apply, too. */
  readonly isWhole?: boolean;
  /** What was answered on screen by now. */
  readonly answers?: readonly AnswerGiven[];
}

/** Judges files as `shouze check` does: the whole report, held. */
export async function checkFiles(
  desk: Desk,
  incoming: AsyncIterable<readonly Incoming[]>,
  { isWhole, languages: asked, answers = [], ...options }: CheckAsked = {},
  tell: (judged: number) => void = () => {},
): Promise<CheckReport> {
  const { program, digest, version, languages, engine } = desk;
  const until = options.today;
  const lists =
    answers.length > 0 ? listsOf([sheetOfAnswers(answers)], desk, { until }) : undefined;
  const run = newRun({
    engine,
    reporting: {
      program,
      rulebookDigest: digest,
      engine: version,
      options,
      languages: asked ?? languages,
      unmasked: false,
      ...(lists && { answered: { by: null, until: until ?? null } }),
    },
    isWhole: isWhole === true,
    lists,
  });
  const records: DossierJson[] = [];
  const kept: number[] = [];
  for await (const result of run.results(incoming)) {
    if (result.kept) kept.push(records.length);
    records.push(result.record);
    tell(records.length);
  }
  let next = 0;
  for (const one of run.together()) {
    const place = kept[next] ?? -1;
    const record = records[place];
    next += 1;
    if (record) records[place] = merged(record, one, run.head);
  }
  return reportOf(run.head, records, run.summary());
}
