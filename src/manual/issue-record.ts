import { inForce, type Program } from '../program/ast.ts';
import { writtenOf } from '../program/written.ts';
import type { Manual, Named, Revision, RulePage, StepPage } from './model.ts';

/**
 * What an issue of a manual prints in one language, as far as the next issue is compared with it: titles, values and
 * clauses as they are, long texts by their digests. Everything is a text, so that a manifest is easily checked.
 */
export interface IssueRecord {
  readonly version: string;
  /** ISO day on which limits and editions were read. */
  readonly asOf: string;
  readonly rules: Readonly<Record<string, RuleRecord>>;
  readonly limits: Readonly<Record<string, LimitRecord>>;
  readonly steps: Readonly<Record<string, StepRecord>>;
}

export interface RuleRecord extends Readonly<Record<RulePart, string>> {
  /** First and last day of the edition that was printed; no last day is an empty text. */
  readonly from: string;
  readonly until: string;
  /** The clauses that it cited, with spaces between. */
  readonly basis: string;
}

/** What of a rule may change apart from its clauses; `title` is the title, the others are digests. */
export const ruleParts = ['title', 'criterion', 'scope', 'duties', 'nature'] as const;
export type RulePart = (typeof ruleParts)[number];

interface LimitRecord {
  readonly kind: 'parameter' | 'table' | 'definition' | 'codes';
  readonly title: string;
  /** The value of a parameter on the day; of the others a digest; empty where none was in force. */
  readonly says: string;
}

interface StepRecord {
  readonly title: string;
  readonly says: string;
}

/** Tells texts apart: equal for equal texts. */
export type Digest = (text: string) => string;

/** What this manual prints, for the next to be compared with. */
export function recordOf(manual: Manual, program: Program, digest: Digest): IssueRecord {
  const { version, asOf, stages } = manual;
  const steps = stages.flatMap((stage) => stage.steps);
  const editions = new Map(program.rules.map((rule) => [rule.id, rule.editions]));
  const says = (...parts: readonly unknown[]) => digest(JSON.stringify(parts));
  return {
    version,
    asOf,
    rules: byId(
      steps.flatMap((step) => step.rules),
      ruleRecord,
    ),
    limits: {
      ...byId(manual.parameters, ({ title, editions: values }): LimitRecord => ({
        kind: 'parameter',
        title,
        says: values.find((one) => one.inForce)?.value ?? '',
      })),
      ...byId(manual.tables, ({ title, editions: all, inputs, outputs }): LimitRecord => {
        const now = all.find((one) => one.inForce);
        return { kind: 'table', title, says: now ? says(inputs, outputs, now.rows) : '' };
      }),
      ...byId(manual.definitions, ({ title, editions: all }): LimitRecord => {
        const now = inForce(all.toReversed().map(dated), asOf);
        return { kind: 'definition', title, says: now ? says(now.formula) : '' };
      }),
      ...byId(manual.codeSets, ({ title, editions: all }): LimitRecord => {
        const now = all.find((one) => one.inForce);
        return { kind: 'codes', title, says: now ? now.digest : '' };
      }),
    },
    steps: byId(steps, (step): StepRecord => ({
      title: step.title,
      says: says(...stepTexts(step)),
    })),
  };

  function ruleRecord(page: RulePage): RuleRecord {
    const { from, until } = page.edition;
    const edition = editions.get(page.id)?.find((one) => one.from === from);
    // as written: a sentence has the limits of the day in it, which are compared by themselves
    const when = edition?.when && writtenOf(edition.when);
    const { expression, named, absenceFails, governingDay, each } = page;
    const { products, posts, evidence, waiver, risk, remedy } = page;
    const { question, how, standard, mistakes, why, note } = page;
    const { kind, level, severity, redLine, check } = page;
    const values = named.map(({ name, written }) => [name, written]);
    // what a rule does not say leaves its digest as it was in issues that knew nothing of it
    const own = edition?.criterion ? [edition.criterion] : [];
    const asked = question === '' ? [] : [question];
    return {
      from,
      until: until ?? '',
      title: page.title,
      criterion: says(expression, values, absenceFails, governingDay, each, ...own),
      scope: says(when, products && titles(products), titles(posts)),
      duties: says(
        ...asked,
        how,
        standard,
        mistakes,
        why,
        note,
        titles(evidence),
        waiver,
        risk,
        remedy,
      ),
      nature: says(kind, level, severity, redLine, check),
      basis: page.basis.map(({ ref }) => ref).join(' '),
    };
  }
}

