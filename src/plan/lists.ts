import type { CallCore, Core, FieldCore, MapCore, Variable } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import {
  type Bound,
  type Here,
  mostWritten,
  newRow,
  type Planner,
  settle,
  wholeIn,
  within,
} from './lowering.ts';
import { insideLet } from './named.ts';
import { along, placeOf, spineOf } from './places.ts';
import { type Picks, truthPicks } from './picks.ts';
import { file, type List, type Truth, type UnplannedReason } from './plan.ts';
import { referenced, rowsAgree, tableOf } from './references.ts';
import { allOf, anyOf, choiceOf, given, isTold, notOf, untold, yes } from './simplify.ts';

/** Built-in functions that give lists. */
export type ListBuiltin =
  | 'append'
  | 'concatenate'
  | 'distinct values'
  | 'index of'
  | 'sort'
  | 'split'
  | 'union';

/** An element of a list that is written out, and what has to hold for it to be kept. */
export interface Written {
  readonly item: Bound;
  readonly kept: readonly Truth[];
}

/** What is made of a list. A method says why it cannot, where it cannot. */
export interface ListForm<T extends object> extends Picks<T> {
  /** Of the elements of a list of the file. */
  readonly loop: (list: List, item: Bound) => T | UnplannedReason;
  readonly written: (items: readonly Written[]) => T | UnplannedReason;
  /** Of lists one after the other. */
  readonly joined?: (parts: readonly T[]) => T;
  /** Of lists of which there is one for each element of another. */
  readonly nested?: (list: List, inner: T) => T;
  /** Unknown anyway where it cannot be told which elements there are. */
  readonly isStrict: boolean;
}

/** Of elements that are written out, each of which has to be there for sure. */
export function surely<T extends object>(
  make: (items: readonly Bound[]) => T | UnplannedReason,
): ListForm<T>['written'] {
  return (items) =>
    items.some(({ kept }) => kept.length > 0) ? 'list' : make(items.map(({ item }) => item));
}

/** Runs a form through a list, whatever leads to it. */
export function through<T extends object>(
  core: Core,
  here: Here,
  planner: Planner,
  form: ListForm<T>,
): T {
  const settled = (made: T | UnplannedReason) => settle(made, core, here, planner, form);
  return settled(planned());

  function planned(): T | UnplannedReason {
    switch (core.kind) {
      case 'field':
        return ofPlace(core, here, planner, form);
      case 'variable': {
        const bound = here.bound.get(core.variable.id);
        return bound?.kind === 'core' ? through(bound.core, bound.here, planner, form) : 'list';
      }
      case 'let':
        return through(core.local.core, insideLet(core, here, planner), planner, form);
      case 'list':
        if (core.items.length > mostWritten) return 'size';
        return form.written(
          core.items.map((item) => ({ item: { kind: 'core', core: item, here }, kept: [] })),
        );
      case 'filter': {
        const condition = (item: Bound) =>
          planner.truth(core.condition, within(here, core.variable, item));
        return through(core.list, here, planner, {
          ...form,
          loop: (list, item) =>
            settled(form.loop({ ...list, where: [...list.where, condition(item)] }, item)),
          written: (items) =>
            settled(
              form.written(
                items.map(({ item, kept }) => ({ item, kept: [...kept, condition(item)] })),
              ),
            ),
        });
      }
      case 'map':
        return core.joined ? ofJoined(core, here, planner, form) : ofMap(core, here, planner, form);
      case 'reference':
        return referenced(core, here, planner, {
          unknown: form.unknown,
          dated: form.dated,
          parameter: () => form.unknown,
          definition: (is, inside) => through(is, inside, planner, form),
          table: (table, rows, inside) => {
            const made = tableOf(table, rows, inside, planner, form, ({ outputs: [output] }) =>
              output ? through(output.core, inside, planner, form) : form.unknown,
            );
            const agree = rowsAgree(table, rows, inside, planner);
            return form.choice(agree, settled(made), form.unknown);
          },
        });
      case 'call':
        return ofCall(core, here, planner, form);
      default:
        return 'list';
    }
  }
}

function ofPlace<T extends object>(
  core: FieldCore,
  here: Here,
  planner: Planner,
  form: ListForm<T>,
): T | UnplannedReason {
  const place = placeOf(core, here);
  if (!place) return ofElement(core, here, planner, form);
  if (!place.field || place.type.kind !== 'list') return 'list';
  const { row, path, field, type } = place;
  const list = newRow(planner, (element) => {
    return { kind: 'rows', row, path, field, element, where: [] };
  });
  const { element } = list;
  return form.loop(list, {
    kind: 'place',
    row: element,
    path: [],
    field: undefined,
    type: type.of,
  });
}

/** `list[2].others` */
function ofElement<T extends object>(
  core: FieldCore,
  here: Here,
  planner: Planner,
  form: ListForm<T>,
): T | UnplannedReason {
  const { root, fields, here: inside } = spineOf(core, here);
  const at = root.kind === 'position' ? wholeIn(root.position) : undefined;
  if (root.kind !== 'position' || !at) return 'list';
  return through(root.list, inside, planner, {
    ...form,
    loop: (list, item) => {
      const variable = standIn(root.type, planner);
      const owner: Core = { kind: 'variable', type: root.type, variable, span: root.span };
      const place = within(inside, variable, item);
      return form.element(list, at, through(along(owner, fields), place, planner, form));
    },
    written: () => 'list',
  });
}

