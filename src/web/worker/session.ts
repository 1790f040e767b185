import { bytesToHex } from '@noble/hashes/utils.js';

import { invariant } from '../../base/invariant.ts';
import { base64Of, bytesOfBase64 } from '../../base/base64.ts';
import {
  mostSealed,
  openSealed,
  type Random,
  type Seal,
  sealed,
  sealOf,
} from '../../desk/sealed.ts';
import {
  type FileKept,
  mostKept,
  newSession,
  partsOf,
  type Session,
  sessionFrom,
  type SessionParts,
} from '../../desk/session.ts';
import { restoredOf } from '../../desk/restored.ts';
import { headTold, reportOfWork, workOf } from '../../desk/work.ts';
import { type Hold, holdOf } from '../store/hold.ts';
import { StoreError, storeProblem } from '../store/problem.ts';
import type {
  OpenAnswer,
  OpenedSession,
  OpenProblem,
  SaveState,
  WorkGiven,
} from '../store/state.ts';
import {
  openStore,
  type Part,
  type SealedParts,
  type SessionStore,
  type StoredSession,
} from '../store/store.ts';
import { filesGiven, leaveJudging } from './check.ts';
import { openedDesk } from './open.ts';
import { work } from './work.ts';

/** The session that is open. */
interface Current {
  readonly id: string;
  readonly seal: Seal;
  /** Undefined where another tab goes on with it. */
  readonly hold: Hold | undefined;
  /** Whether all of it is in the store. */
  readonly isStored: boolean;
}

export interface SessionFile {
  readonly blob: Blob;
  /** What came of the files was too much to be in it. */
  readonly isWithout: boolean;
}

const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
/** A name that nothing else has; pages from a host without encryption have no `randomUUID`. */
const newName = () => bytesToHex(random(16));
/** This tab, by a name of its own. */
const holder = newName();

let store: SessionStore | undefined;
let current: Current | undefined;
let given: WorkGiven = { answers: [], checker: '', date: '', setting: {} };
let keepsFiles = false;
/** What the work was judged by that was opened here, until it is judged by the rulebook that is open. */
let judgedBy: Session['rulebook'] | undefined;
let tellState: (state: SaveState) => void = () => {};
/** Writes come one after the other. */
let last: Promise<unknown> = Promise.resolve();
/** Whether what came of the files was too much to be saved with the rest. */
let isWithout = false;
/** What could not be written the last time. */
let due: readonly Part[] = [];

