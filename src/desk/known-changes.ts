import type { Core } from '../feel/core.ts';
import type { Dated, Program } from '../program/ast.ts';
import { coresOfRule } from '../program/reads.ts';
import { codeSetsRead, coresOf, partsOf, referencesRead } from '../program/walk.ts';
import { sourceIdOf } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { periodsOf } from '../rulebook/source-periods.ts';
import { dayAfter, dayBefore } from '../values/neighbouring-days.ts';

/** A day from which a rulebook asks something else than the day before, as its own dates tell. */
export interface KnownChange {
  /** The first day of the new, as ISO text. */
  readonly day: string;
  /** Ids of the rules, and of the checks of the process, that it touches. */
  readonly rules: readonly string[];
  /** What begins, is revised or ends. */
  readonly by: readonly (Turning & { readonly rules: readonly string[] })[];
}

/** Something dated. A calendar begins and ends with the years that it covers. */
export interface Turning {
  readonly kind:
    | 'rule'
    | 'step'
    | 'definition'
    | 'parameter'
    | 'table'
    | 'codes'
    | 'source'
    | 'calendar';
  readonly id: string;
  readonly title: Words;
}

/** What files are judged by: a rule, or a check of the process. */
interface Judging {
  readonly id: string;
  readonly is: Turning;
  readonly editions: readonly Edition[];
  readonly cores: readonly Core[];
}

type Edition = Dated & { readonly basis: readonly string[] };

/** Something dated, and the days on which it turns. */
type Turns = readonly [Turning, days: readonly string[]];

/** The days that change something for a rule that is in force on them, or was the day before; the earliest first. */
export function knownChanges(program: Program): readonly KnownChange[] {
  const changes = new Map<string, Map<string, { is: Turning; rules: Set<string> }>>();
  const sources = sourceTurns(program);
  const calendar = calendarTurns(program);
  for (const { id, is, editions, cores } of judgingIn(program)) {
    note(id, [is, turnsOf(editions)], editions);
    for (const turns of behind(cores)) note(id, turns, editions);
    for (const edition of editions)
      for (const source of new Set(edition.basis.map(sourceIdOf)))
        note(id, sources.get(source), [edition]);
  }
  return [...changes]
    .map(([day, turnings]) => {
      const by = [...turnings.values()].map(({ is, rules }) => ({ ...is, rules: [...rules] }));
      return { day, rules: [...new Set(by.flatMap(({ rules }) => rules))], by };
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));

  /** What expressions rest on that has dates. */
  function behind(cores: readonly Core[]): readonly Turns[] {
    const references = [...referencesRead(cores, program)];
    const all = [...cores, ...references.flatMap((one) => coresOf(one))];
    const dated = [...references, ...codeSetsRead(cores, program)].map(
      ({ kind, name, title, editions }): Turns => [{ kind, id: name, title }, turnsOf(editions)],
    );
    return calendar && all.some(countsWorkingDays) ? [...dated, calendar] : dated;
  }

  function note(id: string, turns: Turns | undefined, editions: readonly Dated[]): void {
    const [is, days] = turns ?? [];
    for (const day of days ?? []) {
      if (!is || !editions.some((edition) => meets(edition, day))) continue;
      const turnings = changes.get(day) ?? new Map<string, { is: Turning; rules: Set<string> }>();
      changes.set(day, turnings);
      const key = `${is.kind} ${is.id}`;
      const turning = turnings.get(key) ?? { is, rules: new Set() };
      turnings.set(key, turning);
      turning.rules.add(id);
    }
  }
}

/** Drafts, and what was repealed, judge nothing. */
function judgingIn({ rules, process }: Program): readonly Judging[] {
  const issued = rules.filter(({ rule }) => rule.entry.data.status === 'issued');
  return [
    ...issued.map((rule): Judging => {
      const { id, editions } = rule;
      const title = editions.at(-1)?.title ?? {};
      return { id, is: { kind: 'rule', id, title }, editions, cores: coresOfRule(rule) };
    }),
    ...process.map(({ id, step, editions }): Judging => ({
      id,
      is: { kind: 'step', id: step.id, title: step.step.entry.data.title },
      editions: editions.map((edition) => ({ ...edition, basis: edition.of.basis })),
      cores: editions.flatMap(({ asOf, acts, when, asks }) => [
        asOf,
        acts,
        when,
        ...asks.map(({ holds }) => holds),
      ]),
    })),
  ];
}

/** The first day of each edition, and the day after the last of one that nothing follows at once. */
function turnsOf(editions: readonly Dated[]): readonly string[] {
  const ends = editions.flatMap(({ until }) => (until === undefined ? [] : [dayAfter(until)]));
  return [...new Set([...editions.map(({ from }) => from), ...ends])];
}

/** Whether an edition is in force on a day or was the day before. */
function meets({ from, until }: Dated, day: string): boolean {
  return from <= day && (until === undefined || dayBefore(day) <= until);
}

function sourceTurns({ rulebook }: Program): ReadonlyMap<string, Turns> {
  const periods = periodsOf(rulebook);
  return new Map(
    rulebook.sources.map(({ id, title }) => {
      const { from, until } = periods.get(id) ?? {};
      const days = [from ?? [], until === undefined ? [] : dayAfter(until)].flat();
      return [id, [{ kind: 'source', id, title }, days]];
    }),
  );
}

/** New year’s days on which what the calendar knows begins or ends. */
function calendarTurns({ calendar, rulebook }: Program): Turns | undefined {
  const { calendar: id } = rulebook.manifest.data;
  if (!calendar || id === undefined) return undefined;
  const title = rulebook.calendars.find(({ data }) => data.calendar === id)?.data.title ?? {};
  const { years } = calendar;
  const days = [...years]
    .flatMap((year) => [years.has(year - 1) ? [] : year, years.has(year + 1) ? [] : year + 1])
    .flat()
    .map((year) => `${String(year).padStart(4, '0')}-01-01`);
  return [{ kind: 'calendar', id, title }, days];
}

function countsWorkingDays(core: Core): boolean {
  const own =
    core.kind === 'call' &&
    (core.builtin === 'working days between' || core.builtin === 'add working days');
  return own || partsOf(core).some(countsWorkingDays);
}
