import type { Span } from '../base/source.ts';
import type { Trace } from '../evaluate/trace.ts';
import type { Core } from '../feel/core.ts';
import type { Value } from '../feel/value.ts';
import type { Expression, Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';
import { partsOf } from '../program/walk.ts';
import { spanWithin } from '../yaml/tree.ts';
import { type CaseResult, runCases } from './run.ts';

/** What a condition came to. */
export type Seen = 'true' | 'false' | 'unknown';

/** A single comparison, membership, field, `some` or `every` in what a rule asks, and what the cases made of it. */
export interface Condition {
  readonly span: Span;
  readonly part: 'when' | 'require';
  readonly seen: ReadonlySet<Seen>;
}

export interface RuleCoverage {
  readonly rule: Pick<ProgramRule, 'id'>;
  /** In the order they are written; one that several editions share is there once. */
  readonly conditions: readonly Condition[];
}

/** Enough times around a loop to see what its conditions come to. */
const mostElements = 200;

/** Runs the cases of a rule, and notes what each condition of its `when` and `require` came to. */
export function runCovered(
  program: Program,
  rule: ProgramRule,
): { readonly results: readonly CaseResult[]; readonly coverage: RuleCoverage } {
  const conditions = new Map<string, Condition & { readonly seen: Set<Seen> }>();
  for (const edition of rule.editions) {
    for (const part of parts) {
      const expression = edition[part];
      if (expression)
        for (const core of conditionsIn(expression.core, true)) place(core, expression, part);
    }
  }
  const results = runCases(program, rule, { watch });
  const inOrder = [...conditions.values()].toSorted((a, b) => a.span.start - b.span.start);
  return { results, coverage: { rule: { id: rule.id }, conditions: inOrder } };

  function place(core: Core, { yaml }: Expression, part: Condition['part']) {
    const { start, end } = core.span;
    const span = spanWithin(yaml, start, end);
    const key = `${span.start} ${span.end}`;
    const condition = conditions.get(key) ?? { span, part, seen: new Set<Seen>() };
    conditions.set(key, condition);
    return condition;
  }

  /** What a rule requires counts only for files it is for: of others it is not told. */
  function watch(edition: RuleEditionProgram, part: Condition['part'], trace: Trace): void {
    const expression = edition[part];
    if (!expression) return;
    observe(trace, true, (core, value) => {
      place(core, expression, part).seen.add(seenAs(value));
    });
  }
}

const parts = ['when', 'require'] as const;

/** Whether a node stands where a truth value is asked for, and is one condition by itself. */
function isSingle(core: Core): boolean {
  return core.kind !== 'logic' && core.kind !== 'if' && core.kind !== 'constant';
}

/** Every single condition of an expression, those inside loops and filters too. */
function conditionsIn(core: Core, asked: boolean): readonly Core[] {
  const own = asked && isSingle(core) ? [core] : [];
  return [...own, ...innerOf(core, asked).flatMap(([part, inner]) => conditionsIn(part, inner))];
}

/** The parts of a node, and whether a truth value is asked of each. */
function innerOf(core: Core, asked: boolean): readonly (readonly [Core, boolean])[] {
  switch (core.kind) {
    case 'logic':
      return core.parts.map((part) => [part, true]);
    case 'if':
      return [
        [core.condition, true],
        [core.yes, asked],
        [core.no, asked],
      ];
    case 'quantifier':
      return [
        [core.list, false],
        [core.satisfies, true],
      ];
    case 'filter':
      return [
        [core.list, false],
        [core.condition, true],
      ];
    case 'let':
      // it stands elsewhere
      return [];
    default:
      return partsOf(core).map((part) => [part, false]);
  }
}

/** Goes through what an expression came to, around each loop, and tells what its conditions came to. */
function observe(
  { core, value, parts: seen, rounds = [] }: Trace,
  asked: boolean,
  tell: (core: Core, value: Value) => void,
): void {
  if (asked && isSingle(core)) tell(core, value);
  const inner = new Map(innerOf(core, asked));
  const condition = core.kind === 'if' ? seen[0]?.value : undefined;
  for (const part of [...seen, ...rounds.slice(0, mostElements)]) {
    const isLeft =
      core.kind === 'if' &&
      ((part.core === core.yes && condition === false) ||
        (part.core === core.no && condition === true));
    if (!isLeft) observe(part, inner.get(part.core) ?? false, tell);
  }
}

function seenAs(value: Value): Seen {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return 'unknown';
}

/** How often conditions were seen, in all. */
export interface CoverageTotals {
  readonly rules: number;
  /** Rules of which every condition was seen all three ways. */
  readonly whole: number;
  readonly conditions: number;
  readonly seen: Readonly<Record<Seen, number>>;
  /** Conditions seen all three ways. */
  readonly all: number;
}

export const everySeen: readonly Seen[] = ['true', 'false', 'unknown'];

export function totalsOf(covered: readonly RuleCoverage[]): CoverageTotals {
  const rules = covered.filter(({ conditions }) => conditions.length > 0);
  const conditions = rules.flatMap((one) => one.conditions);
  const count = (wanted: Seen) => conditions.filter(({ seen }) => seen.has(wanted)).length;
  return {
    rules: rules.length,
    whole: rules.filter((one) => one.conditions.every(isWhole)).length,
    conditions: conditions.length,
    seen: { true: count('true'), false: count('false'), unknown: count('unknown') },
    all: conditions.filter(isWhole).length,
  };
}

export function isWhole({ seen }: Condition): boolean {
  return everySeen.every((one) => seen.has(one));
}

/** The share of what could be seen that was, three for each condition; whole where there is none. */
export function shareSeen({ conditions, seen }: CoverageTotals): number {
  if (conditions === 0) return 1;
  return (seen.true + seen.false + seen.unknown) / (3 * conditions);
}
