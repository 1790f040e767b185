import type { Choices, Form, FormColumn, FormSheet } from '../base/form.ts';
import { inLanguage, type Language, sayIn } from '../base/language.ts';
import {
  type ContextType,
  type Field,
  isOneValue,
  type NumberType,
  type Title,
} from '../feel/types.ts';
import { nameOfUnit } from '../feel/units.ts';
import type { Subject } from '../program/ast.ts';
import { type FormWords, formWords } from '../words/form.ts';
import { measures } from '../words/units.ts';
import { sheetNames } from './sheet-name.ts';

/** Rows that are made ready in the main sheet, and in sheets that have several for a file. */
const openRows = { main: 2000, list: 10_000 } as const;

/** A field that a column is for. */
interface Slot {
  readonly field: Field;
  readonly path: string;
  /** What the record that it is in is called. */
  readonly group: string;
}

/** A list of records, which has a sheet of its own. */
interface ListOfRecords {
  readonly title: string;
  readonly slots: readonly Slot[];
}

/**
 * A workbook to be filled in for files of a subject: a main sheet with a row for each file, and a sheet for each list of
 * records that have a key, of which the first column has the file's number. Behind them stand what each column wants,
 * and, hidden, the words to choose from.
 *
 * Columns are headed by the titles of their fields, `record/field` where a sheet would have a title twice.
 *
 * @param currency - what money is called
 */
export function templateOf(subject: Subject, language: Language, currency: string): Form {
  const words = sayIn(formWords, language);
  const { slots, lists } = partsOf(subject.type, language);
  const id = slots.find(({ path }) => path === subject.file.id);
  const key: FormColumn = {
    title: id ? inLanguage(id.field.title, language) : subject.file.id,
    width: 22,
    holds: 'text',
    prompt: words.entries.key,
  };
  const nameOf = sheetNames([words.notes, words.codes]);
  const codes = codeColumns(words, language);
  const main = {
    name: nameOf(inLanguage(subject.file.title, language)),
    slots: slots.filter((slot) => slot !== id),
    open: openRows.main,
  };
  const children = lists.map(({ title, slots: own }) => ({
    name: nameOf(title),
    slots: own,
    open: openRows.list,
  }));
  const toFill = [main, ...children].map(({ name, slots: own, open }): FormSheet => ({
    name,
    columns: [key, ...columnsOf(own, key.title)],
    rows: [],
    open,
  }));
  return { sheets: [...toFill, notesSheet(toFill, words), codes.sheet()] };

  function columnsOf(own: readonly Slot[], taken: string): readonly FormColumn[] {
    const titles = own.map(({ field }) => inLanguage(field.title, language));
    const times = new Map([[taken, 1]]);
    for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
    const groups = [...new Set(own.map(({ group }) => group))];
    return own.map(({ field, group }, index) => {
      const title = titles[index] ?? '';
      return {
        title: times.get(title) === 1 ? title : `${group}/${title}`,
        width: Math.min(40, Math.max(12, title.length * 2 + 2)),
        isShaded: groups.indexOf(group) % 2 === 1,
        ...entryOf(field, codes.of, { words, language, currency }),
      };
    });
  }
}

/** The fields of a record that hold one value, those of records in it too, and its lists of records with a key. */
function partsOf(
  type: ContextType,
  language: Language,
): { readonly slots: readonly Slot[]; readonly lists: readonly ListOfRecords[] } {
  const slots: Slot[] = [];
  const lists: ListOfRecords[] = [];
  gather(type, '', '');
  return { slots, lists };

  function gather({ fields }: ContextType, before: string, group: string): void {
    for (const field of fields.values()) {
      const path = `${before}${field.name}`;
      const title = inLanguage(field.title, language);
      if (field.type.kind === 'context') gather(field.type, `${path}.`, title);
      else if (isOneValue(field.type)) slots.push({ field, path, group });
      else if (
        field.type.kind === 'list' &&
        field.type.of.kind === 'context' &&
        field.key !== undefined
      )
        lists.push({ title, slots: partsOf(field.type.of, language).slots });
    }
  }
}

