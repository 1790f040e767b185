import { workerData } from 'node:worker_threads';

import { invariant } from '../base/invariant.ts';
import { engineOf } from '../check/engine.ts';
import { batchMaker } from '../report/batch.ts';
import { coloured, plain } from '../report/paint.ts';
import { runGenerated } from '../run/compile.ts';
import { keptEngine, keptProgram, keyOf, ranAs } from './kept.ts';
import { loadRulebook } from './load.ts';
import type { Text } from '../report/result.ts';
import { answering } from './threads.ts';
import type { WorkerSetting } from './workers.ts';

/** What a worker thread does: it loads the rulebook itself, and makes results of the texts that it is sent. */
function work(setting: WorkerSetting): void {
  const { rulebook, stamp, digest, engine: version, isColoured, ...batch } = setting;
  ranAs(stamp);
  const key = keyOf(rulebook);
  const kept = key === undefined ? undefined : keptProgram(key);
  const loaded = kept ?? loadRulebook(rulebook);
  const { program } = loaded;
  const isSame = program !== undefined && loaded.digest === digest;
  const maker = isSame ? makerFor() : undefined;
  answering((texts: readonly Text[]) => maker?.ofTexts(texts));

  function makerFor() {
    invariant(program !== undefined, 'a rulebook that is the same is as sound');
    const engine = kept
      ? keptEngine(kept, batch.capture)
      : engineOf(program, runGenerated, 0, undefined, batch.capture);
    const source = { rulebookDigest: digest, engine: version };
    return batchMaker(engine, source, batch, isColoured ? coloured : plain);
  }
}

work(workerData as WorkerSetting);
