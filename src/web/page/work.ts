import { computed, effect, signal } from '@preact/signals';

import type { AnswerGiven } from '../../desk/answers.ts';
import type { Session } from '../../desk/session.ts';
import type { CheckReport } from '../../report/json-format.ts';
import type { SaveState, WorkGiven } from '../store/state.ts';
import { desk } from './state.ts';
import { told } from './worker.ts';

/** What came of the files that were judged last. */
export const report = signal<CheckReport | undefined>(undefined);
/** Whether the files themselves are at hand: of work that was saved they may not be. */
export const hasFiles = signal(false);
/** How many are judged by now, while they are. */
export const judged = signal<number | undefined>(undefined);

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
    (answers.value.length > 0 || report.value !== undefined),
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

/** Judges files, or those that are worked on once more, with what was answered. */
export async function judge(files?: readonly File[]): Promise<CheckReport | undefined> {
  const worker = desk.value;
  if (!worker || files?.length === 0) return undefined;
  const tell = told((count: number) => {
    judged.value = count;
  });
  judged.value = 0;
  try {
    const asked = { ...askedOf(setting.value), answers: answers.value };
    const made = files
      ? await worker.check.judge(files, asked, tell)
      : await worker.check.again(asked, tell);
    report.value = made;
    hasFiles.value = true;
    otherRulebook.value = undefined;
    void keepJudged();
    return made;
  } finally {
    judged.value = undefined;
  }
}

function askedOf({ asOf, today: day, step }: Session['setting']) {
  return {
    ...(asOf !== undefined && { asOf }),
    ...(day !== undefined && { today: day }),
    ...(step !== undefined && { step }),
  };
}

/** Saves what was answered, a moment after the last change. */
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

async function keepJudged(): Promise<void> {
  const worker = desk.value;
  if (!worker || saveState.value.kind === 'off' || saveState.value.kind === 'reading') return;
  saveState.value = { kind: 'saving' };
  settle(await worker.session.keepJudged());
}

/** What was changed while it was saved is on its way, and is not said to be saved. */
function settle(state: SaveState): void {
  if (state.kind !== 'saved' || later === undefined) saveState.value = state;
}
