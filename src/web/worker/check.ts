import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import type { CheckReport } from '../../report/json-format.ts';
import type { Incoming } from '../../report/run.ts';
import { type CheckAsked, checkFiles } from '../../desk/check.ts';
import { openedDesk } from './open.ts';
import { work } from './work.ts';

export const checkService = {
  /** Judges files, each one dossier; from then on they are what is worked on. */
  judge: async (
    files: readonly File[],
    asked: CheckAsked,
    tell: (judged: number) => void,
  ): Promise<CheckReport> => {
    const report = await checkFiles(openedDesk(), incomingOf(files), asked, tell);
    work.files = files;
    work.report = report;
    return report;
  },

  /** Judges what is worked on once more. */
  again: async (asked: CheckAsked, tell: (judged: number) => void): Promise<CheckReport> =>
    checkService.judge(work.files, asked, tell),
};

/** The texts of files, each one dossier. */
export async function* incomingOf(files: readonly File[]): AsyncGenerator<readonly Incoming[]> {
  for (const file of files) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, none of them held
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    yield [{ source: { name: file.name, text, digest: `sha256:${bytesToHex(sha256(bytes))}` } }];
  }
}
