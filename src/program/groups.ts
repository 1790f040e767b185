import { groupList } from '../dossier/together.ts';
import { type ContextType, type Field, listOf, type Type } from '../feel/types.ts';
import type { Subject } from './ast.ts';

/** Files of a subject as one record with a list. */
export function groupSubject({ name, type, file }: Subject): Subject {
  const list: Field = {
    name: groupList,
    title: file.title,
    type: listOf(type),
    absenceIsNone: false,
    correctable: false,
  };
  const record: ContextType = { kind: 'context', fields: new Map([[groupList, list]]) };
  const { title, schema, id } = file;
  return { name, type: record, file: { title, schema, id } };
}

/** Whether files can be told apart by it: a text, a number, a day, or a list of those. */
export function isKey(type: Type): boolean {
  if (type.kind === 'list') return isKey(type.of) && type.of.kind !== 'list';
  return ['text', 'number', 'date', 'any'].includes(type.kind);
}
