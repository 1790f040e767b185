import type { Core, FieldCore } from '../feel/core.ts';
import type { Here, Place } from './lowering.ts';
import { file } from './plan.ts';

export type Fields = readonly [FieldCore, ...FieldCore[]];

/** A path of fields, and what it begins at. */
export interface Spine {
  readonly root: Core;
  readonly fields: Fields;
  readonly here: Here;
}

export function spineOf(core: FieldCore, here: Here, after: readonly FieldCore[] = []): Spine {
  const fields: Fields = [core, ...after];
  const { of } = core;
  if (of.kind === 'field') return spineOf(of, here, fields);
  if (of.kind === 'variable') {
    const bound = here.bound.get(of.variable.id);
    if (bound?.kind === 'core')
      return bound.core.kind === 'field'
        ? spineOf(bound.core, bound.here, fields)
        : { root: bound.core, fields, here: bound.here };
  }
  return { root: of, fields, here };
}

/** Where in the file a path leads; undefined where it begins at something computed. */
export function placeAlong({ root, fields, here }: Spine): Place | undefined {
  const names = fields.map(({ field }) => field.name);
  const { field } = fields.at(-1) ?? fields[0];
  if (root.kind === 'file')
    return { kind: 'place', row: file, path: names, field, type: field.type };
  const bound = root.kind === 'variable' ? here.bound.get(root.variable.id) : undefined;
  if (bound?.kind !== 'place') return undefined;
  return { ...bound, path: [...bound.path, ...names], field, type: field.type };
}

/** Where a core lies in the file; undefined for anything computed. */
export function placeOf(core: Core, here: Here): Place | undefined {
  if (core.kind === 'field') return placeAlong(spineOf(core, here));
  if (core.kind !== 'variable') return undefined;
  const bound = here.bound.get(core.variable.id);
  if (bound?.kind === 'core') return placeOf(bound.core, bound.here);
  return bound?.kind === 'place' ? bound : undefined;
}

/** The same path of fields from another beginning. */
export function along(root: Core, fields: Fields): Core {
  return fields.reduce((of: Core, field) => ({ ...field, of }), root);
}
