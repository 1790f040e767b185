import { nearest } from '../base/suggest.ts';
import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { ContextType, Type } from '../feel/types.ts';
import type { SampleFile } from '../rulebook/files.ts';

/** A field that samples are to be made by, and no file has. */
interface Stranger {
  /** Where it is named, from `sample`. */
  readonly keys: readonly (string | number)[];
  readonly path: string;
  readonly near: string | undefined;
}

/** What a subject says of its samples names fields that are there. */
export function* strangersIn(
  type: ContextType,
  { day, numbers = [], person, published }: SampleFile,
): Generator<Stranger> {
  if (day !== undefined) {
    const steps = parsePath(day);
    if (!steps || !fieldAlong(type, steps))
      yield { keys: ['day'], path: day, near: nearest(day, type.fields.keys()) };
  }
  const known = new Set(namesIn(type));
  const named: readonly (readonly [Stranger['keys'], string])[] = [
    ...numbers.map((name, index) => [['numbers', index], name] as const),
    ...Object.entries(person ?? {}).map(
      ([key, name]: [string, string]) => [['person', key], name] as const,
    ),
    ...(published?.fields ?? []).map(
      (name, index) => [['published', 'fields', index], name] as const,
    ),
  ];
  for (const [keys, path] of named)
    if (!known.has(path)) yield { keys, path, near: nearest(path, known) };
}

/** The names of all fields, those inside records and lists too. */
function* namesIn(type: Type): Generator<string> {
  if (type.kind === 'list') yield* namesIn(type.of);
  if (type.kind !== 'context') return;
  for (const [name, field] of type.fields) {
    yield name;
    yield* namesIn(field.type);
  }
}
