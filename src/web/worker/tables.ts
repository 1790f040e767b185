import { dossierEndings, endsWith } from '../../base/endings.ts';
import { type Language, sayIn } from '../../base/language.ts';
import type { KindFound } from '../../desk/kinds.ts';
import type { Shown } from '../../desk/mapping/cells.ts';
import { changedMapping, draftedMapping, type MappingChange } from '../../desk/mapping/change.ts';
import type { HeldTable } from '../../desk/mapping/held.ts';
import { openTables, type TablesOpened } from '../../desk/mapping/open.ts';
import { type ColumnReading, columnReading } from '../../desk/mapping/reading.ts';
import { type FieldsAsked, searchedFields } from '../../desk/mapping/search.ts';
import type { FieldView } from '../../desk/mapping/targets.ts';
import { type MappingView, mappingView } from '../../desk/mapping/view.ts';
import { webPlatform } from '../platform.ts';
import { type Handed, handedFiles } from './handed.ts';
import { bytesOf, kindsOf, partsOf } from './kinds.ts';
import { mappedBy } from './mapped.ts';
import { openedDesk } from './open.ts';
import { type GivenFile, type MappingText, work } from './work.ts';
import { message, wordbooks } from '../../words/messages/messages.ts';

/** What of files that were given has to do with tables. */
export interface TablesAmong {
  readonly tables: readonly Handed[];
  /** The mappings that came with them. */
  readonly mappings: readonly Handed[];
}

let held: readonly HeldTable[] = [];
/** Whose tables they are. */
let opened: readonly GivenFile[] = [];

/** The tables that lie on the desk, and mappings of them; a mapping goes to and fro as its text. */
export const tablesService = {
  /** Finds the tables among files that were given, by what is in them; files that are called as dossiers are none. */
  among: async (files: readonly Handed[]): Promise<TablesAmong> => {
    const tables = await thoseOf(
      files.filter(({ name }) => !endsWith(name, dossierEndings)),
      isTable,
    );
    const texts = files.filter(({ name }) => /\.ya?ml$/iu.test(name)).slice(0, mostMappings);
    const mappings = tables.length > 0 ? await thoseOf(texts, isMapping) : [];
    return { tables, mappings };
  },
  /** Opens the tables of files in place of those that were open; tells of files that have none. */
  open: async (files: readonly Handed[], language: Language): Promise<TablesOpened['problems']> => {
    const given = handedFiles(files);
    const { held: tables, problems } = await openTables(given.map(bytesOf), webPlatform, language);
    [held, opened] = [tables, given];
    return problems;
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
   * Puts the tables that are open, with a mapping, in place of all files that are judged, and leaves what is judged by.
   *
   * @returns why they cannot be; nothing where they can
   */
  use: async (mapping: MappingText, language: Language): Promise<readonly string[]> => {
    const { mapped, problems } = await mappedBy(mapping, opened);
    if (!mapped) return problems.map((problem) => message(sayIn(wordbooks, language), problem));
    const { others } = await partsOf(work.files);
    const beside = work.files.filter(({ name }) => others.some(({ file }) => file.name === name));
    const files = [...beside, ...opened];
    // what saved work had come to is taken out with its files
    Object.assign(work, { files, mapping, judged: undefined, by: undefined, before: undefined });
    return [];
  },
  reading: async (
    text: string,
    column: { readonly table: string; readonly heading: string },
    shown: Shown,
  ): Promise<ColumnReading | undefined> =>
    columnReading(openedDesk().program, held, text, column, shown),
};

/** Files that are looked at for a mapping, at most. */
const mostMappings = 20;

async function thoseOf(
  files: readonly Handed[],
  isOne: (found: KindFound) => boolean,
): Promise<readonly Handed[]> {
  const kinds = await kindsOf(handedFiles(files));
  return files.filter((_, index) => {
    const found = kinds[index];
    return found && isOne(found);
  });
}

function isMapping(found: KindFound): boolean {
  return 'kind' in found && found.kind === 'mapping';
}

/** What would be a table and cannot be read is told of among them. */
function isTable(found: KindFound): boolean {
  return 'kind' in found
    ? found.kind === 'table'
    : ['xls', 'encrypted', 'parquet', 'damaged', 'archive'].includes(found.other);
}
