import { signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { GlanceKey } from '../../../../report/json-format.ts';
import { bookWords } from '../../../../words/desk/book.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import { announced, desk, language, text } from '../../state.ts';
import { lookAt } from '../../work.ts';
import { told } from '../../worker.ts';
import { select } from '../check/state.ts';

/** How much of a run has been read, in hundredths; undefined where none is being read. */
export const reading = signal<number | undefined>(undefined);
/** Why nothing was opened. */
export const failure = signal<string | undefined>(undefined);

/** Opens a saved run, in the place of what was judged. */
export async function openRun(file: File): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  const words = sayIn(bookWords, language.value);
  failure.value = undefined;
  reading.value = 0;
  try {
    const tell = told((bytes: number) => {
      reading.value = Math.floor((bytes / Math.max(1, file.size)) * 100);
    });
    const answer = await worker.book.open(file, tell);
    if (!answer) return;
    if ('noRun' in answer) failure.value = `${file.name}: ${words.noRun[answer.noRun]}`;
    else if ('problem' in answer) failure.value = `${file.name}: ${text(answer.problem)}`;
    else {
      lookAt(answer);
      select({ standing: undefined, within: {}, text: '' });
      const { judged: files, findings } = answer.head.summary.glance;
      announced.value = words.opened(file.name, files, findings);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    failure.value = sayIn(shellWords, language.value).failed(why);
  } finally {
    reading.value = undefined;
  }
}

export async function leaveReading(): Promise<void> {
  await desk.value?.book.cancel();
}

/** Lists what belongs to a group, and nothing else, once its link is followed. */
export function only(kind: GlanceKey, key: string | null): void {
  select({ standing: undefined, within: { [kind]: key }, text: '' });
}
