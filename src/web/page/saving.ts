import { computed, effect, signal } from '@preact/signals';

import type { SaveState, WorkGiven } from '../store/state.ts';
import { desk } from './state.ts';
import { today } from './today.ts';
import { answers, asked, judged } from './work.ts';
import { told } from './worker.ts';

/** Who checks, and when: what new answers say. */
export const checker = signal('');
export const date = signal(today.value);
export const saveState = signal<SaveState>({ kind: 'off' });
/** Whether something was done that is not saved. */
export const isUnsaved = computed(
  () =>
    saveState.value.kind !== 'saved' &&
    saveState.value.kind !== 'reading' &&
    (answers.value.length > 0 || judged.value !== undefined),
);

/** The work as it is handed on to be saved. */
export function workNow(): WorkGiven {
  return {
    answers: answers.value,
    checker: checker.value,
    date: date.value,
    setting: asked.value,
  };
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
