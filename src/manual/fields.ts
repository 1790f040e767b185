import type { Core } from '../feel/core.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { partsOf } from '../program/walk.ts';
import { sourcesIn, type Way, waysTo } from '../program/ways.ts';
import { fieldKind } from './field-kind.ts';
import type { FieldEntry } from './model.ts';
import type { Speaker } from './speaker.ts';

/** The values of a file that expressions of a rule read, in reading order, each once. */
export function fieldsRead(
  cores: readonly Core[],
  { each, group }: Pick<ProgramRule, 'each' | 'group'>,
  { references }: Program,
  speaker: Speaker,
): readonly FieldEntry[] {
  const { words } = speaker;
  const sources = new Map(sourcesIn(cores, references));
  if (each) sources.set(each.variable.id, each.list.core);
  const found = new Map<string, FieldEntry>();
  cores.forEach(visit);
  return [...found.values()];

  function visit(core: Core): void {
    partsOf(core).forEach(visit);
    if (core.kind !== 'field' || holdsRecord(core.field)) return;
    for (const whole of waysTo(core, sources, references)) {
      // the list of a group's files is no field of any of them
      const way = group ? whole.slice(1) : whole;
      const path = pathOf(way);
      if (found.has(path)) continue;
      const titles = way.map((field) => words(field.title) || field.name);
      const about = words(core.field.description) || undefined;
      found.set(path, {
        path,
        title: titles.join(' › '),
        name: titles.at(-1) ?? '',
        record: titles.slice(0, -1).join(' › '),
        kind: fieldKind(core.field, speaker),
        ...(about !== undefined && { about }),
      });
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
