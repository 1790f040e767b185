import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/source.ts';
import type { Core } from '../feel/core.ts';
import type { Expression, Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';
import {
  type Decided,
  decidedIn,
  expressionsOf,
  figuresOf,
  isGiven,
  isOfRegulation,
  isRegulation,
  isTrivial,
  numbersOf,
} from '../program/decided.ts';
import { overlap } from '../program/invariants.ts';
import { referencesIn } from '../program/walk.ts';
import type { Figure } from '../rulebook/figures.ts';
import { multiply, printRational, type Rational, whole } from '../values/rational.ts';
import { spanWithin } from '../yaml/tree.ts';
import type { VerifyProblems } from './problems.ts';

type Found = Diagnostic<VerifyProblems, 'verify/figure-not-in-clause'>;

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
        if (!isTrivial(decided.number) && !isGiven(decided, known))
          yield* tell(decided, edition.basis, reference.name);
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
        if (!overlap(one, edition) || isRegulation(one.basis, rulebook) || isOpen(name)) continue;
        const all = [...known, ...figuresOf(one.basis, rulebook)];
        const [first] = decidedIn(reference, number, program).filter(
          (decided) => !isTrivial(decided.number) && !isGiven(decided, all),
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
    const params = { of, number: shownIn(number, unit), unit, clauses };
    yield { code: 'verify/figure-not-in-clause', severity: 'error', span, params, related };
  }
}

/** As figures of a clause are written: fractions of one in hundredths. */
function shownIn(number: Rational, unit: string | undefined): string {
  const isFraction = unit === 'ratio' || unit === 'rate' || unit === 'rate-per-month';
  return isFraction ? `${printRational(multiply(number, whole(100n)))}%` : printRational(number);
}
