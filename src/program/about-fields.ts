import { fieldAlong, parsePath } from '../dossier/path.ts';
import type { Field, ContextType } from '../feel/types.ts';
import type { AboutFile, AboutPlace } from '../rulebook/files.ts';

/** The field of a place by which files are told apart; undefined where there is none. */
export function aboutField(place: AboutPlace, type: ContextType): Field | undefined {
  if (typeof place === 'string') return fieldOf(place, type);
  const { list, where = {}, field } = place;
  const isThere = (name: string) => fieldOf(`${list}[1].${name}`, type) !== undefined;
  return Object.keys(where).every(isThere) ? fieldOf(`${list}[1].${field}`, type) : undefined;
}

/** The places that lead to no field, with where they are named, from `about`. */
export function* aboutStrangers(
  type: ContextType,
  about: AboutFile,
): Generator<{ readonly keys: readonly (string | number)[]; readonly path: string }> {
  for (const [key, places] of Object.entries(about) as [string, readonly AboutPlace[]][])
    for (const [index, place] of places.entries()) {
      if (aboutField(place, type)) continue;
      const path = typeof place === 'string' ? place : `${place.list}[].${place.field}`;
      yield { keys: [key, index], path };
    }
}

function fieldOf(path: string, type: ContextType): Field | undefined {
  const steps = parsePath(path);
  return steps && fieldAlong(type, steps);
}
