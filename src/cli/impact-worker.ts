import { workerData } from 'node:worker_threads';

import { type ImpactSetting, judgeInThread } from './impact.ts';
import { answering } from './threads.ts';

answering(judgeInThread(workerData as ImpactSetting));
