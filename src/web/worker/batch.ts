import { invariant } from '../../base/invariant.ts';
import { type BatchSetting, batchMaker } from '../../report/batch.ts';
import { plain } from '../../report/paint.ts';
import type { Result, ResultMaker, Text } from '../../report/result.ts';
import { openedDesk } from './open.ts';

let maker: ResultMaker | undefined;

/** What a worker does for another one, which has a whole book to judge. */
export const batchService = {
  begin: (setting: BatchSetting): void => {
    const { engine, engineFor, digest, version } = openedDesk();
    const { capture } = setting;
    const source = { rulebookDigest: digest, engine: version };
    maker = batchMaker(capture ? engineFor(capture) : engine, source, setting, plain);
  },
  judge: (texts: readonly Text[]): readonly Result[] => {
    invariant(maker, 'batches come after what they are judged by');
    return maker.ofTexts(texts);
  },
};
