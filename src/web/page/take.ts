import { dossierEndings, endsWith } from '../../base/endings.ts';
import { sayIn } from '../../base/language.ts';
import type { KindFound } from '../../desk/kinds.ts';
import { tablesWords } from '../../words/desk/tables.ts';
import type { Handed } from '../worker/handed.ts';
import type { GivenFile } from '../worker/work.ts';
import { handing } from './hand.ts';
import { desk, go, language } from './state.ts';
import { openTables, useMapping } from './views/tables/state.ts';
import { ask } from './parts/ask.tsx';
import type { DeskWorker } from './worker.ts';
import { addFiles, judged, namesOf, remarks, removeFiles, tellRemark } from './work.ts';

/**
 * Takes files that were given: tables are mapped first, where no mapping fits them; all others are judged as they are,
 * or are what is judged by.
 */
export async function takeFiles(files: readonly GivenFile[]): Promise<void> {
  const worker = desk.value;
  if (!worker) return;
  const words = sayIn(tablesWords, language.value);
  // tables are read to be known: it may take a while
  if (files.some(({ name }) => !endsWith(name, dossierEndings))) {
    remarks.value = [];
    tellRemark(words.reading);
  }
  await handing(worker, files, async (handed) => take(worker, handed, files));
}

/** @param files - those that were handed over, for their texts */
async function take(
  worker: DeskWorker,
  handed: readonly Handed[],
  files: readonly GivenFile[],
): Promise<void> {
  const words = sayIn(tablesWords, language.value);
  const among = await worker.tables.among(handed);
  const rest = handed.filter(({ id }) => {
    const isIt = (one: Handed) => one.id === id;
    return !among.tables.some(isIt) && !among.mappings.some(isIt);
  });
  const kinds = await worker.check.kinds(rest);
  const dossiers = rest.filter((_, index) => isJudged(kinds[index]));
  const isOfTables = judged.value?.summary.intake !== undefined;
  if (among.tables.length === 0) {
    const tables = isOfTables ? namesOf('table') : [];
    if (tables.length > 0 && dossiers.length > 0) {
      const says = words.askFiles(tables, dossiers.length);
      if (await ask(says, words.toFiles, words.keepTables)) await removeFiles(tables);
      else {
        remarks.value = [];
        const isOther = (_: unknown, index: number) => !isJudged(kinds[index]);
        if (dossiers.length < rest.length)
          await addFiles(rest.filter(isOther), kinds.filter(isOther));
        return;
      }
    }
    await addFiles(rest, kinds);
    return;
  }
  const others = rest.filter((one) => !dossiers.includes(one));
  if (others.length > 0) await worker.check.add(others);
  const mappings = files.filter((_, index) =>
    among.mappings.some(({ id }) => id === handed[index]?.id),
  );
  const isFitting = await openTables(among.tables, mappings);
  remarks.value = [];
  if (isFitting) await useMapping();
  else go('tables');
  if (dossiers.length > 0) tellRemark(words.leftOut(dossiers.length));
}

/** Whether it is a dossier, or nothing that is known: that is told with the dossiers. */
function isJudged(found: KindFound | undefined): boolean {
  return !found || 'other' in found || found.kind === 'dossiers';
}
