import { watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds without a change after which those before it are one: an editor writes a file in several steps. */
const settled = 100;

/** Says whenever something in the folders has changed from now on, once for changes that come together, until the signal. */
export function changesIn(
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<void, void> {
  let [told, noted] = [0, 0];
  let wake = (): void => undefined;
  const note = (): void => {
    noted += 1;
    wake();
  };
  signal.addEventListener('abort', note);
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, note));
  return changes();

  async function* changes(): AsyncGenerator<void, void> {
    try {
      for (await next(); !signal.aborted; await next()) yield;
    } finally {
      for (const watcher of watchers) watcher.close();
    }
  }

  async function next(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    if (told === noted) await promise;
    while (told < noted) {
      told = noted;
      await pause(settled);
    }
  }
}
