import { readFileSync } from 'node:fs';

import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { dossierPaths } from '../../src/io/paths.ts';
import { rulebookPack } from '../../src/cli/page-file.ts';
import { type Desk, openDesk } from '../../src/desk/desk.ts';
import type { TextsIn } from '../../src/desk/again.ts';
import type { JudgedBy } from '../../src/desk/work.ts';
import type { ReadAgain } from '../../src/check/kept.ts';
import type { Incoming } from '../../src/report/run.ts';
import { dossierTextsIn } from '../../src/streams/dossiers.ts';
import { digestOfBytes } from '../../src/io/digest.ts';

let desk: Desk | undefined;

/** The shipped rulebook, open as a page opens it. */
export function shippedDesk(): Desk {
  desk ??= openDesk(rulebookPack('rules'));
  return desk;
}

/** What files are judged by where nothing is asked for. */
export function plainly({ program, digest, version, languages, engine }: Desk): JudgedBy {
  return {
    engine,
    reporting: {
      program,
      rulebookDigest: digest,
      engine: version,
      options: {},
      languages,
      unmasked: false,
    },
    kind: undefined,
    lists: undefined,
    suppresses: undefined,
  };
}

/** The texts of files and folders, read as a page reads them. */
export function textsOf(...paths: readonly string[]): AsyncGenerator<readonly Incoming[]> {
  return dossierTextsIn(dossierPaths(paths).paths.map(fileBytesAt), nodePlatform);
}

export const textsIn: TextsIn = (file) => textsOf(file);

export const again: ReadAgain = ({ file, record, digest }) => {
  if (record) return undefined;
  const text = readFileSync(file, 'utf8');
  return digestOfBytes(text) === digest ? { name: file, text } : undefined;
};
