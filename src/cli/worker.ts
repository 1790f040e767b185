import { parentPort, workerData } from 'node:worker_threads';

import { invariant } from '../base/invariant.ts';
import { engineOf } from '../check/engine.ts';
import { readRegister } from '../check/read.ts';
import { headOf } from '../report/head.ts';
import { coloured, plain } from '../report/paint.ts';
import { recorderOf } from '../report/record.ts';
import { resultMaker } from '../report/result.ts';
import { runGenerated } from '../run/compile.ts';
import { keptEngine, keptProgram, keyOf, ranAs } from './kept.ts';
import { loadRulebook } from './load.ts';
import type { ToWorker, FromWorker, WorkerSetting } from './workers.ts';

/** What a worker thread does: it loads the rulebook itself, and makes results of the texts that it is sent. */
function work(setting: WorkerSetting): void {
  const port = parentPort;
  invariant(port !== null, 'a worker has somebody to answer');
  const { rulebook, stamp, digest, isWhole, kind, isColoured, ...asked } = setting;
  const { register, waiverEntries: waivers, capture, ...reporting } = asked;
  ranAs(stamp);
  const key = keyOf(rulebook);
  const kept = key === undefined ? undefined : keptProgram(key);
  const loaded = kept ?? loadRulebook(rulebook);
  const { program } = loaded;
  const isSame = program !== undefined && loaded.digest === digest;
  const maker = isSame ? makerFor() : undefined;
  port.on('message', ({ number, texts }: ToWorker) => {
    const answer: FromWorker = { number, results: maker?.ofTexts(texts) };
    port.postMessage(answer);
  });

  function makerFor() {
    invariant(program !== undefined, 'a rulebook that is the same is as sound');
    const whole = { program, rulebookDigest: digest, ...reporting };
    const engine = kept
      ? keptEngine(kept, capture)
      : engineOf(program, runGenerated, 0, undefined, capture);
    const people = register && readRegister(register, engine).value?.people;
    return resultMaker({
      engine: { ...engine, people, waivers },
      recorder: recorderOf(headOf(whole), whole, isWhole),
      reporting: whole,
      kind,
      paint: isColoured ? coloured : plain,
    });
  }
}

work(workerData as WorkerSetting);
