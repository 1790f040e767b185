import type { Core } from '../feel/core.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import { partsOf } from '../program/walk.ts';
import type { FieldEntry } from './model.ts';
import type { Speaker } from './speaker.ts';

/** Where each field of a subject lies, `contracts[].signedAt`, with the fields on the way to it. */
export type FieldPlaces = ReadonlyMap<
  Field,
  { readonly path: string; readonly way: readonly Field[] }
>;

export function placesIn(type: ContextType): FieldPlaces {
  const places = new Map<Field, { readonly path: string; readonly way: readonly Field[] }>();
  const visit = ({ fields }: ContextType, before: string, way: readonly Field[]): void => {
    for (const field of fields.values()) {
      const path = `${before}${field.name}`;
      places.set(field, { path, way: [...way, field] });
      const record = recordOf(field.type);
      if (record)
        visit(record, field.type.kind === 'list' ? `${path}[].` : `${path}.`, [...way, field]);
    }
  };
  visit(type, '', []);
  return places;
}

/** The values of a file that expressions read, in reading order, each once. */
export function fieldsRead(
  cores: readonly Core[],
  places: FieldPlaces,
  { words }: Speaker,
): readonly FieldEntry[] {
  const found = new Map<string, FieldEntry>();
  for (const core of cores) visit(core);
  return [...found.values()];

  function visit(core: Core): void {
    for (const part of partsOf(core)) visit(part);
    if (core.kind !== 'field' || recordOf(core.field.type)) return;
    const place = places.get(core.field);
    const path = place?.path ?? core.field.name;
    const way = (place?.way ?? [core.field]).map((field) => words(field.title) || field.name);
    if (!found.has(path)) found.set(path, { path, title: way.join(' › ') });
  }
}

function recordOf(type: Type): ContextType | undefined {
  if (type.kind === 'list') return recordOf(type.of);
  return type.kind === 'context' ? type : undefined;
}
