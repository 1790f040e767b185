import { computed, effect, signal } from '@preact/signals';

import type { PeopleNamed, ReviewGiven } from '../../desk/session.ts';
import type { SaveState, WorkGiven } from '../store/state.ts';
import { desk } from './state.ts';
import { today } from './today.ts';
import { aboutRun, answers, asked, judged } from './work.ts';
import { type DeskWorker, told } from './worker.ts';

/** Who checks, and when: what new answers say. */
export const checker = signal('');
export const date = signal(today.value);
/** Whom papers name. */
export const people = signal<PeopleNamed>({ inspectors: '', reviewers: '' });
/** What those who review said, of whatever state of the answers. */
export const reviews = signal<readonly ReviewGiven[]>([]);
/** What the work is called where it is stored; undefined before it is. */
export const workName = signal<string | undefined>(undefined);
export const saveState = signal<SaveState>({ kind: 'off' });
/** Whether something was done that is not saved. */
export const isUnsaved = computed(
  () =>
    saveState.value.kind !== 'saved' &&
    saveState.value.kind !== 'reading' &&
    (answers.value.length > 0 || (judged.value !== undefined && !aboutRun())),
);

/** The work as it is handed on to be saved. */
export function workNow(): WorkGiven {
  return {
    answers: answers.value,
    checker: checker.value,
    date: date.value,
    ...(workName.value !== undefined && { name: workName.value }),
    people: people.value,
    reviews: reviews.value,
    setting: asked.value,
  };
}

/** After the last change, in milliseconds. */
const pause = 300;
let later: ReturnType<typeof setTimeout> | undefined;
/** Counts changes, and says up to which of them the work was saved. */
let changes = 0;
let kept = 0;

/** Keeps the work saved from the start of the page on. */
export function followWork(): void {
  effect(() => {
    workNow();
    changes += 1;
    if (saveState.peek().kind === 'off' || saveState.peek().kind === 'reading') return;
    saveState.value = { kind: 'saving' };
    clearTimeout(later);
    later = setTimeout(() => void keep(), pause);
  });
  effect(() => {
    void desk.value?.session.watch(told(settle));
  });
  addEventListener('beforeunload', (event) => {
    if (isUnsaved.value) event.preventDefault();
  });
}

/** Saves the answers now. */
async function keep(): Promise<void> {
  await saving(async (worker, now) => worker.session.keep(now));
}

/** Saves the work as it is now. */
export async function saving(
  ask: (worker: DeskWorker, now: WorkGiven) => Promise<SaveState>,
): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  clearTimeout(later);
  const of = changes;
  const state = await ask(worker, workNow());
  if (state.kind === 'saved') kept = Math.max(kept, of);
  settle(state);
}

/** What was changed while it was saved is on its way: nothing is said to be saved before all of it is. */
function settle(state: SaveState): void {
  if (state.kind !== 'saved' || kept === changes) saveState.value = state;
}
