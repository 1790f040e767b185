import { pointerTo } from '../base/pointer.ts';
import { formatNumber, formatValue } from '../feel/sentence/format.ts';
import type { Core } from '../feel/core.ts';
import type { Field, Type } from '../feel/types.ts';
import { isKind, type Context, type Value } from '../feel/value.ts';
import { type Dated, inForce, type ProgramRule, type RuleEditionProgram } from '../program/ast.ts';
import { coresOf, partsOf, referencesRead } from '../program/walk.ts';
import { sourcesIn, type Way, waysTo } from '../program/ways.ts';
import type { Setting } from './setting.ts';

/** The fields of a file that are told, each with those inside it; one with none inside is told whole. */
export interface Told {
  readonly field: Field;
  readonly inside: Map<string, Told>;
}

export type ToldFields = Map<string, Told>;

/** What an edition of a rule asks of a file when it applies: not what makes it apply. */
export function fieldsAsked(
  rule: ProgramRule,
  { require, asOf }: RuleEditionProgram,
  setting: Setting,
): ToldFields {
  return fieldsRead(
    [asOf, require].flatMap((one) => one?.core ?? []),
    rule,
    setting,
  );
}

/** The fields that expressions of a rule read, through what they name too. */
export function fieldsRead(
  own: readonly Core[],
  { each }: Pick<ProgramRule, 'each'>,
  { program, speaker: { asOf } }: Setting,
): ToldFields {
  const { references } = program;
  const behind = [...referencesRead(own, program)].flatMap((one) =>
    coresOf(one, inForce<Dated>(one.editions, asOf)),
  );
  const cores = [...own, ...behind];
  const sources = new Map(sourcesIn(cores, references));
  if (each) sources.set(each.variable.id, each.list.core);
  const told: ToldFields = new Map();
  cores.forEach(visit);
  return told;

  function visit(core: Core): void {
    partsOf(core).forEach(visit);
    if (core.kind !== 'field' || isRecord(core.field.type)) return;
    for (const way of waysTo(core, sources, references)) tell(told, way);
  }
}

function isRecord(type: Type): boolean {
  return (type.kind === 'list' ? type.of : type).kind === 'context';
}

/** Adds a field to those that are told. */
export function tell(told: ToldFields, [field, ...rest]: Way): void {
  if (!field) return;
  const one = told.get(field.name) ?? { field, inside: new Map<string, Told>() };
  told.set(field.name, one);
  tell(one.inside, rest);
}

/** Adds all that one tells to what the other tells. */
export function tellAll(told: ToldFields, more: ToldFields): void {
  for (const [name, { field, inside }] of more) {
    const one = told.get(name) ?? { field, inside: new Map<string, Told>() };
    told.set(name, one);
    tellAll(one.inside, inside);
  }
}

/** A line of an extract, with how many values it tells. */
export interface FactLine {
  readonly text: string;
  readonly values: number;
}

/**
 * What a file says of some fields, by their titles: a line for each record.
 *
 * @param only - pointers of elements that are told alone of their lists
 * @param wanted - the pointer of a value that is asked for, and not told
 */
export function factsOf(
  root: Context,
  fields: ToldFields,
  { speaker: { lexicon, words }, says }: Setting,
  only: ReadonlySet<string> = new Set(),
  wanted?: string,
): readonly FactLine[] {
  const alone: FactLine[] = [];
  const lines = [...fields.values()].flatMap(({ field, inside }): readonly FactLine[] => {
    const value = root.entries.get(field.name);
    const name = words(field.title) || field.name;
    if (!isRecord(field.type)) {
      alone.push({ text: says.fact(name, shownIn(root, field)), values: 1 });
      return [];
    }
    if (isKind(value, 'context')) return [lineOf(name, value, inside)];
    if (!isKind(value, 'list')) return [{ text: says.fact(name, says.nothing), values: 1 }];
    if (value.items.length === 0) return [{ text: says.fact(name, says.none), values: 1 }];
    const chosen = value.items.filter(
      (item) => isKind(item, 'context') && only.has(item.pointer ?? ''),
    );
    return (chosen.length > 0 ? chosen : value.items).flatMap((item) =>
      isKind(item, 'context')
        ? [lineOf(recordName(field, item, value.items.indexOf(item)), item, inside)]
        : [],
    );
  });
  return [...alone, ...lines];

  function lineOf(name: string, record: Context, inside: ToldFields): FactLine {
    const facts = factsIn(record, inside);
    return { text: says.record(name, facts), values: facts.length };
  }

  function recordName({ key, type, title }: Field, record: Context, index: number): string {
    const of = type.kind === 'list' && type.of.kind === 'context' ? type.of : undefined;
    const own = key === undefined ? undefined : record.entries.get(key);
    return says.nth(
      words(of?.noun?.title) || words(title),
      typeof own === 'string' ? own : String(index + 1),
    );
  }

  function factsIn(record: Context, inside: ToldFields): readonly string[] {
    return [...inside.values()].flatMap(({ field, inside: deeper }): readonly string[] => {
      const value = record.entries.get(field.name);
      const name = words(field.title) || field.name;
      if (!isRecord(field.type)) return [told(name, record, field)];
      if (isKind(value, 'context')) return factsIn(value, deeper);
      if (!isKind(value, 'list')) return [says.fact(name, says.nothing)];
      if (value.items.length === 0) return [says.fact(name, says.none)];
      return value.items.flatMap((item, index) =>
        isKind(item, 'context')
          ? [says.inner(recordName(field, item, index), factsIn(item, deeper))]
          : [],
      );
    });
  }

  /** A truth that has words of its own needs no title. */
  function told(name: string, record: Context, field: Field): string {
    const value = record.entries.get(field.name);
    const fact = typeof value === 'boolean' && words(value ? field.facts?.yes : field.facts?.no);
    return fact || says.fact(name, shownIn(record, field));
  }

  function shownIn(record: Context, field: Field): string {
    const isWanted = wanted !== undefined && pointerTo(record.pointer ?? '', field.name) === wanted;
    return isWanted ? says.wanted : shown(record.entries.get(field.name), field);
  }

  function shown(value: Value | undefined, { type }: Field): string {
    if (value === undefined || isKind(value, 'unknown')) return says.nothing;
    if (value === null) return says.none;
    if (typeof value === 'boolean') return value ? lexicon.yes : lexicon.no;
    if (isKind(value, 'list')) {
      const of = type.kind === 'list' ? type.of : type;
      return value.items.length === 0
        ? says.none
        : value.items.map((item) => formatValue(item, of, lexicon)).join(says.listed);
    }
    if (isKind(value, 'number'))
      return says.tight(
        formatNumber(value, type.kind === 'number' ? type.unit : undefined, lexicon),
      );
    return says.tight(formatValue(value, type, lexicon));
  }
}

/** How many values some lines tell. */
export function valuesIn(lines: readonly FactLine[]): number {
  return lines.reduce((sum, { values }) => sum + values, 0);
}