/** What became of an issue: what this one prints otherwise, new clauses of unchanged rules apart. */
export function revisionOf(last: IssueRecord, now: IssueRecord, manual: Manual): Revision {
  const common = Object.entries(now.rules).flatMap(([id, rule]) => {
    const before = last.rules[id];
    return before ? [{ id, title: rule.title, before, rule }] : [];
  });
  const isChanged = ({ before, rule }: (typeof common)[number]) =>
    partsChanged(before, rule).length > 0;
  return {
    version: last.version,
    asOf: last.asOf,
    begun: Object.entries(now.rules).flatMap(([id, rule]) => {
      const before = last.rules[id];
      const held = before !== undefined && holds(before, last.asOf);
      return holds(rule, now.asOf) && !held ? [{ id, title: rule.title }] : [];
    }),
    ended: Object.entries(last.rules).flatMap(([id, before]) => {
      const rule = now.rules[id];
      const holdsNow = rule !== undefined && holds(rule, now.asOf);
      return (holds(before, last.asOf) || !rule) && !holdsNow ? [{ id, title: before.title }] : [];
    }),
    limits: limitsChanged(),
    changed: common.filter(isChanged).map(({ id, title, before, rule }) => ({
      id,
      title,
      parts: partsChanged(before, rule),
      isSameEdition: before.from === rule.from && before.until === rule.until,
    })),
    steps: Object.entries(now.steps).flatMap(([id, { title, says }]) =>
      last.steps[id]?.says === says ? [] : [{ id, title }],
    ),
    cited: citedAnew(),
  };

  function limitsChanged(): Revision['limits'] {
    const ids = [...new Set([...Object.keys(last.limits), ...Object.keys(now.limits)])];
    const readers = new Map(
      [...manual.parameters, ...manual.tables, ...manual.definitions, ...manual.codeSets].map(
        ({ id, usedBy }) => [id, usedBy],
      ),
    );
    return ids.flatMap((id) => {
      const [before, after] = [last.limits[id], now.limits[id]];
      const one = after ?? before;
      if (!one || before?.says === after?.says) return [];
      const isValue = one.kind === 'parameter';
      return [
        {
          id,
          title: one.title,
          kind: one.kind,
          before: isValue ? before?.says : undefined,
          after: isValue ? after?.says : undefined,
          usedBy: readers.get(id) ?? [],
        },
      ];
    });
  }

  function citedAnew(): Revision['cited'] {
    const titlesOf = new Map(
      manual.sources.flatMap(({ clauses }) =>
        clauses.map(({ ref, source }) => [ref, source] as const),
      ),
    );
    const found = common
      .filter((one) => !isChanged(one) && one.before.basis !== one.rule.basis)
      .map(({ id, title, before, rule }) => {
        const [old, own] = [before.basis.split(' '), rule.basis.split(' ')];
        const added = own.filter((ref) => !old.includes(ref));
        const [ref = ''] = added.length > 0 ? added : old.filter((one) => !own.includes(one));
        return { id, title, source: titlesOf.get(ref) ?? ref };
      });
    return [...Map.groupBy(found, ({ source }) => source)].map(([source, rules]) => ({
      source,
      rules,
    }));
  }
}

function partsChanged(before: RuleRecord, now: RuleRecord): readonly RulePart[] {
  return ruleParts.filter((part) => before[part] !== now[part]);
}

function holds({ from, until }: RuleRecord, day: string): boolean {
  return from <= day && (until === '' || day <= until);
}

function byId<T extends Named, R>(
  things: readonly T[],
  of: (thing: T) => R,
): Readonly<Record<string, R>> {
  return Object.fromEntries(things.map((thing) => [thing.id, of(thing)]));
}

function titles(things: readonly Named[]): readonly string[] {
  return things.map(({ title }) => title);
}

function dated<T extends { readonly from: string; readonly until: string | undefined }>({
  until,
  ...rest
}: T) {
  return { ...rest, ...(until !== undefined && { until }) };
}

/** What a step prints apart from its rules and clauses. */
function stepTexts(step: StepPage): readonly unknown[] {
  const { title, purpose, takes, gives, posts, events, when, after, within, tasks } = step;
  const { returns, talk, record, documents, gate } = step;
  return [
    [title, purpose, takes, gives, when],
    [posts, events, after, documents, gate].map(titles),
    within,
    tasks.map(({ post, does }) => [post.title, does]),
    returns.map(({ to, why }) => [to.title, why]),
    record,
    ...(talk.length === 0 ? [] : [talk.map(({ when, say, never }) => [when, say, never])]),
  ];
}
