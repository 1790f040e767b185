import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import type { Outcome, Status } from '../../src/evaluate/outcome.ts';
import { judgeProcessRule } from '../../src/evaluate/process.ts';
import { newSession, type Session } from '../../src/evaluate/session.ts';
import type { ContextType, Field, Type } from '../../src/feel/types.ts';
import type { Program, Subject } from '../../src/program/ast.ts';
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
  readonly withHoles: (ways: readonly Way[], hole: Hole) => readonly Outcome[];
}

/** @param process - what the steps ask: a test of many rules in one process need not ask it each time */
export function judged(
  yaml: Yaml,
  program: Program,
  subject: Subject,
  { process: withProcess = true }: { readonly process?: boolean } = {},
): Judged {
  const rules = program.rules.filter((rule) => rule.subject === subject);
  const judgeIn = (session: Session): readonly Outcome[] => {
    const outcomes = rules.flatMap((rule) => judgeRule(rule, session, {}));
    return [...outcomes, ...judgeProcess(session, outcomes)];
  };
  return {
    complete: judgeIn(sessionOf(yaml)),
    withHoles: (ways, hole) =>
      judgeIn(sessionOf(ways.reduce((one, way) => withHole(one, way, hole), yaml))),
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
