import type { Result } from './result.ts';
import type { Incoming } from './run.ts';

/** A batch that was begun, and what comes of its texts, once it is made. */
export interface UnderWay<R = Result> {
  readonly batch: readonly Incoming[];
  readonly made: readonly R[] | Promise<readonly R[]>;
}

interface Made<R> extends UnderWay<R> {
  readonly made: readonly R[];
}

/**
 * Batches in the order in which they come, each as soon as it is made; meanwhile others are read and begun.
 *
 * @param most - batches under way before no more is read
 */
export async function* inOrder<R = Result>(
  incoming: AsyncIterable<readonly Incoming[]>,
  begun: (batch: readonly Incoming[]) => UnderWay<R>,
  most: number,
): AsyncGenerator<Made<R>> {
  const iterator = incoming[Symbol.asyncIterator]();
  const underWay: UnderWay<R>[] = [];
  const state: { reading: Promise<void> | undefined; isOver: boolean } = {
    reading: undefined,
    isOver: false,
  };
  try {
    for (;;) {
      const [first] = underWay;
      if (first && !(first.made instanceof Promise)) {
        underWay.shift();
        yield { batch: first.batch, made: first.made };
        continue;
      }
      if (!state.isOver && underWay.length <= most) state.reading ??= read();
      const { reading } = state;
      if (!first) {
        if (!reading) return;
        await reading;
        continue;
      }
      const made = await Promise.race([first.made, ...(reading ? [reading] : [])]);
      // else more was read before it was made
      if (made) underWay[0] = { batch: first.batch, made };
    }
  } finally {
    // a read that is waited for may never end: it is not waited for
    void iterator.return?.();
  }

  async function read(): Promise<void> {
    const { done, value } = await iterator.next();
    state.reading = undefined;
    if (done === true) state.isOver = true;
    else underWay.push(begun(value));
  }
}
