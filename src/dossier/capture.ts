import { pointerTo } from '../base/pointer.ts';
import { unknown } from '../feel/operations/unknown.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import { isKind, type List, type Value } from '../feel/value.ts';

/**
 * The type of files of a source that does not record everything: absence is then neither none nor undone but not
 * captured, and a list may have more elements than it shows.
 *
 * @param complete - paths of which the source has all there is: `documents`, `contract.amount`, `parties[].mobile`
 * @param exempt - names of fields of the file itself that stay as their schema has them
 */
export function capturedType(
  type: ContextType,
  complete: ReadonlySet<string>,
  exempt: ReadonlySet<string>,
): ContextType {
  return record(type, '');

  function record(of: ContextType, path: string): ContextType {
    const fields = [...of.fields].map(([name, field]) => {
      const own = path === '' ? name : `${path}.${name}`;
      return [name, path === '' && exempt.has(name) ? field : fieldOf(field, own)] as const;
    });
    return { ...of, fields: new Map(fields) };
  }

  function fieldOf(field: Field, path: string): Field {
    const type = inside(field.type, path);
    if (complete.has(path)) return { ...field, type };
    return { ...field, type, absenceIsNone: false, uncaptured: true };
  }

  function inside(of: Type, path: string): Type {
    if (of.kind === 'context') return record(of, path);
    return of.kind === 'list' ? { ...of, of: inside(of.of, `${path}[]`) } : of;
  }
}

/** What a field that is not said to be complete comes to: an absent one is not known, a list may go on. */
export function uncapturedValue(value: Value | undefined, pointer: string): Value {
  if (value === undefined) return unknown('not-captured', pointer);
  return isKind(value, 'list') ? openList(value, pointer) : value;
}

/** A list with one more element of which nothing is known, not even whether it is there. */
function openList(list: List, pointer: string): List {
  const rest = unknown('not-captured', pointerTo(pointer, list.items.length));
  return {
    ...list,
    items: [...list.items, rest],
    maybe: [...list.items.map(() => undefined), rest],
  };
}
