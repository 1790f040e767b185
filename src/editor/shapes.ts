import { isRule } from '../rulebook/folder.ts';
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
  if (path.endsWith('.cases.yaml')) return ['cases'];
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
  let here = kindsOf(path).flatMap((kind) => wholes(schema.properties[kind]));
  for (const key of keys) here = here.flatMap((shape) => inside(shape, key));
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

function inside({ properties = {}, additionalProperties, items }: Shape, key: string): Shape[] {
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const item = /^\d+$/u.test(key) ? items : undefined;
  return [own ?? other, item].flatMap((shape) => (shape ? wholes(shape) : []));
}

/** A shape, what it refers to, and its forms. */
function wholes(shape: Shape): Shape[] {
  const { $ref, anyOf = [], allOf = [] } = shape;
  const referred = $ref === undefined ? undefined : schema.definitions[nameOf($ref)];
  return [shape, ...[...(referred ? [referred] : []), ...anyOf, ...allOf].flatMap(wholes)];
}

function nameOf(ref: string): string {
  return ref.replace('#/definitions/', '');
}
