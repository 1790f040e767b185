import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import type { Core, TestCore } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import { isKind } from '../feel/value.ts';
import {
  type Dated,
  type Expression,
  type Program,
  type ProgramRule,
  type Reference,
  type RuleEditionProgram,
} from '../program/ast.ts';
import { partsOf, partsOfTest, referencesIn } from '../program/walk.ts';
import { clauseOf, type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import { type Figure, isAmong } from '../rulebook/figures.ts';
import { nanosPerDay } from '../values/temporal.ts';
import { printRational, type Rational, rational, whole } from '../values/rational.ts';
import { spanWithin } from '../yaml/tree.ts';
import type { VerifyProblems } from './problems.ts';

type Found = Diagnostic<VerifyProblems, 'verify/figure-not-in-clause'>;

/** A number that somebody decided on, and where it is written. */
interface Decided {
  readonly number: Rational;
  readonly unit: string | undefined;
  readonly span: Span;
}

/**
 * Each number of a regulation rule stands among the figures of the regulation clauses that it rests on, and so does each
 * value of a parameter, and each number of a table or definition, that rests on regulation clauses alone.
 *
 * A number that its clause does not give is the institution's own, and a finding must not tell it as the regulation's.
 */
export function* figures(program: Program): Generator<Found> {
  const { rulebook } = program;
  const told = new Set<string>();
  for (const reference of program.references.values()) {
    for (const [index, edition] of reference.editions.entries()) {
      if (!isRegulation(edition.basis, rulebook)) continue;
      const known = figuresOf(edition.basis, rulebook);
      for (const decided of decidedIn(reference, index, program))
        if (!isGiven(decided, known)) yield* tell(decided, edition.basis, reference.name);
    }
  }
  for (const rule of program.rules) {
    const { kind, status } = rule.rule.entry.data;
    if (kind !== 'regulation' || status === 'draft') continue;
    for (const [index, edition] of rule.editions.entries()) yield* ofRule(rule, index, edition);
  }

  function* ofRule(
    rule: ProgramRule,
    index: number,
    edition: RuleEditionProgram,
  ): Generator<Found> {
    const known = figuresOf(edition.basis, rulebook);
    for (const expression of expressionsOf(edition)) {
      for (const decided of numbersOf(expression))
        if (!isGiven(decided, known)) yield* tell(decided, edition.basis, rule.id);
      yield* behind(rule, index, edition, expression, expression.core, known, new Set());
    }
  }

  /** Numbers of the institution's own that a regulation rule reads; those said to be a regulation's are told where they stand. */
  function* behind(
    rule: ProgramRule,
    index: number,
    edition: RuleEditionProgram,
    expression: Expression,
    core: Core,
    known: readonly Figure[],
    met: Set<string>,
  ): Generator<Found> {
    for (const { name, span } of referencesIn(core)) {
      const reference = program.references.get(name);
      if (!reference || met.has(name)) continue;
      met.add(name);
      for (const [number, one] of reference.editions.entries()) {
        if (!overlaps(one, edition) || isRegulation(one.basis, rulebook) || isOpen(name)) continue;
        const all = [...known, ...figuresOf(one.basis, rulebook)];
        const [first] = decidedIn(reference, number, program).filter(
          (decided) => !isGiven(decided, all),
        );
        if (!first) continue;
        const place = spanWithin(expression.yaml, span.start, span.end);
        yield* tell({ ...first, span: place }, edition.basis, rule.id, [first.span]);
        break;
      }
    }
  }

  /** What cities and branches fill in is not said to be the regulation's. */
  function isOpen(name: string): boolean {
    return rulebook.tables.some(({ data }) => data.table === name && data.open !== undefined);
  }

  function* tell(
    { number, unit, span }: Decided,
    basis: readonly string[],
    of: string,
    related: readonly Span[] = [],
  ): Generator<Found> {
    const key = `${span.source.name}:${span.start}:${of}`;
    if (told.has(key)) return;
    told.add(key);
    const clauses = basis.filter((ref) => isOfRegulation(ref, rulebook));
    const params = { of, number: printRational(number), unit, clauses };
    yield { code: 'verify/figure-not-in-clause', severity: 'warning', span, params, related };
  }
}

function expressionsOf({ lets, when, require }: RuleEditionProgram): readonly Expression[] {
  return [...lets, ...[when, require].flatMap((one) => one ?? [])];
}

function isOfRegulation(ref: string, { sources }: Rulebook): boolean {
  const [id] = ref.split('#');
  return sources.some((source) => source.id === id && source.kind === 'regulation');
}

/** Whether it rests on regulations alone. */
function isRegulation(basis: readonly string[], rulebook: Rulebook): boolean {
  return basis.length > 0 && basis.every((ref) => isOfRegulation(ref, rulebook));
}

/** What the regulation clauses of a basis give. */
function figuresOf(basis: readonly string[], rulebook: Rulebook): readonly Figure[] {
  return basis.flatMap((ref) =>
    isOfRegulation(ref, rulebook) ? (clauseOf(rulebook, ref)?.figures ?? []) : [],
  );
}

function isGiven({ number, unit }: Decided, known: readonly Figure[]): boolean {
  return isAmong(known, number, unit);
}

function overlaps(a: Dated, b: Dated): boolean {
  return (
    (a.until === undefined || b.from <= a.until) && (b.until === undefined || a.from <= b.until)
  );
}

/** The numbers of one edition of a parameter, table or definition. */
function decidedIn(
  reference: Reference,
  edition: number,
  { rulebook }: Program,
): readonly Decided[] {
  switch (reference.kind) {
    case 'parameter': {
      const entry = rulebook.parameters.find(({ data }) => data.parameter === reference.name);
      const own = reference.editions[edition];
      if (!entry || !own) return [];
      const span = spanOf(entry, 'editions', edition, 'value');
      return isTrivial(own.value) ? [] : [{ number: own.value, unit: entry.data.unit, span }];
    }
    case 'definition': {
      const own = reference.editions[edition];
      return own ? numbersOf(own.is) : [];
    }
    case 'table':
      return decidedInTable(reference, edition, rulebook);
  }
}

function decidedInTable(
  table: Extract<Reference, { kind: 'table' }>,
  edition: number,
  { tables }: Rulebook,
): readonly Decided[] {
  const entry = tables.find(({ data }) => data.table === table.name);
  const rows = table.editions[edition]?.rows ?? [];
  return rows.flatMap(({ cells, outputs }, row) => [
    ...cells.flatMap(({ subject, tests }, column) =>
      numbersIn(
        tests.flatMap((test) => partsOfTest(test)),
        unitOf(subject.type),
      ).map((found) => ({ ...found, span: placed(entry, edition, row, 'when', column) })),
    ),
    ...outputs.flatMap((output, column) =>
      numbersIn(output ? [output.core] : [], entry?.data.outputs[column]?.unit).map((found) => ({
        ...found,
        span: placed(entry, edition, row, 'then', column),
      })),
    ),
  ]);
}

function placed(
  entry: Entry<unknown> | undefined,
  edition: number,
  row: number,
  key: 'when' | 'then',
  column: number,
): Span {
  if (!entry) return { source: { name: '', text: '' }, start: 0, end: 0 };
  return spanOf(entry, 'editions', edition, 'rows', row, key, column);
}

function numbersOf({ yaml, core }: Expression): readonly Decided[] {
  return numbersIn([core], undefined).map(({ number, unit, at }) => ({
    number,
    unit,
    span: spanWithin(yaml, at.start, at.end),
  }));
}

interface Written {
  readonly number: Rational;
  readonly unit: string | undefined;
  readonly at: Core['span'];
}

/**
 * The numbers and durations that are written out, each with the unit of its neighbour where it has none of its own.
 *
 * Not those that nobody decides on: 0 and 1, the position in a list, 12, 100 and 10000 as factors, and what a function that
 * rounds or cuts is told of digits.
 */
function numbersIn(cores: readonly Core[], unit: string | undefined): readonly Written[] {
  return cores.flatMap((core) => ofCore(core, unit));
}

function ofCore(core: Core, unit: string | undefined): readonly Written[] {
  switch (core.kind) {
    case 'constant': {
      const { value, type, span } = core;
      if (isKind(value, 'number')) return decided(value, unitOf(type) ?? unit, span);
      if (isKind(value, 'months-duration'))
        return decided(whole(BigInt(value.months)), 'months', span);
      if (isKind(value, 'days-duration'))
        return decided(rational(value.nanos, nanosPerDay), 'days', span);
      return [];
    }
    case 'comparison':
      return [
        ...ofCore(core.left, unitOf(core.right.type)),
        ...ofCore(core.right, unitOf(core.left.type)),
      ];
    case 'membership':
      return [
        ...ofCore(core.of, undefined),
        ...core.tests.flatMap((test) => ofTest(test, unitOf(core.of.type))),
      ];
    case 'arithmetic': {
      const isScaling = core.operator === '*' || core.operator === '/';
      const parts = partsOf(core).filter((part) => !(isScaling && isFactor(part)));
      return parts.flatMap((part) => ofCore(part, isScaling ? undefined : unitOf(core.type)));
    }
    case 'position':
      return ofCore(core.list, undefined);
    case 'call': {
      const [first, ...others] = core.args.flatMap((arg) => arg ?? []);
      const args = digitFunctions.has(core.builtin) ? [first] : [first, ...others];
      return args.flatMap((arg) => (arg ? ofCore(arg, undefined) : []));
    }
    case 'let':
      // told where it is named
      return [];
    default:
      return partsOf(core).flatMap((part) => ofCore(part, undefined));
  }
}

function decided(number: Rational, unit: string | undefined, at: Core['span']): readonly Written[] {
  return isTrivial(number) ? [] : [{ number, unit, at }];
}

function ofTest(test: TestCore, unit: string | undefined): readonly Written[] {
  return partsOfTest(test).flatMap((part) => ofCore(part, unit));
}

/** Those whose further arguments say which digits or letters. */
const digitFunctions = new Set([
  'round',
  'round half up',
  'round half down',
  'round up',
  'round down',
  'decimal',
  'substring',
  'modulo',
]);

function isTrivial({ n, d }: Rational): boolean {
  return d === 1n && n >= -1n && n <= 1n;
}

function isFactor(core: Core): boolean {
  if (core.kind !== 'constant' || !isKind(core.value, 'number')) return false;
  const { n, d } = core.value;
  return d === 1n && (n === 12n || n === 100n || n === 10_000n);
}

function unitOf(type: Type): string | undefined {
  if (type.kind === 'list') return unitOf(type.of);
  const unit = type.kind === 'number' ? type.unit : undefined;
  return typeof unit === 'object' ? unit.name : unit;
}
