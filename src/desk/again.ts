export type { ReadAgain } from '../check/kept.ts';
import { fileShown } from '../report/masked.ts';
import type { DossierJson } from '../report/json-format.ts';
import type { Text } from '../report/result.ts';
import type { Incoming } from '../report/run.ts';

/** Reads the texts of one of the files that were given, by its name. */
export type TextsIn = (file: string) => AsyncIterable<readonly Incoming[]>;

/**
 * The text of what was judged, read once more: none of them is held.
 *
 * @param names - of the files that were given
 * @returns undefined where its file is no longer there, or another by now
 */
export async function textAgain(
  { file: shown, record, digest }: Pick<DossierJson, 'file' | 'record' | 'digest'>,
  names: Iterable<string>,
  textsIn: TextsIn,
): Promise<Text | undefined> {
  if (digest === null) return undefined;
  for (const name of names) {
    // reports show names of files masked
    if (name !== shown && fileShown(name, false, digest) !== shown) continue;
    // eslint-disable-next-line no-await-in-loop -- one of them is nearly always the only one
    for await (const batch of textsIn(name)) {
      for (const one of batch) {
        if (!('source' in one) || one.record?.number !== record?.number) continue;
        if (one.source.digest === digest) return one;
      }
    }
  }
  return undefined;
}
