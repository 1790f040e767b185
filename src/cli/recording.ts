import { readFileSync, statSync } from 'node:fs';

import type { Differing } from '../base/record-problems.ts';
import type { Source } from '../base/source.ts';
import type { Tally } from '../evaluate/tally.ts';
import { digestOfBytes, digestOfFile } from '../io/digest.ts';
import { dossierPaths } from '../io/paths.ts';
import type { RecordHead } from '../io/record/chain.ts';
import { fault } from '../io/record/faults.ts';
import { openRecord, type RecordFile } from '../io/record/record.ts';
import {
  type FileListed,
  rulebookKept,
  type RunInput,
  type RunKept,
  runOf,
  type RunOptionsKept,
  type RunSetting,
  runWriter,
  textOf,
} from '../io/record/run.ts';
import { digestOf, rulebookFolder } from '../io/rulebook.ts';
import type { DossierJson, SummaryJson, TogetherJson } from '../report/json-format.ts';
import type { Recorded, Text } from '../report/result.ts';
import type { CheckRun, Incoming } from '../report/run.ts';
import { reportLines, type Writer } from '../report/write.ts';
import { type Call, UsageError } from './call.ts';
import { stampOfEngine } from './kept.ts';
import type { CheckSetting } from './check-setting.ts';
import { digesting } from './digesting.ts';
import type { JudgedBy } from './recorded-inputs.ts';
import { engineVersion } from './sound.ts';
import { usualRecord } from './usual-record.ts';

/** Dossiers that are written down together: what is lost of a run that is killed is less. */
const together = 48;

/** A record that a check was asked to write to, and the run that goes on in it. */
export interface RecordAsked {
  readonly record: RecordFile;
  readonly going: RunKept | undefined;
  /** The dossiers that were given, or that the run was given that goes on. */
  readonly paths: readonly string[];
}

/** The record of `--record` and the run of `--resume`; undefined where nothing is to be recorded. */
export function recordAsked(call: Call): RecordAsked | undefined {
  const [path, resumed] = [call.text('record'), call.text('resume')];
  if (path === undefined && resumed === undefined) {
    if (call.flag('keep-dossiers'))
      throw new UsageError('--keep-dossiers 须与 --record 同用 / goes with --record');
    return undefined;
  }
  const file = path ?? usualRecord();
  if (resumed !== undefined) openRecord(file, 'read').close();
  const record = openRecord(file, 'write');
  const given = call.positionals;
  if (resumed === undefined) return { record, going: undefined, paths: given };
  const going = runOf(record, resumed);
  return { record, going, paths: given.length > 0 ? given : going.setting.paths };
}

/** What a check writes down as it goes. */
export interface Recording {
  readonly run: number;
  readonly path: string;
  /** What came of a text before the run was stopped. */
  readonly before: (text: Text) => Recorded | undefined;
  /** Dossiers on their way to be judged. */
  readonly incoming: (
    texts: AsyncIterable<readonly Incoming[]>,
  ) => AsyncIterable<readonly Incoming[]>;
  /** A writer that writes down all that it is given. */
  readonly writer: (writer: Writer, run: Pick<CheckRun, 'head'>) => Writer;
  /** The head of the record behind the run; undefined until it has come to its end. */
  readonly head: () => RecordHead | undefined;
  readonly close: () => void;
}

/** What a run is recorded with. */
export interface RecordingSetting {
  readonly setting: Pick<CheckSetting, 'loaded' | 'reporting' | 'kind'>;
  readonly isWhole: boolean;
  readonly keepDossiers: boolean;
  /** Other files that are judged by, by the option that each was given by. */
  readonly inputs: readonly JudgedBy[];
  /** Whether the check was stopped before all had come. */
  readonly isStopped: () => boolean;
}

