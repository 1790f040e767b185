import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import type { Outcome, Reason } from '../evaluate/outcome.ts';
import type { Core, Variable } from '../feel/core.ts';
import { placeOf } from '../feel/narrow.ts';
import type { Context } from '../feel/value.ts';
import { partsOf } from '../program/walk.ts';

/** Elements of one list whose fields are shown, at most; the list's own line says how many there are. */
const mostElements = 12;

/** JSON pointers of what an outcome read: first where to look, then the operands in reading order. */
export function pointersRead({ at, related, because }: Outcome): readonly string[] {
  return [...new Set([at, ...related, ...because.flatMap(({ pointers }) => pointers)])];
}

/** JSON pointers of what it compared inside lists besides. */
export function pointersCompared({ because }: Outcome): readonly string[] {
  const inside = because.flatMap((reason) =>
    [reason.core, ...reason.formulas.values()].flatMap((core) => pointersInside(core, reason)),
  );
  return [...new Set(inside)];
}

/** Fields that are read of the elements of a list: what a `some`, an `every` or a filter compared. */
function pointersInside(core: Core, reason: Reason): readonly string[] {
  const deeper = partsOf(core).flatMap((part) => pointersInside(part, reason));
  switch (core.kind) {
    case 'field': {
      const { of, field } = core;
      const owner = of.kind === 'variable' ? reason.moment.bindings.get(of.variable.id) : undefined;
      return isContext(owner) ? [...pointerIn(owner, field.name), ...deeper] : deeper;
    }
    case 'quantifier':
      return [
        ...elementPointers(core.list, fieldsOf(core.satisfies, core.variable), reason),
        ...deeper,
      ];
    case 'filter':
      return [
        ...elementPointers(core.list, fieldsOf(core.condition, core.variable), reason),
        ...deeper,
      ];
    default:
      return deeper;
  }
}

function elementPointers(
  list: Core,
  names: readonly string[],
  { values }: Reason,
): readonly string[] {
  const place = placeInFile(list);
  // a `some` inside a `some` often runs through the same list of the file again
  const same = [...values].find(
    ([core]) => core === list || (place !== undefined && placeInFile(core) === place),
  );
  const value = same?.[1];
  if (typeof value !== 'object' || value?.kind !== 'list') return [];
  const elements = value.items.filter(isContext).slice(0, mostElements);
  return elements.flatMap((element) => names.flatMap((name) => pointerIn(element, name)));
}

/** Where a value of the file itself lies; undefined for one of an element, of which there may be many. */
function placeInFile(core: Core): string | undefined {
  const place = placeOf(core);
  return place?.startsWith('0.') ? place : undefined;
}

function pointerIn({ pointer }: Context, name: string): readonly string[] {
  return pointer === undefined ? [] : [pointerTo(pointer, name)];
}

/** Names of the fields of a variable, in the order they are read. */
function fieldsOf(core: Core, { id }: Pick<Variable, 'id'>): readonly string[] {
  const own =
    core.kind === 'field' && core.of.kind === 'variable' && core.of.variable.id === id
      ? [core.field.name]
      : [];
  const deeper = partsOf(core).flatMap((part) => fieldsOf(part, { id }));
  return [...new Set([...own, ...deeper])];
}
