import { dossierEndings, endsWith } from '../../base/endings.ts';
import { sayIn } from '../../base/language.ts';
import { tablesWords } from '../../words/desk/tables.ts';
import type { GivenFile } from '../worker/work.ts';
import { announced, desk, go, language } from './state.ts';
import { openTables, useMapping } from './views/tables/state.ts';
import { addFiles, given, judged, remark, removeFiles } from './work.ts';

/** Takes files that were given: tables are mapped first, where no mapping fits them; all others are judged as they are. */
export async function takeFiles(files: readonly GivenFile[]): Promise<void> {
  const words = sayIn(tablesWords, language.value);
  const mayBeTables = files.some(({ name }) => !endsWith(name, dossierEndings));
  if (mayBeTables) remark.value = words.reading;
  announced.value = remark.value;
  const among = mayBeTables ? await desk.value?.tables.among([...files]) : undefined;
  const isOfTables = judged.value?.summary.intake !== undefined;
  if (!among || among.tables.length === 0) {
    if (!isOfTables) return addFiles(files);
    await removeFiles();
    await addFiles(files);
    remark.value = words.replaced;
    return undefined;
  }
  const isReplacing = !isOfTables && given.value.length > 0;
  const isFitting = await openTables(among.tables, among.mappings);
  if (isFitting) await useMapping();
  else go('tables');
  remark.value = '';
  const left = files.length - among.tables.length - among.mappings.length;
  if (left > 0) remark.value = words.leftOut(left);
  else if (isReplacing && isFitting) remark.value = words.replaced;
  return undefined;
}
