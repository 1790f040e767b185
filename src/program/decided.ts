import type { Span } from '../base/source.ts';
import type { Core, TestCore } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import { isKind } from '../feel/value.ts';
import { clauseOf, type Entry, type Rulebook, sourceOf, spanOf } from '../rulebook/ast.ts';
import { type Figure, isAmong } from '../rulebook/figures.ts';
import { type Rational, rational, whole } from '../values/rational.ts';
import { nanosPerDay } from '../values/temporal.ts';
import { spanWithin } from '../yaml/tree.ts';
import type { Expression, Program, Reference, RuleEditionProgram } from './ast.ts';
import { partsOf, partsOfTest } from './walk.ts';

/** A number that somebody decided on, and where it is written. */
export interface Decided {
  readonly number: Rational;
  readonly unit: string | undefined;
  readonly span: Span;
}

export function expressionsOf({ lets, when, require }: RuleEditionProgram): readonly Expression[] {
  return [...lets, ...[when, require].flatMap((one) => one ?? [])];
}

export function isOfRegulation(ref: string, rulebook: Rulebook): boolean {
  return sourceOf(rulebook, ref)?.kind === 'regulation';
}

/** Whether it rests on regulations alone. */
export function isRegulation(basis: readonly string[], rulebook: Rulebook): boolean {
  return basis.length > 0 && basis.every((ref) => isOfRegulation(ref, rulebook));
}

/** What the regulation clauses of a basis give. */
export function figuresOf(basis: readonly string[], rulebook: Rulebook): readonly Figure[] {
  return basis.flatMap((ref) =>
    isOfRegulation(ref, rulebook) ? (clauseOf(rulebook, ref)?.figures ?? []) : [],
  );
}

export function isGiven({ number, unit }: Decided, known: readonly Figure[]): boolean {
  return isAmong(known, number, unit);
}

/** The numbers of one edition of a parameter, table or definition. */
export function decidedIn(
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
      return [{ number: own.value, unit: entry.data.unit, span }];
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

export function numbersOf({ yaml, core }: Expression): readonly Decided[] {
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
    case 'list':
      // of a run of whole numbers, nobody decides on those between its ends
      return (core.run ? [core.items[0], core.items.at(-1)] : core.items).flatMap((item) =>
        item ? ofCore(item, undefined) : [],
      );
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

/** 0 and 1: none, and any. */
export function isTrivial({ n, d }: Rational): boolean {
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
