import { keysOf, pointerTo } from '../base/pointer.ts';
import type { Field, Title, Type } from '../feel/types.ts';
import { isList } from '../feel/operations/list.ts';
import type { Context, List, Value } from '../feel/value.ts';

/**
 * A dossier's own way of writing places: `contract.amount`, `parties[P1].role` (the element by its key),
 * `events[2].at` (by position, from 1).
 */
export type PathStep = { readonly name: string } | { readonly element: string };

/** The steps of a path; undefined when it is not one. */
export function parsePath(path: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = [];
  const pattern = /(?:^|(?<=.)\.)([\p{L}_][\p{L}\p{N}_]*)|\[([^\]]+)\]/uy;
  while (pattern.lastIndex < path.length) {
    const match = pattern.exec(path);
    if (!match) return undefined;
    steps.push(match[1] === undefined ? { element: match[2] ?? '' } : { name: match[1] });
  }
  return steps.length > 0 ? steps : undefined;
}

/** The field that a step of a path is about, and whether the step is an element of its list. */
export function fieldAlong(root: Type, steps: readonly PathStep[]): Field | undefined {
  let type: Type = root;
  let field: Field | undefined;
  for (const step of steps) {
    if ('name' in step) {
      if (type.kind !== 'context') return undefined;
      field = type.fields.get(step.name);
      if (!field) return undefined;
      type = field.type;
    } else {
      if (type.kind !== 'list') return undefined;
      type = type.of;
    }
  }
  return field;
}

/** The field at a JSON pointer, or that the element there is one of, and the type of what is there. */
export function fieldAt(
  root: Type,
  pointer: string,
): { readonly field: Field | undefined; readonly type: Type } {
  let type: Type = root;
  let field: Field | undefined;
  for (const key of keysOf(pointer)) {
    if (type.kind === 'list') type = type.of;
    else {
      field = type.kind === 'context' ? type.fields.get(key) : undefined;
      type = field?.type ?? { kind: 'any' };
    }
  }
  return { field, type };
}

/** The JSON pointer of a path of names alone, whether anything is there or not. */
export function pointerOfNames(path: string): string {
  return namesOf(path).reduce(pointerTo, '');
}

function namesOf(path: string): readonly string[] {
  return (parsePath(path) ?? []).map((step) => ('name' in step ? step.name : step.element));
}

/** A value with another at the end of some keys; undefined takes an entry of a record out. */
export function withValueAt(
  value: Value,
  [key, ...rest]: readonly string[],
  to: Value | undefined,
): Value {
  if (key === undefined) return to ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (value.kind === 'context') {
    const entries = new Map(value.entries);
    const inner = rest.length === 0 ? to : withValueAt(entries.get(key) ?? null, rest, to);
    if (inner === undefined) entries.delete(key);
    else entries.set(key, inner);
    return { ...value, entries };
  }
  if (value.kind !== 'list') return value;
  const list: List = value;
  return {
    ...list,
    items: list.items.map((item, index) =>
      String(index) === key ? withValueAt(item, rest, to) : item,
    ),
  };
}

/** The value that a path of names alone leads to; undefined where nothing is there. */
export function valueOfPath(root: Context, path: string): Value | undefined {
  return valueAt(root, namesOf(path));
}

/** The value at the keys of a JSON pointer; undefined where nothing is there. */
export function valueAt(root: Value, keys: readonly string[]): Value | undefined {
  let value: Value | undefined = root;
  for (const key of keys) {
    if (isContext(value)) value = value.entries.get(key);
    else value = isList(value) ? value.items[Number(key)] : undefined;
  }
  return value;
}

/** A JSON pointer in the form of a path, with elements named by their keys where they have one. */
export function pathOf(pointer: string, root: Context, type: Type): string {
  let path = '';
  for (const step of stepsAlong(pointer, root, type)) {
    if ('element' in step) path += `[${step.element}]`;
    else path += path === '' ? step.name : `.${step.name}`;
  }
  return path;
}

/**
 * A JSON pointer in words: the title of the field, behind the record of a list that it belongs to, `面谈W1`,
 * `事件V09 › 事件操作人`. Empty where no field on the way has a title.
 */
export function pathTitled(
  pointer: string,
  root: Context,
  type: Type,
  words: (title: Title | undefined) => string,
): string {
  const records: string[] = [];
  let own = '';
  for (const step of stepsAlong(pointer, root, type)) {
    if ('element' in step) {
      const noun = step.of.kind === 'context' ? words(step.of.noun?.title) : '';
      const called = noun || own;
      if (called !== '') records.push(besides(called, step.element));
      own = '';
    } else own = words(step.field?.title);
  }
  return [...records, own].filter((text) => text !== '').join(' › ');
}

/** Chinese and what is Latin stand side by side without a space. */
function besides(noun: string, name: string): string {
  return /\p{Script=Han}$/u.test(noun) ? `${noun}${name}` : `${noun} ${name}`;
}

/** A step of a JSON pointer: a field, or an element of a list by its key, or by its number from 1 where it has none. */
type Along =
  | { readonly name: string; readonly field: Field | undefined }
  | { readonly element: string; readonly of: Type };

function* stepsAlong(pointer: string, root: Context, type: Type): Generator<Along> {
  let value: Value | undefined = root;
  let here: Type = type;
  let key: string | undefined;
  for (const step of keysOf(pointer)) {
    if (here.kind === 'list') {
      const items: readonly Value[] = isList(value) ? value.items : [];
      const item: Value | undefined = items[Number(step)];
      const own: Value | undefined =
        key !== undefined && isContext(item) ? item.entries.get(key) : undefined;
      yield { element: typeof own === 'string' ? own : String(Number(step) + 1), of: here.of };
      value = item;
      here = here.of;
    } else {
      const field: Field | undefined = here.kind === 'context' ? here.fields.get(step) : undefined;
      yield { name: step, field };
      value = isContext(value) ? value.entries.get(step) : undefined;
      key = field?.key;
      here = field?.type ?? { kind: 'any' };
    }
  }
}

/** The JSON pointer of a path; an element that is not there has no pointer. */
export function pointerOfPath(
  steps: readonly PathStep[],
  root: Context,
  type: Type,
): string | undefined {
  let pointer = '';
  let value: Value | undefined = root;
  let here: Type = type;
  let key: string | undefined;
  for (const step of steps) {
    if ('name' in step) {
      pointer += `/${step.name}`;
      value = isContext(value) ? value.entries.get(step.name) : undefined;
      const field: Field | undefined =
        here.kind === 'context' ? here.fields.get(step.name) : undefined;
      key = field?.key;
      here = field?.type ?? { kind: 'any' };
    } else {
      const items: readonly Value[] = isList(value) ? value.items : [];
      const own = key;
      let index = items.findIndex(
        (item) => own !== undefined && isContext(item) && item.entries.get(own) === step.element,
      );
      if (index < 0 && /^\d+$/u.test(step.element)) index = Number(step.element) - 1;
      if (index < 0 || index >= items.length) return undefined;
      pointer += `/${index}`;
      value = items[index];
      here = here.kind === 'list' ? here.of : { kind: 'any' };
    }
  }
  return pointer;
}

export function isContext(value: Value | undefined): value is Context {
  return typeof value === 'object' && value !== null && value.kind === 'context';
}
