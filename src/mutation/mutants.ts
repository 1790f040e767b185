import type { Span } from '../base/source.ts';
import type { Core } from '../feel/core.ts';
import { partsOf, testWithParts } from '../feel/parts.ts';
import {
  beginning,
  type Dated,
  type Expression,
  type Program,
  type ProgramRule,
  type Reference,
  type Table,
} from '../program/ast.ts';
import { at, spanWithin } from '../yaml/tree.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import { dayAfter, dayBefore } from '../values/neighbouring-days.ts';
import { printRational } from '../values/rational.ts';
import { printValue } from '../feel/operations/print.ts';
import { isKind } from '../feel/value.ts';
import { rewriterAt, type Site } from './rewrite.ts';
import { besides } from './steps.ts';
import { type MutantKind, type Variant, variantsOf, variantsOfTest } from './variants.ts';

/** One thing of a rulebook written otherwise. */
export interface Mutant {
  readonly kind: MutantKind;
  readonly span: Span;
  readonly from: string;
  readonly to: string;
  /** The days on which it may tell; all where it is absent. */
  readonly days?: Dated;
  /** The nodes whose values tell whether a case could notice it: its own, or the comparison of a limit. */
  readonly cores?: readonly Core[];
  /** The row of a table that was changed, counted from 1. */
  readonly row?: number;
  /** How it is proved that nothing comes of it. */
  readonly proved?: Proof;
}

/** How it is proved that no file tells a mutant from the rulebook. */
export type Proof =
  /** The editions before and after the day ask the same. */
  | 'same-editions'
  /** No rule that reads it is in force on the days on which it would tell. */
  | 'not-in-force'
  /** What the values may be leaves the comparison as it was. */
  | 'same-values'
  /** The numeric form of each rule that reads it is the same. */
  | 'same-plan'
  /** The solver finds no file that is judged otherwise. */
  | 'solver';

export interface RuleMutant extends Mutant {
  readonly rule: ProgramRule;
}

export interface ReferenceMutant extends Mutant {
  readonly reference: Reference;
}

/** Everything in a rule that may be written otherwise by mistake, one thing at a time. */
export function* mutantsOfRule(rule: ProgramRule): Generator<RuleMutant> {
  const { editions, each } = rule;
  const expressions = editions.flatMap(({ lets, when, require }) => [...lets, when, require]);
  for (const found of sitesIn([...expressions, rule.rows ? undefined : each?.list]))
    for (const [index, variant] of found.variants.entries()) {
      const { site } = found;
      const rewrite = rewriterAt(site, (core) => nth(core, site, index));
      const own = {
        ...rule,
        ...(each && { each: { ...each, list: rewrite(each.list) } }),
        editions: editions.map((edition) => ({
          ...edition,
          lets: edition.lets.map(rewrite),
          asOf: rewrite(edition.asOf),
          when: rewrite(edition.when),
          require: rewrite(edition.require),
        })),
      };
      yield { ...toldAt(found, variant), rule: own };
    }
  const { entry } = rule.rule;
  if (editions.some(({ ifAbsent }) => ifAbsent === 'fail'))
    yield {
      kind: 'presence',
      span: keySpan(entry, 'ifAbsent'),
      from: 'ifAbsent: fail',
      to: '—',
      rule: { ...rule, editions: editions.map((edition) => ({ ...edition, ifAbsent: undefined })) },
    };
  for (const { editions: moved, ...mutant } of movedDays(editions, (index) =>
    spanOf(entry, 'editions', index, 'from'),
  ))
    yield { ...mutant, rule: { ...rule, editions: moved } };
}

/** The same in a definition, parameter or table. */
export function* mutantsOfReference(
  reference: Reference,
  { rulebook }: Program,
): Generator<ReferenceMutant> {
  switch (reference.kind) {
    case 'definition': {
      const { definitions } = rulebook;
      const index = definitions?.data.definitions.findIndex(
        ({ definition }) => definition === reference.name,
      );
      // what models are spelled out to stands in no file
      if (!definitions || index === undefined || index < 0 || isSpelledOut(definitions, index))
        return;
      for (const found of sitesIn(reference.editions.map(({ is }) => is)))
        for (const [nr, variant] of found.variants.entries()) {
          const { site } = found;
          const rewrite = rewriterAt(site, (core) => nth(core, site, nr));
          const editions = reference.editions.map((one) => ({ ...one, is: rewrite(one.is) }));
          yield { ...toldAt(found, variant), reference: { ...reference, editions } };
        }
      const place = (nr: number) =>
        spanOf(definitions, 'definitions', index, 'editions', nr, 'from');
      for (const { editions, ...mutant } of movedDays(reference.editions, place))
        yield { ...mutant, reference: { ...reference, editions } };
      return;
    }
    case 'parameter': {
      const entry = rulebook.parameters.find(({ data }) => data.parameter === reference.name);
      if (!entry) return;
      for (const [index, edition] of reference.editions.entries())
        for (const value of besides(edition.value, reference.type)) {
          if (!isKind(value, 'number')) continue;
          const { from, until } = edition;
          yield {
            kind: 'limit',
            span: spanOf(entry, 'editions', index, 'value'),
            from: printRational(edition.value),
            to: printRational(value),
            days: until === undefined ? { from } : { from, until },
            reference: {
              ...reference,
              editions: reference.editions.with(index, { ...edition, value }),
            },
          };
        }
      const place = (index: number) => spanOf(entry, 'editions', index, 'from');
      for (const { editions, ...mutant } of movedDays(reference.editions, place))
        yield { ...mutant, reference: { ...reference, editions } };
      return;
    }
    case 'table': {
      const entry = rulebook.tables.find(({ data }) => data.table === reference.name);
      if (!entry || entry.path.startsWith('models/')) return;
      yield* mutantsOfTable(reference, entry);
    }
  }
}

