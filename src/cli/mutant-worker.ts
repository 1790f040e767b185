import { workerData } from 'node:worker_threads';

import { mutantsInThread, type MutantsSetting } from './mutants.ts';
import { answering } from './threads.ts';

answering(mutantsInThread(workerData as MutantsSetting));
