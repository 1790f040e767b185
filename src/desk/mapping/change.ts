import { isNamed } from '../../intake/bound.ts';
import { draftOf, mappingText, type TableDraft } from '../../intake/columns.ts';
import { foldedHeading } from '../../intake/bound.ts';
import { unitIn } from '../../intake/fields.ts';
import { cellReader } from '../../intake/cells.ts';
import { type MappingRead, offsetIn, readMapping } from '../../intake/mapping.ts';
import { mainSubject, type Program, type Subject } from '../../program/ast.ts';
import type { ColumnFile, ListTableFile, MainTableFile } from '../../rulebook/files.ts';
import { editText, type Plain } from '../../yaml/edit-text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { at, plainOf } from '../../yaml/tree.ts';
import type { HeldTable } from './held.ts';
import { type Language, sayIn } from '../../base/language.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { listOf, placeOf } from './place.ts';
import { offeringOf } from './targets.ts';

/** One thing that is changed of a mapping; tables go by their names on the desk. */
export type MappingChange =
  /** What the rows of a table are: files, elements of a list, or nothing. */
  | { readonly kind: 'role'; readonly table: string; readonly role: Role }
  /** The column with the business number. */
  | { readonly kind: 'key'; readonly table: string; readonly heading: string }
  | ({ readonly kind: 'column'; readonly to: string | undefined } & OfColumn)
  | ({
      readonly kind: 'unit';
      readonly times: number | undefined;
      readonly unit: string;
    } & OfColumn)
  /** What a word of the column means; `word` is undefined for one that is to be read as it stands. */
  | ({ readonly kind: 'code'; readonly cell: string; readonly word: string | undefined } & OfColumn)
  /** `12:00`, for days of which the field wants a moment. */
  | ({ readonly kind: 'time'; readonly time: string | undefined } & OfColumn)
  | ({ readonly kind: 'optional'; readonly isOptional: boolean } & OfColumn)
  /** What is so of every row; undefined for no longer. */
  | {
      readonly kind: 'fixed';
      readonly table: string;
      readonly path: string;
      /** As a cell would have it. */
      readonly value: string | undefined;
    }
  /** Whether the tables have all there is of a list, a record or a field. */
  | { readonly kind: 'complete'; readonly path: string; readonly isComplete: boolean };

export type Role = 'main' | 'none' | { readonly list: string };

interface OfColumn {
  readonly table: string;
  readonly heading: string;
}

/** A mapping as its file would be written, drafted from headings; empty where no table has any. */
export async function draftedMapping(
  program: Program,
  held: readonly HeldTable[],
  { subject, language }: { readonly subject?: string | undefined; readonly language: Language },
): Promise<string> {
  const { subjects } = program;
  const kind = subject === undefined ? mainSubject(subjects) : subjects.get(subject);
  if (!kind) return '';
  const drafts = await draftsOf(program, held, kind);
  return mappingText(drafts, kind.name, sayIn(wordbooks, language).terms.intake.draft);
}

/**
 * The text of a mapping with one thing changed; all else of it stays as it was written.
 *
 * @returns the same text where there is nothing to change, or the text is no mapping
 */
