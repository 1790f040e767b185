import { parentPort, workerData } from 'node:worker_threads';

import { invariant } from '../base/invariant.ts';
import { casesInThread, type CasesRan, type CasesSetting } from './run-cases.ts';
import type { Answered, Asked } from './threads.ts';

/** What a thread does that runs cases: it reads what it needs of the rulebook itself. */
function work(setting: CasesSetting): void {
  const port = parentPort;
  invariant(port !== null, 'a worker has somebody to answer');
  const run = casesInThread(setting);
  port.on('message', ({ number, question }: Asked<readonly string[]>) => {
    const answer: Answered<CasesRan | undefined> = { number, answer: run(question) };
    port.postMessage(answer);
  });
}

work(workerData as CasesSetting);
