import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Progress } from '../streams/dossiers.ts';
import { packageRoot } from '../io/rulebook.ts';
import type { BatchSetting } from '../report/batch.ts';
import type { Reporting } from '../report/head.ts';
import type { Result, Text } from '../report/result.ts';
import type { Elsewhere } from '../report/run.ts';
import { UsageError } from './call.ts';

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

export interface ToWorker {
  readonly number: number;
  readonly texts: readonly Text[];
}

export interface FromWorker {
  readonly number: number;
  /** Undefined where the rulebook is no longer what it was. */
  readonly results: readonly Result[] | undefined;
}

/** Batches that a worker is given before it has answered: the next is at hand when one is done. */
const ahead = 2;

/** Work of so many bytes, or texts where nobody knows how many bytes will come, pays for what starting takes. */
const worthwhile = { bytes: 400_000_000, texts: 20_000 };

/** Worker threads that make results of texts. */
export interface Workers extends Elsewhere {
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
  const count = jobs ?? availableParallelism();
  let pool: Pool | undefined;
  let texts = 0;
  return {
    most: count * ahead,
    ofTexts(batch) {
      texts += batch.length;
      if (!pool && (count < 2 || !isWorthwhile())) return undefined;
      pool ??= new Pool(count, setting);
      return pool.judge(batch);
    },
    close: async () => pool?.close(),
  };

  function isWorthwhile(): boolean {
    const { bytes, total } = progress;
    if (jobs !== undefined) return true;
    return total === undefined ? texts > worthwhile.texts : total - bytes > worthwhile.bytes;
  }
}

interface Waiting {
  readonly resolve: (results: readonly Result[]) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it was sent and has not answered, by number. */
  readonly waiting: Map<number, Waiting>;
}

class Pool {
  readonly #threads: readonly Thread[];
  #number = 0;

  constructor(count: number, setting: WorkerSetting) {
    this.#threads = Array.from({ length: count }, () => threadOf(setting));
  }

  /** Sends texts to the thread that has least to do. */
  async judge(texts: readonly Text[]): Promise<readonly Result[]> {
    this.#number += 1;
    const number = this.#number;
    const [thread] = this.#threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
    const judged = new Promise<readonly Result[]>((resolve, reject) => {
      thread?.waiting.set(number, { resolve, reject });
    });
    // who waits for an earlier one learns of it when its turn comes
    judged.catch(() => {});
    const message: ToWorker = { number, texts };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
    thread?.worker.postMessage(message);
    return judged;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(async ({ worker }) => worker.terminate()));
  }
}

function threadOf(setting: WorkerSetting): Thread {
  const waiting = new Map<number, Waiting>();
  // a checkout has sources, an installed package what was built from them
  const file = import.meta.url.endsWith('.ts')
    ? new URL('./worker.ts', import.meta.url)
    : join(packageRoot, 'dist', 'cli', 'worker.cjs');
  const worker = new Worker(file, { workerData: setting });
  worker.on('message', ({ number, results }: FromWorker) => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (results) one?.resolve(results);
    else one?.reject(changed());
  });
  worker.on('error', (error) => {
    fail(error instanceof Error ? error : new Error(String(error)));
  });
  worker.on('exit', (code) => {
    fail(new Error(`a worker ended with ${code}`));
  });
  return { worker, waiting };

  function fail(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
}

function changed(): UsageError {
  return new UsageError(
    '判定期间规则库被改动，请重新判定 / the rulebook was changed during the run: check again',
  );
}
