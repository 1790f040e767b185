import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import type { Core, ReferenceCore } from '../feel/core.ts';
import type { List, Value } from '../feel/value.ts';
import { partsOf } from '../program/walk.ts';
import { type Moment, valueOf } from './scope.ts';

/** The places behind a definition that is read. */
export type Behind = (core: ReferenceCore, moment: Moment) => readonly string[];

/** JSON pointers of the fields that an expression reads, in reading order. */
export function pointersIn(core: Core, moment: Moment, behind: Behind): readonly string[] {
  switch (core.kind) {
    case 'reference':
      return behind(core, moment);
    case 'field': {
      if (!core.of) return [pointerTo('', core.field.name)];
      const of = valueOf(core.of.syntax, moment);
      if (isContext(of) && of.pointer !== undefined)
        return [pointerTo(of.pointer, core.field.name)];
      return pointersIn(core.of, moment, behind);
    }
    case 'map': {
      const list = valueOf(core.list.syntax, moment);
      const { returns } = core;
      if (core.variable !== undefined || returns.kind !== 'field' || !isList(list))
        return pointersIn(core.list, moment, behind);
      const own = list.items.flatMap((item) =>
        isContext(item) && item.pointer !== undefined
          ? [pointerTo(item.pointer, returns.field.name)]
          : [],
      );
      return own.length > 0 ? own : pointersIn(core.list, moment, behind);
    }
    case 'filter':
    case 'quantifier': {
      const list = valueOf(core.list.syntax, moment);
      const read = pointersIn(core.list, moment, behind);
      return read.length > 0 || !isList(list) ? read : [list.pointer ?? ''];
    }
    default:
      return partsOf(core).flatMap((part) => pointersIn(part, moment, behind));
  }
}

export function isList(value: Value | undefined): value is List {
  return typeof value === 'object' && value !== null && value.kind === 'list';
}
