import { describe, expect, test } from 'vitest';

import { keysOf, pointerTo } from '../../src/base/pointer.ts';
import { runCases } from '../../src/cases/run.ts';
import type { Dossier } from '../../src/dossier/dossier.ts';
import { isContext, valueAt } from '../../src/dossier/path.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import type { Bound, Outcome } from '../../src/evaluate/outcome.ts';
import { newSession } from '../../src/evaluate/session.ts';
import { boundsToPass } from '../../src/evaluate/to-pass.ts';
import { isList } from '../../src/feel/operations/list.ts';
import type { Core } from '../../src/feel/core.ts';
import type { Field, Type } from '../../src/feel/types.ts';
import { isKind, type Context, type Value } from '../../src/feel/value.ts';
import type { ProgramRule } from '../../src/program/ast.ts';
import { coresOfRule } from '../../src/program/reads.ts';
import { coresOf, partsOf, referencesRead } from '../../src/program/walk.ts';
import {
  compare,
  divide,
  multiply,
  parseRational,
  type Rational,
  rational,
  whole,
} from '../../src/values/rational.ts';
import { sampleText, samples, shipped } from './shipped.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/** A fail of the shipped rulebook: of a case that expects one, or of a sample. */
interface Fail {
  readonly rule: ProgramRule;
  readonly dossier: Dossier;
  readonly outcome: Outcome;
}

const { program } = shipped();
const options = { drafts: true, rowByRow: true } as const;
const fails = [...ofCases(), ...ofSamples()];

describe('a bound that would pass', () => {
  test('passes when it is applied', () => {
    const broken = fails.flatMap((fail) =>
      boundsOf(fail)
        .filter(({ pointer, value }) => !cures(fail, pointer, parseRational(value)))
        .map(({ pointer, value }) => `${fail.rule.id} ${pointer} ${value}`),
    );
    expect(broken).toEqual([]);
  });

  test('is not next to the value that is there by an order of magnitude', () => {
    const far = fails.flatMap((fail) =>
      boundsOf(fail).filter(({ pointer, value }) => {
        const now = numberAt(fail.dossier, pointer);
        const times = now && divide(parseRational(value) ?? whole(0), now);
        return !times || compare(times, whole(10)) >= 0 || compare(times, rational(1n, 10n)) <= 0;
      }),
    );
    expect(far).toEqual([]);
  });

  test('is offered for nine in ten fails that one correctable field can cure', () => {
    const curable = fails.filter((fail) => cureOf(fail) !== undefined);
    const without = curable.filter((fail) => boundsOf(fail).length === 0);
    expect(curable.length).toBeGreaterThan(100);
    expect(without.length * 10).toBeLessThanOrEqual(curable.length);
  });
});

function ofCases(): readonly Fail[] {
  return program.rules.flatMap((rule) =>
    rule.group
      ? []
      : runCases(program, rule).flatMap(({ outcome, dossier }): Fail[] =>
          outcome?.status === 'fail' && dossier ? [{ rule, dossier, outcome }] : [],
        ),
  );
}

function ofSamples(): readonly Fail[] {
  return samples.flatMap((name) => {
    const { value: yaml } = parseYaml({ name, text: sampleText(name) });
    const { subject } = shipped();
    const dossier = yaml && dossierFromYaml(yaml, subject.type).value;
    if (!dossier) return [];
    return judge(program, subject, dossier, {}).outcomes.flatMap((outcome): Fail[] => {
      const rule = program.rules.find(({ id }) => id === outcome.rule);
      return outcome.status === 'fail' && rule && !rule.group ? [{ rule, dossier, outcome }] : [];
    });
  });
}

function boundsOf({ rule, dossier, outcome }: Fail): readonly Bound[] {
  return boundsToPass(outcome, rule, newSession(program, dossier, rule.subject), options);
}

/** Some correctable field and a value of its magnitude that cures, found by trying a great many. */
function cureOf(fail: Fail): string | undefined {
  const { dossier, rule } = fail;
  const others = [...numbersIn(dossier.root)].filter(
    (value, index, all) => all.findIndex((one) => compare(one, value) === 0) === index,
  );
  const read = fieldsRead(rule);
  if (read.size === 0) return undefined;
  for (const [field, pointer] of correctables(dossier.root, rule.subject.type, '')) {
    if (!read.has(field)) continue;
    const now = numberAt(dossier, pointer);
    if (!now || now.n === 0n) continue;
    const ladder = [101, 110, 130, 160, 200, 300, 500, 800]
      .map((hundredths) => rational(BigInt(hundredths), 100n))
      .flatMap((times) => [multiply(now, times), divide(now, times) ?? now]);
    const near = others.filter((value) => isNear(value, now));
    for (const value of [...ladder, ...near])
      if (isNear(value, now) && cures(fail, pointer, rounded(value))) return pointer;
  }
  return undefined;
}

/** Correctable fields that a rule may look at, whatever the file. */
function fieldsRead(rule: ProgramRule): ReadonlySet<Field> {
  const own = coresOfRule(rule);
  const behind = [...referencesRead(own, program)].flatMap((one) => coresOf(one));
  const found = new Set<Field>();
  const visit = (core: Core): void => {
    if (core.kind === 'field' && core.field.correctable) found.add(core.field);
    partsOf(core).forEach(visit);
  };
  [...own, ...behind].forEach(visit);
  return found;
}

function isNear(value: Rational, now: Rational): boolean {
  const times = divide(value, now);
  return (
    times !== undefined && compare(times, whole(10)) < 0 && compare(times, rational(1n, 10n)) > 0
  );
}

function rounded(value: Rational): Rational {
  return rational((value.n * 1_000_000n) / value.d, 1_000_000n);
}

function cures({ rule, dossier, outcome }: Fail, pointer: string, to: Rational | undefined) {
  if (!to) return false;
  const changed = { ...dossier, root: put(dossier.root, keysOf(pointer), to) as Context };
  const session = newSession(program, changed, rule.subject);
  return judgeRule(rule, session, options).some(
    (one) => one.element === outcome.element && one.row === outcome.row && one.status === 'pass',
  );
}

function numberAt({ root }: Dossier, pointer: string): Rational | undefined {
  const value = valueAt(root, keysOf(pointer));
  return isKind(value, 'number') ? value : undefined;
}

function put(value: Value, [key, ...rest]: readonly string[], to: Value): Value {
  if (key === undefined) return to;
  if (isContext(value)) {
    const entries = new Map(value.entries);
    entries.set(key, put(entries.get(key) ?? null, rest, to));
    return { ...value, entries };
  }
  if (!isList(value)) return value;
  return {
    ...value,
    items: value.items.map((one, at) => (String(at) === key ? put(one, rest, to) : one)),
  };
}

function* correctables(value: Value, type: Type, at: string): Generator<readonly [Field, string]> {
  if (isList(value) && type.kind === 'list')
    for (const [index, item] of value.items.entries())
      yield* correctables(item, type.of, pointerTo(at, index));
  if (!isContext(value) || type.kind !== 'context') return;
  for (const [name, field] of type.fields) {
    const inner = value.entries.get(name);
    if (inner === undefined) continue;
    if (field.correctable && isKind(inner, 'number')) yield [field, pointerTo(at, name)];
    yield* correctables(inner, field.type, pointerTo(at, name));
  }
}

function* numbersIn(value: Value): Generator<Rational> {
  if (isKind(value, 'number')) yield value;
  else if (isList(value)) for (const item of value.items) yield* numbersIn(item);
  else if (isContext(value)) for (const inner of value.entries.values()) yield* numbersIn(inner);
}
