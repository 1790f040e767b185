import type { Language } from '../../base/language.ts';
import { type ClauseTold, clauseTold } from '../../desk/clause.ts';
import { textAgain } from '../../desk/again.ts';
import { readBeside } from '../../desk/beside.ts';
import { type CheckAsked, judgedBy } from '../../desk/check.ts';
import {
  fileTold,
  type FileTold,
  ruleExplained,
  type RuleExplained,
  type RuleTold,
  rulesTold,
} from '../../desk/explain.ts';
import { type FileLine, filesOf, type FilesAsked } from '../../desk/files.ts';
import { type FindingsAsked, findingsOf, type FindingsPage } from '../../desk/findings.ts';
import { sortedFiles } from '../../desk/sorted-files.ts';
import type { KindFound } from '../../desk/kinds.ts';
import { type PlaceAsked, placeShown, type PlaceShown } from '../../desk/place.ts';
import type { Page } from '../../desk/selection.ts';
import { type Restored, restoredOf, withRestored } from '../../desk/restored.ts';
import { headTold, type HeadTold, judgeFiles, type JudgedBy } from '../../desk/work.ts';
import { diagnosticJson } from '../../report/diagnostic-json.ts';
import type { DiagnosticJson } from '../../report/json-format.ts';
import type { Text } from '../../report/result.ts';
import type { Incoming } from '../../report/run.ts';
import { dossierTextsIn, type Progress } from '../../streams/dossiers.ts';
import { webPlatform } from '../platform.ts';
import { readAgainOf } from './again.ts';
import { openedDesk } from './open.ts';
import { withFiles } from './given.ts';
import { type Handed, handedFiles } from './handed.ts';
import { bytesOf, kindsOf, partsOf } from './kinds.ts';
import { mappedFiles } from './mapped.ts';
import { work } from './work.ts';
import { rarely } from './rarely.ts';
import { workersFor } from './workers.ts';

/** What came of adding files. */
export interface Added {
  readonly files: readonly FileGiven[];
  /** How many of them were there already. */
  readonly same: number;
}

/** A file that was given. */
export interface FileGiven {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly found: KindFound;
}

/** What came of judging. */
export interface JudgeTold {
  /** Undefined where there is nothing to judge. */
  readonly head: HeadTold | undefined;
  /** What is wrong with what came beside the files. */
  readonly problems: readonly DiagnosticJson[];
  /** The list of files that the scheme names and nobody gave. */
  readonly wantsPicked: string | undefined;
  /** What became of results that were opened without their files; undefined where there were none. */
  readonly restored?: Restored | undefined;
  /** How far it came, where it was stopped. */
  readonly stopped?: JudgeProgress;
}

/** How far the judging came. */
export interface JudgeProgress {
  readonly judged: number;
  /** Of the files, as they are on the disk. */
  readonly bytes: number;
  readonly total: number;
  /** Which of several files is being read, from 1. */
  readonly at?: { readonly file: number; readonly files: number };
  /** All were judged by themselves, and are judged together now. */
  readonly isTogether?: true;
}

let stop = new AbortController();

/** Other work takes the place of what is being judged. */
export function leaveJudging(): void {
  stop.abort();
  stop = new AbortController();
}

