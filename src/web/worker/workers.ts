import { type Remote, wrap } from 'comlink';

import { type BatchWorker, type Pool, poolOf } from '../../desk/pool.ts';
import type { JudgedBy } from '../../desk/work.ts';
import type { BatchSetting } from '../../report/batch.ts';
import { carriedParts } from './open.ts';
import type { Services } from './services.ts';

/** More than so many take more memory than they save time. */
const most = 8;
const worthwhile = 200;

/** What of a setting an engine does not tell: from what it was made. */
type MadeOf = Pick<BatchSetting, 'register' | 'capture'>;

/**
 * Workers of this worker, which judge as it does; they run the same code.
 *
 * @returns undefined where they could not know all that the engine knows
 */
export function workersFor(by: JudgedBy, madeOf: MadeOf = {}): Pool | undefined {
  const { people } = by.engine;
  const { captured } = by.reporting.options;
  if ((people && !madeOf.register) || (captured && !madeOf.capture)) return undefined;
  const { program: _, rulebookDigest: __, engine: ___, ...reporting } = by.reporting;
  const setting: BatchSetting = {
    ...reporting,
    ...madeOf,
    isWhole: by.isWhole === true,
    kind: by.kind,
    waiverEntries: by.engine.waivers,
  };
  return poolOf(Math.min(navigator.hardwareConcurrency, most), worthwhile, () => started(setting));
}

function started(setting: BatchSetting): BatchWorker {
  const { rulebook: packed, code } = carriedParts();
  // of a page from the disk, only who made an address may start a worker of it
  const address = URL.createObjectURL(code);
  const worker = new Worker(address);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  failed.catch(() => {});
  const { rulebook, batch } = wrap(worker) as unknown as {
    readonly [Area in keyof Services]: Remote<Services[Area]>;
  };
  return {
    opened: Promise.race([
      rulebook.open(packed, code).then(async () => batch.begin(setting)),
      failed,
    ]),
    judge: async (texts) => Promise.race([batch.judge(texts), failed]),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
