import type { Diagnostic } from '../base/diagnostic.ts';
import { dossierName, type FileProblems } from '../check/checked.ts';
import type { Engine } from '../check/engine.ts';
import { readDossier, type ReadFile, repeated } from '../check/read.ts';
import { placingOf } from '../evaluate/group.ts';
import { bound, momentOf, newSession, type Session } from '../evaluate/session.ts';
import { personalOf } from '../feel/sentence/sentence.ts';
import type { View } from '../program/ast.ts';
import type { Incoming } from '../report/run.ts';

/** A file that belongs to the key, or to a wider group. */
export interface TakenFile {
  readonly read: ReadFile;
  readonly session: Session;
}

/** The files of one key among any number of files. */
export interface Gathered {
  readonly key: string;
  /** Those of the key, in the order in which they came. */
  readonly own: readonly TakenFile[];
  /** By wider group: its further keys, and the files that those brought. */
  readonly groups: ReadonlyMap<
    string,
    { readonly keys: readonly string[]; readonly others: readonly TakenFile[] }
  >;
  /** How many files were read, and how many could not be. */
  readonly files: number;
  readonly unread: number;
  /** Files that may belong to the key, since what they belong to cannot be told: the first of them by name, and how many. */
  readonly unplaced: { readonly count: number; readonly first: readonly string[] };
  /** Files of other kinds, which the view says nothing of. */
  readonly others: number;
  /** What is wrong with files that were taken or could not be read. */
  readonly problems: readonly Diagnostic<FileProblems>[];
  /** Keys that were met, for one that none was of; empty where they are personal. */
  readonly met: ReadonlySet<string>;
}

export interface GatherSetting {
  readonly engine: Engine;
  readonly kind: string | undefined;
  /** ISO */
  readonly today: string | undefined;
}

/** Names of files that are told, at most. */
const mostNamed = 20;
/** Keys that are remembered to suggest one of them, at most. */
const mostMet = 100_000;

/**
 * Goes through all files once and keeps those of a key; once more, where these name further keys, for the files of
 * wider groups. No other file is held.
 *
 * @param incoming - the files, from the beginning each time it is called; undefined the second time where they cannot
 *   be read twice
 */
export async function gather(
  view: View,
  key: string,
  incoming: (time: 1 | 2) => AsyncIterable<readonly Incoming[]> | undefined,
  { engine, kind, today }: GatherSetting,
): Promise<Gathered> {
  const own: TakenFile[] = [];
  const firsts = new Map<string, ReadFile>();
  const problems: Diagnostic<FileProblems>[] = [];
  const unplaced: string[] = [];
  const met = new Set<string>();
  const isPersonal = [...view.keys.values()].some(({ core }) => personalOf(core) !== undefined);
  let [files, unread, others, open] = [0, 0, 0, 0];
  for await (const batch of incoming(1) ?? [])
    for (const one of batch) {
      files += 1;
      const file = fileOf(one);
      if (!file) {
        unread += 1;
        continue;
      }
      if (!view.keys.has(file.session.subject.name)) {
        others += 1;
        continue;
      }
      const { keys, doubt } = placed(file);
      if (!isPersonal && met.size < mostMet) for (const found of keys) met.add(found);
      if (keys.includes(key)) take(file, own);
      else if (doubt) {
        open += 1;
        if (unplaced.length < mostNamed) unplaced.push(dossierName(file.read));
      }
    }
  const wider = new Map(
    view.groups.map(({ name, keys }) => {
      const further = own.flatMap(({ session }) => {
        const by = keys.get(session.subject.name);
        const moment = bound(momentOf(session, today), view.asked, key);
        return by ? placingOf(by, moment).keys : [];
      });
      const found = [...new Set(further)].filter((one) => one !== key);
      return [name, { keys: found, others: [] as TakenFile[] }] as const;
    }),
  );
  const wanted = new Set([...wider.values()].flatMap(({ keys }) => keys));
  if (wanted.size > 0)
    for await (const batch of incoming(2) ?? [])
      for (const one of batch) {
        const file = fileOf(one, true);
        if (!file || !view.keys.has(file.session.subject.name)) continue;
        const { keys } = placed(file);
        if (keys.includes(key) || !keys.some((found) => wanted.has(found))) continue;
        if (!take(file, [])) continue;
        for (const group of wider.values())
          if (keys.some((found) => group.keys.includes(found))) group.others.push(file);
      }
  return {
    key,
    own,
    groups: wider,
    files,
    unread,
    unplaced: { count: open, first: unplaced },
    others,
    problems,
    met,
  };

  /** @param isQuiet - what is wrong with it was told before */
  function fileOf(one: Incoming, isQuiet = false): TakenFile | undefined {
    if ('problem' in one) {
      if (!isQuiet) problems.push(one.problem);
      return undefined;
    }
    const read = readDossier(one.source, engine, kind, one.record);
    const { dossier, subject } = read;
    if (dossier && subject)
      return { read, session: newSession(engine.program, dossier, subject, { today }) };
    if (!isQuiet) problems.push(...read.diagnostics);
    return undefined;
  }

  function placed({ session }: TakenFile): ReturnType<typeof placingOf> {
    const by = view.keys.get(session.subject.name);
    return by
      ? placingOf(by, momentOf(session, today))
      : { keys: [], doubt: undefined, place: undefined };
  }

  /** A file that was given before is told, and does not count again. */
  function take(file: TakenFile, to: TakenFile[]): boolean {
    const { read, session } = file;
    const id = JSON.stringify([session.subject.name, read.id]);
    const first = read.id === undefined ? undefined : firsts.get(id);
    problems.push(...(first ? repeated(read, first.file) : read).diagnostics);
    if (first) return false;
    firsts.set(id, read);
    to.push(file);
    return true;
  }
}
