import type { Builtin } from '../feel/builtins.ts';
import type { CallCore, Core } from '../feel/core.ts';
import { isKind } from '../feel/value.ts';
import { toWhole } from '../values/rational.ts';
import {
  inForce,
  type Parameter,
  type Program,
  type ProgramRule,
  type RuleEditionProgram,
  type StepLimit,
} from './ast.ts';
import { partsOf } from './walk.ts';

/** How many working days a step may take by the value in force on a day; undefined where there is none. */
export function workingDaysOf(
  { limit }: StepLimit,
  day: string,
  program: Pick<Program, 'references'>,
): number | undefined {
  if (limit.kind === 'constant')
    return isKind(limit.value, 'number') ? toWhole(limit.value) : undefined;
  const edition = inForce(parameterOf(limit, program)?.editions ?? [], day);
  return edition && toWhole(edition.value);
}

/** The parameter that gives the limit of a step; undefined where a number was written. */
export function parameterOf(
  core: Core,
  { references }: Pick<Program, 'references'>,
): Parameter | undefined {
  const reference = core.kind === 'reference' ? references.get(core.name) : undefined;
  return reference?.kind === 'parameter' ? reference : undefined;
}

/** A limit on the time between two days. */
interface TimeSet {
  readonly limit: Parameter;
  /** The days that the time runs from, one for each place that holds it. */
  readonly from: readonly Core[];
}

/** The times that the rules of a step set, each with its rule, in their order. */
export function timesOfStep(
  step: string,
  program: Pick<Program, 'references' | 'rules'>,
  day?: string,
): readonly (TimeSet & { readonly rule: ProgramRule })[] {
  return program.rules
    .filter(({ rule }) => rule.step === step)
    .flatMap((rule) => timesSetBy(rule, day, program).map((time) => ({ rule, ...time })));
}

/**
 * Parameters that a rule holds the time between two days against: the limits that it sets, as they are read.
 *
 * @param day - of the edition that is asked; its last one where none is given, or none is in force
 */
function timesSetBy(
  { editions }: Pick<ProgramRule, 'editions'>,
  day: string | undefined,
  program: Pick<Program, 'references'>,
): readonly TimeSet[] {
  const current = day === undefined ? undefined : inForce(editions, day);
  const edition = current ?? editions.at(-1);
  const cores = edition ? coresOf(edition) : [];
  const found = cores.flatMap((core) => timesIn(core, program));
  return [...Map.groupBy(found, ({ limit }) => limit)].map(([limit, times]) => ({
    limit,
    from: times.flatMap(({ from }) => from),
  }));
}

function coresOf({ lets, when, require }: RuleEditionProgram): readonly Core[] {
  return [...lets, ...[when, require].flatMap((one) => one ?? [])].map(({ core }) => core);
}

const spans: ReadonlySet<Builtin> = new Set([
  'days between',
  'working days between',
  'months between',
]);

function timesIn(core: Core, program: Pick<Program, 'references'>): readonly TimeSet[] {
  const deeper = [...partsOf(core), ...behind(core, program)].flatMap((part) =>
    timesIn(part, program),
  );
  if (core.kind !== 'comparison') return deeper;
  const sides = [core.left, core.right];
  const [span] = sides.flatMap(spansIn);
  const own = sides.flatMap((side) => parametersIn(side, program));
  return span
    ? [
        ...deeper,
        ...own.map((limit) => ({ limit, from: span.args.slice(0, 1).flatMap((one) => one ?? []) })),
      ]
    : deeper;
}

/** What a definition that is true or false says now: a condition under a name sets its limits still. */
function behind(core: Core, { references }: Pick<Program, 'references'>): readonly Core[] {
  if (core.kind !== 'reference' || core.type.kind !== 'boolean') return [];
  const reference = references.get(core.name);
  const edition = reference?.kind === 'definition' ? reference.editions.at(-1) : undefined;
  return edition ? [edition.is.core] : [];
}

function spansIn(core: Core): readonly CallCore[] {
  const own = core.kind === 'call' && spans.has(core.builtin) ? [core] : [];
  return [...own, ...partsOf(core).flatMap(spansIn)];
}

function parametersIn(core: Core, program: Pick<Program, 'references'>): readonly Parameter[] {
  const own = parameterOf(core, program);
  return [...(own ? [own] : []), ...partsOf(core).flatMap((part) => parametersIn(part, program))];
}
