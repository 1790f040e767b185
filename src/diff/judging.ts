import type { Core } from '../feel/core.ts';
import {
  type CodeSet,
  period,
  type ProcessRule,
  type Program,
  type ProgramRule,
  type Reference,
} from '../program/ast.ts';
import { coresOfWaivers, coresThatJudge, mentionedBy } from '../program/reads.ts';
import { formOf } from './form.ts';

/** A rule, or something that a step asks, as far as verdicts hang on it. */
export interface Judging {
  readonly id: string;
  readonly rule: ProgramRule | ProcessRule;
  /** What it says itself. */
  readonly form: string;
  /** What it reads besides, through definitions and tables too: keys of things. */
  readonly reads: ReadonlySet<string>;
}

/** What a program judges by. */
export interface JudgedBy {
  /** Rules that are drafts judge nothing. */
  readonly judging: ReadonlyMap<string, Judging>;
  /** `parameter limit`: what each thing that rules read says itself. */
  readonly things: ReadonlyMap<string, string>;
}

/** The key of the working calendar, of which there is one. */
export const calendarKey = 'calendar working';

export function thingKey({ kind, name }: Pick<Reference | CodeSet, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** The key of a rule that another asks the outcome of. */
export function ruleKey(id: string): string {
  return `rule ${id}`;
}

export function isProcess(rule: ProgramRule | ProcessRule): rule is ProcessRule {
  return 'facet' in rule;
}

export function judgedBy(program: Program): JudgedBy {
  const issued = program.rules.filter(({ rule }) => rule.entry.data.status !== 'draft');
  const made = [
    ...issued.map((rule) => judgingOf(rule, formOfRule(rule, program), coresOfRule(rule), program)),
    ...program.process.map((rule) =>
      judgingOf(rule, formOfProcess(rule), coresOfProcess(rule), program),
    ),
  ];
  return {
    judging: new Map(made.map((one) => [one.id, one])),
    things: new Map([
      ...[...program.references.values(), ...program.codeSets.values()].map(
        (thing) => [thingKey(thing), formOfThing(thing)] as const,
      ),
      [calendarKey, formOfCalendar(program)],
    ]),
  };
}

/** All that a rule judges by, as text: what it says, and what all says that it reads; undefined where it judges nothing. */
export function formBehind(id: string, { judging, things }: JudgedBy): string | undefined {
  const own = judging.get(id);
  if (!own) return undefined;
  const ids = new Set([id]);
  for (const one of ids)
    for (const key of judging.get(one)?.reads ?? [])
      if (key.startsWith(ruleKey(''))) ids.add(key.slice(ruleKey('').length));
  return JSON.stringify(
    [...ids].map((one) => {
      const { form, reads } = judging.get(one) ?? { form: '', reads: [] };
      return [one, form, [...reads].toSorted().map((key) => [key, things.get(key) ?? ''])];
    }),
  );
}

function judgingOf(
  rule: ProgramRule | ProcessRule,
  form: string,
  cores: readonly Core[],
  program: Program,
): Judging {
  const { references, codeSets, rules, isByCalendar } = mentionedBy(cores, program);
  const reads = new Set([
    ...[...references, ...codeSets].map(thingKey),
    ...[...rules].map(ruleKey),
    ...(isByCalendar ? [calendarKey] : []),
  ]);
  return { id: rule.id, rule, form, reads };
}

/** All that decides what a rule says of a file; not what its finding tells. */
export function coresOfRule(rule: ProgramRule): readonly Core[] {
  return [...coresThatJudge(rule), ...coresOfWaivers(rule)];
}

export function coresOfProcess({ editions }: ProcessRule): readonly Core[] {
  return editions.flatMap(({ asOf, acts, when, asks }) => [
    asOf,
    acts,
    when,
    ...asks.map(({ holds }) => holds),
  ]);
}

function formOfRule(rule: ProgramRule, { rulebook }: Program): string {
  const { data } = rule.rule.entry;
  const { group, each, rows, waivers } = rule;
  const stage = rulebook.stages.find(({ id }) => id === rule.rule.stage);
  return JSON.stringify([
    [data.status, data.level, data.check, data.products?.toSorted(), rule.subject.name],
    group && [formOf(group.by.core), group.key],
    each && [formOf(each.list.core), each.key],
    [rows?.name, rule.since, rule.ended !== undefined, stage?.data.onlyAfter],
    rule.editions.map((edition) => [
      period(edition),
      [edition.asOf, edition.when, edition.require].map((one) => one && formOf(one.core)),
      edition.ifAbsent,
    ]),
    waivers && [
      [waivers.list, waivers.concerns].map(formOf),
      waivers.terms.map(({ unless, holds }) => [unless, formOf(holds)]),
    ],
  ]);
}

function formOfProcess({ facet, editions, since, ended }: ProcessRule): string {
  return JSON.stringify([
    facet,
    since,
    ended !== undefined,
    editions.map(({ of, asOf, acts, when, asks, ...dated }) => [
      period(dated),
      of.level,
      [asOf, acts, when].map(formOf),
      asks.map(({ about, holds }) => [about, formOf(holds)]),
    ]),
  ]);
}

/** What a definition, parameter, table or code set says, edition by edition. */
function formOfThing(thing: Reference | CodeSet): string {
  switch (thing.kind) {
    case 'parameter':
      return JSON.stringify(
        thing.editions.map((one) => [period(one), `${one.value.n}/${one.value.d}`]),
      );
    case 'definition':
      return JSON.stringify([
        thing.takes.map(({ variable }) => variable.name),
        thing.editions.map((one) => [period(one), formOf(one.is.core)]),
      ]);
    case 'table':
      return JSON.stringify([
        thing.hit,
        thing.inputs.map(({ core }) => formOf(core)),
        thing.outputs.map(({ name }) => name),
        thing.editions.map((one) => [
          period(one),
          one.rows.map(({ cells, outputs }) => [
            cells.map(({ tests }) => tests.map(formOf)),
            outputs.map((output) => output && formOf(output.core)),
          ]),
        ]),
      ]);
    case 'codes':
      return JSON.stringify(
        thing.editions.map(({ sheet, ...dated }) => [
          period(dated),
          sheet.key,
          sheet.csv.source.text,
        ]),
      );
  }
}

function formOfCalendar({ calendar }: Program): string {
  if (!calendar) return '';
  const { years, holidays, workdays } = calendar;
  return JSON.stringify([[...years].join(' '), [...holidays].join(' '), [...workdays].join(' ')]);
}
