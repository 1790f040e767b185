import type { Core } from '../feel/core.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import { partsOf } from '../program/walk.ts';
import type { Definition } from '../program/ast.ts';
import { bankDay } from './day.ts';
import type { Reason } from './outcome.ts';
import { isList, pointersIn } from './pointers.ts';
import { editionOn, type Moment, valueOf } from './scope.ts';

/** Elements of a list that are explained one by one, at most. */
const mostElements = 3;

/**
 * The conditions that made an expression what it is: of an `and` that is false its false parts, of an `every`
 * the elements that break it, of a definition the condition behind it, down to single comparisons.
 */
export function reasonsFor(core: Core, moment: Moment): readonly Reason[] {
  const value = valueOf(core.syntax, moment);
  switch (core.kind) {
    case 'logic': {
      if (core.operator === 'not') return [reason(core, value, moment)];
      const telling = core.parts.filter((part) => alike(valueOf(part.syntax, moment), value));
      return telling.flatMap((part) => reasonsFor(part, moment));
    }
    case 'if': {
      const condition = valueOf(core.condition.syntax, moment);
      if (typeof condition !== 'boolean') return reasonsFor(core.condition, moment);
      return reasonsFor(condition ? core.yes : core.no, moment);
    }
    case 'reference': {
      const reference = moment.session.program.references.get(core.name);
      const edition =
        reference?.kind === 'definition' && editionOn(reference.editions, dayOf(core.on, moment));
      if (!edition || edition.is.core.type.kind !== 'boolean') return [reason(core, value, moment)];
      return reasonsFor(edition.is.core, { ...moment, variables: new Map() });
    }
    case 'quantifier': {
      const list = valueOf(core.list.syntax, moment);
      const telling = core.quantifier === 'every' ? value !== true : value === true;
      if (!isList(list) || !telling) return [reason(core, value, moment)];
      const moments = list.items.map((item) => withVariable(moment, core.variable, item));
      const same = moments.filter((inner) => alike(valueOf(core.satisfies.syntax, inner), value));
      const reasons = same
        .slice(0, mostElements)
        .flatMap((inner) => reasonsFor(core.satisfies, inner));
      return reasons.length > 0 ? reasons : [reason(core, value, moment)];
    }
    default:
      return [reason(core, value, moment)];
  }
}

export function withVariable(moment: Moment, name: string, value: Value): Moment {
  return { ...moment, variables: new Map([...moment.variables, [name, value]]) };
}

function reason(core: Core, value: Value, moment: Moment): Reason {
  const values = new Map<Core, Value>();
  const formulas = new Map<Core, Core>();
  collect(core, moment, 0);
  return { core, value, values, formulas, pointers: pointersOf(core, moment), moment };

  function collect(part: Core, at: Moment, depth: number): void {
    values.set(part, valueOf(part.syntax, at));
    const formula = depth < 2 ? formulaOf(part, at) : undefined;
    if (formula) {
      formulas.set(part, formula.core);
      collect(formula.core, formula.moment, depth + 1);
    }
    for (const inner of directParts(part)) collect(inner, at, depth);
  }
}

/** The formula of a definition that is read, and the moment it is read in. */
function formulaOf(
  core: Core,
  moment: Moment,
): { readonly core: Core; readonly moment: Moment } | undefined {
  if (core.kind !== 'reference' || core.what !== 'definition') return undefined;
  const reference = moment.session.program.references.get(core.name) as Definition | undefined;
  const day = dayOf(core.on, moment);
  const edition = reference && editionOn(reference.editions, day);
  return edition && { core: edition.is.core, moment: { ...moment, day, variables: new Map() } };
}

function dayOf(on: Core | undefined, moment: Moment): string | undefined {
  if (!on) return moment.day;
  const day = bankDay(valueOf(on.syntax, moment));
  return typeof day === 'string' ? day : undefined;
}

/** The parts whose names mean the same as around them: not those that speak of the elements of a list. */
function directParts(core: Core): readonly Core[] {
  if (core.kind === 'quantifier' || core.kind === 'map' || core.kind === 'filter')
    return [core.list];
  return partsOf(core);
}

/** The places an expression reads, through the definitions it names. */
export function pointersOf(core: Core, moment: Moment): readonly string[] {
  const read = pointersIn(core, moment, (reference, at) => {
    const formula = formulaOf(reference, at);
    return formula ? pointersOf(formula.core, formula.moment) : [];
  });
  return [...new Set(read)];
}

/** Whether a part's value is of the sort that made the whole: true, false, or unknown. */
function alike(a: Value, b: Value): boolean {
  return isUnknown(a) ? isUnknown(b) : a === b;
}
