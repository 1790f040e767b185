import { setFlagsFromString } from 'node:v8';

import { hasErrors } from '../base/diagnostic.ts';
import type { Table } from '../base/table.ts';
import type { Capture } from '../check/engine.ts';
import { boundTables } from '../intake/bound.ts';
import { mappingFrom } from '../intake/mapping.ts';
import { type Intake, intakeOf } from '../intake/rows.ts';
import { digestOfBytes } from '../io/digest.ts';
import { tablesIn } from '../io/tables.ts';
import type { Language } from '../base/language.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import type { IntakeJson } from '../report/json-format.ts';
import { newIntakeCounting } from '../report/opens.ts';
import type { Result } from '../report/result.ts';
import type { Incoming } from '../report/run.ts';
import type { Call } from './call.ts';
import { complainOf } from './console.ts';
import { sourceAt } from './option-file.ts';
import type { Sound } from './sound.ts';

/** Tables that become files, by the mapping of `--mapping`. */
export interface Mapped {
  readonly capture: Capture;
  readonly incoming: (signal?: AbortSignal) => AsyncGenerator<readonly Incoming[]>;
  /** Takes in what came of a file. */
  readonly add: (result: Result) => void;
  /** What came of the tables, once all were judged. */
  readonly json: () => IntakeJson;
  readonly isWrong: () => boolean;
}

/** Files that are judged together, at most. */
const batch = 16;

/** Undefined where no mapping is given, `wrong` after complaining of one that cannot be used. */
export async function mappedOf(
  call: Call,
  paths: readonly string[],
  { program, language }: Pick<Sound, 'program' | 'language'>,
  languages: readonly Language[],
): Promise<Mapped | 'wrong' | undefined> {
  const path = call.text('mapping');
  if (path === undefined) return undefined;
  const read = await boundBy(path, paths, { program, language });
  if (!read) return 'wrong';
  const { mapping, digest, tables, bound, problems } = read;
  const faults = tables.flatMap((table) => table.problems);
  if (hasErrors(problems)) {
    complainOf(faults, language);
    return 'wrong';
  }
  // most of what an import leaves open is evaluated and thrown away: memory is to be swept early, and not to grow first
  setFlagsFromString('--heap-growing-percent=20');
  const intake = intakeOf(mapping, bound);
  const counting = newIntakeCounting(languages);
  const found = () => [...bound.flatMap(({ table }) => table.problems), ...intake.problems];
  return {
    capture: { subject: mapping.subject.name, complete: mapping.complete },
    incoming: (signal) => incomingOf(intake, signal),
    add: counting.add,
    json: () => ({
      mapping: { file: path, digest },
      ...counting.counted(),
      tables: intake.reconciled(),
      diagnostics: found().map((problem) => diagnosticJson(problem, languages)),
    }),
    isWrong: () => hasErrors(found()),
  };
}

/** A mapping, and what it says of the tables of files; undefined after complaining of what cannot be read. */
export async function boundBy(
  path: string,
  paths: readonly string[],
  { program, language }: Pick<Sound, 'program' | 'language'>,
) {
  const source = sourceAt(path, language);
  if (!source) return undefined;
  const { value: mapping, diagnostics } = mappingFrom(source, program);
  complainOf(diagnostics, language);
  const tables = mapping && (await tablesOf(paths, language));
  if (!mapping || !tables) return undefined;
  const { bound, problems } = await boundTables(mapping, tables);
  complainOf(problems, language);
  return { mapping, digest: digestOfBytes(source.text), tables, bound, problems };
}

/** The tables of files; undefined after complaining of one that has none. */
export async function tablesOf(
  paths: readonly string[],
  language: Language,
): Promise<readonly Table[] | undefined> {
  const reads = await Promise.all(paths.map(tablesIn));
  const problems = reads.flatMap((read) => ('problem' in read ? [read.problem] : []));
  complainOf(problems, language);
  if (problems.length > 0) return undefined;
  return reads.flatMap((read) => ('tables' in read ? read.tables : []));
}

async function* incomingOf(
  intake: Intake,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Incoming[]> {
  for await (const texts of intake.texts()) {
    for (let from = 0; from < texts.length; from += batch) {
      if (signal?.aborted) return;
      yield texts.slice(from, from + batch).map(({ source, record }) => {
        const { text } = source;
        return { source: { ...source, digest: digestOfBytes(text) }, record };
      });
    }
  }
}