interface Saying {
  readonly words: FormWords;
  readonly language: Language;
  readonly currency: string;
}

/** What the cells of a field hold, and what is said beside them. */
function entryOf(
  { type, personal, description }: Field,
  choicesOf: (words: ReadonlyMap<string, Title> | 'boolean') => Choices,
  saying: Saying,
): Pick<FormColumn, 'holds' | 'prompt' | 'choices'> {
  const { entries } = saying.words;
  const said = (entry: string) =>
    [entry, inLanguage(description, saying.language)].filter((text) => text !== '').join('\n');
  switch (type.kind) {
    case 'boolean':
      return { holds: 'text', prompt: said(entries.boolean), choices: choicesOf('boolean') };
    case 'date':
      return { holds: 'day', prompt: said(entries.day) };
    case 'date-time':
      return { holds: 'moment', prompt: said(entries.moment) };
    case 'time':
      return { holds: 'text', prompt: said(entries.time) };
    case 'number': {
      const holds = type.unit === 'money' ? 'amount' : 'number';
      return { holds, prompt: said(numberEntry(type, saying)) };
    }
    case 'text':
      if (type.words)
        return { holds: 'text', prompt: said(entries.words), choices: choicesOf(type.words) };
      return { holds: 'text', prompt: said(personal === 'id' ? entries.id : entries.text) };
    default:
      return { holds: 'text', prompt: said(entries.text) };
  }
}

function numberEntry({ unit }: NumberType, { words, language, currency }: Saying): string {
  const { entries, inUnit } = words;
  if (unit === undefined || unit === 'count') return entries.number;
  if (typeof unit !== 'string') return inUnit(entries.number, nameOfUnit(unit, language));
  if (unit === 'money') return inUnit(entries.number, currency);
  return unit === 'ratio' || unit === 'rate' || unit === 'rate-per-month'
    ? entries.share
    : inUnit(entries.number, sayIn(measures[unit].mark, language));
}

/** The words that columns choose from, a column for each set of them. */
function codeColumns(words: FormWords, language: Language) {
  const columns: (readonly string[])[] = [];
  const known = new Map<string, number>();
  return {
    of: (choices: ReadonlyMap<string, Title> | 'boolean'): Choices => {
      const titles =
        choices === 'boolean'
          ? [words.yes, words.no]
          : [...choices].map(([word, title]) => inLanguage(title, language) || word);
      const column = known.get(titles.join('\n')) ?? columns.push(titles) - 1;
      known.set(titles.join('\n'), column);
      return { sheet: words.codes, column, count: titles.length };
    },
    sheet: (): FormSheet => {
      const height = columns.reduce((most, { length }) => Math.max(most, length), 0);
      return {
        name: words.codes,
        columns: columns.map((_, index) => ({
          title: `${words.codes} ${index + 1}`,
          width: 16,
          holds: 'text',
        })),
        rows: Array.from({ length: height }, (_, row) =>
          columns.map((titles) => titles[row] ?? ''),
        ),
        open: 0,
        isHidden: true,
      };
    },
  };
}

/** What each column wants, in a sheet of its own. */
function notesSheet(sheets: readonly FormSheet[], words: FormWords): FormSheet {
  const rows = sheets.flatMap(({ name, columns }) =>
    columns.map(({ title, prompt = '' }) => {
      const [entry = '', ...remarks] = prompt.split('\n');
      return [name, title, entry, remarks.join(' ')];
    }),
  );
  return {
    name: words.notes,
    columns: words.noteTitles.map((title, index) => ({
      title,
      width: [18, 30, 44, 60][index] ?? 20,
      holds: 'text',
    })),
    rows: [['', '', words.blank, ''], ...rows],
    open: 0,
  };
}
