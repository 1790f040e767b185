import { type Cell, cellAt, type Position, positionOf } from '../base/source.ts';
import { idIn, locate } from '../dossier/dossier.ts';
import { fieldAt, pathOf, pathTitled } from '../dossier/path.ts';
import { groupList, placeInGroup } from '../dossier/together.ts';
import type { GroupUse } from '../evaluate/outcome.ts';
import type { Session } from '../evaluate/session.ts';
import type { Type } from '../feel/types.ts';
import { type Program, titleOfName } from '../program/ast.ts';
import { rowAt } from '../program/rows.ts';
import type { Words } from '../rulebook/files.ts';

export interface PlaceView extends Position {
  /** The file it is in: of files judged together, one of them. */
  readonly file: string;
  readonly pointer: string;
  readonly path: string;
  /** The path in words: `合同V09 › 签署人`, as the schema calls them. */
  readonly title: string;
  /** Where a table has it. */
  readonly cell?: Cell | undefined;
  /** Of a register: the row, from 1, and the field of it with its title. */
  readonly row?: { readonly number: number; readonly field: FieldView | undefined };
}

export interface FieldView {
  readonly name: string;
  readonly title: string;
}

/** Looks up places of a file, or of files judged together, by JSON pointer. */
export function placesIn(
  seen: Pick<GroupUse, 'dossier' | 'subject'> & Partial<GroupUse>,
  program: Pick<Program, 'references' | 'codeSets' | 'rows' | 'rules'>,
  words: (words: Words | undefined) => string,
) {
  return { path, place, titleOf, typeOf };

  function path(pointer: string): string {
    if (!pointer.startsWith('/')) return pointer;
    const member = seen.members && placeInGroup(pointer);
    const file = member && seen.members[member.index];
    if (!member || !file) return pathOf(pointer, seen.dossier.root, seen.subject.type);
    const inner = pathOf(member.pointer, file.dossier.root, file.subject.type);
    return `${groupList}[${idOf(file)}]${inner === '' ? '' : `.${inner}`}`;
  }

  function place(pointer: string): PlaceView {
    const span = locate(seen.dossier, pointer);
    const member = seen.members && placeInGroup(pointer);
    return {
      file: span.source.name,
      pointer: member?.pointer ?? pointer,
      path: path(pointer),
      title: pathInWords(pointer),
      cell: cellAt(span.source, member?.pointer ?? pointer),
      ...rowOf(pointer),
      ...positionOf(span),
    };
  }

  function rowOf(pointer: string): Pick<PlaceView, 'row'> {
    const found = seen.members ? undefined : rowAt(pointer, program, seen.subject);
    if (!found) return {};
    const [name] = found.keys;
    const own = name === undefined ? undefined : { name, title: titleOf(pointer) };
    return { row: { number: found.row, field: own } };
  }

  function pathInWords(pointer: string): string {
    const member = seen.members && placeInGroup(pointer);
    const file = member ? seen.members[member.index] : seen;
    return file && pointer.startsWith('/')
      ? pathTitled(member?.pointer ?? pointer, file.dossier.root, file.subject.type, words)
      : '';
  }

  /** The title of the field at a place, or of the limit that has no value, or the rule that has no edition. */
  function titleOf(pointer: string): string {
    if (!pointer.startsWith('/'))
      return words(titleOfName(pointer, program)) || ruleTitle(pointer) || pointer;
    return words(fieldAt(seen.subject.type, pointer).field?.title) || path(pointer);
  }

  function ruleTitle(id: string): string {
    return words(program.rules.find((one) => one.id === id)?.rule.entry.data.title);
  }

  function typeOf(pointer: string): Type {
    return fieldAt(seen.subject.type, pointer).type;
  }
}

/** What a file calls itself; its name where it does not. */
export function idOf({ dossier: one, subject: of }: Session): string {
  return idIn(one, of) ?? one.yaml.span.source.name;
}
