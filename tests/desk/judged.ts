import { readFileSync } from 'node:fs';

import type { ReadAgain } from '../../src/check/kept.ts';
import { engineVersion } from '../../src/cli/sound.ts';
import type { TextsIn } from '../../src/desk/again.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { JudgedBy } from '../../src/desk/work.ts';
import type { JudgeOptions } from '../../src/evaluate/outcome.ts';
import { digestOfBytes } from '../../src/io/digest.ts';
import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { dossierPaths } from '../../src/io/paths.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import type { Incoming } from '../../src/report/run.ts';
import { dossierTextsIn } from '../../src/streams/dossiers.ts';

/** What files are judged by, as the command line judges them. */
export function judgedBy(
  { program, digest, languages, engine }: Desk,
  options: JudgeOptions = {},
): JudgedBy {
  return {
    engine,
    reporting: {
      program,
      rulebookDigest: digest,
      engine: engineVersion(),
      options,
      languages,
      unmasked: false,
    },
  };
}

/** The texts of files and folders, read as a page reads them. */
export function textsAt(...paths: readonly string[]): AsyncGenerator<readonly Incoming[]> {
  return dossierTextsIn(dossierPaths(paths).paths.map(fileBytesAt), nodePlatform);
}

export const textsIn: TextsIn = (file) => textsAt(file);

export const again: ReadAgain = ({ file, record, digest }) => {
  if (record) return undefined;
  const text = readFileSync(file, 'utf8');
  return digestOfBytes(text) === digest ? { name: file, text } : undefined;
};
