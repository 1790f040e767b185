import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import type { Outcome, Status } from '../../src/evaluate/outcome.ts';
import { judgeProcessRule } from '../../src/evaluate/process.ts';
import { newSession, type Session } from '../../src/evaluate/session.ts';
import type { Core } from '../../src/feel/core.ts';
import type { ContextType, Field, Type } from '../../src/feel/types.ts';
import type { Program, ProgramRule, Subject } from '../../src/program/ast.ts';
import { coresOf, partsOf } from '../../src/program/walk.ts';
import type { Yaml } from '../../src/yaml/tree.ts';

/** A way into a file: keys of maps, positions in lists. */
export type Way = readonly (string | number)[];

/** How a field is made to say nothing. A list element cannot be left out, for a shorter list says something else. */
export type Hole = 'absent' | 'null' | 'blank';

/**
 * Every place of a file that may be emptied: each field, at any depth, and each element of a list.
 * Not those whose schema says that absence means none.
 */
export function placesIn(yaml: Yaml, type: ContextType): readonly Way[] {
  return [...within(yaml, type, [])];

  function* within(value: Yaml, of: Type, way: Way): Generator<Way> {
    if (value.kind === 'list' && of.kind === 'list') {
      for (const [index, item] of value.items.entries()) {
        yield [...way, index];
        yield* within(item, of.of, [...way, index]);
      }
    }
    if (value.kind !== 'map' || of.kind !== 'context') return;
    for (const { key, value: inner } of value.entries) {
      const field: Field | undefined = of.fields.get(key.text);
      if (!field) continue;
      if (!field.absenceIsNone) yield [...way, key.text];
      yield* within(inner, field.type, [...way, key.text]);
    }
  }
}

/** The same file with a hole at a place; a place that another hole took away stays as it is. */
export function withHole(yaml: Yaml, [step, ...rest]: Way, hole: Hole): Yaml {
  if (step === undefined) return yaml;
  if (yaml.kind === 'list' && typeof step === 'number') {
    const items = yaml.items.map((item, index) => {
      if (index !== step) return item;
      return rest.length > 0 ? withHole(item, rest, hole) : nothing(item, hole === 'blank');
    });
    return { ...yaml, items };
  }
  if (yaml.kind !== 'map') return yaml;
  const entries = yaml.entries.flatMap((entry) => {
    if (entry.key.text !== step) return [entry];
    if (rest.length > 0) return [{ ...entry, value: withHole(entry.value, rest, hole) }];
    return hole === 'absent' ? [] : [{ ...entry, value: nothing(entry.value, hole === 'blank') }];
  });
  return { ...yaml, entries };
}

function nothing({ span }: Yaml, quoted: boolean): Yaml {
  return { kind: 'text', span, text: quoted ? ' ' : 'null', plain: !quoted };
}

/** Judges one file again and again, each time with other holes. */
export interface Judged {
  readonly complete: readonly Outcome[];
  /** All outcomes anew. */
  readonly withHoles: (ways: readonly Way[], hole: Hole) => readonly Outcome[];
  /** The same for one hole, where only rules that name every field on the way to it are judged anew. */
  readonly withOneHole: (way: Way, hole: Hole) => readonly Outcome[];
}