export const checkService = {
  /** What files are, by what is in them. */
  kinds: async (handed: readonly Handed[]): Promise<readonly KindFound[]> =>
    kindsOf(handedFiles(handed)),

  given: async (): Promise<readonly FileGiven[]> => filesGiven(),

  /** Puts files to those that are there. */
  add: async (handed: readonly Handed[]): Promise<Added> => {
    const { files, same } = await withFiles(work.files, handedFiles(handed));
    work.files = files;
    return { files: await filesGiven(), same };
  },

  /** Takes files away, by their names; all of them where none is named. */
  remove: async (names?: readonly string[]): Promise<readonly FileGiven[]> => {
    const gone = names && new Set(names);
    work.files = gone ? work.files.filter(({ name }) => !gone.has(name)) : [];
    const kinds = await kindsOf(work.files);
    if (!kinds.some((one) => 'kind' in one && one.kind === 'table')) work.mapping = undefined;
    if (!gone) work.before = undefined;
    return filesGiven();
  },

  /**
   * Judges all files that are there, by what came beside them.
   *
   * @returns undefined where another judging took its place
   */
  judge: async (
    asked: CheckAsked,
    tell: (progress: JudgeProgress) => void,
  ): Promise<JudgeTold | undefined> => {
    stop.abort();
    const own = new AbortController();
    stop = own;
    [work.judged, work.by, work.isRun] = [undefined, undefined, false];
    const desk = openedDesk();
    const { dossiers, others } = await partsOf(work.files);
    const { beside, problems: wrong } = await readBeside(others, desk, webPlatform, asked.today);
    const told = wrong.map((problem) => diagnosticJson(problem, desk.languages));
    if (dossiers.length === 0 && !work.mapping) {
      work.judged = work.before;
      const restored = work.before && restoredOf(work.before);
      const head = work.before && headTold(work.before);
      return { head, problems: told, wantsPicked: undefined, restored };
    }
    const mapped = await mappedFiles();
    const capture = mapped?.capture;
    const by = await judgedBy(desk, asked, { ...beside, ...(capture && { capture }) });
    const { files, problems } = sortedFiles(dossiers);
    const total = files.reduce((sum, { file }) => sum + file.size, 0);
    const progress: Progress = { bytes: 0, total, records: 0, file: '' };
    const places = new Map(files.map(({ name }, index) => [name, index + 1]));
    const come = (judged: number): JudgeProgress => {
      const file = files.length > 1 ? places.get(progress.file) : undefined;
      const at = file !== undefined && { at: { file, files: files.length } };
      return { judged, bytes: progress.bytes, total, ...at };
    };
    const tellNow = rarely((count: number) => tell(come(count)));
    async function* texts(): AsyncGenerator<readonly Incoming[]> {
      yield* dossierTextsIn(files.map(bytesOf), webPlatform, { progress, signal: own.signal });
      if (problems.length > 0) yield problems.map((problem) => ({ problem }));
    }
    const workers = workersFor(by, { capture: by.capture, register: beside.staff?.source });
    const judged = await judgeFiles(by, inTurns(mapped?.incoming(own.signal) ?? texts()), {
      mapped,
      again: readAgainOf(files),
      elsewhere: workers,
      signal: own.signal,
      tell: (count, isAll) => {
        if (isAll) tell({ judged: count, bytes: total, total, isTogether: true });
        else tellNow(count);
      },
    }).finally(() => workers?.close());
    if (stop !== own) return undefined;
    const { work: whole, restored } = work.before
      ? withRestored(judged, work.before)
      : { work: judged };
    [work.judged, work.by] = [whole, by];
    work.changed();
    const isPart = judged.summary.stopped && { stopped: come(judged.records.length) };
    return {
      head: headTold(whole),
      problems: told,
      wantsPicked: by.wantsPicked,
      restored,
      ...isPart,
    };
  },

  /** Stops the judging; what was judged until then is kept. */
  cancel: (): void => stop.abort(),

  files: (asked: FilesAsked): Page<FileLine> =>
    work.judged ? filesOf(work.judged, asked) : nothing,

  findings: (asked: FindingsAsked): FindingsPage =>
    work.judged ? findingsOf(work.judged, asked) : { ...nothing, groups: [] },

  file: (place: number): FileTold | undefined => work.judged && fileTold(work.judged, place),

  /** What every rule came to in a file; undefined where it cannot be read any more. */
  rules: async (place: number): Promise<readonly RuleTold[] | undefined> => {
    const text = await textAt(place);
    return text && rulesTold(await judgedNow(), text);
  },

  /** Why a rule came to what it did; undefined where the file cannot be read any more. */
  explain: async (place: number, rule: string): Promise<RuleExplained | undefined> => {
    const text = await textAt(place);
    return text && ruleExplained(await judgedNow(), text, rule);
  },

  /**
   * What stands at a place of a file; undefined where it cannot be read any more.
   *
   * @param file - of files judged together, the one that is meant, as it is shown
   */
  place: async (
    place: number,
    { file: other, ...asked }: PlaceAsked & { readonly file?: string | undefined },
    shown: { readonly unmasked: boolean; readonly language: Language },
  ): Promise<PlaceShown | undefined> => {
    const records = work.judged?.records ?? [];
    const own = other === undefined ? place : records.findIndex(({ file }) => file === other);
    const text = await textAt(own);
    return text && placeShown(await judgedNow(), text, asked, shown);
  },

  clause: (ref: string): ClauseTold | undefined => clauseTold(openedDesk().program, ref),
};

const nothing = { total: 0, from: 0, lines: [] };

export async function filesGiven(): Promise<readonly FileGiven[]> {
  const kinds = await kindsOf(work.files);
  return work.files.map(({ name, file }, index) => ({
    name,
    size: file.size,
    found: kinds[index] ?? { other: 'unreadable' },
  }));
}

/** The texts of the files that are there to be judged. */
export async function* textsGiven(signal?: AbortSignal): AsyncGenerator<readonly Incoming[]> {
  const { dossiers } = await partsOf(work.files);
  const files = sortedFiles(dossiers).files.map(bytesOf);
  yield* dossierTextsIn(files, webPlatform, signal && { signal });
}

/** What was judged is judged again in the same way; what was opened again, as nothing was asked of it. */
export async function judgedNow(): Promise<JudgedBy> {
  return work.by ?? judgedBy(openedDesk(), {});
}

async function textAt(place: number): Promise<Text | undefined> {
  const record = work.judged?.records[place];
  const mapped = record && (await mappedFiles());
  if (mapped) return textAgain(record, [record.file], () => mapped.incoming());
  const files = new Map(work.files.map((one) => [one.name, one]));
  return record && textAgain(record, files.keys(), textsIn);

  function textsIn(name: string): AsyncIterable<readonly Incoming[]> {
    const file = files.get(name);
    return dossierTextsIn(file ? [bytesOf(file)] : [], webPlatform);
  }
}

/** What comes, a turn each: what the page asks or saves meanwhile would else wait for much of the judging. */
async function* inTurns(
  incoming: AsyncIterable<readonly Incoming[]>,
): AsyncGenerator<readonly Incoming[]> {
  let since = performance.now();
  for await (const batch of incoming) {
    if (performance.now() - since > longestTurn) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      since = performance.now();
    }
    yield batch;
  }
}

/** In milliseconds. */
const longestTurn = 50;