export function recordingOf(
  { record, going, paths }: RecordAsked,
  {
    setting: { loaded, reporting, kind },
    isWhole,
    keepDossiers,
    inputs,
    isStopped,
  }: RecordingSetting,
): Recording {
  const writing = runWriter(record, going?.run);
  const { run } = writing;
  const { languages, unmasked } = reporting;
  const { asOf, today, step, explain = new Set() } = reporting.options;
  const options: RunOptionsKept = {
    asOf: asOf ?? null,
    today: today ?? null,
    step: step ?? null,
    subject: kind ?? null,
    outcomes: isWhole ? 'all' : 'findings',
    explain: typeof explain === 'string' ? 'all' : [...explain].toSorted(),
    languages,
    unmasked,
    keepDossiers,
  };
  const setting = settle();
  const before = going ? recordedIn(record, run) : () => undefined;
  const texts = new Map<string, string>();
  let head: RecordHead | undefined;
  return {
    run,
    path: record.path,
    before,
    incoming,
    writer,
    head: () => head,
    close: () => {
      record.close();
    },
  };

  /** Reads all that the run is judged by, and keeps it; one that goes on is compared with what it began with. */
  function settle(): RunSetting {
    const { folder } = rulebookFolder(loaded.folder);
    if (digestOf(folder) !== loaded.digest)
      throw new UsageError(
        '判定期间规则库被改动，请重新判定 / the rulebook was changed during the run: check again',
      );
    const rulebook = rulebookKept(folder);
    const read = inputs.map(({ role, path }) => ({ role, path, bytes: readFileSync(path) }));
    const files = JSON.stringify(filesOf(paths));
    const { id, version } = loaded.program.rulebook.manifest.data;
    const now: RunSetting = {
      format: 1,
      engine: { version: engineVersion(), digest: stampOfEngine() ?? null },
      rulebook: { id, version, digest: loaded.digest, files: digestOfBytes(rulebook.listing) },
      inputs: read.map(({ role, path, bytes }) => ({
        role,
        file: path,
        digest: digestOfBytes(bytes),
      })),
      options,
      paths,
      files: digestOfBytes(files),
    };
    if (going) mustBeSame(going, now, record, files);
    for (const text of [...rulebook.texts, rulebook.listing, files]) writing.keep(text);
    for (const { bytes } of read) writing.keep(bytes);
    return now;
  }

  async function* incoming(given: AsyncIterable<readonly Incoming[]>) {
    for await (const batch of given) {
      if (options.keepDossiers)
        for (const one of batch)
          if ('source' in one) texts.set(digestOfSource(one.source), one.source.text);
      yield batch;
    }
  }

  function writer(inner: Writer, { head: reportHead }: Pick<CheckRun, 'head'>): Writer {
    const lines = reportLines(reportHead, digesting());
    let somes: (Tally['some'] | null)[] = [];
    let told = 0;
    return {
      begin: async () => {
        tell('run', JSON.stringify(setting), `${run}`);
        tell('head', lines.head(), 'head');
        writing.flush();
        await inner.begin();
      },
      result: async (result) => {
        const { record: of, kept } = result;
        const text = texts.get(of.digest ?? '');
        if (text !== undefined) writing.keep(text);
        texts.delete(of.digest ?? '');
        tell('dossier', lines.dossier(result), nameOf(of));
        somes.push(kept?.tally.some ?? null);
        if (somes.length === together) tellSomes();
        await inner.result(result);
      },
      end: async (all, summary) => {
        if (isStopped())
          await inner.end(all, () => ({ ...summary(), ...recorded(writing.head()) }));
        else {
          if (somes.length > 0) tellSomes();
          let last: SummaryJson | undefined;
          // a writer may ask more than once
          await inner.end(tellTogether(all), () => (last ??= ended(summary())));
        }
      },
    };

    function tellSomes(): void {
      tell('tallies', JSON.stringify(somes), 'tallies');
      somes = [];
      writing.flush();
    }

    function* tellTogether(all: Iterable<TogetherJson>): Generator<TogetherJson> {
      for (const one of all) {
        const line = lines.together(one);
        if (line !== '') tell('together', line, nameOf(one));
        told += 1;
        if (told % together === 0) writing.flush();
        yield one;
      }
    }

    function ended(summary: SummaryJson): SummaryJson {
      tell('foot', lines.foot(summary), 'foot');
      writing.flush();
      head = writing.head();
      return { ...summary, ...recorded(head) };
    }
  }

  function recorded({ number, hash }: RecordHead): Pick<SummaryJson, 'record'> {
    return { record: { run, head: { number, hash } } };
  }

  function tell(kind: string, text: string, name: string): void {
    if (writing.tell(kind, text)) return;
    throw fault('record/differs', {
      path: record.path,
      run,
      what: 'outcome',
      name,
      before: '',
      now: '',
    });
  }
}

