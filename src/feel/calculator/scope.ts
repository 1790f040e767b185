import { pointerTo } from '../../base/pointer.ts';
import type { Context, List, Value } from '../value.ts';
import { fieldOf } from '../operations/field.ts';

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
 * The scope inside `list[…]` for one element: `item`, and the fields of an element that is a context.
 *
 * A field that this element lacks and that its schema has, or another element of the list, is unknown:
 * a name outside the list never stands in for it. That holds for elements of a dossier; others lack it as DMN says.
 */
export function withElement(parent: Scope, element: Value, list: List): Scope {
  const named = withNames(parent, new Map([['item', element]]));
  if (typeof element !== 'object' || element === null || element.kind !== 'context') return named;
  return withFields(
    named,
    element,
    (name) =>
      element.entries.has(name) ||
      (element.pointer !== undefined && isFieldOf(list, element, name)),
  );
}

function withFields(parent: Scope, record: Context, isField: (name: string) => boolean): Scope {
  const { pointer } = record;
  return {
    ...parent,
    get: (name) => (isField(name) ? fieldOf(record, name) : parent.get(name)),
    call: (name, args) => (isField(name) ? undefined : parent.call?.(name, args)),
    pointerOf: (name) => {
      if (!isField(name)) return parent.pointerOf?.(name);
      return pointer === undefined ? undefined : pointerTo(pointer, name);
    },
  };
}

function isFieldOf({ items }: List, element: Context, name: string): boolean {
  if (element.fields) return element.fields.has(name);
  return items.some(
    (item) => typeof item === 'object' && item?.kind === 'context' && item.entries.has(name),
  );
}

function pointerIn(value: Value | undefined): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return value.kind === 'context' || value.kind === 'list' ? value.pointer : undefined;
}
