import type { Core } from '../feel/core.ts';
import type { Program } from '../program/ast.ts';
import { partsOf } from '../program/walk.ts';
import { type Sources, sourcesIn, type Way, waysTo } from '../program/ways.ts';
import type { FieldEntry } from './model.ts';
import type { Speaker } from './speaker.ts';

/**
 * The values of a file that expressions read, in reading order, each once.
 *
 * @param around - what the variables stand for that come from outside, as that of `each` does
 */
export function fieldsRead(
  cores: readonly Core[],
  around: Sources,
  { references }: Program,
  { words }: Speaker,
): readonly FieldEntry[] {
  const sources: Sources = new Map([...around, ...sourcesIn(cores)]);
  const found = new Map<string, FieldEntry>();
  cores.forEach(visit);
  return [...found.values()];

  function visit(core: Core): void {
    partsOf(core).forEach(visit);
    if (core.kind !== 'field' || holdsRecord(core.field)) return;
    for (const way of waysTo(core, sources, references)) {
      const path = pathOf(way);
      const title = way.map((field) => words(field.title) || field.name).join(' › ');
      if (!found.has(path)) found.set(path, { path, title });
    }
  }
}

/** `contracts[].signedAt` */
function pathOf(way: Way): string {
  const last = way.length - 1;
  const names = way.map(({ name, type }, index) =>
    type.kind === 'list' && index < last ? `${name}[]` : name,
  );
  return names.join('.');
}

function holdsRecord({ type }: Way[number]): boolean {
  const of = type.kind === 'list' ? type.of : type;
  return of.kind === 'context';
}
