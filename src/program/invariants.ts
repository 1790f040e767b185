import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { addDays } from '../values/temporal.ts';
import type { Core } from '../feel/core.ts';
import { spanOf } from '../rulebook/ast.ts';
import { beginning, type Dated, type Program, type ProgramRule, type ProgramStep } from './ast.ts';
import type { ProgramProblems } from './problems.ts';
import { moves } from './strictness.ts';
import { timeless } from './timeless.ts';
import { codesAskedIn, coresOf, referencesIn } from './walk.ts';

/** What no part can see alone: a limit has a value on every day a rule reads it, and a moved one asks more. */
export function checkInvariants(
  program: Program,
  memory: Memory = noMemory,
): readonly Diagnostic<ProgramProblems>[] {
  const { rules } = program;
  return [
    ...rules.flatMap((rule) =>
      memory.of('values', [rule], () => [...valuesOnEveryDay(rule, program)]),
    ),
    ...rules.flatMap((rule) => memory.of('timeless', [rule], () => [...timeless(rule, program)])),
    ...program.claims.flatMap(({ of }) => [...timeless(of, program)]),
    ...program.steps.flatMap((step) =>
      memory.of('limits', [step.editions], () => [...limitsOnEveryDay(step, program)]),
    ),
    ...moves(program),
  ];
}

/** The limit of a step has a value on every day of the edition that says it. */
function* limitsOnEveryDay(
  { id, step: { entry }, editions }: ProgramStep,
  program: Program,
): Generator<Diagnostic<ProgramProblems>> {
  for (const [index, edition] of editions.entries()) {
    if (!edition.within) continue;
    for (const { name, from, until } of holesBehind(
      edition.within.limit,
      edition,
      program,
      new Set(),
    )) {
      const span = entry.data.editions
        ? spanOf(entry, 'editions', index, 'from')
        : spanOf(entry, 'within');
      const params = { name, rule: id, from: from === beginning ? undefined : from, until };
      yield { code: 'program/no-value', severity: 'error', span, params };
    }
  }
}

function* valuesOnEveryDay(
  rule: ProgramRule,
  program: Program,
): Generator<Diagnostic<ProgramProblems>> {
  for (const [index, edition] of rule.editions.entries()) {
    // in force always: another check sees to what it reads
    if (!edition.asOf) continue;
    const said = new Set<string>();
    for (const expression of [edition.when, edition.require]) {
      if (!expression) continue;
      for (const { name, from, until } of holesBehind(
        expression.core,
        edition,
        program,
        new Set(),
      )) {
        if (said.has(name)) continue;
        said.add(name);
        const span = spanOf(rule.rule.entry, 'editions', index, 'from');
        yield {
          code: 'program/no-value',
          severity: 'error',
          span,
          params: { name, rule: rule.id, from: from === beginning ? undefined : from, until },
        };
      }
    }
  }
}

interface Hole {
  readonly name: string;
  readonly from: string;
  readonly until: string | undefined;
}

/** Days of a period without a value of something that is read on them, or without codes, through definitions and tables; `name(date)` asks for its own day. */
function* holesBehind(
  core: Core,
  wanted: Dated,
  program: Pick<Program, 'references' | 'rulebook'>,
  seen: Set<string>,
): Generator<Hole> {
  const { references, rulebook } = program;
  for (const { name, on } of codesAskedIn(core)) {
    // as they are written: that a file of codes cannot be read was told already
    const entry = rulebook.codes.find(({ data }) => data.codes === name);
    const hole = on || !entry ? undefined : holeIn(entry.data.editions, wanted);
    if (hole) yield { name, ...hole };
  }
  for (const { name, on } of referencesIn(core)) {
    const reference = references.get(name);
    const key = `${name} ${wanted.from} ${wanted.until ?? ''}`;
    if (!reference || on || seen.has(key)) continue;
    seen.add(key);
    const hole = holeIn(reference.editions, wanted);
    if (hole) yield { name, ...hole };
    for (const edition of reference.editions) {
      const both = overlap(edition, wanted);
      if (both)
        for (const inner of coresOf(reference, edition))
          yield* holesBehind(inner, both, program, seen);
    }
  }
}

/** The days of both; undefined where there are none. */
export function overlap(a: Dated, b: Dated): Dated | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const [one = b.until, other = one] = [a.until, b.until];
  const until = one !== undefined && other !== undefined && other < one ? other : one;
  if (until === undefined) return { from };
  return until < from ? undefined : { from, until };
}

/** The first part of `wanted` that no edition covers. Editions follow each other: another check sees to that. */
function holeIn(
  editions: readonly Dated[],
  wanted: Dated,
): { from: string; until: string | undefined } | undefined {
  const first = editions[0];
  const last = editions.at(-1);
  if (!first || !last) return undefined;
  if (wanted.from < first.from) {
    const end = parseDate(first.from);
    const before = end && addDays(end, -1);
    return { from: wanted.from, until: before && printDate(before) };
  }
  if (last.until !== undefined && (wanted.until === undefined || wanted.until > last.until)) {
    const end = parseDate(last.until);
    const after = end && addDays(end, 1);
    return { from: after ? printDate(after) : last.until, until: wanted.until };
  }
  return undefined;
}
