import type { Yaml, YamlMap } from '../yaml/tree.ts';

/** What is read here of a JSON Schema that was made from the types of files. */
interface Shape {
  readonly $ref?: string;
  readonly properties?: { readonly [key: string]: Shape };
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly definitions?: { readonly [name: string]: Shape };
}

/** The definition of a text in several languages. */
const words = '#/definitions/Words';

/**
 * The texts in several languages that a file has, by its schema: a record of a case that has a field `en` is none.
 *
 * @param yaml - of the shape that the schema says
 */
export function textsOf(yaml: Yaml, schema: Shape): readonly YamlMap[] {
  const found: YamlMap[] = [];
  visit(yaml, schema);
  return found;

  function visit(part: Yaml, shape: Shape): void {
    if (shape.$ref === words) {
      if (part.kind === 'map') found.push(part);
      return;
    }
    for (const one of [...(shape.anyOf ?? []), ...(shape.allOf ?? [])]) visit(part, one);
    if (shape.$ref !== undefined) {
      const name = shape.$ref.replace(/^#\/definitions\//u, '');
      const target = schema.definitions?.[decodeURIComponent(name)];
      if (target) visit(part, target);
    }
    if (part.kind === 'list' && shape.items)
      for (const item of part.items) visit(item, shape.items);
    if (part.kind === 'map')
      for (const { key, value } of part.entries) {
        const own = shape.properties?.[key.text] ?? shape.additionalProperties;
        if (typeof own === 'object') visit(value, own);
      }
  }
}