/** A definition of a model has no place of its own in the file of definitions. */
function isSpelledOut({ yaml }: Pick<Entry<unknown>, 'yaml'>, index: number): boolean {
  const { yaml: one, whole } = at(yaml, ['definitions', String(index)]);
  return !whole || !one.span.source.name.endsWith('definitions.yaml');
}

function* mutantsOfTable(
  table: Table,
  entry: Pick<Entry<unknown>, 'yaml'>,
): Generator<ReferenceMutant> {
  for (const found of sitesIn(table.inputs))
    for (const [nr, variant] of found.variants.entries()) {
      const { site } = found;
      const rewrite = rewriterAt(site, (core) => nth(core, site, nr));
      yield {
        ...toldAt(found, variant),
        reference: { ...table, inputs: table.inputs.map(rewrite) },
      };
    }
  for (const [number, edition] of table.editions.entries()) {
    const { from, until } = edition;
    const days = until === undefined ? { from } : { from, until };
    for (const [place, row] of edition.rows.entries()) {
      const withRow = (other: typeof row): Table => ({
        ...table,
        editions: table.editions.with(number, {
          ...edition,
          rows: edition.rows.with(place, other),
        }),
      });
      for (const [column, cell] of row.cells.entries()) {
        const span = spanOf(entry, 'editions', number, 'rows', place, 'when', column);
        for (const [nr, test] of cell.tests.entries())
          for (const { test: other, ...variant } of variantsOfCell(test)) {
            const cells = row.cells.with(column, { ...cell, tests: cell.tests.with(nr, other) });
            const reference = withRow({ ...row, cells });
            yield { ...told(variant, span), row: place + 1, days, reference };
          }
      }
      for (const [column, output] of row.outputs.entries()) {
        if (!output) continue;
        const span = spanOf(entry, 'editions', number, 'rows', place, 'then', column);
        for (const { core, ...variant } of variantsOfOutput(output.core, edition.rows, column)) {
          const outputs = row.outputs.with(column, { ...output, core });
          yield {
            ...told(variant, span),
            kind: 'cell',
            row: place + 1,
            days,
            reference: withRow({ ...row, outputs }),
          };
        }
      }
    }
  }
  const place = (index: number) => spanOf(entry, 'editions', index, 'from');
  for (const { editions, ...mutant } of movedDays(table.editions, place))
    yield { ...mutant, reference: { ...table, editions } };
}

/** Whether the limits of a cell belong, and the limits a step off. */
function variantsOfCell(
  test: Table['editions'][number]['rows'][number]['cells'][number]['tests'][number],
): readonly (Omit<Variant, 'core'> & { readonly test: typeof test })[] {
  const limits: (Omit<Variant, 'core'> & { readonly test: typeof test })[] = [];
  testWithParts(test, (limit) => {
    for (const { core: other, ...variant } of variantsOf(limit, undefined))
      limits.push({
        ...variant,
        test: testWithParts(test, (part) => (part === limit ? other : part)),
      });
    return limit;
  });
  return [...variantsOfTest(test), ...limits].map((one) => ({ ...one, kind: 'cell' }));
}

/** What another row gives, and of amounts a step more and less. */
function variantsOfOutput(
  core: Core,
  rows: Table['editions'][number]['rows'],
  column: number,
): readonly Variant[] {
  if (core.kind !== 'constant') return [];
  if (core.type.kind === 'number') return variantsOf(core, undefined);
  const other = rows
    .map(({ outputs }) => outputs[column]?.core)
    .find((one) => one?.kind === 'constant' && one.value !== core.value);
  return other?.kind === 'constant'
    ? [{ kind: 'cell', from: printValue(core.value), to: printValue(other.value), core: other }]
    : [];
}

