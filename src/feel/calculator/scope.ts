import { pointerTo } from '../../base/pointer.ts';
import type { List, Value } from '../value.ts';
import { fieldOf } from '../operations/field.ts';
import { isUnknown } from '../operations/unknown.ts';

/** What the names of an expression stand for. */
export interface Scope {
  /** A variable, field, definition …; undefined when the name means nothing here. */
  readonly get: (name: string) => Value | undefined;
  /** `name(args)` where the scope has its own meaning for calling a name, such as a parameter on another date. */
  readonly call?: (name: string, args: readonly Value[]) => Value | undefined;
  /** Where in the dossier the value of a name lies. */
  readonly pointerOf?: (name: string) => string | undefined;
}

/** The scope with some names more, which hide those of the same name. */
export function withNames(parent: Scope, names: ReadonlyMap<string, Value>): Scope {
  return {
    ...parent,
    get: (name) => (names.has(name) ? names.get(name) : parent.get(name)),
    call: (name, args) => (names.has(name) ? undefined : parent.call?.(name, args)),
    pointerOf: (name) => (names.has(name) ? pointerIn(names.get(name)) : parent.pointerOf?.(name)),
  };
}

/**
 * The scopes inside `list[…]`, for each element: `item`, and the fields of the element.
 *
 * What a name means is told by the kind of the elements, not by the value of one: a field that this element lacks,
 * and its schema or another element of the list has, is unknown, as is every field of an element that is itself
 * unknown; a name outside the list never stands in. That holds for elements of a dossier; others lack it as DMN says.
 */
export function scopesInside(parent: Scope, list: List): (element: Value) => Scope {
  const names = fieldsOf(list);
  return (element) => {
    const named = withNames(parent, new Map([['item', element]]));
    if (isUnknown(element)) {
      // where nothing tells the fields, any name may be one
      return withFields(
        named,
        (name) => name !== 'item' && (names?.has(name) ?? true),
        () => element,
      );
    }
    if (element === null) {
      const isField = (name: string) => list.fields?.has(name) ?? false;
      return withFields(named, isField, () => null);
    }
    if (typeof element !== 'object' || element.kind !== 'context') return named;
    const { entries, pointer } = element;
    const own = element.fields ?? names;
    return withFields(
      named,
      (name) => entries.has(name) || (pointer !== undefined && (own?.has(name) ?? false)),
      (name) => fieldOf(element, name),
      pointer,
    );
  };
}

function withFields(
  parent: Scope,
  isField: (name: string) => boolean,
  valueOf: (name: string) => Value | undefined,
  pointer?: string,
): Scope {
  return {
    ...parent,
    get: (name) => (isField(name) ? valueOf(name) : parent.get(name)),
    call: (name, args) => (isField(name) ? undefined : parent.call?.(name, args)),
    pointerOf: (name) => {
      if (!isField(name)) return parent.pointerOf?.(name);
      return pointer === undefined ? undefined : pointerTo(pointer, name);
    },
  };
}

/** The fields of the elements of a list, by its schema or by what they have; undefined where nothing tells. */
export function fieldsOf(list: List): ReadonlySet<string> | undefined {
  if (list.fields) return list.fields;
  const names = new Set<string>();
  let isKnown = false;
  for (const item of list.items) {
    if (item === null || isUnknown(item)) continue;
    isKnown = true;
    if (typeof item !== 'object' || item.kind !== 'context') break;
    if (item.fields) return item.fields;
    for (const key of item.entries.keys()) names.add(key);
  }
  return isKnown ? names : undefined;
}

function pointerIn(value: Value | undefined): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return value.kind === 'context' || value.kind === 'list' ? value.pointer : undefined;
}
