import type { Program, ProgramRule, Subject } from '../program/ast.ts';
import { parsePath } from '../dossier/path.ts';
import type { Core } from '../feel/core.ts';
import type { Field, Type } from '../feel/types.ts';
import { hasInheritedName } from './layout.ts';
import {
  dayOf,
  type Lowering,
  loopOf,
  newLowering,
  nowhere,
  period,
  type Surroundings,
  truthOf,
} from './lower.ts';
import { Outside, outside } from './outside.ts';
import type { List, Num, Truth } from './plan.ts';

/** A rule lowered: what the fast path works out of it. */
export interface RulePlan {
  readonly id: string;
  /** Absent where the rule is for every product. */
  readonly product: Truth | undefined;
  /** One outcome an element: together they say the worst of them. */
  readonly each: List | undefined;
  readonly editions: readonly EditionPlan[];
}

export interface EditionPlan {
  readonly from: number;
  readonly until: number;
  readonly day: Num;
  readonly when: Truth | undefined;
  readonly require: Truth;
  /** What is not on file counts as not done: the fast path cannot tell it from what is malformed. */
  readonly ifAbsent: boolean;
}

export interface Plan {
  readonly lowering: Lowering;
  /** In the order of the program's rules; undefined for one that is left to the reference path. */
  readonly rules: readonly (RulePlan | undefined)[];
}

/** Lowers the rules of one subject. */
export function planOf(program: Program, subject: Subject): Plan {
  const lowering = newLowering(program, subject.type);
  const whole = hasInheritedName(subject.type);
  const rules = program.rules
    .filter((rule) => rule.subject === subject)
    .map((rule) => (whole ? undefined : within(() => lowered(rule, subject, lowering))));
  return { lowering, rules };
}

function within<T>(lower: () => T): T | undefined {
  try {
    return lower();
  } catch (error) {
    if (error instanceof Outside) return undefined;
    throw error;
  }
}

function lowered(rule: ProgramRule, subject: Subject, lowering: Lowering): RulePlan {
  const { data } = rule.rule.entry;
  // what a person has to say, and what files say together, is for the reference path
  if (data.status !== 'issued' || data.check !== 'data' || rule.group) return outside();
  const { products } = data;
  const product =
    products && subject.file.product !== undefined
      ? productOf(products, subject.file.product, lowering)
      : undefined;
  const loop = rule.each && loopOf(rule.each.list.core, rule.each.variable, nowhere, lowering);
  const outsideDay: Surroundings = loop ? loop.inside : nowhere;
  const editions = rule.editions.map((edition): EditionPlan => {
    const day = dayOf(edition.asOf.core, outsideDay, lowering);
    const days = period(edition, undefined);
    const here: Surroundings = { ...outsideDay, day, days };
    const require = edition.require ?? outside();
    return {
      ...days,
      day,
      when: edition.when && truthOf(edition.when.core, here, lowering),
      require: truthOf(require.core, here, lowering),
      ifAbsent: edition.ifAbsent === 'fail',
    };
  });
  return { id: rule.id, product, each: loop?.list, editions };
}

function productOf(products: readonly string[], path: string, lowering: Lowering): Truth {
  let type: Type = lowering.rootType;
  let core: Core | undefined;
  for (const step of parsePath(path) ?? outside()) {
    const field: Field | undefined =
      'name' in step && type.kind === 'context' ? type.fields.get(step.name) : undefined;
    if (!field) return outside();
    const syntax = { kind: 'null', start: 0, end: 0 } as const;
    core = { kind: 'field', type: field.type, field, syntax, ...(core && { of: core }) };
    ({ type } = field);
  }
  const of = core ?? outside();
  const test = products.map((product) => ({
    kind: 'equal' as const,
    value: {
      kind: 'constant' as const,
      type: of.type,
      text: product,
      syntax: { kind: 'null' as const, start: 0, end: 0 },
    },
  }));
  return truthOf(
    { kind: 'membership', type: { kind: 'boolean' }, of, tests: test, syntax: of.syntax },
    nowhere,
    lowering,
  );
}
