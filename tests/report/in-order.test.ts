import { expect, test } from 'vitest';

import { inOrder } from '../../src/report/in-order.ts';
import type { Result } from '../../src/report/result.ts';
import type { Incoming } from '../../src/report/run.ts';

/** A batch that can be told from others by how many it has. */
function batchOf(size: number): readonly Incoming[] {
  return Array.from({ length: size }, () => ({ source: { name: '', text: '' } }));
}

/** Batches of 1, 2, 3 … dossiers, and how many were read. */
function source(count: number) {
  const told = { read: 0, isEnded: false };
  async function* batches() {
    try {
      for (let size = 1; size <= count; size += 1) {
        told.read = size;
        yield batchOf(size);
      }
    } finally {
      told.isEnded = true;
    }
  }
  return { told, batches };
}

const none: readonly Result[] = [];

test('what is made at once is handed on before more is read', async () => {
  const { told, batches } = source(4);
  const seen: (readonly [number, number])[] = [];
  for await (const { batch } of inOrder(batches(), (one) => ({ batch: one, made: none }), 0))
    seen.push([batch.length, told.read]);
  expect(seen).toEqual([1, 2, 3, 4].map((size) => [size, size]));
});

test('what is made later keeps its order, and no more is begun than may be under way', async () => {
  const { told, batches } = source(9);
  const open: (() => void)[] = [];
  const begun = (batch: readonly Incoming[]) => {
    const { promise, resolve } = Promise.withResolvers<readonly Result[]>();
    open.push(() => {
      resolve(none);
    });
    // the last to be begun is the first to be made
    if (open.length === 4 || told.read === 9)
      for (const make of open.splice(0).toReversed()) make();
    return { batch, made: promise };
  };
  const order: number[] = [];
  let most = 0;
  for await (const { batch } of inOrder(batches(), begun, 3)) {
    order.push(batch.length);
    most = Math.max(most, told.read - batch.length);
  }
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBeLessThanOrEqual(4);
});

test('a batch that is made is handed on while the next is long in coming', async () => {
  async function* slow() {
    yield batchOf(1);
    await new Promise(() => {});
  }
  const made = Promise.resolve(none);
  const batches = inOrder(slow(), (batch) => ({ batch, made }), 5);
  const { value } = await batches.next();
  expect(value?.batch).toHaveLength(1);
});

test('what fails is thrown in its turn, and the source is let go', async () => {
  const { told, batches } = source(3);
  const begun = (batch: readonly Incoming[]) => {
    const made =
      batch.length === 2 ? Promise.reject(new TypeError('broken')) : Promise.resolve(none);
    made.catch(() => {});
    return { batch, made };
  };
  const seen: number[] = [];
  const all = async () => {
    for await (const { batch } of inOrder(batches(), begun, 2)) seen.push(batch.length);
  };
  await expect(all()).rejects.toThrow('broken');
  expect([seen, told.isEnded]).toEqual([[1], true]);
});