/** What came of the texts of a run that was stopped, as they come again, in their order, up to the first that differs. */
function recordedIn(record: RecordFile, run: number): Recording['before'] {
  const lines = recordedLines(record, run);
  let next: IteratorResult<Recorded, undefined> = lines.next();
  return ({ source }) => {
    const { value } = next;
    const isSame = value?.record.digest === digestOfSource(source);
    next = isSame ? lines.next() : { done: true, value: undefined };
    return isSame ? value : undefined;
  };
}

/** The dossiers of a run; what could not be read as a file is not among them, and is read again. */
function* recordedLines(record: RecordFile, run: number): Generator<Recorded, undefined> {
  const somes = [...record.entries({ run, kind: 'tallies' })].flatMap(
    ({ digest }) => JSON.parse(textOf(record, digest)) as readonly Recorded['some'][],
  );
  let place = 0;
  for (const { digest } of record.entries({ run, kind: 'dossier' })) {
    const line = JSON.parse(textOf(record, digest)) as { readonly type: string } & DossierJson;
    const { type: _, ...dossier } = line;
    const some = somes[place] ?? null;
    place += 1;
    if (dossier.digest !== null) yield { record: dossier, some };
  }
  return undefined;
}

/** A run goes on with what it began with; what differs first is told. */
function mustBeSame(
  { run, setting: before }: RunKept,
  now: RunSetting,
  record: RecordFile,
  files: string,
): void {
  const differ = (what: Differing, name: string, one: unknown, other: unknown) => {
    const [before, now] = [one, other].map(shown);
    if (before === now) return;
    const { path } = record;
    throw fault('record/differs', { path, run, what, name, before: before ?? '', now: now ?? '' });
  };
  differ('engine', 'version', before.engine.version, now.engine.version);
  differ('engine', 'digest', before.engine.digest, now.engine.digest);
  differ('rulebook', now.rulebook.id, before.rulebook.digest, now.rulebook.digest);
  for (const name of Object.keys(now.options) as (keyof RunOptionsKept)[])
    differ('option', optionNames[name], before.options[name], now.options[name]);
  const inputs = (all: readonly RunInput[]) =>
    all.map(({ role, file, digest }) => [`--${role} ${file}`, digest] as const);
  compareLists('input', inputs(before.inputs), inputs(now.inputs));
  if (before.files !== now.files) {
    const listed = (text: string) =>
      (JSON.parse(text) as readonly FileListed[]).map(
        ({ file, digest }) => [file, digest] as const,
      );
    compareLists('dossiers', listed(textOf(record, before.files)), listed(files));
  }
  differ('dossiers', 'PATH', before.paths, now.paths);
  differ('rulebook', now.rulebook.id, before.rulebook.files, now.rulebook.files);

  function compareLists(
    what: Differing,
    one: readonly (readonly [string, string])[],
    other: readonly (readonly [string, string])[],
  ): void {
    const [a, b] = [new Map(one), new Map(other)];
    for (const name of new Set([...a.keys(), ...b.keys()]))
      differ(what, name, a.get(name), b.get(name));
  }
}

const optionNames: Readonly<Record<keyof RunOptionsKept, string>> = {
  asOf: '--as-of',
  today: '--today',
  step: '--step',
  subject: '--subject',
  outcomes: '--outcomes',
  explain: '--explain',
  languages: '--lang',
  unmasked: '--unmask',
  keepDossiers: '--keep-dossiers',
};

/** A digest by its beginning, which is enough to see that it is another. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.startsWith('sha256:') ? text.slice(0, 19) : text;
}

/** The files of dossiers as they stand now; a stream has no digest before it was read. */
function filesOf(given: readonly string[]): readonly FileListed[] {
  return dossierPaths(given.filter((path) => path !== '-')).paths.flatMap((file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    // what cannot be read is told where it is read
    const digest = stats?.isFile() === true ? digestOfFile(file) : undefined;
    return digest !== undefined && stats ? [{ file, bytes: stats.size, digest }] : [];
  });
}

function digestOfSource({ digest, text }: Source): string {
  return digest ?? digestOfBytes(text);
}

function nameOf({ id, file, record }: Pick<DossierJson, 'id' | 'file' | 'record'>): string {
  return id ?? (record ? `${file}:${record.line}` : file);
}
