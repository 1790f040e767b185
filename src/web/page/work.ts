import { computed, effect, signal } from '@preact/signals';

import { sayIn } from '../../base/language.ts';
import type { AnswerGiven } from '../../desk/answers.ts';
import type { Session } from '../../desk/session.ts';
import type { HeadTold } from '../../desk/work.ts';
import { checkWords } from '../../words/desk/check.ts';
import type { SaveState, WorkGiven } from '../store/state.ts';
import type { FileGiven, JudgeProgress } from '../worker/check.ts';
import type { GivenFile } from '../worker/work.ts';
import { announced, desk, language } from './state.ts';
import { told } from './worker.ts';

/** The files that are there. */
export const files = signal<readonly FileGiven[]>([]);
/** What came of them, all in all; undefined before they are judged, and while they are. */
export const head = signal<HeadTold | undefined>(undefined);
/** How far the judging is; undefined where none goes on. */
export const progress = signal<JudgeProgress | undefined>(undefined);
/** Counts judgings: what was asked of one before is out of date. */
export const round = signal(0);
/** Why the last judging came to nothing. */
export const failure = signal<string | undefined>(undefined);
/** What is to be said of the files that were given last. */
export const remark = signal('');

export const answers = signal<readonly AnswerGiven[]>([]);
/** Who checks, and when: what new answers say. */
export const checker = signal('');
export const date = signal(today());
export const setting = signal<Session['setting']>({});

/** The rulebook of work that was opened, where it is another version than the page's. */
export const otherRulebook = signal<Session['rulebook'] | undefined>(undefined);

export const saveState = signal<SaveState>({ kind: 'off' });
/** Whether something was done that is not saved. */
export const isUnsaved = computed(
  () =>
    saveState.value.kind !== 'saved' &&
    saveState.value.kind !== 'reading' &&
    (answers.value.length > 0 || head.value !== undefined),
);

/** Today by the clock of this machine, ISO. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The work as it is handed on to be saved. */
export function workNow(): WorkGiven {
  return {
    answers: answers.value,
    checker: checker.value,
    date: date.value,
    setting: setting.value,
  };
}

/** Puts files to those that are there, and judges all of them. */
export async function addFiles(given: readonly GivenFile[]): Promise<void> {
  const words = sayIn(checkWords, language.value);
  remark.value = '';
  if (!desk.value) return;
  if (given.length === 0) {
    remark.value = words.nothingDropped;
    announced.value = remark.value;
    return;
  }
  const added = await desk.value.check.add([...given]);
  files.value = added.files;
  if (added.same > 0) remark.value = words.same(added.same);
  await judge();
}

/** Takes files away, by their names; all of them where none is named. */
export async function removeFiles(names?: readonly string[]): Promise<void> {
  if (!desk.value) return;
  remark.value = '';
  files.value = await desk.value.check.remove(names);
  await judge();
}

/** Judges all files that are there, with what was answered; a judging that is under way is left. */
export async function judge(): Promise<HeadTold | undefined> {
  const worker = desk.value;
  if (!worker) return undefined;
  const { mapping: _, ...asked } = setting.value;
  round.value += 1;
  const own = round.value;
  const isNow = () => round.value === own;
  head.value = undefined;
  failure.value = undefined;
  if (files.value.length > 0) progress.value = { judged: 0, bytes: 0, total: 0 };
  try {
    const made = await worker.check.judge(
      { ...asked, answers: answers.value, until: today() },
      told((now: JudgeProgress) => {
        if (isNow() && progress.value) progress.value = now;
      }),
    );
    if (!made || !isNow()) return undefined;
    head.value = made;
    otherRulebook.value = undefined;
    const { dossiers, fail, 'cannot-tell': untold } = made.summary;
    announced.value = sayIn(checkWords, language.value).done(dossiers, fail, untold);
    return made;
  } catch (error) {
    if (isNow()) failure.value = error instanceof Error ? error.message : String(error);
    return undefined;
  } finally {
    if (isNow()) progress.value = undefined;
  }
}

/** Stops the judging that is under way; what was judged until then is kept. */
export async function cancelJudging(): Promise<void> {
  await desk.value?.check.cancel();
}

/** After the last change, in milliseconds. */
const pause = 300;
let later: ReturnType<typeof setTimeout> | undefined;

/** Keeps the work saved from the start of the page on. */
export function followWork(): void {
  effect(() => {
    const now = workNow();
    if (saveState.peek().kind === 'off' || saveState.peek().kind === 'reading') return;
    saveState.value = { kind: 'saving' };
    clearTimeout(later);
    later = setTimeout(() => void keep(now), pause);
  });
  effect(() => {
    const worker = desk.value;
    if (!worker) return;
    void worker.session.watch(
      told((state: SaveState) => {
        saveState.value = state;
      }),
    );
  });
  addEventListener('beforeunload', (event) => {
    if (isUnsaved.value) event.preventDefault();
  });
}

/** Saves the answers now. */
export async function keep(now: WorkGiven = workNow()): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  clearTimeout(later);
  later = undefined;
  settle(await worker.session.keep(now));
}

/** What was changed while it was saved is on its way, and is not said to be saved. */
function settle(state: SaveState): void {
  if (state.kind !== 'saved' || later === undefined) saveState.value = state;
}
