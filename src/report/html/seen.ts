import { pointerTo } from '../../base/pointer.ts';
import { isContext } from '../../dossier/path.ts';
import type { Outcome, Reason } from '../../evaluate/outcome.ts';
import type { Core } from '../../feel/core.ts';
import type { Context } from '../../feel/value.ts';
import { partsOf } from '../../program/walk.ts';

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
      const variable =
        core.of?.kind === 'variable' ? reason.moment.variables.get(core.of.name) : undefined;
      return isContext(variable) ? [...pointerIn(variable, core.field.name), ...deeper] : deeper;
    }
    case 'quantifier':
      return [
        ...elementPointers(core.list, fieldsOf(core.satisfies, core.variable), reason),
        ...deeper,
      ];
    case 'filter':
      return core.condition
        ? [...elementPointers(core.list, fieldsAmong(core.condition, core.list), reason), ...deeper]
        : deeper;
    default:
      return deeper;
  }
}

function elementPointers(
  list: Core,
  names: readonly string[],
  { values }: Reason,
): readonly string[] {
  const same = [...values].find(([core]) => core === list || isSameList(core, list));
  const value = same?.[1];
  if (typeof value !== 'object' || value?.kind !== 'list') return [];
  const elements = value.items.filter(isContext).slice(0, mostElements);
  return elements.flatMap((element) => names.flatMap((name) => pointerIn(element, name)));
}

/** Whether both are one list of the dossier itself: a `some` inside a `some` often runs through it again. */
function isSameList(a: Core, b: Core): boolean {
  return a.kind === 'field' && b.kind === 'field' && !a.of && !b.of && a.field === b.field;
}

function pointerIn({ pointer }: Context, name: string): readonly string[] {
  return pointer === undefined ? [] : [pointerTo(pointer, name)];
}

/** Names of the fields of a variable, in the order they are read. */
function fieldsOf(core: Core, variable: string): readonly string[] {
  const own =
    core.kind === 'field' && core.of?.kind === 'variable' && core.of.name === variable
      ? [core.field.name]
      : [];
  return [...new Set([...own, ...partsOf(core).flatMap((part) => fieldsOf(part, variable))])];
}

/** Names of the fields of a list's elements that a filter's condition speaks of. */
function fieldsAmong(core: Core, { type }: Core): readonly string[] {
  const of = type.kind === 'list' && type.of.kind === 'context' ? type.of : undefined;
  if (!of) return [];
  const own =
    core.kind === 'field' && of.fields.get(core.field.name) === core.field ? [core.field.name] : [];
  return [
    ...new Set([...own, ...partsOf(core).flatMap((part) => fieldsAmong(part, { ...core, type }))]),
  ];
}
