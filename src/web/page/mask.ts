import { effect, signal } from '@preact/signals';

import { view } from './state.ts';

/** Whether personal data is shown: only after somebody asked for it, and until they leave. */
export const isUnmasked = signal(false);

/** Hides personal data again when another view or another window is gone to: once, when the page starts. */
export function followMask(): void {
  effect(() => {
    if (view.value !== '') isUnmasked.value = false;
  });
  addEventListener('visibilitychange', () => {
    if (document.hidden) isUnmasked.value = false;
  });
}
