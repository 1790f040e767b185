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
  const { core: of, here: inside } = standing(core.of, here);
  if (of.kind === 'field') return spineOf(of, inside, fields);
  return { root: of, fields, here: inside };
}

/** What a named value, or a variable that stands for an expression, is, and where it is read. */
export function standing(core: Core, here: Here): { readonly core: Core; readonly here: Here } {
  if (core.kind === 'let') return standing(core.local.core, here);
  const bound = core.kind === 'variable' ? here.bound.get(core.variable.id) : undefined;
  return bound?.kind === 'core' ? standing(bound.core, bound.here) : { core, here };
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
export function placeOf(given: Core, around: Here): Place | undefined {
  const { core, here } = standing(given, around);
  if (core.kind === 'field') return placeAlong(spineOf(core, here));
  const bound = core.kind === 'variable' ? here.bound.get(core.variable.id) : undefined;
  return bound?.kind === 'place' ? bound : undefined;
}

/** The same path of fields from another beginning. */
export function along(root: Core, fields: Fields): Core {
  return fields.reduce((of: Core, field) => ({ ...field, of }), root);
}
