import { join } from 'node:path';
import { parentPort, type ResourceLimits, Worker, type WorkerOptions } from 'node:worker_threads';

import { invariant } from '../base/invariant.ts';
import { packageRoot } from '../io/rulebook.ts';

/** What a thread is asked, and what it answers, by number. */
interface Asked<Question> {
  readonly number: number;
  readonly question: Question;
}

interface Answered<Answer> {
  readonly number: number;
  readonly answer: Answer;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface Thread<Answer> {
  readonly worker: Worker;
  /** What it was asked and has not answered, by number. */
  readonly waiting: Map<number, Waiting<Answer>>;
}

/** Worker threads that answer questions: what goes to and fro is plain data. */
export class Threads<Question, Answer> {
  readonly #threads: readonly Thread<Answer>[];
  #number = 0;

  /**
   * @param file - of the folder of this one, without its ending
   * @param workerData - what each of them is told when it begins
   */
  constructor(count: number, file: string, workerData: unknown, resourceLimits?: ResourceLimits) {
    const options = { workerData, ...(resourceLimits && { resourceLimits }) };
    this.#threads = Array.from({ length: count }, () => threadOf<Answer>(file, options));
  }

  /** Asks the thread that has least to do. */
  async ask(question: Question): Promise<Answer> {
    this.#number += 1;
    const number = this.#number;
    const [thread] = this.#threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
    const answered = new Promise<Answer>((resolve, reject) => {
      thread?.waiting.set(number, { resolve, reject });
    });
    // who waits for an earlier one learns of it when its turn comes
    answered.catch(() => {});
    const message: Asked<Question> = { number, question };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
    thread?.worker.postMessage(message);
    return answered;
  }

  /** Ends them, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(async ({ worker }) => worker.terminate()));
  }
}

/** What a thread does: it answers what it is asked, as long as somebody asks. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who asks says what it asks
export function answering<Question>(answerTo: (question: Question) => unknown): void {
  const port = parentPort;
  invariant(port !== null, 'a worker has somebody to answer');
  port.on('message', ({ number, question }: Asked<Question>) => {
    const answered: Answered<unknown> = { number, answer: answerTo(question) };
    port.postMessage(answered);
  });
}

function threadOf<Answer>(name: string, options: WorkerOptions): Thread<Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  // a checkout has sources, an installed package what was built from them
  const file = import.meta.url.endsWith('.ts')
    ? new URL(`./${name}.ts`, import.meta.url)
    : join(packageRoot, 'dist', 'cli', `${name}.cjs`);
  const worker = new Worker(file, options);
  worker.on('message', ({ number, answer }: Answered<Answer>) => {
    const one = waiting.get(number);
    waiting.delete(number);
    one?.resolve(answer);
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

/** So much of what lasts, and little of what does not: without a limit it collects what it let go of only when that is a lot. */
export function frugal(megabytes: number): ResourceLimits {
  return { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: megabytes };
}

/** What so many characters take. */
export function megabytesOf(characters: number): number {
  return Math.ceil((2 * characters) / 1_000_000);
}

/** That a thread had too low a limit, which takes time and no result: the work is to be done without one. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Items in lists of so many, the last of which may be shorter: what a thread is asked at a time. */
export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
