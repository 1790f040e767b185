import type { Span } from '../base/source.ts';
import type { Yaml, YamlEntry, YamlList, YamlMap, YamlText } from '../yaml/tree.ts';

/** The same list with other items. */
export function listOf(list: YamlList, items: readonly Yaml[]): YamlList {
  return { ...list, items };
}

/** A map where another value stood. */
export function mapOf({ span }: Yaml, entries: readonly YamlEntry[]): YamlMap {
  return { kind: 'map', span, entries };
}

/** A text nobody wrote as it is, with the place that it comes of. */
export function textAt(text: string, span: Span): YamlText {
  return { kind: 'text', text, plain: true, span };
}

export function entryOf(key: string, value: Yaml): YamlEntry {
  return { key: textAt(key, value.span), value };
}

/** The entries of a map but those of some keys. */
export function without(map: YamlMap, keys: readonly string[]): readonly YamlEntry[] {
  return map.entries.filter(({ key }) => !keys.includes(key.text));
}

/** The texts of a list, or the one text itself. */
export function textsOf(yaml: Yaml): readonly string[] {
  if (yaml.kind === 'text') return [yaml.text];
  return yaml.kind === 'list' ? yaml.items.flatMap(textsOf) : [];
}
