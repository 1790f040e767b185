import type { Noted } from '../base/diagnostic.ts';
import { keysOf } from '../base/pointer.ts';
import { nearest } from '../base/suggest.ts';
import { parsePath } from '../dossier/path.ts';
import { type Names, type Variables, within } from '../feel/bindings.ts';
import type { Core } from '../feel/core.ts';
import type { ContextType, Field } from '../feel/types.ts';
import { elementType, field, theFile } from '../feel/make.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import type { RowsFile, RulebookFile, SubjectFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at } from '../yaml/tree.ts';
import type { RowsSubject, Subject } from './ast.ts';
import { fieldsOf } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';

/** Whether a subject is the rows of another. */
export function isRows(file: SubjectFile | RowsFile): file is RowsFile {
  return 'rows' in file;
}

/**
 * The subjects of a rulebook that are the rows of a register, by name; one that is wrong is left out.
 *
 * A rule on rows becomes a rule on the register with an `each`: evaluator and plans see nothing new.
 */
export function rowsSubjects(
  manifest: Entry<RulebookFile>,
  subjects: ReadonlyMap<string, Subject>,
  variables: Variables,
  to: Noted<ProgramProblems & RulebookProblems>,
): ReadonlyMap<string, RowsSubject> {
  const found = Object.entries(manifest.data.subjects).flatMap(([name, file]) => {
    const rows = isRows(file) ? rowsOf(name, file) : undefined;
    return rows ? [[name, rows] as const] : [];
  });
  return new Map(found);

  function rowsOf(name: string, { title, rows: path }: RowsFile): RowsSubject | undefined {
    const { yaml } = at(manifest.yaml, ['subjects', name, 'rows']);
    const span = spanOf(manifest, 'subjects', name, 'rows');
    const [owner = '', ...more] = path.split('.');
    const of = subjects.get(owner);
    if (!of) {
      const near = nearest(owner, subjects.keys());
      to.error('rulebook/unknown-reference', span, { what: 'subject', name: owner, near });
      return undefined;
    }
    const list = listAlong(of, more.join('.'));
    const type = list && elementType(list);
    if (yaml.kind !== 'text' || list?.kind !== 'field' || type?.kind !== 'context') {
      to.error('program/rows', span, { reason: 'list', name: path });
      return undefined;
    }
    for (const clash of [name, ...type.fields.keys()]) {
      const taken = of.type.fields.has(clash) || (clash === name && type.fields.has(name));
      if (taken) to.error('program/rows', span, { reason: 'clash', name: clash });
    }
    const variable = variables.named(name, type);
    return {
      name,
      title,
      of,
      variable,
      list: { yaml, core: list },
      pointer: ['', ...more].join('/'),
      key: list.field.key,
    };
  }
}

/** A type in which the parts of a register are needed: its rows, and the record that has its id. */
export function withParts(
  type: ContextType,
  name: string,
  { id }: SubjectFile,
  { data }: Entry<RulebookFile>,
): ContextType {
  const lists = Object.values(data.subjects).flatMap((file) => (isRows(file) ? [file.rows] : []));
  const own = lists.filter((path) => path.startsWith(`${name}.`));
  if (own.length === 0) return type;
  const [head, ...more] = id.split('.');
  const headed = more.length > 0 && head !== undefined ? needing(type, [head], 'head') : type;
  return own.reduce((so, path) => needing(so, path.split('.').slice(1), 'rows'), headed);
}

/** The same type with a field in it that is needed. */
function needing(
  type: ContextType,
  [name = '', ...more]: readonly string[],
  needed: 'rows' | 'head',
): ContextType {
  const field = type.fields.get(name);
  if (!field) return type;
  const { type: of } = field;
  const inner = of.kind === 'context' && more.length > 0 ? needing(of, more, needed) : of;
  // rows that are needed and none are none for sure
  const isNone = needed === 'rows' ? ({ emptyIsNone: true } as const) : {};
  const own: Field = more.length > 0 ? { ...field, type: inner } : { ...field, ...isNone, needed };
  return { ...type, fields: new Map([...type.fields, [name, own]]) };
}

/** The list of the register at a path; undefined where the path leads to something else. */
function listAlong({ type }: Subject, path: string): Core | undefined {
  let core = theFile;
  for (const step of parsePath(path) ?? []) {
    if (!('name' in step)) return undefined;
    core = field(core, core === theFile ? type : core.type, step.name);
  }
  return core.type.kind === 'list' ? core : undefined;
}

/** The rows of a file that a JSON pointer leads into: their subject, the row from 1, and what of it. */
export function rowAt(
  pointer: string,
  { rows }: { readonly rows: ReadonlyMap<string, RowsSubject> },
  subject: Subject,
):
  | { readonly rows: RowsSubject; readonly row: number; readonly keys: readonly string[] }
  | undefined {
  for (const one of rows.values()) {
    if (one.of.name !== subject.name || !pointer.startsWith(`${one.pointer}/`)) continue;
    const [index, ...keys] = keysOf(pointer.slice(one.pointer.length));
    return { rows: one, row: Number(index) + 1, keys };
  }
  return undefined;
}

/** What an expression on a row may name: its fields, the row itself by the name of the subject, the fields of the file. */
export function namesOfRow({ of, variable }: RowsSubject): Names {
  return within(fieldsOf(of), variable);
}
