import { invariant } from '../base/invariant.ts';
import { keysOf, pointerTo } from '../base/pointer.ts';
import type { Context, List, Unknown, Value } from '../feel/value.ts';
import type { Yaml } from '../yaml/tree.ts';
import type { Dossier } from './dossier.ts';
import { Entries } from './entries.ts';

/** The name of the list of files that are read together. */
export const groupList = 'dossiers';

/**
 * Several files as one record with a list, where every value has its place in that list.
 *
 * @param doubts - by file, why it cannot be told that it belongs there
 * @param beside - what the record has besides the list
 */
export function together(
  dossiers: readonly Dossier[],
  doubts: readonly (Unknown | undefined)[],
  beside: ReadonlyMap<string, Value> = new Map(),
): Dossier {
  const [first] = dossiers;
  invariant(first !== undefined, 'a group has a file');
  const at = pointerTo('', groupList);
  const list: List = {
    kind: 'list',
    items: dossiers.map(({ root }, index) => relocated(root, index)),
    pointer: at,
    ...(first.root.fields && { fields: first.root.fields }),
    ...(doubts.some((doubt) => doubt !== undefined) && {
      maybe: dossiers.map((_, index) => {
        const doubt = doubts[index];
        return doubt && relocatedUnknown(doubt, index);
      }),
    }),
  };
  const root: Context = {
    kind: 'context',
    entries: new Map([...beside, [groupList, list]]),
    pointer: '',
    fields: new Set([...beside.keys(), groupList]),
  };
  const { span } = first.yaml;
  const key: Yaml = { kind: 'text', text: groupList, plain: true, span };
  const items = dossiers.map(({ yaml }) => yaml);
  return {
    root,
    yaml: { kind: 'map', span, entries: [{ key, value: { kind: 'list', span, items } }] },
    malformed: dossiers.some(({ malformed }) => malformed),
  };
}

/** A value of a file with the places that it has in the group. */
function relocated(value: Value, index: number): Value {
  if (typeof value !== 'object' || value === null) return value;
  switch (value.kind) {
    case 'unknown':
      return relocatedUnknown(value, index);
    case 'context': {
      const entries = new Relocated(value.entries, index);
      const { pointer } = value;
      return {
        ...value,
        entries,
        ...(pointer !== undefined && { pointer: moved(pointer, index) }),
      };
    }
    case 'list': {
      const { pointer } = value;
      return {
        ...value,
        items: value.items.map((item) => relocated(item, index)),
        ...(pointer !== undefined && { pointer: moved(pointer, index) }),
      };
    }
    default:
      return value;
  }
}

/** Entries with the places that they have in the group: most groups are asked for a few fields of their files. */
class Relocated extends Entries {
  readonly #own: ReadonlyMap<string, Value>;
  readonly #index: number;
  readonly #made = new Map<string, Value>();

  constructor(own: ReadonlyMap<string, Value>, index: number) {
    super();
    this.#own = own;
    this.#index = index;
  }

  get(name: string): Value | undefined {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const own = this.#own.get(name);
    if (own === undefined) return undefined;
    const value = relocated(own, this.#index);
    this.#made.set(name, value);
    return value;
  }

  protected names(): Iterable<string> {
    return this.#own.keys();
  }
}

function relocatedUnknown({ missing }: Unknown, index: number): Unknown {
  const places = missing.map((one) => ({ ...one, pointer: moved(one.pointer, index) }));
  return { kind: 'unknown', missing: places };
}

/** `/contract/amount` of the second file is `/dossiers/1/contract/amount` of the group; limits and tables have no place. */
export function moved(pointer: string, index: number): string {
  const isPlace = pointer === '' || pointer.startsWith('/');
  return isPlace ? `${pointerTo(pointerTo('', groupList), index)}${pointer}` : pointer;
}

/** A place of a group as the file's number in it, from 0, and the place there; undefined for the group itself. */
export function placeInGroup(
  pointer: string,
): { readonly index: number; readonly pointer: string } | undefined {
  const [list, index] = keysOf(pointer);
  if (list !== groupList || index === undefined) return undefined;
  return {
    index: Number(index),
    pointer: pointer.slice(pointerTo(pointerTo('', groupList), index).length),
  };
}
