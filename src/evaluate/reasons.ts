import type { Core, Formula, QuantifierCore } from '../feel/core.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { spelt } from '../feel/sentence/sentence.ts';
import type { Value } from '../feel/value.ts';
import { variablesIn } from '../program/variables.ts';
import type { Given, Reason } from './outcome.ts';
import { placesRead } from './pointers.ts';
import type { Trace } from './trace.ts';

/** Elements of a list that are explained one by one, at most. */
const mostElements = 3;

/** Definitions one behind the other whose formulas are shown, at most. */
const mostFormulas = 2;

/**
 * The conditions that made an expression what it is: of an `and` that is false its false parts, of an `every`
 * the elements that break it, of a definition the condition behind it, down to single comparisons.
 */
export function reasonsFor(whole: Trace, within: Formula): readonly Reason[] {
  // a definition that several parts name is explained once, or once for the same arguments
  const explained = new Set<string>();
  const numbers = new Map<Trace, number>();
  return reasonsIn(whole, within, new Map());

  function reasonsIn(trace: Trace, expression: Formula, given: Given): readonly Reason[] {
    const { core, value, parts, rounds } = trace;
    const itself = () => [reasonOf(trace, expression, given)];
    switch (core.kind) {
      case 'logic': {
        if (core.operator === 'not') return itself();
        const telling = parts.filter((part) => alike(part.value, value));
        const reasons = telling.map((part) => reasonsIn(part, expression, given));
        const isEither = core.operator === 'or' && value === false;
        return isEither ? alternatives(reasons) : reasons.flat();
      }
      case 'if': {
        const [condition, yes, no] = parts;
        const chosen =
          typeof condition?.value !== 'boolean' ? condition : condition.value ? yes : no;
        return chosen ? reasonsIn(chosen, expression, given) : itself();
      }
      case 'let':
      case 'reference': {
        const { behind } = trace;
        if (behind?.kind !== 'definition' || !behind.formula) return itself();
        const { formula, expression: own } = behind;
        if (formula.core.type.kind !== 'boolean') return itself();
        const taken = argumentsOf(trace, expression, given);
        const asked = [formula, ...[...taken.values()].map((argument) => argument.trace)];
        const key = asked.map(numberOf).join(' ');
        if (explained.has(key)) return [];
        explained.add(key);
        return reasonsIn(formula, own, new Map([...given, ...taken]));
      }
      case 'quantifier': {
        const telling = core.quantifier === 'every' ? value !== true : value === true;
        if (!isList(parts[0]?.value) || !rounds || !telling || isOfValues(core)) return itself();
        const same = rounds.filter((round) => alike(round.value, value));
        const reasons = same
          .slice(0, mostElements)
          .flatMap((round) => reasonsIn(round, expression, given));
        return reasons.length > 0 ? reasons : itself();
      }
      default:
        return itself();
    }
  }

  function numberOf(trace: Trace): number {
    const number = numbers.get(trace) ?? numbers.size;
    numbers.set(trace, number);
    return number;
  }
}

/** Where it was read: of words that break a loop, what was read for them. */
function placesOf(trace: Trace, given: Given): readonly string[] {
  const inRounds = placesRead(brokenIn(trace), given);
  return inRounds.some((place) => place !== '') ? inRounds : placesRead([trace], given);
}

/** The rounds of a loop over words or numbers that made it what it is. */
function brokenIn({ core, value, rounds }: Trace): readonly Trace[] {
  if (core.kind !== 'quantifier' || !rounds || !isOfValues(core)) return [];
  return rounds.filter((round) => alike(round.value, value)).slice(0, mostElements);
}

/** A loop over words or numbers, of which those that break it are told together. */
function isOfValues({ list }: QuantifierCore): boolean {
  return list.type.kind === 'list' && list.type.of.kind !== 'context';
}

/** Of an `or` of which no part holds: one of them would have been enough. */
function alternatives(parts: readonly (readonly Reason[])[]): readonly Reason[] {
  const told = parts.filter((reasons) => reasons.length > 0);
  if (told.length < 2) return told.flat();
  return told.flatMap((reasons, part) =>
    reasons.map((reason, index): Reason => {
      const own = part === 0 ? 'either' : 'or';
      return { ...reason, lead: index === 0 ? own : (reason.lead ?? 'and') };
    }),
  );
}

/** What a definition is given where it is called, by the ids of its arguments; what was itself given, as its own caller wrote it. */
function argumentsOf({ core, parts, moment }: Trace, expression: Formula, given: Given): Given {
  if (core.kind !== 'reference' || !core.args) return new Map();
  const reference = moment.session.program.references.get(core.name);
  const takes = reference && reference.kind !== 'parameter' ? reference.takes : [];
  return new Map(
    takes.flatMap(({ variable }, index) => {
      const trace = parts[index];
      if (!trace) return [];
      const outer = trace.core.kind === 'variable' ? given.get(trace.core.variable.id) : undefined;
      return [[variable.id, outer ?? { trace, expression }] as const];
    }),
  );
}

function reasonOf(trace: Trace, expression: Formula, given: Given): Reason {
  const values = new Map<Core, Value>();
  const formulas = new Map<Core, Core>();
  const taken = new Map(given);
  for (const id of variablesIn(trace.core)) {
    const argument = given.get(id);
    if (argument) collect(argument.trace, 0);
  }
  collect(trace, 0);
  const { core, value, moment } = trace;
  return {
    core,
    value,
    expression,
    trace,
    values,
    formulas,
    given: taken,
    pointers: placesOf(trace, given),
    moment,
  };

  function collect(part: Trace, depth: number): void {
    values.set(part.core, part.value);
    const { behind } = part;
    if (behind?.kind === 'definition' && behind.formula) {
      for (const [id, argument] of argumentsOf(part, expression, taken)) taken.set(id, argument);
      const isSpelt = spelt(part.core) !== part.core;
      if (isSpelt) collect(behind.formula, depth);
      else if (depth < mostFormulas) {
        formulas.set(part.core, behind.formula.core);
        collect(behind.formula, depth + 1);
      }
    }
    for (const inner of part.parts) collect(inner, depth);
  }
}

/** Whether a part's value is of the sort that made the whole: true, false, or unknown. */
function alike(a: Value, b: Value): boolean {
  return isUnknown(a) ? isUnknown(b) : a === b;
}