export const sessionService = {
  /** What becomes of the session without having been asked for is told to the page. */
  watch: (tell: (state: SaveState) => void): void => {
    tellState = tell;
    // what came of files is saved as soon as they are judged
    work.changed = () => {
      judgedBy = undefined;
      if (!current?.hold) return;
      tell({ kind: 'saving' });
      void saved(['answers', 'judged']).then(tell);
    };
  },

  /** Sessions in the store, and which of them is open; what is in the way, where they cannot be told. */
  list: async (): Promise<
    | { readonly sessions: readonly StoredSession[]; readonly current: string | undefined }
    | { readonly problem: OpenProblem }
  > => {
    try {
      return { sessions: await (await theStore()).list(), current: current?.id };
    } catch (error) {
      return { problem: storeProblem(error) };
    }
  },

  /** From now on the work is saved, under a pass phrase. */
  begin: async (passPhrase: string, now: WorkGiven): Promise<SaveState> => {
    given = now;
    return stored(sealOf(passPhrase, random));
  },

  /** Saves what was answered; nothing is stored before `begin`. */
  keep: async (now: WorkGiven): Promise<SaveState> => {
    given = now;
    return saved(['answers']);
  },

  /** Saves everything once more. */
  retry: async (now: WorkGiven): Promise<SaveState> => {
    given = now;
    return saved(['answers', 'judged']);
  },

  /** Whether the files are kept too, personal data with them. */
  keepFiles: async (keeps: boolean, now: WorkGiven): Promise<SaveState> => {
    given = now;
    keepsFiles = keeps;
    return saved(['answers', 'judged']);
  },

  /** Opens a session of the store; one that another tab goes on with is only shown. */
  open: async (id: string, passPhrase: string, takesOver: boolean): Promise<OpenAnswer> => {
    try {
      const { answers, judged } = await (await theStore()).read(id);
      const first = openSealed(answers ?? new Uint8Array(), passPhrase);
      if ('problem' in first) return first;
      const second = judged ? openSealed(judged, first.seal) : { value: {} };
      if ('problem' in second) return second;
      const read = sessionFrom(
        { ...(first.value as object), ...(second.value as object) },
        openedDesk(),
      );
      if ('problem' in read) return read;
      const hold = await holding(id, takesOver);
      // what is only shown is never written
      current?.hold?.release();
      current = { id, seal: first.seal, hold, isStored: true };
      if (hold) await (await theStore()).hold(id, holder);
      const found = (await (await theStore()).list()).find((one) => one.id === id);
      const state: SaveState = hold
        ? { kind: 'saved', at: found?.savedAt ?? 0 }
        : { kind: 'reading' };
      return { opened: await taken(read.session, state) };
    } catch (error) {
      return { problem: storeProblem(error) };
    }
  },

  /** Opens a session file; it is not stored here until somebody says so. */
  openFile: async (file: File, passPhrase: string): Promise<OpenAnswer> => {
    if (file.size > mostSealed)
      return { problem: { kind: 'too-large', bytes: file.size, most: mostSealed } };
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { problem: { kind: 'file-gone' } };
    }
    const opened = openSealed(bytes, passPhrase);
    if ('problem' in opened) return opened;
    const read = sessionFrom(opened.value, openedDesk());
    if ('problem' in read) return read;
    // what was open before is not written over by it
    current?.hold?.release();
    current = undefined;
    return { opened: await taken(read.session, { kind: 'off' }) };
  },

  /**
   * The work as a session file.
   *
   * @param passPhrase - of the file; that of the session where none is given
   * @param withFiles - whether the files go with it; as the session has it where nobody says
   */
  file: async (
    now: WorkGiven,
    passPhrase?: string,
    withFiles = keepsFiles,
  ): Promise<SessionFile | { readonly problem: OpenProblem } | undefined> => {
    given = now;
    const seal = passPhrase === undefined ? current?.seal : sealOf(passPhrase, random);
    if (!seal) return undefined;
    try {
      const part = { ...answersNow(), ...(await judgedNow(withFiles)) };
      const { bytes, isWithout } = sealedPart(part, seal);
      const blob = new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' });
      return { blob, isWithout };
    } catch (error) {
      return { problem: storeProblem(error) };
    }
  },

  /** Everything goes: all sessions of the store, and what this tab holds. */
  clear: async (): Promise<SaveState> => {
    current?.hold?.release();
    current = undefined;
    given = { answers: [], checker: '', date: '', setting: {} };
    [keepsFiles, judgedBy] = [false, undefined];
    leaveJudging();
    [work.files, work.mapping, work.judged, work.by] = [[], undefined, undefined, undefined];
    work.before = undefined;
    try {
      await (await theStore()).clear();
      return { kind: 'off' };
    } catch (error) {
      return { kind: 'failed', problem: storeProblem(error) };
    }
  },
};

async function theStore(): Promise<SessionStore> {
  store ??= await openStore(() => {
    store = undefined;
    if (current) tellState({ kind: 'failed', problem: { kind: 'closed' } });
  });
  return store;
}

async function holding(id: string, takesOver: boolean): Promise<Hold | undefined> {
  return holdOf(id, {
    takesOver,
    lost: () => {
      if (current?.id !== id) return;
      current = { ...current, hold: undefined };
      tellState({ kind: 'reading' });
    },
  });
}

/** Stores the work as a session of its own. */
async function stored(seal: Seal): Promise<SaveState> {
  current?.hold?.release();
  const id = newName();
  current = { id, seal, hold: await holding(id, true), isStored: false };
  return saved([]);
}

