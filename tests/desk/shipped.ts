import { type Desk, openDesk } from '../../src/desk/desk.ts';
import { packedFolder } from '../../src/desk/pack.ts';
import { dossierTexts } from '../../src/io/dossiers.ts';
import { digestOf, rulebookFolder } from '../../src/io/rulebook.ts';
import type { Incoming } from '../../src/report/run.ts';

/** The rulebook that is shipped, opened as a page opens it. */
export function shippedDesk(): Desk {
  return deskOf('rules');
}

/** A rulebook of a folder, opened so. */
export function deskOf(path: string): Desk {
  const { folder } = rulebookFolder(path);
  return openDesk({
    engine: '0.0.0',
    digest: digestOf(folder),
    folder: packedFolder(folder),
    days: { made: '2026-11-30' },
  });
}

/** The texts of files, as a page reads them. */
export function incoming(...paths: readonly string[]): AsyncIterable<readonly Incoming[]> {
  return dossierTexts(paths);
}
