import { computed, effect, signal } from '@preact/signals';

import type { VersionOn } from '../../desk/version.ts';
import { desk, facts } from './state.ts';

const clock = signal(dayOfClock());

/** The day that somebody chose to work by; that of the machine’s clock where nobody did. */
export const chosenDay = signal<string | undefined>(undefined);

/** The day that everything in the page takes for today, as ISO text. */
export const today = computed(() => chosenDay.value ?? clock.value);

/** The version of the rulebook on that day, from when it is known. */
export const version = signal<VersionOn | undefined>(undefined);

/** Keeps them in step: once, when the page starts. */
export function followToday(): void {
  // a page may stay open overnight
  addEventListener('visibilitychange', () => {
    clock.value = dayOfClock();
  });
  effect(() => {
    const [worker, day] = [desk.value, today.value];
    if (worker && facts.value) void tell(worker.version.on(day), day);
  });
}

async function tell(answer: Promise<VersionOn>, day: string): Promise<void> {
  const told = await answer;
  if (today.value === day) version.value = told;
}

/** In the time of the place where the machine stands. */
function dayOfClock(): string {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [now.getFullYear(), ...parts].join('-');
}
