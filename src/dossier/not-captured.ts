import type { Noted } from '../base/diagnostic.ts';
import { keysOf, pointerTo } from '../base/pointer.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import { isKind, type Context, type List, type Value } from '../feel/value.ts';
import { at, field as entryOf, type Yaml, type YamlText } from '../yaml/tree.ts';
import { fieldAlong, parsePath, type PathStep } from './path.ts';
import type { DossierProblems } from './problems.ts';

/** The key under which a file lists the paths that its source does not record (来源未采集). */
export const notCaptured = 'notCaptured';

/** Stands in the steps of a path for `[]`, which is every element. */
const every = '*';

/** The steps of a path that a file lists; `parties[].idNumber` is that field of every element. */
export function listedPath(text: string): readonly PathStep[] | undefined {
  return text.includes(`[${every}]`) ? undefined : parsePath(text.replaceAll('[]', `[${every}]`));
}

/** The paths that a file lists, as one tree, so that the file is walked once however many they are. */
interface Listed {
  /** Where it was listed that this is not recorded. */
  readonly said: YamlText[];
  readonly fields: Map<string, Listed>;
  readonly elements: Map<string, Listed>;
}

/**
 * What the file says that its source does not record is unknown for that reason, instead of absent or, where absence
 * means none, none. What a record would have that is not there itself makes the record unknown for that reason.
 *
 * A path that leads to no field, or to one that is filled in, is reported.
 */
export function withNotCaptured(
  read: Context,
  yaml: Yaml,
  type: ContextType,
  to: Pick<Noted<DossierProblems>, 'error'>,
): Context {
  const said = yaml.kind === 'map' ? entryOf(yaml, notCaptured) : undefined;
  if (said?.kind !== 'list') return read;
  const all = nothing();
  for (const item of said.items) {
    const steps = item.kind === 'text' ? listedPath(item.text) : undefined;
    const last = steps?.at(-1);
    if (item.kind === 'text' && steps && last && 'name' in last && fieldAlong(type, steps))
      note(all, steps, item);
    else refuse(item, item.kind === 'text' ? item.text : '');
  }
  return record(read, type, all, '');

  function refuse({ span }: Yaml, path: string): void {
    to.error('dossier/not-captured', span, { path });
  }

  function refuseAll({ said: items, fields, elements }: Listed): void {
    for (const item of items) refuse(item, item.text);
    for (const inner of [...fields.values(), ...elements.values()]) refuseAll(inner);
  }

  function record(
    value: Context,
    { fields }: ContextType,
    listed: Listed,
    pointer: string,
  ): Context {
    const entries = new Map(value.entries);
    for (const [name, inner] of listed.fields) {
      const own = fields.get(name);
      const marked = own && valueOf(entries.get(name), own, inner, pointerTo(pointer, name));
      if (marked !== undefined) entries.set(name, marked);
    }
    return { ...value, entries };
  }

  function valueOf(
    value: Value | undefined,
    own: Field,
    listed: Listed,
    pointer: string,
  ): Value | undefined {
    const absent = value === undefined || (own.absenceIsNone && isNone(value, pointer));
    if (absent && (listed.said.length > 0 || (value === undefined && listed.fields.size > 0)))
      return { kind: 'unknown', missing: [{ why: 'not-captured', pointer }] };
    for (const item of listed.said) refuse(item, item.text);
    return inside(value, own, own.type, listed, pointer);
  }

  function inside(
    value: Value | undefined,
    own: Field,
    of: Type,
    listed: Listed,
    pointer: string,
  ): Value | undefined {
    if (typeof value !== 'object' || value === null) return value;
    if (value.kind === 'context' && of.kind === 'context')
      return record(value, of, listed, pointer);
    if (value.kind === 'list' && of.kind === 'list' && listed.elements.size > 0)
      return list(value, own, of.of, listed, pointer);
    return value;
  }

  function list(value: List, own: Field, of: Type, listed: Listed, pointer: string): List {
    const asked = new Map<number, Listed[]>();
    const positions = positionsOf(value, own);
    for (const [element, inner] of listed.elements) {
      const indices = element === every ? value.items.keys() : [positions(element)];
      for (const index of indices) {
        if (index === undefined) refuseAll(inner);
        else asked.set(index, [...(asked.get(index) ?? []), inner]);
      }
    }
    const items = value.items.map((item, index) =>
      (asked.get(index) ?? []).reduce<Value>(
        (marked, inner) => inside(marked, own, of, inner, pointerTo(pointer, index)) ?? marked,
        item,
      ),
    );
    return { ...value, items };
  }

  /** Null, or a list without elements, that nobody wrote. */
  function isNone(value: Value, pointer: string): boolean {
    if (value === null) return true;
    const isEmpty = isKind(value, 'list') && value.items.length === 0;
    const written = at(yaml, keysOf(pointer));
    return isEmpty && !(written.whole && written.yaml.kind === 'list');
  }
}

function nothing(): Listed {
  return { said: [], fields: new Map(), elements: new Map() };
}

function note(all: Listed, steps: readonly PathStep[], item: YamlText): void {
  let here = all;
  for (const step of steps) {
    const [among, key] = 'name' in step ? [here.fields, step.name] : [here.elements, step.element];
    const next = among.get(key) ?? nothing();
    among.set(key, next);
    here = next;
  }
  here.said.push(item);
}

/** Where an element of a list stands, by its key or its position from 1. */
function positionsOf({ items }: List, { key }: Field): (element: string) => number | undefined {
  const byKey = new Map<Value | undefined, number>();
  for (const [index, item] of items.entries()) {
    const own = key !== undefined && isKind(item, 'context') ? item.entries.get(key) : undefined;
    if (typeof own === 'string' && !byKey.has(own)) byKey.set(own, index);
  }
  return (element) => {
    const position = /^\d{1,9}$/u.test(element) ? Number(element) - 1 : -1;
    return byKey.get(element) ?? (position in items ? position : undefined);
  };
}
