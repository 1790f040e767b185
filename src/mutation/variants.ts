import { alwaysIs, type Bounds, boundsOf } from '../feel/bounds.ts';
import type { Compared, Core, TestCore } from '../feel/core.ts';
import { printValue } from '../feel/operations/print.ts';
import type { ComparisonOperator } from '../feel/syntax.ts';
import { takesBlank } from '../feel/types.ts';
import { one } from '../values/rational.ts';
import { nanosPerDay } from '../values/temporal.ts';
import { besides } from './steps.ts';

/** What a mutant changes. */
export type MutantKind = 'operator' | 'limit' | 'date' | 'unit' | 'cell' | 'presence';

/** Something else in place of a node. */
export interface Variant {
  readonly kind: MutantKind;
  /** As people write it: of an operator itself, of a limit its value. */
  readonly from: string;
  readonly to: string;
  readonly core: Core;
  /** What the values may be leaves it as it was. */
  readonly proved?: 'same-values';
}

/** The slip that boundary cases are there for: whether the limit itself belongs. */
const slips: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '!=',
  '!=': '=',
};

const ordered: ReadonlySet<Compared> = new Set([
  'number',
  'date',
  'date-time',
  'time',
  'days-duration',
  'months-duration',
]);

/**
 * What may stand by mistake where a node stands; nothing for most.
 *
 * @param above - the node that it is a part of
 */
export function variantsOf(core: Core, above: Core | undefined): readonly Variant[] {
  switch (core.kind) {
    case 'comparison': {
      const operator = slips[core.operator];
      const other = { ...core, operator };
      return [
        { kind: 'operator', from: core.operator, to: operator, core: other, ...same(core, other) },
      ];
    }
    case 'logic':
      return ofLogic(core);
    case 'quantifier': {
      const quantifier = core.quantifier === 'some' ? 'every' : 'some';
      const from = core.quantifier;
      return [{ kind: 'operator', from, to: quantifier, core: { ...core, quantifier } }];
    }
    case 'none':
      // `!= null` is the `not` of it
      return above?.kind === 'logic' && above.operator === 'not'
        ? []
        : [{ kind: 'presence', from: '= null', to: '!= null', core: not(core) }];
    case 'arithmetic':
      return ofArithmetic(core);
    case 'constant':
      return isCounted(above) ? ofConstant(core, above) : [];
    case 'membership':
      return core.tests.flatMap((test, index) =>
        variantsOfTest(test).map(({ test: other, ...told }) => ({
          ...told,
          core: { ...core, tests: core.tests.with(index, other) },
        })),
      );
    case 'call':
      return ofCall(core, above);
    default:
      return [];
  }
}

function not(core: Core): Core {
  return { kind: 'logic', operator: 'not', parts: [core], type: core.type, span: core.span };
}

function ofLogic(core: Extract<Core, { kind: 'logic' }>): readonly Variant[] {
  if (core.operator !== 'not') {
    const operator = core.operator === 'and' ? 'or' : 'and';
    return [{ kind: 'operator', from: core.operator, to: operator, core: { ...core, operator } }];
  }
  const [part] = core.parts;
  return part?.kind === 'none'
    ? [{ kind: 'presence', from: '!= null', to: '= null', core: part }]
    : [];
}

function ofArithmetic(core: Extract<Core, { kind: 'arithmetic' }>): readonly Variant[] {
  const { operator, operands, left } = core;
  if (!left || (operator !== '+' && operator !== '-')) return [];
  // of texts, two days, or a duration and a day there is one of the two alone
  if (operands !== 'numbers' && operands !== 'durations' && operands !== 'day and duration')
    return [];
  const other = operator === '+' ? '-' : '+';
  return [{ kind: 'operator', from: operator, to: other, core: { ...core, operator: other } }];
}

/** Whether a constant beside this is an amount, and not how a function or a place in a list is meant. */
function isCounted(above: Core | undefined): boolean {
  if (above?.kind === 'call')
    return ['min', 'max', 'sum', 'add working days'].includes(above.builtin);
  return above?.kind !== 'position' && !(above?.kind === 'list' && above.run);
}

function ofConstant(
  core: Extract<Core, { kind: 'constant' }>,
  above: Core | undefined,
): readonly Variant[] {
  const kind = core.type.kind === 'number' ? 'limit' : 'date';
  return besides(core.value, core.type).map((value) => {
    const other = { ...core, value };
    return {
      kind,
      from: printValue(core.value),
      to: printValue(value),
      core: other,
      ...(above?.kind === 'comparison' &&
        same(above, above.left === core ? { ...above, left: other } : { ...above, right: other })),
    };
  });
}

type Comparison = Extract<Core, { kind: 'comparison' }>;

/** Two comparisons of which all that files may hold makes the same, true or false. */
function same(one: Comparison, other: Comparison): Pick<Variant, 'proved'> {
  const truth = settled(one);
  return truth !== undefined && truth === settled(other) ? { proved: 'same-values' } : {};
}

