import { batch, signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import { sessionWords } from '../../../../words/desk/session.ts';
import type { OpenAnswer, OpenedSession, OpenProblem } from '../../../store/state.ts';
import type { StoredSession } from '../../../store/store.ts';
import { announced, desk, facts, language } from '../../state.ts';
import {
  checker,
  date,
  people,
  reviews,
  saveState,
  saving,
  workName,
  workNow,
} from '../../saving.ts';
import { today } from '../../today.ts';
import {
  answers,
  asked,
  given,
  judge,
  judged,
  leaveJudging,
  otherRulebook,
  restored,
} from '../../work.ts';
import { save } from '../../save.ts';

const nobody = { inspectors: '', reviewers: '' };

/** Sessions of the store, as they were listed last; undefined before. */
export const stored = signal<readonly StoredSession[] | undefined>(undefined);
/** Of the one that is open here. */
export const openId = signal<string | undefined>(undefined);
/** Why something could not be opened, listed or cleared. */
export const problem = signal<OpenProblem | undefined>(undefined);
/** Whether a key is being made, which takes a second or two. */
export const isKeying = signal<'sealing' | 'opening' | undefined>(undefined);
/** What was saved as a file last, in words. */
export const fileMade = signal('');
/** What was opened last, in words. */
export const openedSays = signal('');
export const keepsFiles = signal(false);

/** Lists what the store holds. */
export async function listStored(): Promise<void> {
  const listed = await desk.value?.session.list();
  if (!listed) return;
  if ('sessions' in listed) {
    stored.value = listed.sessions;
    openId.value = listed.current;
  } else problem.value = listed.problem;
}

/** From now on the work is saved. */
export async function begin(passPhrase: string, name: string): Promise<void> {
  workName.value = name.trim();
  await keying('sealing', async () => {
    await saving(async (worker, now) => worker.session.begin(passPhrase, now));
    sayState();
    await listStored();
  });
}

export async function open(id: string, passPhrase: string, takesOver: boolean): Promise<boolean> {
  return opening(async () => desk.value?.session.open(id, passPhrase, takesOver));
}

export async function openFile(file: File, passPhrase: string): Promise<boolean> {
  return opening(async () => desk.value?.session.openFile(file, passPhrase));
}

/**
 * Saves the work as a session file, and says what is in it.
 *
 * @param passPhrase - of the file; that of the session where none is given
 * @param withFiles - whether the files go with it; as the session has it where nobody says
 */
export async function saveFile(
  passPhrase?: string,
  withFiles = keepsFiles.value,
  isHandedOver = false,
): Promise<void> {
  await keying('sealing', async () => {
    fileMade.value = '';
    const made = await desk.value?.session.file(workNow(), passPhrase, withFiles);
    if (!made) return;
    if ('problem' in made) {
      problem.value = made.problem;
      return;
    }
    const words = sayIn(sessionWords, language.value);
    const name = save(words.fileName(today.value), made.blob);
    fileMade.value = [
      words.fileSaved(name, Math.ceil(made.blob.size / 1000)),
      words.fileHolds(
        answers.value.length,
        judged.value?.summary.dossiers ?? 0,
        withFiles && given.value.length > 0,
      ),
      ...(made.isWithout ? [words.without] : []),
      ...(isHandedOver ? [words.tellApart] : []),
    ].join('');
    announced.value = fileMade.value;
  });
}

/** Whether the files are kept with the work, personal data with them. */
export async function keepFiles(keeps: boolean): Promise<void> {
  keepsFiles.value = keeps;
  saveState.value = { kind: 'saving' };
  await saving(async (worker, now) => worker.session.keepFiles(keeps, now));
}

/** Saves once more what could not be saved. */
export async function retry(): Promise<void> {
  saveState.value = { kind: 'saving' };
  await saving(async (worker, now) => worker.session.retry(now));
  sayState();
}

/** Everything goes, in the store and in this page. */
export async function clearAll(): Promise<void> {
  const state = await desk.value?.session.clear();
  if (!state) return;
  batch(() => {
    leaveJudging();
    saveState.value = state;
    answers.value = [];
    checker.value = '';
    date.value = today.value;
    people.value = nobody;
    reviews.value = [];
    workName.value = undefined;
    restored.value = undefined;
    [fileMade.value, openedSays.value] = ['', ''];
    asked.value = {};
    judged.value = undefined;
    given.value = [];
    keepsFiles.value = false;
    otherRulebook.value = undefined;
    problem.value = undefined;
  });
  if (state.kind === 'off') announced.value = sayIn(sessionWords, language.value).cleared;
  await listStored();
}

async function opening(ask: () => Promise<OpenAnswer | undefined>): Promise<boolean> {
  let isOpen = false;
  await keying('opening', async () => {
    const answer = await ask();
    if (!answer) return;
    if ('problem' in answer) {
      problem.value = answer.problem;
      return;
    }
    isOpen = true;
    take(answer.opened);
    await listStored();
    // with what was answered since, and by the rulebook of this page
    if (answer.opened.files.length > 0) await judge();
  });
  return isOpen;
}

function take({
  work,
  rulebook,
  head: made,
  files: kept,
  restored: come,
  state,
}: OpenedSession): void {
  batch(() => {
    leaveJudging();
    saveState.value = state;
    answers.value = work.answers;
    checker.value = work.checker;
    date.value = work.date === '' ? today.value : work.date;
    people.value = work.people ?? nobody;
    reviews.value = work.reviews ?? [];
    workName.value = work.name;
    restored.value = come;
    asked.value = work.setting;
    judged.value = made;
    given.value = kept;
    keepsFiles.value = kept.length > 0;
    otherRulebook.value = rulebook.digest === facts.value?.rulebook.digest ? undefined : rulebook;
  });
  openedSays.value = sayIn(sessionWords, language.value).opened(
    work.answers.length,
    made?.files ?? 0,
    kept.length > 0,
  );
  announced.value = openedSays.value;
}

async function keying(what: 'sealing' | 'opening', act: () => Promise<void>): Promise<void> {
  problem.value = undefined;
  isKeying.value = what;
  try {
    await act();
  } finally {
    isKeying.value = undefined;
  }
}

function sayState(): void {
  const words = sayIn(sessionWords, language.value);
  const state = saveState.value;
  if (state.kind === 'failed') announced.value = problemText(state.problem);
  else if (state.kind === 'saved') announced.value = words.stored;
}

export function problemText(given: OpenProblem): string {
  const words = sayIn(sessionWords, language.value);
  if (given.kind === 'other-rulebook')
    return words.problem[given.kind](given.id, facts.value?.rulebook.id ?? '');
  return words.problem[given.kind];
}

/** By which `docs/codes` explains it. */
export function problemCode({ kind }: OpenProblem): string {
  return `desk/${kind}`;
}