/** A variable that no expression has. */
export function standIn(type: Type, planner: Planner): Variable {
  return { id: -planner.rows.length, name: 'item', type, implicit: true };
}

/** `for x in list return f(x)`: which elements there are has to be known; of `list.field` it need not. */
function ofMap<T extends object>(
  core: MapCore,
  here: Here,
  planner: Planner,
  form: ListForm<T>,
): T {
  const { list, variable, returns } = core;
  const told: Truth[] = [];
  const settled = (made: T | UnplannedReason) => settle(made, core, here, planner, form);
  const made = through(list, here, planner, {
    ...form,
    loop: (over, item) => {
      if (!variable.implicit && !form.isStrict && over.where.length > 0) told.push(keptTold(over));
      return settled(form.loop(over, inside(item)));
    },
    written: (items) => {
      if (!variable.implicit) told.push(...items.flatMap(({ kept }) => kept.map(isTold)));
      return settled(form.written(items.map(({ item, kept }) => ({ item: inside(item), kept }))));
    },
  });
  return gated(allOf(told), made, form);

  function inside(item: Bound): Bound {
    return { kind: 'core', core: returns, here: within(here, variable, item) };
  }
}

/** `for x in list, y in others return f`: the lists of the inner loop, one after the other. */
function ofJoined<T extends object>(
  { list, variable, returns }: MapCore,
  here: Here,
  planner: Planner,
  form: ListForm<T>,
): T | UnplannedReason {
  const { nested, joined } = form;
  if (!nested || !joined) return 'list';
  const told: Truth[] = [];
  const made = through(list, here, planner, {
    ...form,
    loop: (over, item) => {
      if (over.where.length > 0) return 'list';
      const inside = within(here, variable, item);
      const all: Truth = form.isStrict
        ? yes
        : { kind: 'every', list: over, holds: listTold(returns, inside, planner) };
      const made = nested(over, through(returns, inside, planner, form));
      // the list of an element is told of where the element is
      if (!isSeen(over, here)) return gated(all, made, form);
      told.push(all);
      return made;
    },
    written: surely((items) => {
      const places = items.map((item) => within(here, variable, item));
      if (!form.isStrict) told.push(...places.map((inside) => listTold(returns, inside, planner)));
      return joined(places.map((inside) => through(returns, inside, planner, form)));
    }),
  });
  return gated(allOf(told), made, form);
}

/** Whether a list is of the file, or of an element that a loop around has come to. */
function isSeen(list: List, { bound }: Here): boolean {
  if (list.kind === 'pieces' || list.row === file) return true;
  return [...bound.values()].some((one) => one.kind === 'place' && one.row === list.row);
}

/** A value where it is told which elements there are; else unknown. */
function gated<T extends object>(
  told: Truth,
  made: T,
  form: Pick<ListForm<T>, 'choice' | 'unknown'>,
): T {
  return told === yes ? made : form.choice(told, made, form.unknown);
}

function ofCall<T extends object>(
  core: CallCore,
  here: Here,
  planner: Planner,
  form: ListForm<T>,
): T | UnplannedReason {
  const [first, second] = core.args;
  if (!first || !second) return 'function';
  switch (core.builtin) {
    case 'concatenate':
    case 'append': {
      if (!form.joined) return 'list';
      const isList = core.builtin === 'concatenate';
      const added: Core = isList
        ? second
        : { kind: 'list', type: first.type, items: [second], span: second.span };
      const parts = [first, added].map((list) => through(list, here, planner, form));
      const told = form.isStrict ? [] : [first, added].map((list) => listTold(list, here, planner));
      return gated(allOf(told), form.joined(parts), form);
    }
    case 'split': {
      const [of, by] = [planner.text(first, here), planner.text(second, here)];
      const list = newRow(planner, (element) => ({ kind: 'pieces', of, by, element, where: [] }));
      return form.loop(list, { kind: 'piece', row: list.element });
    }
    default:
      return 'function';
  }
}

/** True where it can be told which elements a list has; else unknown. */
export function listTold(core: Core, here: Here, planner: Planner): Truth {
  return through<Truth>(core, here, planner, {
    ...truthPicks,
    loop: keptTold,
    written: (items) => allOf(items.flatMap(({ kept }) => kept.map(isTold))),
    joined: allOf,
    nested: (list, inner) => ({ kind: 'every', list, holds: inner }),
    isStrict: false,
  });
}

/** True where it can be told of each element whether it is kept. */
function keptTold(list: List): Truth {
  return {
    kind: 'every',
    list: { ...list, where: [] },
    holds: allOf(list.where.map(isTold)),
  };
}

/** `some` or `every` over a list: it sees through elements that may or may not be there. */
export function quantified(
  quantifier: 'some' | 'every',
  core: Core,
  here: Here,
  planner: Planner,
  holds: (item: Bound) => Truth,
): Truth {
  const isSome = quantifier === 'some';
  return through<Truth>(core, here, planner, {
    ...truthPicks,
    loop: (list, item) => ({ kind: quantifier, list, holds: holds(item) }),
    written: (items) =>
      isSome
        ? anyOf(items.map(({ item, kept }) => allOf([...kept, holds(item)])))
        : allOf(items.map(({ item, kept }) => anyOf([...kept.map(notOf), holds(item)]))),
    joined: isSome ? anyOf : allOf,
    nested: (list, inner) => ({ kind: quantifier, list, holds: inner }),
    choice: (condition, of, otherwise) =>
      otherwise === untold ? given(condition, of) : choiceOf(condition, of, otherwise),
    isStrict: false,
  });
}
