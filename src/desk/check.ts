import type { Language } from '../base/language.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { merged, reportOf } from '../report/gather.ts';
import type { CheckReport, DossierJson } from '../report/json-format.ts';
import { type Incoming, newRun } from '../report/run.ts';
import type { Desk } from './desk.ts';

/** How files are to be judged, as data. */
export interface CheckAsked extends Pick<JudgeOptions, 'asOf' | 'today' | 'step'> {
  /** Of all texts; those of the rulebook where none are asked for. */
  readonly languages?: readonly Language[];
  /** Tells of passes and of what does not apply, too. */
  readonly isWhole?: boolean;
}

/** Judges files as `shouze check` does: the whole report, held. */
export async function checkFiles(
  { program, digest, version, languages, engine }: Desk,
  incoming: AsyncIterable<readonly Incoming[]>,
  { isWhole, languages: asked, ...options }: CheckAsked = {},
  tell: (judged: number) => void = () => {},
): Promise<CheckReport> {
  const run = newRun({
    engine,
    reporting: {
      program,
      rulebookDigest: digest,
      engine: version,
      options,
      languages: asked ?? languages,
      unmasked: false,
    },
    isWhole: isWhole === true,
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
