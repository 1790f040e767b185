import { keysOf } from '../base/pointer.ts';
import { type Span, startOf } from '../base/source.ts';
import type { Type } from '../feel/types.ts';
import type { Context } from '../feel/value.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import type { Written } from './json-numbers.ts';
import { parsePath, pointerOfPath, valueOfPath } from './path.ts';

/** A file of a subject, ready to be judged. */
export interface Dossier {
  /** Every field that was filled in; a malformed one is `Unknown`. */
  readonly root: Context;
  readonly yaml: Yaml;
  /** Whether something in it could not be read: then it never passes. */
  readonly malformed: boolean;
  /** Of a JSON text that is as its schema asks: what `JSON.parse` makes of it. */
  readonly json?: ParsedJson;
  /** Where a register of people says that somebody did not hold the post that the file gives them, by JSON pointer. */
  readonly held?: ReadonlyMap<string, Held>;
}

/** A post that a file gives somebody, and those that they held on that day. */
export interface Held {
  readonly said: string;
  readonly posts: readonly string[];
}

export interface ParsedJson {
  readonly value: object;
  /** Its numbers that doubles may not tell; absent where there are none. */
  readonly written?: Written;
}

/** A file of which nothing is known. */
export const blankDossier: Dossier = {
  root: { kind: 'context', entries: new Map(), pointer: '' },
  yaml: {
    kind: 'map',
    entries: [],
    span: { source: { name: '', text: '' }, start: 0, end: 0 },
  },
  malformed: false,
};

/** What a file calls itself, as it is written; undefined where it does not. */
export function idIn(
  { root, yaml }: Dossier,
  { type, file }: { readonly type: Type; readonly file: { readonly id: string } },
): string | undefined {
  const value = valueOfPath(root, file.id);
  if (typeof value === 'string') return value;
  const pointer = pointerOfPath(parsePath(file.id) ?? [], root, type);
  const found = pointer === undefined ? undefined : at(yaml, keysOf(pointer));
  return found?.whole && found.yaml.kind === 'text' ? found.yaml.text : undefined;
}

/** Where the value at a JSON pointer stands; where it would stand, for one that is not there. */
export function locate(dossier: Dossier, pointer: string): Span {
  const { yaml, whole } = at(dossier.yaml, keysOf(pointer));
  const { span } = yaml;
  return whole ? span : startOf(span);
}
