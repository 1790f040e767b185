import { FileFault } from '../../base/bytes.ts';
import { openRun, type RunAbout } from '../../desk/run.ts';
import type { NoRun } from '../../desk/saved-run.ts';
import { headTold, type HeadTold } from '../../desk/work.ts';
import { diagnosticJson } from '../../report/diagnostic-json.ts';
import type { Multilingual } from '../../report/json-format.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { leaveJudging } from './check.ts';
import { openedDesk } from './open.ts';
import { work } from './work.ts';

/** A run that was opened, or why there is none; undefined where another took its place, or it was left. */
export type RunAnswer =
  | { readonly head: HeadTold; readonly about: RunAbout }
  | { readonly noRun: NoRun }
  | { readonly problem: Multilingual }
  | undefined;

let stop = new AbortController();

export const bookService = {
  /** Opens a saved run in the place of what was judged. */
  open: async (file: File, tell: (bytes: number) => void): Promise<RunAnswer> => {
    stop.abort();
    const own = new AbortController();
    stop = own;
    const desk = openedDesk();
    try {
      const reading = { signal: own.signal, tell };
      const opened = await openRun(desk, fileBytes(file, file.name), webPlatform, reading);
      if (own.signal.aborted) return undefined;
      if (typeof opened === 'string') return { noRun: opened };
      [work.files, work.mapping] = [[], undefined];
      leaveJudging();
      [work.judged, work.by, work.isRun] = [opened.work, undefined, true];
      work.before = undefined;
      return { head: headTold(opened.work), about: opened.about };
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      return { problem: diagnosticJson(error.problem, desk.languages).message };
    }
  },

  /** Leaves the run that is being read; what was there before stays. */
  cancel: (): void => stop.abort(),
};
