import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A solver in a thread of its own. */
export interface Z3 {
  /** Runs SMT-LIB 2 by one of several solvers; what it prints. */
  readonly evaluate: (text: string, solver: number) => Promise<string>;
  readonly begin: (solver: number) => Promise<void>;
  /** Ends the thread, and gives back its memory. */
  readonly close: () => Promise<void>;
}

/** What has to be installed. */
export const solverPackage = 'z3-solver@5.2.0';

/** The optional package `z3-solver` is not installed. */
export class NoZ3 extends Error {
  override readonly name = 'NoZ3';
}

/**
 * What the thread does. The package's own call hands the text to another thread in memory that is free again by then:
 * long texts arrive torn. Here it stays where it was put until it was read.
 */
const thread = `
const { parentPort, workerData } = require('node:worker_threads');
require(workerData).init().then(({ Z3, em }) => {
  const contexts = new Map();
  let room = 0;
  let at = 0;
  parentPort.on('message', ({ text, solver }) => {
    if (text === undefined) {
      if (contexts.has(solver)) Z3.del_context(contexts.get(solver));
      contexts.set(solver, Z3.mk_context(Z3.mk_config()));
      parentPort.postMessage('');
      return;
    }
    const bytes = new TextEncoder().encode(text + '\\0');
    if (bytes.length > room) {
      room = 2 * bytes.length;
      at = em._malloc(room);
    }
    em.HEAPU8.set(bytes, at);
    parentPort.postMessage(em.UTF8ToString(em._Z3_eval_smtlib2_string(contexts.get(solver), at)));
  });
});
`;

/** @throws NoZ3 */
export function startZ3(): Z3 {
  const worker = new Worker(thread, { eval: true, workerData: modulePath() });
  const waiting: { resolve: (text: string) => void; reject: (error: Error) => void }[] = [];
  worker.on('message', (text: string) => waiting.shift()?.resolve(text));
  worker.on('error', (error: unknown) => {
    const failed = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of waiting.splice(0)) reject(failed);
  });
  return {
    evaluate: async (text, solver) => send({ text, solver }),
    begin: async (solver) => {
      await send({ solver });
    },
    close: async () => {
      await worker.terminate();
    },
  };

  async function send(message: { readonly text?: string; readonly solver: number }) {
    return new Promise<string>((resolve, reject) => {
      waiting.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
      worker.postMessage(message);
    });
  }
}

function modulePath(): string {
  try {
    return createRequire(import.meta.url).resolve('z3-solver');
  } catch {
    throw new NoZ3('z3-solver');
  }
}
