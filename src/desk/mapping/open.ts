import type { FileBytes, Platform } from '../../base/bytes.ts';
import type { Language } from '../../base/language.ts';
import { sayIn } from '../../base/language.ts';
import { tablesOf } from '../../tables/tables.ts';
import { message, wordbooks } from '../../words/messages/messages.ts';
import { type HeldTable, heldTables } from './held.ts';
import type { ProblemView } from './view.ts';

/** What files have of tables. */
export interface TablesOpened {
  readonly held: readonly HeldTable[];
  /** Why there are none, by file. */
  readonly problems: readonly (ProblemView & { readonly file: string })[];
}

/** Opens the tables of files: those that can be read, and why others cannot. */
export async function openTables(
  files: readonly FileBytes[],
  platform: Platform,
  language: Language,
): Promise<TablesOpened> {
  const held: HeldTable[] = [];
  const problems: TablesOpened['problems'][number][] = [];
  for (const file of files) {
    // eslint-disable-next-line no-await-in-loop -- one after the other
    const read = await tablesOf(file, platform);
    if ('tables' in read) {
      // eslint-disable-next-line no-await-in-loop -- one after the other
      held.push(...(await heldTables(read.tables)));
      continue;
    }
    const { problem } = read;
    const text = message(sayIn(wordbooks, language), problem);
    problems.push({ file: file.name, severity: problem.severity, text });
  }
  return { held, problems };
}
