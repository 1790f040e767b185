import { groupList } from '../dossier/together.ts';
import type { Core } from '../feel/core.ts';
import { type ContextType, type Field, listOf, type Title, type Type } from '../feel/types.ts';
import type { Subject } from './ast.ts';

/** Files of a subject as one record with a list, and with what they have in common where that has a name. */
export function groupSubject({ name, type, file }: Subject, key?: Field): Subject {
  const list: Field = {
    name: groupList,
    title: file.title,
    type: listOf(type),
    absenceIsNone: false,
    correctable: false,
  };
  const fields = [list, ...(key ? [key] : [])].map((field) => [field.name, field] as const);
  const record: ContextType = { kind: 'context', fields: new Map(fields) };
  const { title, schema, id } = file;
  return { name, type: record, file: { title, schema, id } };
}

/** What the files of a group have in common, as a text that expressions read; undefined where it is none. */
export function keyField(name: string, title: Title, by: Core): Field | undefined {
  const type = by.type.kind === 'list' ? by.type.of : by.type;
  if (type.kind !== 'text') return undefined;
  const personal = by.kind === 'field' ? by.field.personal : undefined;
  return {
    name,
    title,
    type,
    absenceIsNone: false,
    correctable: false,
    ...(personal && { personal }),
  };
}

/** Whether files can be told apart by it: a text, a number, a day, or a list of those. */
export function isKey(type: Type): boolean {
  if (type.kind === 'list') return isKey(type.of) && type.of.kind !== 'list';
  return ['text', 'number', 'date', 'any'].includes(type.kind);
}
