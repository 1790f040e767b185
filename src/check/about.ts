import type { Dossier } from '../dossier/dossier.ts';
import { isContext, parsePath, type PathStep, valueAt } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import type { Field } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import { aboutField } from '../program/about-fields.ts';
import type { Subject } from '../program/ast.ts';
import type { AboutFile, AboutPlace } from '../rulebook/files.ts';
import { dayAtZone, type Zone } from '../values/zone.ts';

export type AboutKey = keyof AboutFile;

/** By what registers and summaries tell one file from another, in the order in which they say it. */
export const aboutKeys = [
  'number',
  'branch',
  'product',
  'amount',
  'officer',
  'customer',
  'day',
] as const satisfies readonly AboutKey[];

/** A value that is filled in, and the field that it is of. */
export interface AboutValue {
  readonly value: string | Exclude<Value, null | boolean | string | { readonly kind: 'unknown' }>;
  readonly field: Field;
}

/** The first of the places of a key that is filled in. */
export function aboutValue(
  key: AboutKey,
  { root }: Dossier,
  { file, type }: Subject,
  zone: Zone,
): AboutValue | undefined {
  for (const place of file.about?.[key] ?? []) {
    const field = aboutField(place, type);
    const value = field && valueOf(place, root);
    if (!field || value === undefined || value === null || typeof value === 'boolean') continue;
    if (typeof value !== 'string' && value.kind === 'unknown') continue;
    const told = isKind(value, 'date-time') ? dayAtZone(value, zone) : value;
    if (told !== undefined) return { value: told, field };
  }
  return undefined;
}

function valueOf(place: AboutPlace, root: Dossier['root']): Value | undefined {
  if (typeof place === 'string') return at(root, place);
  const list = at(root, place.list);
  if (!isList(list)) return undefined;
  const { where = {}, field } = place;
  const found = list.items.find(
    (item) =>
      isContext(item) &&
      Object.entries(where).every(([name, word]) => item.entries.get(name) === word),
  );
  return isContext(found) ? at(found, field) : undefined;
}

function at(root: Dossier['root'], path: string): Value | undefined {
  return valueAt(root, (parsePath(path) ?? []).map(nameOf));
}

function nameOf(step: PathStep): string {
  return 'name' in step ? step.name : step.element;
}
