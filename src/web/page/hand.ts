import type { Handed } from '../worker/handed.ts';
import type { GivenFile } from '../worker/work.ts';
import type { DeskWorker } from './worker.ts';

/** Files that are handed over at once: the first time that one is, it takes a browser a quarter of a millisecond. */
const atOnce = 50;

let last = 0;

/** Hands files to the worker, some at a time, so that the page goes on answering, and has it forget them in the end. */
export async function handing(
  worker: DeskWorker,
  files: readonly GivenFile[],
  act: (handed: readonly Handed[]) => Promise<void>,
): Promise<void> {
  const numbered = files.map(({ name, file }) => ({ id: (last += 1), name, file }));
  const handed = numbered.map(({ id, name }) => ({ id, name }));
  try {
    const taken: Promise<void>[] = [];
    for (let from = 0; from < numbered.length; from += atOnce) {
      taken.push(worker.handed.take(numbered.slice(from, from + atOnce)));
      // eslint-disable-next-line no-await-in-loop -- lets the page do what waits
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(taken);
    await act(handed);
  } finally {
    await worker.handed.leave(handed.map(({ id }) => id));
  }
}
