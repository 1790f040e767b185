import type { Noted } from '../base/diagnostic.ts';
import { field, type Yaml, type YamlEntry, type YamlMap } from '../yaml/tree.ts';
import type { RulebookProblems } from './problems.ts';
import { entryOf, mapOf, textsOf } from './trees.ts';

/**
 * The schema of a subject with the fields of another beside its own: the definitions of both, and behind the
 * properties of the file those that are added.
 *
 * @param own - has `properties` and, for what these refer to, `definitions`; it may refer to those of `base` as well
 * @returns undefined where a name is taken, or one of the two is no schema of records
 */
export function widenedSchema(
  own: YamlMap,
  base: YamlMap,
  to: Noted<RulebookProblems>,
): YamlMap | undefined {
  const root = rootOf(base);
  const before = to.diagnostics.length;
  const definitions = joined(field(base, 'definitions'), field(own, 'definitions'), 'schema');
  if (root === undefined) {
    const properties = joined(field(base, 'properties'), field(own, 'properties'), 'field');
    if (to.diagnostics.length > before) return undefined;
    return withEntries(base, { definitions, properties });
  }
  const all = definitions?.entries.map((entry) => {
    if (entry.key.text !== root || entry.value.kind !== 'map') return entry;
    const properties = joined(field(entry.value, 'properties'), field(own, 'properties'), 'field');
    return { ...entry, value: withEntries(entry.value, { properties }) };
  });
  if (!definitions || !all || to.diagnostics.length > before) return undefined;
  return withEntries(base, { definitions: mapOf(definitions, all) });

  function joined(
    known: Yaml | undefined,
    fresh: Yaml | undefined,
    what: 'schema' | 'field',
  ): YamlMap | undefined {
    if (fresh?.kind !== 'map') return known?.kind === 'map' ? known : undefined;
    if (known?.kind !== 'map') return fresh;
    const names = new Set(known.entries.map(({ key }) => key.text));
    for (const { key } of fresh.entries)
      if (names.has(key.text)) to.error('rulebook/redefined', key.span, { what, name: key.text });
    return mapOf(known, [...known.entries, ...fresh.entries]);
  }
}

/** The definition that the file itself is, where it is one. */
function rootOf(schema: YamlMap): string | undefined {
  const ref = field(schema, '$ref');
  const [text = ''] = ref ? textsOf(ref) : [];
  return /^#\/definitions\/(.+)$/u.exec(text)?.[1];
}

function withEntries(map: YamlMap, given: Readonly<Record<string, YamlMap | undefined>>): YamlMap {
  const fresh = Object.entries(given).flatMap(([key, value]): YamlEntry[] =>
    value ? [entryOf(key, value)] : [],
  );
  const names = new Set(fresh.map(({ key }) => key.text));
  return mapOf(map, [...map.entries.filter(({ key }) => !names.has(key.text)), ...fresh]);
}
