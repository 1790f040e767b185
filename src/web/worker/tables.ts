import { type Language, sayIn } from '../../base/language.ts';
import type { Shown } from '../../desk/mapping/cells.ts';
import { changedMapping, draftedMapping, type MappingChange } from '../../desk/mapping/change.ts';
import type { HeldTable } from '../../desk/mapping/held.ts';
import { openTables, type TablesOpened } from '../../desk/mapping/open.ts';
import { type ColumnReading, columnReading } from '../../desk/mapping/reading.ts';
import { type FieldsAsked, searchedFields } from '../../desk/mapping/search.ts';
import type { FieldView } from '../../desk/mapping/targets.ts';
import { type MappingView, mappingView } from '../../desk/mapping/view.ts';
import { fileBytes } from '../file-bytes.ts';
import { webPlatform } from '../platform.ts';
import { mappedBy } from './mapped.ts';
import { openedDesk } from './open.ts';
import { type MappingText, work } from './work.ts';
import { message, wordbooks } from '../../words/messages/messages.ts';

let held: readonly HeldTable[] = [];

/** The tables that lie on the desk, and mappings of them; a mapping goes to and fro as its text. */
export const tablesService = {
  /** Opens the tables of files in place of those that were open; tells of files that have none. */
  open: async (files: readonly File[], language: Language): Promise<TablesOpened['problems']> => {
    const opened = await openTables(
      files.map((file) => fileBytes(file)),
      webPlatform,
      language,
    );
    ({ held } = opened);
    return opened.problems;
  },
  draft: async (subject: string | undefined, language: Language): Promise<string> =>
    draftedMapping(openedDesk().program, held, { subject, language }),
  view: async (text: string, shown: Shown): Promise<MappingView> =>
    mappingView(openedDesk().program, held, text, shown),
  change: async (text: string, change: MappingChange): Promise<string> =>
    changedMapping(openedDesk().program, held, text, change),
  /** Fields for a column, the likeliest first; only those of which the words of a query tell. */
  fields: (text: string, asked: FieldsAsked): readonly FieldView[] =>
    searchedFields(openedDesk().program, held, text, asked),
  /**
   * Puts the tables with their mapping in place of all files that are at work, to be judged.
   *
   * @returns why they cannot be; nothing where they can
   */
  use: async (
    files: readonly File[],
    mapping: MappingText,
    language: Language,
  ): Promise<readonly string[]> => {
    const given = files.map((file) => ({ name: file.name, file }));
    const { mapped, problems } = await mappedBy(mapping, given);
    if (!mapped) return problems.map((problem) => message(sayIn(wordbooks, language), problem));
    Object.assign(work, { files: given, mapping, judged: undefined, by: undefined });
    return [];
  },
  reading: async (
    text: string,
    column: { readonly table: string; readonly heading: string },
    shown: Shown,
  ): Promise<ColumnReading | undefined> =>
    columnReading(openedDesk().program, held, text, column, shown),
};
