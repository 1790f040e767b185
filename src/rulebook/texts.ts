import type { Yaml, YamlMap } from '../yaml/tree.ts';
import type { FileKind } from './shape.ts';
import { schema } from './shapes.js';

/** What is read here of a JSON Schema that was made from the types of files. */
export interface Shape {
  readonly $ref?: string;
  readonly properties?: { readonly [key: string]: Shape };
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  /** In those that are published: what it is, in English and below that in Chinese. */
  readonly description?: string;
}

/** A text in several languages, where it stands in a file. */
export interface Written {
  readonly yaml: YamlMap;
  /** `{parameter}` stands in it for the value of the parameter. */
  readonly isProse: boolean;
}

/** The definitions of a text in several languages. */
const [words, prose] = ['#/definitions/Words', '#/definitions/Prose'];

/** Adds the texts of a part to those found. */
type Finder = (part: Yaml, found: Written[]) => void;

const finders = new Map<FileKind, Finder>();

/**
 * The texts in several languages that a file has, by the schema of its kind: a record of a case that has a field `en` is none.
 *
 * @param yaml - of the shape that the schema says
 */
export function textsOf(yaml: Yaml, kind: FileKind): readonly Written[] {
  const finder = finders.get(kind) ?? finderOf(schema.properties[kind]);
  finders.set(kind, finder);
  const found: Written[] = [];
  finder(yaml, found);
  return found;
}

/** What finds the texts of files of one schema; it does not go into parts that can have none. */
function finderOf(root: Shape): Finder {
  const made = new Map<Shape, Finder>();
  return of(root) ?? (() => undefined);

  function of(shape: Shape): Finder | undefined {
    if (!hasWords(shape, new Set())) return undefined;
    const before = made.get(shape);
    if (before) return before;
    // a shape may be inside itself
    made.set(shape, (part, found) => made.get(shape)?.(part, found));
    const isProse = shape.$ref === prose;
    const finder = isProse || shape.$ref === words ? ofWords(isProse) : ofParts(shape);
    made.set(shape, finder);
    return finder;
  }

  function ofParts(shape: Shape): Finder {
    const same = [...wholes(shape)].flatMap((one) => of(one) ?? []);
    const item = shape.items && of(shape.items);
    const named = new Map(
      Object.entries(shape.properties ?? {}).map(([key, one]) => [key, of(one)] as const),
    );
    const { additionalProperties: others } = shape;
    const other = typeof others === 'object' ? of(others) : undefined;
    return (part, found) => {
      for (const finder of same) finder(part, found);
      if (part.kind === 'list' && item) for (const one of part.items) item(one, found);
      if (part.kind === 'map' && (other || named.size > 0))
        for (const { key, value } of part.entries) {
          const finder = named.has(key.text) ? named.get(key.text) : other;
          finder?.(value, found);
        }
    };
  }

  /** Whether texts may be anywhere in what has a shape. */
  function hasWords(shape: Shape, seen: Set<Shape>): boolean {
    if (shape.$ref === words) return true;
    if (seen.has(shape)) return false;
    seen.add(shape);
    const { items, properties = {}, additionalProperties: others } = shape;
    return [
      ...wholes(shape),
      ...(items ? [items] : []),
      ...Object.values(properties),
      ...(typeof others === 'object' ? [others] : []),
    ].some((one) => hasWords(one, seen));
  }

  /** The shapes that the whole of it has besides. */
  function* wholes({ $ref, anyOf = [], allOf = [] }: Shape): Generator<Shape> {
    yield* anyOf;
    yield* allOf;
    if ($ref === undefined) return;
    const target = schema.definitions[decodeURIComponent($ref.replace(/^#\/definitions\//u, ''))];
    if (target) yield target;
  }
}

function ofWords(isProse: boolean): Finder {
  return (part, found) => {
    if (part.kind === 'map') found.push({ yaml: part, isProse });
  };
}
