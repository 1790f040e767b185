import type { Yaml, YamlEntry, YamlMap } from './tree.ts';

/** One step into a tree: a key of a map, or an element of a list picked by a test. */
export type Into =
  | { readonly key: string }
  | { readonly pick: (item: Yaml, index: number) => boolean };

/**
 * The same tree with another value at a place; missing maps on the way are made.
 *
 * @param value - undefined takes the place out
 * @returns undefined when the way leads through something else, or to an element that is not there
 */
export function replaceAt(
  yaml: Yaml,
  [step, ...rest]: readonly Into[],
  value: Yaml | undefined,
): Yaml | undefined {
  if (!step) return value;
  if ('pick' in step) {
    if (yaml.kind !== 'list') return undefined;
    const index = yaml.items.findIndex(step.pick);
    const item = yaml.items[index];
    if (!item) return undefined;
    if (rest.length === 0 && value === undefined)
      return { ...yaml, items: yaml.items.toSpliced(index, 1) };
    const changed = replaceAt(item, rest, value);
    return changed && { ...yaml, items: yaml.items.with(index, changed) };
  }
  if (yaml.kind !== 'map') return undefined;
  const index = yaml.entries.findIndex(({ key }) => key.text === step.key);
  const entry = yaml.entries[index];
  if (rest.length === 0 && value === undefined)
    return { ...yaml, entries: yaml.entries.filter((one) => one !== entry) };
  const inner: Yaml = entry?.value ?? emptyMap(value ?? yaml);
  const changed = rest.length === 0 ? value : replaceAt(inner, rest, value);
  if (!changed) return undefined;
  if (entry) return { ...yaml, entries: yaml.entries.with(index, { ...entry, value: changed }) };
  return { ...yaml, entries: [...yaml.entries, newEntry(step.key, changed)] };
}

function emptyMap(near: Yaml): YamlMap {
  return { kind: 'map', span: near.span, entries: [] };
}

function newEntry(key: string, value: Yaml): YamlEntry {
  return { key: { kind: 'text', text: key, plain: true, span: value.span }, value };
}
