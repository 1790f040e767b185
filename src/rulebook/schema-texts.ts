import { field, type Yaml, type YamlMap } from '../yaml/tree.ts';

/** Keywords of a subject's schema that are a text in several languages. */
const worded: ReadonlySet<string> = new Set(['x-title', 'x-noun', 'x-counter', 'x-yes', 'x-no']);

/** The texts in several languages of a subject's schema: titles of fields, of their codes and of their units. */
export function schemaTexts(schema: Yaml): readonly YamlMap[] {
  if (schema.kind === 'text') return [];
  if (schema.kind === 'list') return schema.items.flatMap(schemaTexts);
  return schema.entries.flatMap(({ key, value }) => {
    if (worded.has(key.text)) return value.kind === 'map' ? [value] : [];
    if (key.text === 'x-labels') return maps(value);
    if (key.text === 'x-units')
      return maps(value).flatMap((unit) => {
        const title = field(unit, 'title');
        return title?.kind === 'map' ? [title] : [];
      });
    return schemaTexts(value);
  });
}

function maps(yaml: Yaml): readonly YamlMap[] {
  if (yaml.kind !== 'map') return [];
  return yaml.entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : []));
}
