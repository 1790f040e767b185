import { isAbsolute, relative } from 'node:path';
import process from 'node:process';

import { withAnswers } from '../check/answered.ts';
import { type Bounds, outsideOf } from '../check/outside.ts';
import { checkedOf, judgeAll, judgeOne } from '../check/judge-all.ts';
import type { Engine } from '../check/engine.ts';
import type { Kept } from '../check/kept.ts';
import { type ReadFile, unread, unreadFor } from '../check/read.ts';
import { type AnswersRead, type ChecklistsRead, strangers, unused } from '../checklist/answers.ts';
import { readIncoming } from '../desk/progress.ts';
import type { JudgeOptions } from '../evaluate/outcome.ts';
import { digestOfBytes } from '../io/digest.ts';
import { dossierTexts } from '../io/dossiers.ts';
import type { ReadingOptions } from '../streams/dossiers.ts';
import { dossierPaths } from '../io/paths.ts';
import { readText } from '../io/read.ts';
import type { Program } from '../program/ast.ts';
import { type CheckedFile, type CheckedFiles, dossierName } from '../report/checked.ts';
import type { Incoming } from '../report/run.ts';
import type { Source } from '../base/source.ts';
import { type Call, near, UsageError } from './call.ts';
import { engineVersion, type Sound } from './sound.ts';

/** `--subject`, which has to be one of the rulebook's. */
export function kindOf(call: Call, { subjects }: Program): string | undefined {
  const kind = call.text('subject');
  if (kind === undefined || subjects.has(kind)) return kind;
  const names = [...subjects.keys()];
  throw new UsageError(
    `--subject ${kind}：没有这一种文件 / no such kind of file${near(kind, names)}（${names.join(', ')}）`,
  );
}

/** The texts of all dossiers that files, folders, globs and `-` stand for, as they are read. */
export async function* incomingOf(
  given: readonly string[],
  options: ReadingOptions = {},
): AsyncGenerator<readonly Incoming[]> {
  const { paths, problems } = dossierPaths(given.filter((path) => path !== '-'));
  const dashes = given.filter((path) => path === '-').slice(0, 1);
  yield* dossierTexts([...dashes, ...paths.map(fromHere)], options);
  if (problems.length > 0) yield problems.map((problem) => ({ problem }));
}

/** Reads a dossier that was kept once more; undefined for one of a stream, or where it changed meanwhile. */
export function readAgain({ file, record, digest }: Kept): Source | undefined {
  if (record || file.startsWith('<')) return undefined;
  const read = readText(file);
  return 'source' in read && digestOfBytes(read.source.text) === digest ? read.source : undefined;
}

/** Reads a file that is one dossier, or standard input for `-`. */
export async function readOne(path: string, engine: Engine, kind?: string): Promise<ReadFile> {
  const reads: ReadFile[] = [];
  for await (const batch of dossierTexts([path]))
    for (const one of batch) reads.push(readIncoming(one, engine, kind));
  const [first, second] = reads;
  if (second)
    throw new UsageError(`${path} 有多份卷宗，请给出一份 / has several dossiers: give one`);
  return first ?? unread(path, []);
}

/** Checks a file that is one dossier. */
export async function checkOne(
  path: string,
  engine: Engine,
  options: JudgeOptions,
  kind?: string,
): Promise<CheckedFile> {
  return judgeOne(await readOne(path, engine, kind), engine, options);
}

/** Checks every dossier that paths stand for, all of them in memory: for what needs them whole. */
export async function checkAll(
  loaded: Pick<Sound, 'program' | 'digest' | 'engine'>,
  given: readonly string[],
  options: JudgeOptions,
  {
    kind,
    lists,
    incoming = incomingOf(given),
    bounds,
  }: {
    readonly kind?: string | undefined;
    readonly lists?: ChecklistsRead;
    readonly incoming?: AsyncIterable<readonly Incoming[]>;
    readonly bounds?: Bounds | undefined;
  } = {},
): Promise<CheckedFiles> {
  const { program, digest, engine } = loaded;
  const reads: ReadFile[] = [];
  const taken = new Map<string, AnswersRead>();
  for await (const batch of incoming)
    for (const one of batch) {
      const read = readIncoming(one, engine, kind);
      if (bounds && outsideOf(bounds, read, program)) continue;
      const own = lists?.answers.get(dossierName(read));
      const answered = own && withAnswers(read, own, program);
      if (answered) taken.set(dossierName(read), answered.taken);
      reads.push(answered?.file ?? read);
    }
  const files = judgeAll(reads, engine, options);
  const names = new Set(reads.map(dossierName));
  const wrong = lists
    ? [
        ...lists.diagnostics,
        ...strangers(lists, (dossier) => names.has(dossier)),
        ...files.flatMap((file) => {
          const own = taken.get(dossierName(file));
          return own && file.judged ? unused(own, file.judged.judgement.outcomes) : [];
        }),
      ]
    : [];
  const failed = wrong.map(problemFile);
  const all: readonly CheckedFile[] = [...files, ...failed];
  return { program, rulebookDigest: digest, engine: engineVersion(), options, files: all };
}

/** What is wrong, as a file without a verdict. */
export function problemFile(problem: CheckedFile['diagnostics'][number]): CheckedFile {
  return checkedOf(unreadFor(problem), undefined);
}

/** A path as it reads from the folder we are in, where it lies below it. */
function fromHere(path: string): string {
  if (!isAbsolute(path)) return path;
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
