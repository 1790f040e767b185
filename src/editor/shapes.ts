import { type Language, spokenTo } from '../base/language.ts';
import { isCases, isRule } from '../rulebook/folder.ts';
import type { FileKind } from '../rulebook/shape.ts';
import { schema } from '../rulebook/shapes.js';
import type { Shape } from '../rulebook/texts.ts';

/** Files that are one of a kind, and folders whose files are; of a rulebook that builds on another the second is right too. */
const files: Readonly<Record<string, readonly FileKind[]>> = {
  'rulebook.yaml': ['rulebook', 'extension'],
  'posts.yaml': ['posts'],
  'documents.yaml': ['catalogue'],
  'glossary.yaml': ['glossary'],
  'definitions.yaml': ['definitions'],
  'claims.yaml': ['claims'],
  'reviewed.yaml': ['reviewed'],
};
const folders: Readonly<Record<string, readonly FileKind[]>> = {
  parameters: ['parameter', 'movement'],
  tables: ['table'],
  codes: ['codes'],
  calendars: ['calendar'],
  measures: ['measure'],
  samples: ['network'],
  views: ['view'],
  occasions: ['occasion'],
  models: ['model'],
  promises: ['promise'],
  appraisals: ['appraisal'],
};

/** Of which kinds a file of a rulebook may be, by its path. */
export function kindsOf(path: string): readonly FileKind[] {
  if (isCases(path)) return ['cases'];
  if (path.endsWith('/step.yaml')) return ['step'];
  if (isRule(path)) return ['rule', 'addition'];
  return files[path] ?? folders[path.split('/')[0] ?? ''] ?? [];
}

/** What a value at some keys of a file may be: one shape for each of its forms, with the names that they go by. */
export interface ValueShapes {
  /** Names of definitions: `Feel`, `ClauseRef`, `Words`. */
  readonly named: ReadonlySet<string>;
  readonly keys: readonly string[];
  /** Words that it may be. */
  readonly words: readonly string[];
  readonly isList: boolean;
  readonly isMap: boolean;
}

export function shapesAt(path: string, keys: readonly string[]): ValueShapes {
  const { definitions } = schema;
  let here = kindsOf(path).flatMap((kind) => wholes(schema.properties[kind], definitions));
  for (const key of keys)
    here = here
      .flatMap((shape) => propertyIn(shape, key))
      .flatMap((one) => wholes(one, definitions));
  const refs = here.flatMap(({ $ref }) => ($ref === undefined ? [] : [nameOf($ref)]));
  return {
    named: new Set(refs),
    keys: [...new Set(here.flatMap(({ properties = {} }) => Object.keys(properties)))],
    words: here.flatMap(({ enum: words = [], const: only }) =>
      [...words, ...(only === undefined ? [] : [only])].map(String),
    ),
    isList: here.some(({ items }) => items !== undefined),
    isMap: here.some(
      ({ properties, additionalProperties }) =>
        properties !== undefined || typeof additionalProperties === 'object',
    ),
  };
}

/** What the published schema of a kind of file says of the value at some keys, in a language; empty where it says nothing. */
export function explanationAt(
  path: string,
  keys: readonly string[],
  schemaOf: SchemaOf,
  language: Language,
): string {
  const [last, ...before] = keys.toReversed();
  if (last === undefined) return '';
  const said = kindsOf(path).flatMap((kind) => {
    const published = schemaOf(kind);
    if (!published) return [];
    const all = (shape: Shape) => wholes(shape, published.definitions);
    let here = all(published);
    for (const key of before.toReversed())
      here = here.flatMap((shape) => propertyIn(shape, key)).flatMap(all);
    return here.flatMap((shape) => propertyIn(shape, last)).flatMap(all);
  });
  const text = said.find(({ description }) => description !== undefined)?.description ?? '';
  const [english = '', chinese = english] = text.split('\n\n');
  return spokenTo(language) === 'zh' ? chinese : english;
}

/** The schema of a kind of file as it is published. */
export type SchemaOf = (
  kind: FileKind,
) => (Shape & { readonly definitions: Definitions }) | undefined;

type Definitions = Readonly<Record<string, Shape>>;

function propertyIn({ properties = {}, additionalProperties, items }: Shape, key: string): Shape[] {
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const item = /^\d+$/u.test(key) ? items : undefined;
  return [own ?? other, item].filter((shape) => shape !== undefined);
}

/** A shape, what it refers to, and its forms. */
function wholes(shape: Shape, definitions: Definitions): Shape[] {
  const { $ref, anyOf = [], allOf = [] } = shape;
  const referred = $ref === undefined ? undefined : definitions[nameOf($ref)];
  return [
    shape,
    ...[...(referred ? [referred] : []), ...anyOf, ...allOf].flatMap((one) =>
      wholes(one, definitions),
    ),
  ];
}

function nameOf(ref: string): string {
  return ref.replace('#/definitions/', '');
}
