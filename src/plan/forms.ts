import type { Core, FieldCore, IfCore, PositionCore, Variable } from '../feel/core.ts';
import type { Value } from '../feel/value.ts';
import { branchesTold } from './comparisons.ts';
import { standIn, surely, through } from './lists.ts';
import {
  type Bound,
  type Here,
  mostParts,
  settle,
  wholeIn,
  type Place,
  type Planner,
  within,
} from './lowering.ts';
import { insideLet } from './named.ts';
import { along, placeAlong, spineOf } from './places.ts';
import type { Picks } from './picks.ts';
import { isOneOfSeveral, type KindOfSeveral } from './kinds.ts';
import type { UnplannedPart, UnplannedReason } from './plan.ts';
import { referenced, rowsAgree, tableOf } from './references.ts';

/**
 * A form that values are planned in: numbers, days, words, texts, truths. A method says why it cannot, where it
 * cannot.
 */
export interface Form<T extends object> extends Picks<T> {
  /** What there is for a value that is of one kind by its type; undefined for one whose kind the form has. */
  readonly single: (kind: KindOfSeveral, core: Core, here: Here) => T | undefined;
  /** Two values may be alike in it that differ: that is told only where they do not. */
  readonly isLoose?: true;
  readonly constant: (value: Value) => T | UnplannedReason;
  readonly slot: (place: Place) => T | UnplannedReason;
  readonly piece: (bound: Extract<Bound, { kind: 'piece' }>) => T;
  readonly parameter: (value: Value) => T | UnplannedReason;
  /** What is computed from others. */
  readonly computed: (core: Core, here: Here) => T | UnplannedReason;
  /** What was planned already: what is read twice in one place is one and the same part of the plan. */
  readonly planned: Map<Here, Map<Core, Planned<T>>>;
}

interface Planned<T> {
  readonly value: T;
  readonly notes: readonly UnplannedPart[];
}

/** The plan of a value in a form, whatever leads to it. */
export function inForm<T extends object>(
  core: Core,
  here: Here,
  planner: Planner,
  form: Form<T>,
): T {
  const inside = form.planned.get(here) ?? new Map<Core, Planned<T>>();
  const known = inside.get(core);
  if (known) {
    planner.notes.push(...known.notes);
    return known.value;
  }
  const before = planner.notes.length;
  const value = settle(anew(), core, here, planner, form);
  const notes = planner.notes.length > before ? planner.notes.slice(before) : nothingNoted;
  form.planned.set(here, inside.set(core, { value, notes }));
  return value;

  function anew(): T | UnplannedReason {
    planner.parts += 1;
    if (planner.parts === mostParts) return 'size';
    if (planner.parts > mostParts) return form.unknown;
    const single = isOneOfSeveral(core.type.kind) && form.single(core.type.kind, core, here);
    if (single) return single;
    switch (core.kind) {
      case 'constant':
        return form.constant(core.value);
      case 'variable':
        return ofVariable(core.variable, here, planner, form);
      case 'let':
        return inForm(core.local.core, insideLet(core, here, planner), planner, form);
      case 'field':
        return ofField(core, here, planner, form);
      case 'reference':
        return referenced(core, here, planner, {
          unknown: form.unknown,
          dated: form.dated,
          parameter: (value) => settle(form.parameter(value), core, here, planner, form),
          definition: (is, inside) => inForm(is, inside, planner, form),
          table: (table, rows, inside) => {
            const made = tableOf(table, rows, inside, planner, form, ({ outputs: [output] }) =>
              output ? inForm(output.core, inside, planner, form) : form.unknown,
            );
            const value = settle(made, core, here, planner, form);
            if (!form.isLoose) return value;
            return form.choice(rowsAgree(table, rows, inside, planner), value, form.unknown);
          },
        });
      case 'if':
        return ofIf(core, here, planner, form);
      case 'position':
        return ofPosition(core, here, planner, form, (item) => ofBound(item, planner, form));
      default:
        return form.computed(core, here);
    }
  }
}

const nothingNoted: readonly UnplannedPart[] = [];

function ofIf<T extends object>(core: IfCore, here: Here, planner: Planner, form: Form<T>): T {
  const condition = planner.truth(core.condition, here);
  const [yes, no] = [core.yes, core.no].map((branch) => inForm(branch, here, planner, form));
  const value = form.choice(condition, yes ?? form.unknown, no ?? form.unknown);
  return form.isLoose ? form.choice(branchesTold(core, here, planner), value, form.unknown) : value;
}

function ofVariable<T extends object>(
  variable: Variable,
  here: Here,
  planner: Planner,
  form: Form<T>,
): T | UnplannedReason {
  const bound = here.bound.get(variable.id);
  return bound ? ofBound(bound, planner, form) : 'kind';
}

/** What a variable stands for, in a form. */
export function ofBound<T extends object>(
  bound: Bound,
  planner: Planner,
  form: Form<T>,
): T | UnplannedReason {
  switch (bound.kind) {
    case 'place':
      return form.slot(bound);
    case 'core':
      return inForm(bound.core, bound.here, planner, form);
    case 'piece':
      return form.piece(bound);
  }
}

/** `list[2]`, of which `read` reads something. */
function ofPosition<T extends object>(
  { list, position }: PositionCore,
  here: Here,
  planner: Planner,
  form: Form<T>,
  read: (item: Bound, here: Here) => T | UnplannedReason,
): T | UnplannedReason {
  const at = wholeIn(position);
  if (at === undefined || at === 0) return 'list';
  return through<T>(list, here, planner, {
    ...form,
    isStrict: true,
    loop: (over, item) => {
      const of = read(item, here);
      return typeof of === 'string' ? of : form.element(over, at, of);
    },
    written: surely((items) => {
      const item = items.at(at > 0 ? at - 1 : at);
      return item ? read(item, here) : form.unknown;
    }),
  });
}

function ofField<T extends object>(
  core: FieldCore,
  here: Here,
  planner: Planner,
  form: Form<T>,
): T | UnplannedReason {
  const spine = spineOf(core, here);
  const { root, fields } = spine;
  const place = placeAlong(spine);
  if (place) return form.slot(place);
  switch (root.kind) {
    case 'position':
      return ofPosition(root, spine.here, planner, form, (item, inside) => {
        const variable = standIn(root.type, planner);
        const owner: Core = { kind: 'variable', type: root.type, variable, span: root.span };
        return inForm(along(owner, fields), within(inside, variable, item), planner, form);
      });
    case 'reference':
      return referenced(root, spine.here, planner, {
        unknown: form.unknown,
        dated: form.dated,
        parameter: () => form.unknown,
        definition: (is, inside) => inForm(along(is, fields), inside, planner, form),
        table: (table, rows, inside) => {
          const [{ field }] = fields;
          const index = table.outputs.findIndex(({ name }) => name === field.name);
          const made =
            fields.length > 1 || index < 0
              ? 'kind'
              : tableOf(table, rows, inside, planner, form, ({ outputs }) => {
                  const output = outputs[index];
                  return output ? inForm(output.core, inside, planner, form) : form.unknown;
                });
          const value = settle(made, core, here, planner, form);
          return form.choice(rowsAgree(table, rows, inside, planner), value, form.unknown);
        },
      });
    default:
      return 'kind';
  }
}
