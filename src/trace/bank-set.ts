import { positionOf } from '../base/source.ts';
import { bandTables, type Dated, inForce, type Program, type Reference } from '../program/ast.ts';
import {
  type Decided,
  decidedIn,
  expressionsOf,
  figuresOf,
  isGiven,
  isRegulation,
  numbersOf,
} from '../program/decided.ts';
import { prose } from '../program/prose.ts';
import { parameterOf } from '../program/step-limits.ts';
import { coresOfRule } from '../program/reads.ts';
import { coresOf, referencesRead } from '../program/walk.ts';
import type { Words } from '../rulebook/files.ts';
import type { Rational } from '../values/rational.ts';

/** A number that the institution set itself, and where it is replaced. */
export interface OwnNumber {
  readonly kind: 'parameter' | 'table' | 'definition' | 'rule';
  /** `maximumTotalDebtRatio`, `RSK-007` */
  readonly name: string;
  readonly title: Words;
  readonly number: Rational;
  readonly unit: string | undefined;
  /** The day from which it holds, ISO. */
  readonly since: string;
  /** What it rests on; empty where nothing is cited. */
  readonly clauses: readonly string[];
  /**
   * What reads it, through definitions and tables too: rules, `process/approval/time` for what limits a step,
   * `model/behaviourScore` for a score that no rule asks, `subject/pilot` for what a comparison of pilots needs.
   */
  readonly rules: readonly string[];
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Those that are in force on a day, ISO. */
export interface OwnNumbers {
  readonly day: string;
  readonly numbers: readonly OwnNumber[];
}

/**
 * Every number in force on a day that no regulation gives: values of parameters, numbers of tables and definitions,
 * and those written into the rules themselves. In the order of the files, and of their lines.
 */
export function ownNumbers(program: Program, day: string): OwnNumbers {
  const { rulebook } = program;
  const readers = readersOf(program);
  // a table that tells the band says the limits of the table of points again
  const bands = bandTables(program);
  const ofReferences = [...program.references.values()].flatMap((reference) => {
    if (bands.has(reference.name)) return [];
    const edition = inForce<Dated & { readonly basis: readonly string[] }>(reference.editions, day);
    if (!edition) return [];
    const index = reference.editions.findIndex((one) => one === edition);
    return made(decidedIn(reference, index, program), edition, {
      kind: reference.kind,
      name: reference.name,
      title: reference.title,
      rules: readers.get(reference) ?? [],
    });
  });
  const ofRules = program.rules.flatMap((rule) => {
    const { status } = rule.rule.entry.data;
    const edition = inForce(rule.editions, day);
    if (!edition || status === 'repealed') return [];
    return made(expressionsOf(edition).flatMap(numbersOf), edition, {
      kind: 'rule',
      name: rule.id,
      title: prose(edition.title, day, program),
      rules: [rule.id],
    });
  });
  const numbers = [...ofReferences, ...ofRules].toSorted(
    (a, b) => ranks[a.kind] - ranks[b.kind] || compare(a.file, b.file) || a.line - b.line,
  );
  return { day, numbers };

  function made(
    decided: readonly Decided[],
    { basis, from }: Dated & { readonly basis: readonly string[] },
    of: Pick<OwnNumber, 'kind' | 'name' | 'title' | 'rules'>,
  ): readonly OwnNumber[] {
    if (isRegulation(basis, rulebook)) return [];
    const given = figuresOf(basis, rulebook);
    return decided
      .filter((one) => !isGiven(one, given))
      .map(({ number, unit, span }) => ({
        ...of,
        number,
        unit,
        since: from,
        clauses: basis,
        file: span.source.name,
        line: positionOf(span).line,
      }));
  }
}

const ranks = { parameter: 0, table: 1, definition: 2, rule: 3 } as const;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readersOf(program: Program): ReadonlyMap<Reference, readonly string[]> {
  const found = new Map<Reference, string[]>();
  const note = (reference: Reference | undefined, id: string) => {
    if (!reference) return;
    const known = found.get(reference);
    if (known) known.push(id);
    else found.set(reference, [id]);
  };
  for (const rule of program.rules)
    for (const reference of referencesRead(coresOfRule(rule), program)) note(reference, rule.id);
  for (const { name, names, characteristics } of program.models) {
    const own = [name, ...Object.values(names), ...characteristics.map(({ points }) => points)];
    const values = own.flatMap((one) => program.references.get(one) ?? []);
    const cores = values.flatMap((one) => coresOf(one));
    const read = new Set([...values, ...referencesRead(cores, program)]);
    for (const reference of read) note(reference, `model/${name}`);
  }
  for (const [subject, { least }] of program.pilots)
    if (least) note(parameterOf(least.core, program), `subject/${subject}`);
  // the limit of a step is read by what the step asks of time
  for (const { id, facet, editions } of program.process) {
    if (facet !== 'time') continue;
    const limits = editions.flatMap(({ of }) => of.within?.limit ?? []);
    for (const limit of new Set(limits.map((core) => parameterOf(core, program)))) note(limit, id);
  }
  return found;
}