/** @param process - what the steps ask: a test of many rules in one process need not ask it each time */
export function judged(
  yaml: Yaml,
  program: Program,
  subject: Subject,
  { process: withProcess = true }: { readonly process?: boolean } = {},
): Judged {
  const rules = program.rules.filter((rule) => rule.subject === subject);
  const product = subject.file.product?.split('.') ?? [];
  const named = new Map(
    rules.map((rule) => [
      rule.id,
      // the key names the element an outcome speaks of
      new Set([...product, rule.each?.key ?? '', ...fieldsNamed(coresOfRule(rule), program)]),
    ]),
  );
  const whens = program.steps.flatMap(({ editions }) =>
    editions.flatMap(({ when }) => when?.core ?? []),
  );
  const { events, documents, waivers } = subject.file;
  const process = fieldsNamed(whens, program);
  const engine = [events?.list, documents?.list, waivers?.list];

  const first = sessionOf(yaml);
  const alone = new Map(rules.map((rule) => [rule.id, judgeRule(rule, first, {})]));
  const ofRules = rules.flatMap((rule) => alone.get(rule.id) ?? []);
  const ofProcess = judgeProcess(first, ofRules);
  const complete = [...ofRules, ...ofProcess];

  return {
    complete,
    withHoles: (ways, hole) => {
      const session = sessionOf(ways.reduce((one, way) => withHole(one, way, hole), yaml));
      const outcomes = rules.flatMap((rule) => judgeRule(rule, session, {}));
      return [...outcomes, ...judgeProcess(session, outcomes)];
    },
    withOneHole: (way, hole) => {
      const keys = way.filter((step) => typeof step === 'string');
      const [top = ''] = keys;
      const reads = (fields: ReadonlySet<string> | undefined) =>
        keys.every((key) => fields?.has(key));
      const touched = engine.includes(top) || reads(process);
      if (!touched && !rules.some(({ id }) => reads(named.get(id)))) return complete;
      const session = sessionOf(withHole(yaml, way, hole));
      // a waiver is held against the events, whatever the rule itself reads
      const isAnew = ({ id, rule }: ProgramRule) =>
        reads(named.get(id)) || (engine.includes(top) && rule.entry.data.waiver !== undefined);
      const outcomes = rules.flatMap((rule) =>
        isAnew(rule) ? judgeRule(rule, session, {}) : (alone.get(rule.id) ?? []),
      );
      const same = outcomes.every(({ status }, index) => status === ofRules[index]?.status);
      return [...outcomes, ...(same && !touched ? ofProcess : judgeProcess(session, outcomes))];
    },
  };

  function sessionOf(file: Yaml): Session {
    const { value: dossier } = dossierFromYaml(file, subject.type);
    if (!dossier) throw new Error('a file with a hole is still a file');
    return newSession(program, dossier, subject);
  }

  function judgeProcess(session: Session, outcomes: readonly Outcome[]): readonly Outcome[] {
    const byRule = Map.groupBy(outcomes, ({ rule }) => rule);
    for (const { id } of rules) session.judged.set(id, byRule.get(id) ?? []);
    return (withProcess ? program.process : []).map((rule) => judgeProcessRule(rule, session, {}));
  }
}

function coresOfRule({ editions, each }: ProgramRule): readonly Core[] {
  const expressions = [
    ...editions.flatMap(({ asOf, when, require }) => [asOf, when, require]),
    each?.list,
  ];
  return expressions.flatMap((expression) => expression?.core ?? []);
}

/** The fields that expressions name anywhere, themselves or through definitions and tables. */
function fieldsNamed(cores: readonly Core[], { references }: Program): ReadonlySet<string> {
  const named = new Set<string>();
  const followed = new Set<string>();
  cores.forEach(follow);
  return named;

  function follow(core: Core): void {
    if (core.kind === 'field') named.add(core.field.name);
    const reference = core.kind === 'reference' ? references.get(core.name) : undefined;
    if (reference && !followed.has(reference.name)) {
      followed.add(reference.name);
      for (const edition of reference.editions) coresOf(reference, edition).forEach(follow);
    }
    partsOf(core).forEach(follow);
  }
}

const decided: ReadonlySet<Status> = new Set(['pass', 'not-applicable', 'waived']);

/** An outcome that rests on what nobody filled in. */
export interface FailOpen {
  readonly rule: string;
  readonly element: string | null;
  /** `gone` where nothing is said of the rule any more. */
  readonly status: Status | 'gone';
  readonly complete: readonly Status[];
}

/** What of an outcome is looked at. */
export type Said = Pick<Outcome, 'rule' | 'element' | 'status'>;

/** The outcomes that let a file through with holes and would not have let it through without. */
export function failOpen(
  complete: readonly Said[],
  withHoles: readonly Said[],
): readonly FailOpen[] {
  const before = Map.groupBy(complete, ({ rule }) => rule);
  const after = Map.groupBy(withHoles, ({ rule }) => rule);
  const found: FailOpen[] = [];
  for (const [rule, whole] of before) {
    if (!after.has(rule))
      found.push({
        rule,
        element: null,
        status: 'gone',
        complete: whole.map(({ status }) => status),
      });
  }
  for (const [rule, outcomes] of after) {
    const whole = before.get(rule) ?? [];
    for (const [index, { status, element }] of outcomes.entries()) {
      if (!decided.has(status)) continue;
      // elements go by position, since a hole in the key changes their name
      const same = outcomes.length === whole.length ? whole.slice(index, index + 1) : whole;
      if (same.length > 0 && same.every((one) => one.status === status)) continue;
      found.push({ rule, element, status, complete: same.map((one) => one.status) });
    }
  }
  return found;
}