export async function changedMapping(
  program: Program,
  held: readonly HeldTable[],
  text: string,
  change: MappingChange,
): Promise<string> {
  const { value: read } = readMapping({ name: '', text }, program);
  if (!read) return text;
  const { data, mapping } = read;
  switch (change.kind) {
    case 'role':
      return (await withRole(program, held, text, read, change)) ?? text;
    case 'complete': {
      const all = data.complete ?? [];
      const index = all.indexOf(change.path);
      if (change.isComplete === index >= 0) return text;
      if (!change.isComplete) return edited(['complete', index], undefined);
      return data.complete === undefined
        ? edited(['complete'], [change.path])
        : edited(['complete', all.length], change.path);
    }
    case 'key':
      return ofTable((keys) => edited([...keys, 'key'], change.heading));
    case 'fixed':
      return ofTable((keys, table) => {
        const { path } = change;
        const isLast = Object.keys(table.fixed ?? {}).every((one) => one === path);
        return change.value === undefined && isLast
          ? edited([...keys, 'fixed'], undefined)
          : edited([...keys, 'fixed', path], fixedTo(path, listOf(table), change.value));
      });
    default:
      return ofTable((keys, table) => {
        const { heading } = change;
        const known = Object.keys(table.columns).find(
          (one) => foldedHeading(one) === foldedHeading(heading),
        );
        const way = [...keys, 'columns', known ?? heading];
        const given = known === undefined ? undefined : table.columns[known];
        if (change.kind === 'column') {
          const list = listOf(table);
          const made = change.to === undefined ? undefined : columnTo(change.to, heading, list);
          return uncommented(text, way, made) ?? edited(way, made);
        }
        if (given === undefined) return text;
        const column: ColumnFile = typeof given === 'string' ? { to: given } : given;
        if (change.kind === 'code') {
          // codes that columns share are changed for all of them
          const codes =
            typeof column.codes === 'string' ? data.codes?.[column.codes] : column.codes;
          const others = Object.entries(codes ?? {}).filter(([cell]) => cell !== change.cell);
          if (typeof column.codes === 'string')
            return edited(['codes', column.codes, change.cell], change.word);
          if (typeof given !== 'string' && (change.word !== undefined || others.length > 0))
            return edited([...way, 'codes', change.cell], change.word);
          return edited(
            way,
            slim(column, {
              codes: change.word === undefined ? undefined : { [change.cell]: change.word },
            }),
          );
        }
        const parts: Parts =
          change.kind === 'unit'
            ? { times: change.times, unit: change.unit === '' ? undefined : change.unit }
            : change.kind === 'time'
              ? { time: change.time }
              : { optional: change.isOptional ? true : undefined };
        const made = slim(column, parts);
        if (typeof given === 'string' || typeof made === 'string') return edited(way, made);
        return Object.entries(parts).reduce(
          (before, [key, value]) => editText(before, [...way, key], value as Plain) ?? before,
          text,
        );
      });
  }

  function edited(keys: readonly (string | number)[], value: Plain | undefined): string {
    return editText(text, keys, value) ?? text;
  }

  /** Of the table that a change is of, where it stands in the mapping. */
  function ofTable(
    of: (keys: readonly (string | number)[], table: MainTableFile | ListTableFile) => string,
  ): string {
    const place = 'table' in change ? placeOf(change.table, read) : undefined;
    return place ? of(place.keys, place.table) : text;
  }

  /** A value as its field has it; the text itself where it cannot be read. */
  function fixedTo(path: string, list: string | undefined, value: string | undefined) {
    const type = offeringOf(program, mapping.subject, list).at(path)?.field.type;
    if (value === undefined || !type) return value;
    const read = cellReader(type, { offset: offsetIn(program.setting.zone) })(value);
    return typeof read === 'string' ? value : (JSON.parse(read.json) as Plain);
  }

  /** A field for a column, with the factor that its heading tells of. */
  function columnTo(to: string, heading: string, list: string | undefined): Plain {
    const { times, unit } = unitIn(heading);
    const field = offeringOf(program, mapping.subject, list).at(to)?.field;
    return times === undefined || field?.type.kind !== 'number' ? to : { to, times, unit };
  }
}

/** Parts of a column; undefined is taken out. */
type Parts = { readonly [Key in keyof ColumnFile]?: ColumnFile[Key] | undefined };

/** A column with some parts changed, as short as it can be written. */
function slim(column: ColumnFile, parts: Parts): Plain {
  const made = Object.entries({ ...column, ...parts }).filter(([, value]) => value !== undefined);
  return made.length === 1 ? column.to : Object.fromEntries(made);
}

