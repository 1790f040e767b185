import type { Dossier } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { aboutField } from '../program/about-fields.ts';
import type { Subject } from '../program/ast.ts';

/** Whoever did something on a file, by the numbers that its events name, each once; none where these are personal. */
export function actorsOf({ root }: Dossier, { file, type }: Subject): readonly string[] {
  const { events } = file;
  const list = events && root.entries.get(events.list);
  const actor = events && aboutField({ list: events.list, field: events.actor }, type);
  if (!isList(list) || !actor || actor.personal) return [];
  const actors = list.items.flatMap((event) => {
    const who = isContext(event) ? event.entries.get(events.actor) : undefined;
    return typeof who === 'string' ? [who] : [];
  });
  return [...new Set(actors)].toSorted();
}
