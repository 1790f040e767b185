import type { Dossier } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { takesBlank } from '../feel/types.ts';
import type { Value } from '../feel/value.ts';
import { aboutField } from '../program/about-fields.ts';
import type { Subject } from '../program/ast.ts';

/** Whoever did something on a file, by the numbers that its events name, each once; none where these are personal. */
export function actorsOf(dossier: Dossier, { file, type }: Subject): readonly string[] {
  const { events } = file;
  const field = events && aboutField({ list: events.list, field: events.actor }, type);
  if (!events || !field || field.personal) return [];
  const { list, actor } = events;
  // of a sound JSON file no value need be made for it
  const isPlain = field.type.kind === 'text' && !field.type.words && !takesBlank(field.type);
  const actors =
    dossier.json && isPlain
      ? writtenIn(dossier.json.value, list, actor)
      : heldIn(dossier.root.entries.get(list), actor);
  return [...new Set(actors)].toSorted();
}

function heldIn(list: Value | undefined, actor: string): readonly string[] {
  if (!isList(list)) return [];
  return list.items.flatMap((event) => {
    const who = isContext(event) ? event.entries.get(actor) : undefined;
    return typeof who === 'string' ? [who] : [];
  });
}

function writtenIn(json: object, list: string, actor: string): readonly string[] {
  const events: unknown = Reflect.get(json, list);
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: unknown) => {
    const who: unknown =
      typeof event === 'object' && event !== null ? Reflect.get(event, actor) : undefined;
    return typeof who === 'string' && who.trim() !== '' ? [who] : [];
  });
}