/** A text in which a column that a draft left as a comment is one; undefined where none is. */
function uncommented(
  text: string,
  way: readonly (string | number)[],
  value: Plain | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  const entry = `# ${JSON.stringify(way.at(-1))}:`;
  for (let start = text.indexOf(entry); start >= 0; start = text.indexOf(entry, start + 1)) {
    const end = text.indexOf('\n', start);
    const line = `${entry.slice(2)} ${inLine(value)}`;
    const made = text.slice(0, start) + line + text.slice(end < 0 ? text.length : end);
    // another table may have a column of the same heading
    const { value: tree } = parseYaml({ name: '', text: made });
    const found = tree && at(tree, way.map(String));
    if (found?.whole && JSON.stringify(plainOf(found.yaml)) === JSON.stringify(value)) return made;
  }
  return undefined;
}

/** As drafts write it. */
function inLine(value: Plain): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${JSON.stringify(part)}`);
  return `{ ${parts.join(', ')} }`;
}

async function withRole(
  program: Program,
  held: readonly HeldTable[],
  text: string,
  read: MappingRead,
  { table: name, role }: Extract<MappingChange, { readonly kind: 'role' }>,
): Promise<string | undefined> {
  const { data, mapping } = read;
  const place = placeOf(name, read);
  const own = held.find(({ table }) => table.name === name);
  if (!own || (place?.keys[0] === 'table' && role === 'none')) return undefined;
  const lists = data.lists ?? [];
  const index = Number(place?.keys[1] ?? -1);
  // what no table on the desk is meant by is the same table under another name
  const isThere = (called: string | undefined) =>
    called !== undefined && held.some(({ table }) => isNamed(table.name, called));
  if (role === 'main' && index < 0 && !isThere(data.table.name))
    return editText(text, ['table', 'name'], nameIn(name));
  const renamed = lists.findIndex(
    (one) => role !== 'main' && role !== 'none' && one.list === role.list && !isThere(one.name),
  );
  if (renamed >= 0 && index < 0) return editText(text, ['lists', renamed, 'name'], nameIn(name));
  const keys = lists.length === 1 ? ['lists'] : ['lists', index];
  const without = index < 0 ? text : editText(text, keys, undefined);
  if (without === undefined || role === 'none') return without;
  if (role === 'main') {
    const [main] = await draftsOf(program, [own], mapping.subject);
    return main && editText(without, ['table'], tableOf(main));
  }
  const first = held.find(({ table }) => placeOf(table.name, read)?.keys[0] === 'table');
  const tables = first && first !== own ? [first, own] : [own];
  const fills = new Map([[name, role.list]]);
  const drafts = await draftsOf(program, tables, mapping.subject, fills);
  const draft = drafts.find((one) => one.name === name && one.list !== undefined);
  if (!draft) return undefined;
  const { name: called = '', ...rest } = tableOf(draft);
  const made = { name: called, list: role.list, ...rest };
  const left = lists.length - (index < 0 ? 0 : 1);
  return left === 0
    ? editText(without, ['lists'], [made])
    : editText(without, ['lists', left], made);
}

async function draftsOf(
  program: Program,
  held: readonly HeldTable[],
  subject: Subject,
  fills?: ReadonlyMap<string, string>,
): Promise<readonly TableDraft[]> {
  const terms = program.rulebook.glossary?.data.terms ?? [];
  const tables = held.map(({ beginning }) => beginning);
  return draftOf(tables, subject, terms, fills);
}

/** A table as a mapping has it, with the columns that are called as their fields. */
function tableOf({ name, key, columns }: TableDraft): { readonly [key: string]: Plain } {
  const found = columns.flatMap(({ heading, path, times, unit, isNear }): [string, Plain][] =>
    path === undefined || isNear
      ? []
      : [[heading, times === undefined ? path : { to: path, times, unit }]],
  );
  return { name: nameIn(name), key, columns: Object.fromEntries(found) };
}

/** A table as mappings call it: by its sheet, or by its file without folders. */
function nameIn(table: string): string {
  const [path = '', sheet] = table.split('!');
  return sheet ?? path.slice(path.lastIndexOf('/') + 1);
}
