import { signal } from '@preact/signals';

import { sayIn } from '../../base/language.ts';
import type { AnswerGiven } from '../../desk/answers.ts';
import type { Session, SessionSetting } from '../../desk/session.ts';
import type { HeadTold } from '../../desk/work.ts';
import { checkWords } from '../../words/desk/check.ts';
import type { BesideTold } from '../worker/beside.ts';
import type { FileGiven, JudgeProgress } from '../worker/check.ts';
import type { GivenFile } from '../worker/work.ts';
import { announced, desk, language } from './state.ts';
import { today } from './today.ts';
import { told } from './worker.ts';

/** The files that were given to be judged. */
export const given = signal<readonly FileGiven[]>([]);
/** What they are judged by, besides the rulebook. */
export const beside = signal<readonly BesideTold[]>([]);
/** The list of files that the scheme names and nobody gave. */
export const wantsPicked = signal<string | undefined>(undefined);
/** How they are to be judged. */
export const asked = signal<SessionSetting>({});
/** What was answered of the check-list. */
export const answers = signal<readonly AnswerGiven[]>([]);
/** How far the judging came; undefined where none is under way. */
export const progress = signal<JudgeProgress | undefined>(undefined);
/** What they came to; undefined where nothing was judged. */
export const judged = signal<HeadTold | undefined>(undefined);
/** Counts judgings: what was asked of one before is out of date. */
export const round = signal(0);
/** The rulebook of work that was opened, where it is another version than the page's. */
export const otherRulebook = signal<Session['rulebook'] | undefined>(undefined);
/** Why the last judging came to nothing. */
export const failure = signal<string | undefined>(undefined);
/** What is to be said of the files that were given last. */
export const remark = signal('');

/** Puts files to those that are there, and judges all of them. */
export async function addFiles(files: readonly GivenFile[]): Promise<void> {
  const words = sayIn(checkWords, language.value);
  remark.value = '';
  if (!desk.value) return;
  if (files.length === 0) {
    remark.value = words.nothingDropped;
    announced.value = remark.value;
    return;
  }
  const added = await desk.value.check.add([...files]);
  given.value = added.files;
  if (added.same > 0) remark.value = words.same(added.same);
  await judge();
}

/** Takes files away, by their names; all of them where none is named. */
export async function removeFiles(names?: readonly string[]): Promise<void> {
  if (!desk.value) return;
  remark.value = '';
  given.value = await desk.value.check.remove(names);
  await judge();
}

/** Leaves away a file that others are judged by. */
export async function removeBeside(name: string): Promise<void> {
  await desk.value?.beside.remove(name);
  await judge();
}

/** Judges all files that are there, with what was answered; a judging that is under way is left. */
export async function judge(): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  round.value += 1;
  const own = round.value;
  failure.value = undefined;
  const { mapping: _, ...options } = asked.value;
  const isNow = () => round.value === own;
  if (given.value.length > 0) progress.value = { judged: 0, bytes: 0, total: 0 };
  try {
    const made = await worker.check.judge(
      { ...options, answers: answers.value, until: today.value },
      told((come: JudgeProgress) => {
        if (isNow() && progress.value) progress.value = come;
      }),
    );
    const by = await worker.beside.list();
    if (!isNow()) return;
    [beside.value, wantsPicked.value] = [by.files, by.wantsPicked];
    judged.value = made;
    if (made) {
      otherRulebook.value = undefined;
      const { dossiers, fail, 'cannot-tell': untold } = made.summary;
      announced.value = sayIn(checkWords, language.value).done(dossiers, fail, untold);
    }
  } catch (error) {
    if (!isNow()) return;
    judged.value = undefined;
    failure.value = error instanceof Error ? error.message : String(error);
  } finally {
    if (isNow()) progress.value = undefined;
  }
}

/** Stops the judging that is under way; what was judged until then is kept. */
export async function cancelJudging(): Promise<void> {
  await desk.value?.check.cancel();
}
