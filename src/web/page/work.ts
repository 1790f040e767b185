import { signal } from '@preact/signals';

import { sayIn } from '../../base/language.ts';
import type { AnswerGiven } from '../../desk/answers.ts';
import type { Session, SessionSetting } from '../../desk/session.ts';
import type { KindFound } from '../../desk/kinds.ts';
import type { Restored } from '../../desk/restored.ts';
import type { RunAbout } from '../../desk/run.ts';
import type { HeadTold } from '../../desk/work.ts';
import type { DiagnosticJson } from '../../report/json-format.ts';
import { checkWords } from '../../words/desk/check.ts';
import type { FileGiven, JudgeProgress } from '../worker/check.ts';
import type { Handed } from '../worker/handed.ts';
import { announced, desk, language } from './state.ts';
import { today } from './today.ts';
import { told } from './worker.ts';

/** The files that were given to be judged. */
export const given = signal<readonly FileGiven[]>([]);
/** How they are to be judged. */
export const asked = signal<SessionSetting>({});
/** What was answered of the check-list. */
export const answers = signal<readonly AnswerGiven[]>([]);
/** By which an answer is told from others. */
export function keyOf({
  dossier,
  rule,
  element,
}: Pick<AnswerGiven, 'dossier' | 'rule' | 'element'>): string {
  return JSON.stringify([dossier, rule, element]);
}
/** The answers that the last judging knew of. */
export const judgedWith = signal(answers.peek());
/** How far the judging came; undefined where none is under way. */
export const progress = signal<JudgeProgress | undefined>(undefined);
/** What they came to; undefined where nothing was judged. */
export const judged = signal<HeadTold | undefined>(undefined);
/** What became of results that were opened without their files. */
export const restored = signal<Restored | undefined>(undefined);
/** How far the judging came that was stopped, and what it came to. */
const stopped = signal<{ readonly head: HeadTold; readonly come: JudgeProgress } | undefined>(
  undefined,
);

/** What is said of results that are part of all; undefined where they are not. */
export function stoppedSaid(head: HeadTold): string | undefined {
  const { dossiers, stopped: isPart } = head.summary;
  if (!isPart) return undefined;
  const { at, bytes = 0, total = 0 } = stopped.value?.head === head ? stopped.value.come : {};
  const percent = total > 0 ? Math.floor((bytes / total) * 100) : undefined;
  return sayIn(checkWords, language.value).stopped(dossiers, at, percent);
}

/** A saved run that was opened to be looked at, as long as it is what is looked at. */
const opened = signal<{ readonly head: HeadTold; readonly about: RunAbout } | undefined>(undefined);

/** What is said of the run that is looked at; undefined where files were judged since. */
export function aboutRun(): RunAbout | undefined {
  return opened.value?.head === judged.value ? opened.value?.about : undefined;
}

/** A saved run takes the place of what was judged. */
export function lookAt(run: { readonly head: HeadTold; readonly about: RunAbout }): void {
  leaveJudging();
  [given.value, remarks.value, besideProblems.value] = [[], [], []];
  restored.value = undefined;
  [judged.value, opened.value] = [run.head, run];
}

/** Counts judgings: what was asked of one before is out of date. */
export const round = signal(0);
/** The rulebook of work that was opened, where it is another version than the page's. */
export const otherRulebook = signal<Session['rulebook'] | undefined>(undefined);
/** Why the last judging came to nothing. */
export const failure = signal<string | undefined>(undefined);
/** What is to be said of the files that were given last. */
export const remarks = signal<readonly string[]>([]);
/** What is wrong with what came beside the files. */
export const besideProblems = signal<readonly DiagnosticJson[]>([]);
/** The list of files that the scheme names and nobody gave. */
export const wantsPicked = signal<string | undefined>(undefined);

/** Puts files to those that are there, and judges all of them; tells of those that have to do with another view. */
export async function addFiles(
  files: readonly Handed[],
  kinds: readonly KindFound[],
): Promise<void> {
  const words = sayIn(checkWords, language.value);
  remarks.value = [];
  if (files.length === 0) {
    tellRemark(words.nothingDropped);
    return;
  }
  const own = files.filter(({ name }, index) => {
    const found = kinds[index];
    const kind = found && 'kind' in found ? found.kind : undefined;
    if (!isElsewhere(kind)) return true;
    tellRemark(words.elsewhere[kind](name));
    return false;
  });
  if (own.length === 0 || !desk.value) return;
  const added = await desk.value.check.add(own);
  given.value = added.files;
  if (added.same > 0) tellRemark(words.same(added.same));
  await judge();
}

/** What is neither judged here nor judged by. */
const elsewhere = ['mapping', 'register', 'run', 'report', 'session'] as const;

function isElsewhere(kind: string | undefined): kind is (typeof elsewhere)[number] {
  return elsewhere.some((one) => one === kind);
}

/** The files of one kind that are there, by their names. */
export function namesOf(kind: 'dossiers' | 'table'): readonly string[] {
  return given.value.flatMap(({ name, found }) =>
    'kind' in found && found.kind === kind ? [name] : [],
  );
}

/** Says something of the files that were given. */
export function tellRemark(remark: string): void {
  remarks.value = [...remarks.value, remark];
  announced.value = remark;
}

/** Takes files away, by their names; all of them where none is named. */
export async function removeFiles(names?: readonly string[]): Promise<void> {
  if (!desk.value) return;
  remarks.value = [];
  given.value = await desk.value.check.remove(names);
  await judge();
}

/** Judges all files that are there, with what was answered; a judging that is under way is left. */
export async function judge(): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  round.value += 1;
  const own = round.value;
  failure.value = undefined;
  judgedWith.value = answers.value;
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
    if (!isNow()) return;
    judged.value = made?.head;
    besideProblems.value = made?.problems ?? [];
    wantsPicked.value = made?.wantsPicked;
    restored.value = made?.restored;
    if (made?.head) {
      const { head, stopped: come } = made;
      stopped.value = come && { head, come };
      otherRulebook.value = undefined;
      const { dossiers, fail, 'cannot-tell': untold } = head.summary;
      const words = sayIn(checkWords, language.value);
      announced.value = stoppedSaid(head) ?? words.done(dossiers, fail, untold);
    }
  } catch (error) {
    if (!isNow()) return;
    judged.value = undefined;
    failure.value = error instanceof Error ? error.message : String(error);
  } finally {
    if (isNow()) progress.value = undefined;
  }
}

/** Other work takes the place of what is being judged. */
export function leaveJudging(): void {
  round.value += 1;
  progress.value = undefined;
}

/** Stops the judging that is under way; what was judged until then is kept. */
export async function cancelJudging(): Promise<void> {
  await desk.value?.check.cancel();
}
