import type { Result, Text } from '../report/result.ts';
import type { Elsewhere } from '../report/run.ts';

/** A worker that makes results of texts; it has a rulebook to open first. */
export interface BatchWorker {
  /** Settles once it can judge. */
  readonly opened: Promise<unknown>;
  readonly judge: (texts: readonly Text[]) => Promise<readonly Result[]>;
  /** Ends it, whatever it is at. */
  readonly end: () => void;
}

export interface Pool extends Elsewhere {
  /** Ends all workers; what they were at is not answered any more. */
  readonly close: () => void;
}

/** Batches that a worker is given before it has answered: the next is at hand when one is done. */
const ahead = 2;

/**
 * Workers that are started when there is work enough, and judge from when they are open; until then texts are judged
 * where they were read.
 *
 * @param count - how many, at most
 * @param from - so many texts pay for what starting takes
 */
export function poolOf(count: number, from: number, start: () => BatchWorker): Pool {
  /** Batches that each is at, of those that are open. */
  const open = new Map<BatchWorker, number>();
  const started: BatchWorker[] = [];
  let refuse: (why: Error) => void = () => {};
  const closed = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  closed.catch(() => {});
  let texts = 0;
  return { most: count * ahead, ofTexts, close };

  function ofTexts(batch: readonly Text[]): Promise<readonly Result[]> | undefined {
    texts += batch.length;
    if (texts >= from) for (let more = count - started.length; more > 0; more -= 1) begin();
    const [first] = [...open].toSorted(([, a], [, b]) => a - b);
    return first && judged(first[0], batch);
  }

  function begin(): void {
    const worker = start();
    started.push(worker);
    // one that cannot be opened is done without
    worker.opened.then(
      () => open.set(worker, 0),
      () => {},
    );
  }

  async function judged(worker: BatchWorker, batch: readonly Text[]): Promise<readonly Result[]> {
    open.set(worker, (open.get(worker) ?? 0) + 1);
    try {
      return await Promise.race([worker.judge(batch), closed]);
    } finally {
      open.set(worker, (open.get(worker) ?? 0) - 1);
    }
  }

  function close(): void {
    for (const worker of started) worker.end();
    open.clear();
    refuse(new Error('the workers were ended'));
  }
}
