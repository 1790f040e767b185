import { signal } from '@preact/signals';

/** The day of this machine's clock, ISO. */
export const today = signal(dayOfClock());

function dayOfClock(): string {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [now.getFullYear(), ...parts].join('-');
}