interface SiteFound {
  readonly site: Site;
  readonly span: Span;
  /** The nodes there, each time that the place was read: of a limit what it is compared by. */
  readonly cores: Core[];
  readonly variants: readonly Variant[];
}

/** Where expressions may be written otherwise, once for each place of a file. */
function sitesIn(expressions: readonly (Expression | undefined)[]): readonly SiteFound[] {
  const found = new Map<string, SiteFound>();
  for (const expression of expressions) if (expression) visit(expression.core, expression.yaml);
  return [...found.values()];

  function visit(core: Core, yaml: Expression['yaml'], above?: Core): void {
    const { start, end } = core.span;
    const variants = end > start ? variantsOf(core, above) : [];
    if (variants.length > 0) {
      const watched = core.kind === 'constant' && above ? above : core;
      const key = `${yaml.span.source.name} ${yaml.span.start} ${start} ${end} ${core.kind}`;
      const site = { yaml, start, end, kind: core.kind };
      const known = found.get(key);
      if (known) known.cores.push(watched);
      else found.set(key, { site, span: placeOf(core, yaml), cores: [watched], variants });
    }
    // what a `let` names is looked at where it is written
    if (core.kind !== 'let') for (const part of partsOf(core)) visit(part, yaml, core);
  }
}

/** Where a node is written: of one that has its operator in the middle, where that stands. */
function placeOf(core: Core, yaml: Expression['yaml']): Span {
  const { start, end } = core.span;
  const [left, right] = partsOf(core).map(({ span }) => span);
  const isBinary =
    core.kind === 'comparison' || core.kind === 'arithmetic' || core.kind === 'logic';
  if (!isBinary || !left || !right || left.end >= right.start) return spanWithin(yaml, start, end);
  const between = yaml.text.slice(left.end, right.start);
  const operator = /[<>!=]+|[+-]|and|or/u.exec(between);
  const at = left.end + (operator?.index ?? 0);
  return operator ? spanWithin(yaml, at, at + operator[0].length) : spanWithin(yaml, start, end);
}

/** The same variant of a node that was read again. */
function nth(core: Core, { kind }: Site, index: number): Core {
  // whoever is above it said already that it counts
  const variants = variantsOf(core, undefined);
  return core.kind === kind ? (variants[index]?.core ?? core) : core;
}

function toldAt({ span, cores }: SiteFound, variant: Variant): Mutant {
  const { proved } = variant;
  return { ...told(variant, span), cores, ...(proved && { proved }) };
}

function told({ kind, from, to }: Omit<Variant, 'core'>, span: Span): Mutant {
  return { kind, from, to, span };
}

/** Editions that begin a day earlier or later, each ending where the next begins. */
function* movedDays<E extends Dated>(
  editions: readonly E[],
  spanOfDay: (index: number) => Span,
): Generator<Mutant & { readonly editions: readonly E[] }> {
  for (const [index, edition] of editions.entries()) {
    const { from } = edition;
    if (from === beginning) continue;
    const before = editions.findIndex(({ until }) => until === dayBefore(from));
    for (const day of [dayBefore(from), dayAfter(from)]) {
      const moved = editions.map((one, other) =>
        one === edition
          ? { ...one, from: day }
          : other === before
            ? { ...one, until: dayBefore(day) }
            : one,
      );
      const [first, last] = day < from ? [day, dayBefore(from)] : [from, from];
      yield {
        kind: 'date',
        span: spanOfDay(index),
        from,
        to: day,
        days: { from: first, until: last },
        ...(isSame(edition, editions[before]) && { proved: 'same-editions' as const }),
        editions: moved,
      };
    }
  }
}

/** Whether two editions say the same but for their days, their texts and what they rest on. */
function isSame(one: Dated, other: Dated | undefined): boolean {
  return other !== undefined && saidBy(one) === saidBy(other);
}

const besidesVerdict = new Set([
  'from',
  'until',
  'basis',
  'title',
  'criterion',
  'finding',
  'remedy',
  'note',
  'branch',
]);

function saidBy(edition: Dated): string {
  const parts = Object.entries(edition).filter(([key]) => !besidesVerdict.has(key));
  return JSON.stringify(parts, (key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (key === 'type' || key === 'span' || key === 'yaml' || key === 'named') return undefined;
    if (key === 'field' && typeof value === 'object' && value !== null && 'name' in value)
      return value.name;
    if (key === 'variable' || key === 'subject')
      return typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
    return value;
  });
}

function keySpan(entry: Pick<Entry<unknown>, 'yaml'>, key: string): Span {
  const found = at(entry.yaml, [key]);
  return found.whole ? found.yaml.span : spanOf(entry, 'rule');
}
