import type { CheckReport } from '../../report/json-format.ts';
import type { Incoming } from '../../report/run.ts';
import { type CheckAsked, checkFiles } from '../../desk/check.ts';
import { openedDesk } from './open.ts';

export const checkService = {
  /** Judges files, each one dossier. */
  judge: async (
    files: readonly File[],
    asked: CheckAsked,
    tell: (judged: number) => void,
  ): Promise<CheckReport> => checkFiles(openedDesk(), incomingOf(files), asked, tell),
};

async function* incomingOf(files: readonly File[]): AsyncGenerator<readonly Incoming[]> {
  for (const file of files) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, none of them held
    yield [{ source: { name: file.name, text: await file.text() } }];
  }
}
