import { parsePath, type PathStep } from '../../dossier/path.ts';
import type { Field, Type } from '../../feel/types.ts';
import { isList, isRecord, type Plain } from '../plain.ts';

/** A file while it is changed. */
export type Open = OpenRecord | OpenList | string | number | boolean | null;
export interface OpenRecord {
  [key: string]: Open;
}
export type OpenList = Open[];

/** Puts a value at a path, or takes it out; where the way leads to an element that is not there, nothing is done. */
export function put(file: OpenRecord, path: string, type: Type, value: Plain | undefined): boolean {
  const steps = parsePath(path) ?? [];
  const last = steps.at(-1);
  const found = last && along(file, steps.slice(0, -1), type, value !== undefined);
  if (!found) return false;
  const { here, key } = found;
  if ('element' in last) {
    const index = Array.isArray(here) ? placeIn(here, last.element, key) : -1;
    if (!Array.isArray(here) || index < 0) return false;
    if (value === undefined) here.splice(index, 1);
    else here[index] = copied(value);
    return true;
  }
  if (!isOpenRecord(here)) return false;
  if (value === undefined) {
    if (!Object.hasOwn(here, last.name)) return false;
    // a key of a file that was read, and not one that may be anything
    Reflect.deleteProperty(here, last.name);
  } else define(here, last.name, copied(value));
  return true;
}

/** What stands at a path. */
export function got(file: Plain, path: string, type: Type): Plain | undefined {
  const found = along(file as OpenRecord, parsePath(path) ?? [], type, false);
  return found?.here;
}

function along(
  file: Open,
  steps: readonly PathStep[],
  root: Type,
  isMade: boolean,
): { readonly here: Open; readonly key: string | undefined } | undefined {
  let here: Open | undefined = file;
  let type = root;
  let key: string | undefined;
  for (const step of steps) {
    if ('name' in step) {
      if (!isOpenRecord(here)) return undefined;
      const field: Field | undefined =
        type.kind === 'context' ? type.fields.get(step.name) : undefined;
      if (!Object.hasOwn(here, step.name) && isMade) define(here, step.name, empty(field?.type));
      here = Object.hasOwn(here, step.name) ? here[step.name] : undefined;
      key = field?.key;
      type = field?.type ?? { kind: 'any' };
    } else {
      if (!Array.isArray(here)) return undefined;
      here = here[placeIn(here, step.element, key)];
      type = type.kind === 'list' ? type.of : { kind: 'any' };
      key = undefined;
    }
    if (here === undefined) return undefined;
  }
  return { here, key };
}

/** The place of an element by the key of its list, else by its position from 1; -1 for none. */
function placeIn(items: readonly Open[], element: string, key: string | undefined): number {
  const found = items.findIndex(
    (item) => key !== undefined && isOpenRecord(item) && item[key] === element,
  );
  if (found >= 0) return found;
  const place = /^\d+$/u.test(element) ? Number(element) - 1 : -1;
  return key === undefined && place < items.length ? place : -1;
}

function empty(type: Type | undefined): Open {
  return type?.kind === 'list' ? [] : {};
}

/** A key by the name `__proto__` is a key as others are. */
export function define(record: OpenRecord, key: string, value: Open): void {
  Object.defineProperty(record, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

export function isOpenRecord(value: Open | undefined): value is OpenRecord {
  return isRecord(value);
}

export function isOpenList(value: Open | undefined): value is OpenList {
  return isList(value);
}

/** One that is changed without the other. */
export function copied(value: Plain): Open {
  return structuredClone(value) as Open;
}