function settled({ operator, left, right }: Comparison): boolean | undefined {
  return alwaysIs(operator, boundsIn(left), boundsIn(right));
}

/** The same as by schemas, and a text of a file has a character at least: a blank is no text. */
function boundsIn(core: Core): Bounds {
  const [text] = core.kind === 'call' && core.builtin === 'string length' ? core.args : [];
  const isFilled = text?.kind === 'field' && text.type.kind === 'text' && !takesBlank(text.type);
  return isFilled ? { low: { at: one } } : boundsOf(core);
}

/** Functions of days, and which of them count other days. */
const dayFunctions = new Map<string, 'days between' | 'working days between' | undefined>([
  ['days between', 'working days between'],
  ['working days between', 'days between'],
  ['months between', undefined],
]);

function ofCall(
  core: Extract<Core, { kind: 'call' }>,
  above: Core | undefined,
): readonly Variant[] {
  if (core.builtin === 'add working days') return ofWorkingDays(core);
  if (!dayFunctions.has(core.builtin)) return [];
  const unit = dayFunctions.get(core.builtin);
  const units: readonly Variant[] = unit
    ? [{ kind: 'unit', from: core.builtin, to: unit, core: { ...core, builtin: unit } }]
    : [];
  return isBesideLimit(core, above) ? units : [...units, ...dayLater(core, core, core.builtin)];
}

/** One more and one less of a number of days. */
function dayLater(days: Core, own: Core, name: string): readonly Variant[] {
  return (['+', '-'] as const).map((operator) => ({
    kind: 'date',
    from: name,
    to: `${name} ${operator} 1`,
    core: {
      kind: 'arithmetic',
      operator,
      operands: 'numbers',
      left: days,
      right: { kind: 'constant', value: one, type: days.type, span: own.span },
      type: days.type,
      span: own.span,
    },
  }));
}

/** A day that is so many working days off: calendar days instead, and a day more or less where no number is written. */
function ofWorkingDays(core: Extract<Core, { kind: 'call' }>): readonly Variant[] {
  const [from, days] = core.args;
  if (!from || !days) return [];
  if (days.kind !== 'constant') {
    if (days.kind === 'reference') return [];
    return dayLater(days, days, core.builtin).map((variant) => ({
      ...variant,
      core: { ...core, args: [from, variant.core] },
    }));
  }
  const count = days.value;
  if (typeof count !== 'object' || count?.kind !== 'number') return [];
  const nanos = (count.n * nanosPerDay) / count.d;
  const right: Core = {
    kind: 'constant',
    value: { kind: 'days-duration', nanos },
    type: { kind: 'days-duration' },
    span: days.span,
  };
  return [
    {
      kind: 'unit',
      from: core.builtin,
      to: `+ ${printValue(right.value)}`,
      core: {
        kind: 'arithmetic',
        operator: '+',
        operands: 'day and duration',
        left: from,
        right,
        type: core.type,
        span: core.span,
      },
    },
  ];
}

/** Whether it is compared with a limit that is moved by a step itself. */
function isBesideLimit(core: Core, above: Core | undefined): boolean {
  const isLimit = (other: Core) =>
    other.kind === 'constant' || (other.kind === 'reference' && other.what === 'parameter');
  if (above?.kind === 'comparison') return isLimit(above.left === core ? above.right : above.left);
  return above?.kind === 'membership' && above.of === core;
}

/** The same of a test of a value: whether its limits belong. Limits themselves are expressions. */
export function variantsOfTest(
  test: TestCore,
): readonly (Omit<Variant, 'core'> & { readonly test: TestCore })[] {
  switch (test.kind) {
    case 'compare': {
      if (!ordered.has(test.compared)) return [];
      const operator = slips[test.operator];
      return [{ kind: 'operator', from: test.operator, to: operator, test: { ...test, operator } }];
    }
    case 'range': {
      const { low, high, lowIncluded, highIncluded } = test;
      const [from, to] = [brackets(lowIncluded, highIncluded), brackets];
      return [
        ...(low
          ? [
              {
                kind: 'operator' as const,
                from,
                to: to(!lowIncluded, highIncluded),
                test: { ...test, lowIncluded: !lowIncluded },
              },
            ]
          : []),
        ...(high
          ? [
              {
                kind: 'operator' as const,
                from,
                to: to(lowIncluded, !highIncluded),
                test: { ...test, highIncluded: !highIncluded },
              },
            ]
          : []),
      ];
    }
    case 'not':
      return test.tests.flatMap((one, index) =>
        variantsOfTest(one).map(({ test: other, ...told }) => ({
          ...told,
          test: { ...test, tests: test.tests.with(index, other) },
        })),
      );
    default:
      return [];
  }
}

function brackets(low: boolean, high: boolean): string {
  return `${low ? '[' : '('}..${high ? ']' : ')'}`;
}
