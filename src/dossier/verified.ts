import { keysOf, pointerTo } from '../base/pointer.ts';
import { type ContextType, fieldNames, type Type } from '../feel/types.ts';
import { type Context, isKind, type Value } from '../feel/value.ts';
import type { YamlMap } from '../yaml/tree.ts';
import { parsePath, pointerOfPath } from './path.ts';
import type { ProblemsTo } from './scalar.ts';

/** The key under which a dossier lists the paths that were verified to be none (经核查确无). */
export const verifiedNone = 'verifiedNone';

/** What the dossier says was verified to be none is null, or an empty list, instead of absent. */
export function withVerified(
  read: Context,
  map: YamlMap,
  type: ContextType,
  to: ProblemsTo,
): Context {
  const listed = map.entries.find(({ key }) => key.text === verifiedNone)?.value;
  if (listed?.kind !== 'list') return read;
  let result = read;
  for (const item of listed.items) {
    const path = item.kind === 'text' ? item.text : '';
    const steps = parsePath(path);
    const pointer = steps && pointerOfPath(steps, read, type);
    const verified =
      pointer === undefined ? undefined : withNone(result, type, keysOf(pointer), '');
    if (verified) result = verified as Context;
    else to.error('dossier/verified-none', item.span, { path });
  }
  return result;
}

/** The same value with none at `keys`; undefined when there is something there, or no such field. */
function withNone(
  value: Value | undefined,
  type: Type,
  keys: readonly string[],
  pointer: string,
): Value | undefined {
  const [key, ...rest] = keys;
  if (key === undefined)
    return value === undefined || value === null ? none(type, pointer) : undefined;
  const inner = pointerTo(pointer, key);
  if (type.kind === 'context') {
    const field = type.fields.get(key);
    const context: Context = isKind(value, 'context')
      ? value
      : { kind: 'context', entries: new Map(), pointer };
    const replaced = field && withNone(context.entries.get(key), field.type, rest, inner);
    if (replaced === undefined) return undefined;
    return { ...context, entries: new Map([...context.entries, [key, replaced]]) };
  }
  if (type.kind === 'list' && isKind(value, 'list')) {
    const replaced = withNone(value.items[Number(key)], type.of, rest, inner);
    if (replaced === undefined) return undefined;
    return {
      ...value,
      items: value.items.map((item, index) => (index === Number(key) ? replaced : item)),
    };
  }
  return undefined;
}

/** What a type has where there is none. */
export function none(type: Type, pointer: string): Value {
  return type.kind === 'list'
    ? { kind: 'list', items: [], pointer, fields: namesOf(type.of) }
    : null;
}

const noNames: ReadonlySet<string> = new Set();

/** The names of the fields that a value of a type has. */
export function namesOf(type: Type): ReadonlySet<string> {
  return type.kind === 'context' ? fieldNames(type) : noNames;
}
