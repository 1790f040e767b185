import { availableParallelism } from 'node:os';

import type { Progress } from '../streams/dossiers.ts';
import type { BatchSetting } from '../report/batch.ts';
import type { Reporting } from '../report/head.ts';
import type { Result, Text } from '../report/result.ts';
import type { Elsewhere } from '../report/run.ts';
import { UsageError } from './call.ts';
import { Threads } from './threads.ts';

/** What a worker thread judges by, as data. */
export interface WorkerSetting extends BatchSetting, Pick<Reporting, 'engine'> {
  /** The folder, which each worker reads by itself. */
  readonly rulebook: string;
  /** What this engine is made of, for what is kept of the rulebook. */
  readonly stamp: string | undefined;
  /** What it has to come to. */
  readonly digest: string;
  /** Whether what is wrong with files is told in colours. */
  readonly isColoured: boolean;
}

/** What they make of texts; undefined where the rulebook is no longer what it was. */
export type WorkerResults<R = Result> = readonly R[] | undefined;

/** Batches that a worker is given before it has answered: the next is at hand when one is done. */
const ahead = 2;

/** Work of so many bytes, or texts where nobody knows how many bytes will come, pays for what starting takes. */
const worthwhile = { bytes: 400_000_000, texts: 20_000 };

/** Worker threads that make something of texts. */
export interface Workers<One = Text, R = Result> extends Elsewhere<One, R> {
  /** Ends them, whatever they are at. */
  readonly close: () => Promise<void>;
}

/**
 * Worker threads, started when the first texts are to be judged that pay for them.
 *
 * @param jobs - how many; undefined for one a processor, where there is work enough
 * @param progress - of the reading, which knows how much there is to come
 */
export function workersFor(
  jobs: number | undefined,
  setting: WorkerSetting,
  progress: Pick<Progress, 'bytes' | 'total'>,
): Workers {
  return workersOf('worker', jobs, setting, progress);
}

/** @param file - of the folder of this one, without its ending: what they run */
export function workersOf<One, R>(
  file: string,
  jobs: number | undefined,
  setting: object,
  progress: Pick<Progress, 'bytes' | 'total'>,
): Workers<One, R> {
  const count = jobs ?? availableParallelism();
  let pool: Threads<readonly One[], WorkerResults<R>> | undefined;
  let texts = 0;
  return {
    most: count * ahead,
    ofTexts(batch) {
      texts += batch.length;
      if (!pool && (count < 2 || !isWorthwhile())) return undefined;
      pool ??= new Threads(count, file, setting);
      const results = resultsOf(pool.ask(batch));
      // who waits for an earlier one learns of it when its turn comes
      results.catch(() => {});
      return results;
    },
    close: async () => pool?.close(),
  };

  function isWorthwhile(): boolean {
    const { bytes, total } = progress;
    if (jobs !== undefined) return true;
    return total === undefined ? texts > worthwhile.texts : total - bytes > worthwhile.bytes;
  }
}

async function resultsOf<R>(answer: Promise<WorkerResults<R>>): Promise<readonly R[]> {
  const results = await answer;
  if (!results) throw changed();
  return results;
}

export function changed(): UsageError {
  return new UsageError(
    '判定期间规则库被改动，请重新判定 / the rulebook was changed during the run: check again',
  );
}
