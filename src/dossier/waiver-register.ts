import { type Column, type Source, startOf } from '../base/source.ts';
import { treeOfJson } from '../yaml/json-tree.ts';
import { field, type Yaml, type YamlList } from '../yaml/tree.ts';

/** A waiver (例外审批) of a register, which is none of a dossier's own list. */
export interface WaiverEntry {
  /** What it goes by; undefined where the register gives it no number. */
  readonly id: string | undefined;
  /** JSON, by the names of the fields of a waiver. */
  readonly text: string;
  readonly sheet: string;
  /** As spreadsheets count, or the line that it begins on, from 1. */
  readonly row: number;
  /** By JSON pointer from the entry. */
  readonly columns: { readonly [pointer: string]: Column };
}

/** The waivers of a register by the ids of their dossiers. */
export type WaiverEntries = ReadonlyMap<string, readonly WaiverEntry[]>;

/** The text of an entry as a source, whose places are those of the register. */
function sourceOf({ text, sheet, row, columns }: WaiverEntry, pointer: string): Source {
  return {
    name: sheet,
    text,
    begins: { line: row, column: 1 },
    rows: {
      tables: [{ sheet, columns }],
      // its places are looked for from the dossier, and from the text of the entry
      rows: [
        { pointer, table: 0, row, from: '' },
        { pointer: '', table: 0, row, from: '' },
      ],
    },
  };
}

/**
 * A dossier with the waivers of a register beside those of its own list; one that goes by the number of an own one
 * stands in its place, since the bank keeps its waivers there.
 *
 * @param list - the field that lists waivers
 * @param key - what a waiver goes by in it
 */
export function withEntries(
  yaml: Yaml,
  list: string,
  key: string | undefined,
  entries: readonly WaiverEntry[],
): Yaml {
  if (yaml.kind !== 'map') return yaml;
  const known = field(yaml, list);
  // what is no list is wrong by itself
  if (known?.kind === 'map') return yaml;
  const own = known?.kind === 'list' ? known.items : [];
  const numbers = own.map((item) => idOf(item, key));
  const items = [...own];
  for (const entry of entries) {
    const place = entry.id === undefined ? -1 : numbers.indexOf(entry.id);
    const index = place < 0 ? items.length : place;
    items[index] = treeOfJson(sourceOf(entry, `/${list}/${index}`));
  }
  const span = known?.span ?? startOf(yaml.span);
  const value: YamlList = { kind: 'list', span, items };
  const others = yaml.entries.filter((one) => one.key.text !== list);
  const named = yaml.entries.find((one) => one.key.text === list)?.key;
  const name = named ?? { kind: 'text', span, text: list, plain: true };
  return { ...yaml, entries: [...others, { key: name, value }] };
}

function idOf(item: Yaml, key: string | undefined): string | undefined {
  const id = key !== undefined && item.kind === 'map' ? field(item, key) : undefined;
  return id?.kind === 'text' ? id.text : undefined;
}