/**
 * Saves parts of the session, one write after the other.
 *
 * @param parts - what changed; all, as long as not all of it is in the store
 */
async function saved(parts: readonly Part[]): Promise<SaveState> {
  const before = last;
  const writing = (async (): Promise<SaveState> => {
    await before;
    if (!current) return { kind: 'off' };
    const { id, seal, hold, isStored } = current;
    if (!hold) return { kind: 'reading' };
    const changed = new Set<Part>(isStored ? [...parts, ...due] : ['answers', 'judged']);
    try {
      const judged = changed.has('judged') ? sealedPart(await judgedNow(), seal) : undefined;
      const made: SealedParts = {
        ...(changed.has('answers') && { answers: sealedPart(answersNow(), seal).bytes }),
        ...(judged && { judged: judged.bytes }),
      };
      const { name } = given;
      const of = { id, holder, ...(name !== undefined && { name }) };
      const at = await (await theStore()).write(of, made, !isStored);
      isWithout = judged?.isWithout ?? isWithout;
      if (current.id === id) current = { ...current, isStored: true };
      due = [];
      return { kind: 'saved', at, ...(isWithout && { isWithout: true as const }) };
    } catch (error) {
      due = [...changed];
      const problem = storeProblem(error);
      if (problem.kind !== 'taken') return { kind: 'failed', problem };
      hold.release();
      current = { ...current, hold: undefined };
      return { kind: 'reading' };
    }
  })();
  last = writing;
  return writing;
}

/** Sealed whole, or without what came of the files where that is more than can be opened again. */
function sealedPart(
  part: object,
  seal: Seal,
): { readonly bytes: Uint8Array; readonly isWithout: boolean } {
  const whole = sealed(part, seal, random);
  if (whole) return { bytes: whole, isWithout: false };
  const rest = sealed({ ...part, report: null }, seal, random);
  invariant(rest, 'answers and the files that are kept come to less');
  return { bytes: rest, isWithout: true };
}

function answersNow(): SessionParts['answers'] {
  return {
    ...partsOf(newSession(openedDesk())).answers,
    ...(judgedBy && { rulebook: judgedBy }),
    ...given,
    setting: { ...given.setting, ...(work.mapping && { mapping: work.mapping }) },
  };
}

async function judgedNow(withFiles = keepsFiles): Promise<SessionParts['judged']> {
  const { judged, isRun } = work;
  return {
    // a run that was opened is a file of its own
    report: judged?.head.masked === true && !isRun ? reportOfWork(judged) : null,
    files: withFiles ? await filesKept() : null,
  };
}

/** The files as they were given. */
async function filesKept(): Promise<readonly FileKept[]> {
  const size = work.files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > mostKept) throw new StoreError({ kind: 'files-too-large' });
  try {
    return await Promise.all(
      work.files.map(async ({ name, file }) => ({
        name,
        bytes: base64Of(new Uint8Array(await file.arrayBuffer())),
      })),
    );
  } catch {
    throw new StoreError({ kind: 'file-gone' });
  }
}

/** What was opened takes the place of what was there. */
async function taken(
  { rulebook, report, files, ...rest }: Session,
  state: SaveState,
): Promise<OpenedSession> {
  const { format: _, engine: __, ...own } = rest;
  given = own;
  keepsFiles = files !== null;
  judgedBy = rulebook.digest === openedDesk().digest ? undefined : rulebook;
  leaveJudging();
  [work.judged, work.isRun] = [report ? workOf(report) : undefined, false];
  work.by = undefined;
  work.mapping = own.setting.mapping;
  work.files = (files ?? []).map(({ name, bytes }) => ({
    name,
    file: new File([bytesOfBase64(bytes)], name),
  }));
  work.before = files === null ? work.judged : undefined;
  const restored = work.before && restoredOf(work.before);
  const head = work.judged && headTold(work.judged);
  return { work: given, rulebook, head, files: await filesGiven(), restored, state };
}
