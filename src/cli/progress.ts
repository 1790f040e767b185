import process from 'node:process';

import type { Progress } from '../streams/dossiers.ts';
import type { Terms } from '../words/terms.ts';

/** Nothing is said of a check that is done before, in milliseconds. */
const quiet = 2000;
/** Between two lines, where they follow each other instead of taking each other's place. */
const between = 5000;

/** Tells on standard error how far a check has come, once it takes longer than two seconds. */
export interface ProgressLine {
  readonly tell: (judged: number) => void;
  /** Takes the line away, before anything else is said. */
  readonly clear: () => void;
}

export function progressLine(progress: Progress, { check }: Terms): ProgressLine {
  const { stderr } = process;
  let started: number | undefined;
  let next = 0;
  let isShown = false;
  return {
    tell(judged) {
      const now = performance.now();
      // the first one takes the time to make ready for all
      started ??= now;
      if (next === 0) next = started + quiet;
      if (now < next) return;
      next = now + (stderr.isTTY ? 200 : between);
      const seconds = (now - started) / 1000;
      const { bytes, total, records } = progress;
      // what was read may not have been judged yet
      const share =
        total === undefined ? 0 : (bytes / total) * (judged / Math.max(judged, records));
      const left = share === 0 ? undefined : (seconds * (1 - share)) / share;
      const text = check.progress(
        String(judged),
        rateOf(judged / seconds),
        left === undefined ? undefined : check.duration(Math.round(left)),
      );
      stderr.write(stderr.isTTY ? `\r${text}\u001B[K` : `${text}\n`);
      isShown = stderr.isTTY;
    },
    clear() {
      if (isShown) stderr.write('\r\u001B[K');
      isShown = false;
    },
  };
}

/** A few dossiers a second are told to a tenth. */
function rateOf(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}
