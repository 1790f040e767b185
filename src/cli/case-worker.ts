import { workerData } from 'node:worker_threads';

import { casesInThread, type CasesSetting } from './run-cases.ts';
import { answering } from './threads.ts';

answering(casesInThread(workerData as CasesSetting));
