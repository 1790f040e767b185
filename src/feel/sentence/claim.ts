import type { ComparisonOperator } from '../syntax.ts';
import type { ComparisonCore, Core, FilterCore, Variable } from '../core.ts';
import { partsOf } from '../parts.ts';
import { isKind } from '../value.ts';
import { toWhole } from '../../values/rational.ts';

/**
 * What a condition claims, in the order in which people say it: denials stand at the single facts, `A != x or B` is
 * “where A is x, B”, a choice that is true or false is a list of cases, counts of none and of one are “there is”.
 */
export type Claim =
  | Single
  /** True or false whatever the file says. */
  | { readonly is: 'always' | 'never' }
  | { readonly is: 'all' | 'any'; readonly parts: readonly Claim[] }
  | { readonly is: 'given'; readonly when: readonly Claim[]; readonly asks: Claim }
  | CasesClaim
  | EachClaim
  | SomeClaim
  | CountedClaim;

/** One fact, or one that is denied. */
export interface Single {
  readonly is: 'single';
  readonly core: Core;
  readonly yes: boolean;
}

/** The first case that fits decides. */
export interface CasesClaim {
  readonly is: 'cases';
  readonly cases: readonly CaseClaim[];
  readonly otherwise: Claim;
}

export interface CaseClaim {
  readonly when: Claim;
  readonly asks: Claim;
}

/** Every element for which all of `where` holds. */
export interface EachClaim {
  readonly is: 'each';
  readonly variable: Variable;
  readonly list: Core;
  readonly where: readonly Claim[];
  readonly asks: Claim;
}

/** There is an element for which all of `where` holds, or there is not one. */
export interface SomeClaim {
  readonly is: 'some' | 'none';
  readonly variable: Variable | undefined;
  readonly list: Core;
  readonly where: readonly Claim[];
}

export interface CountedClaim {
  readonly is: 'counted';
  /** How many there are. */
  readonly count: Core;
  readonly operator: ComparisonOperator;
  readonly list: Core;
  readonly number: Core;
}

/** What a sentence speaks of: a value with a name but without a title is spelt out. */
export function spelt(core: Core): Core {
  return core.kind === 'let' && !core.local.title ? spelt(core.local.core) : core;
}

/**
 * What something true or false claims, or its denial.
 *
 * @param asCondition - it is itself a condition of something, so that its alternatives stay alternatives
 */
export function claimOf(given: Core, yes = true, asCondition = false): Claim {
  const core = spelt(given);
  switch (core.kind) {
    case 'constant':
      return core.value === true || core.value === false
        ? { is: core.value === yes ? 'always' : 'never' }
        : { is: 'single', core, yes };
    case 'logic': {
      const [first] = core.parts;
      if (core.operator === 'not')
        return first ? claimOf(first, !yes, asCondition) : { is: 'always' };
      const sides = core.parts.map((part) => ({ core: part, yes }));
      return (core.operator === 'and') === yes
        ? all(sides, asCondition)
        : either(sides, asCondition);
    }
    case 'if':
      return choice(core, yes);
    case 'quantifier': {
      const { variable, list } = core;
      if (core.quantifier === 'every')
        return yes
          ? each(variable, list, core.satisfies)
          : { is: 'some', variable, list, where: partsAll(claimOf(core.satisfies, false)) };
      return {
        is: yes ? 'some' : 'none',
        variable,
        list,
        where: partsAll(claimOf(core.satisfies)),
      };
    }
    case 'comparison':
      return compared(core, yes);
    default:
      return { is: 'single', core, yes };
  }
}

/** How two values stand that do not stand so. */
export function denied(operator: ComparisonOperator): ComparisonOperator {
  return opposites[operator];
}

/** The same comparison with its sides changed over. */
export function turned(operator: ComparisonOperator): ComparisonOperator {
  return mirrored[operator];
}

const opposites = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** Whether an expression speaks of a variable. */
export function mentions(core: Core, id: number): boolean {
  if (core.kind === 'variable') return core.variable.id === id;
  return partsOf(core).some((part) => mentions(part, id));
}

interface Side {
  readonly core: Core;
  readonly yes: boolean;
}

function all(sides: readonly Side[], asCondition: boolean): Claim {
  const parts = sides.flatMap(({ core, yes }) => partsAll(claimOf(core, yes, asCondition)));
  const telling = parts.filter(({ is }) => is !== 'always');
  const [only] = telling;
  if (!only) return { is: 'always' };
  return telling.length === 1 ? only : { is: 'all', parts: telling };
}

/** Of alternatives those that only say where nothing is asked become the condition of the rest. */
function either(given: readonly Side[], asCondition: boolean): Claim {
  const sides = given.flatMap(alternatives);
  const guards = asCondition ? [] : sides.filter(isGuard);
  const rest = sides.filter((side) => !guards.includes(side));
  const asked = rest.length > 0 ? rest : guards.splice(-1);
  const parts = asked.map(({ core, yes }) => claimOf(core, yes, asCondition));
  const [only] = parts;
  const asks: Claim = parts.length === 1 && only ? only : { is: 'any', parts };
  const when = guards.flatMap(({ core, yes }) => partsAll(claimOf(core, !yes, true)));
  return under(when, asks);
}

function under(when: readonly Claim[], asks: Claim): Claim {
  if (when.length === 0) return asks;
  return asks.is === 'given'
    ? { is: 'given', when: [...when, ...asks.when], asks: asks.asks }
    : { is: 'given', when, asks };
}

/** The sides of an `or` in an `or`, and of a denied `and`. */
function alternatives({ core: given, yes }: Side): readonly Side[] {
  const core = spelt(given);
  if (core.kind !== 'logic') return [{ core, yes }];
  const [first] = core.parts;
  if (core.operator === 'not') return first ? alternatives({ core: first, yes: !yes }) : [];
  if ((core.operator === 'or') !== yes) return [{ core, yes }];
  return core.parts.flatMap((part) => alternatives({ core: part, yes }));
}

/** Whether an alternative says where nothing is asked: that something is not so, is none, or lies before a day. */
function isGuard({ core, yes }: Side): boolean {
  switch (core.kind) {
    case 'comparison': {
      const operator = yes ? core.operator : denied(core.operator);
      if (isTruth(core.right)) return isWritten(core.right, operator !== '=');
      const counted = countOf(core);
      if (counted) return holdsOfNone(operator, counted.number) === true;
      if (isKeyOfElement(core.left) && isKeyOfElement(core.right)) return operator === '=';
      if (operator === '!=') return true;
      if (operator === '=' && wholeNumber(core.right) === 0) return true;
      return isWrittenDay(core.right) && (operator === '<' || operator === '<=');
    }
    case 'none':
      return yes;
    case 'membership':
      return !yes || core.tests.every(({ kind }) => kind === 'not');
    case 'quantifier':
      return (core.quantifier === 'some') !== yes && core.quantifier === 'some';
    case 'logic':
      return core.parts.every((part) => alternatives({ core: part, yes }).every(isGuard));
    case 'field':
    case 'reference':
    case 'let':
    case 'call':
    case 'codes':
      return !yes;
    default:
      return false;
  }
}

function isTruth(core: Core): boolean {
  return core.type.kind === 'boolean';
}

function isWritten(core: Core, truth: boolean): boolean {
  return core.kind === 'constant' && core.value === truth;
}

function isWrittenDay(core: Core): boolean {
  if (core.kind === 'call' && core.builtin === 'date') {
    const [of] = core.args;
    return of?.kind === 'constant';
  }
  return core.kind === 'constant' && core.type.kind === 'date';
}

/** A field that tells the records of a list apart. */
export function isKeyOfElement(core: Core): boolean {
  return keyed(core) !== undefined;
}

/** The variable of which a field is the key. */
export function keyed(core: Core): Variable | undefined {
  if (core.kind !== 'field' || core.of.kind !== 'variable') return undefined;
  const { variable } = core.of;
  const { type } = variable;
  return type.kind === 'context' && type.key === core.field.name ? variable : undefined;
}

function each(variable: Variable, list: Core, satisfies: Core): Claim {
  const sides = alternatives({ core: satisfies, yes: true });
  // where every alternative only excludes, there is none of what they exclude
  const ofRecords = list.type.kind !== 'list' || list.type.of.kind === 'context';
  if (sides.every(isGuard) && (ofRecords || sides.length > 1)) {
    const where = sides.flatMap(({ core, yes }) => partsAll(claimOf(core, !yes)));
    return { is: 'none', variable, list, where };
  }
  const claim = claimOf(satisfies);
  const when = claim.is === 'given' ? claim.when : [];
  const asks = claim.is === 'given' ? claim.asks : claim;
  const where = when.filter((one) => speaksOf(one, variable.id));
  const outside = when.filter((one) => !where.includes(one));
  return under(outside, { is: 'each', variable, list, where, asks });
}

function choice(core: Extract<Core, { kind: 'if' }>, yes: boolean): Claim {
  const cases: { when: Claim; asks: Claim; core: Core }[] = [];
  let last: Core = core;
  while (last.kind === 'if') {
    cases.push({
      when: claimOf(last.condition, true, true),
      asks: claimOf(last.yes, yes),
      core: last.condition,
    });
    last = spelt(last.no);
  }
  const otherwise = claimOf(last, yes);
  const [only] = cases;
  if (cases.length > 1 || !only) return { is: 'cases', cases, otherwise };
  if (otherwise.is === 'always') return under(partsAll(only.when), only.asks);
  if (only.asks.is === 'always') return under(partsAll(claimOf(only.core, false, true)), otherwise);
  if (only.asks.is === 'never') return allOf([claimOf(only.core, false), otherwise]);
  if (otherwise.is === 'never') return allOf([only.when, only.asks]);
  return { is: 'cases', cases, otherwise };
}

function allOf(claims: readonly Claim[]): Claim {
  return { is: 'all', parts: claims.flatMap(partsAll) };
}

/** The parts of a run of `and`; a claim alone is its only part. */
export function partsAll(claim: Claim): readonly Claim[] {
  if (claim.is === 'always') return [];
  return claim.is === 'all' ? claim.parts : [claim];
}

function compared(core: ComparisonCore, yes: boolean): Claim {
  const operator = yes ? core.operator : denied(core.operator);
  const { right } = core;
  if (right.kind === 'constant' && typeof right.value === 'boolean')
    return claimOf(core.left, (operator === '=') === right.value);
  const counted = countOf(core);
  if (!counted) return { is: 'single', core, yes };
  const { list, number } = counted;
  const ofNone = holdsOfNone(operator, number);
  if (ofNone === undefined) return { is: 'counted', count: core.left, operator, list, number };
  return { is: ofNone ? 'none' : 'some', variable: undefined, list, where: [] };
}

/** How many elements of which list are compared with what. */
function countOf({
  left,
  right,
}: ComparisonCore): { readonly list: Core; readonly number: Core } | undefined {
  const counting = spelt(left);
  const [list] = counting.kind === 'call' && counting.builtin === 'count' ? counting.args : [];
  const number = spelt(right);
  const counts = number.kind === 'call' && number.builtin === 'count';
  const isList = list?.kind !== 'call' || list.builtin === 'distinct values';
  return list && isList && !counts ? { list, number } : undefined;
}

/** Whether a comparison of a count is the question whether there is none, or whether there is one. */
export function holdsOfNone(operator: ComparisonOperator, number: Core): boolean | undefined {
  const count = wholeNumber(number);
  const [isZero, isOne] = [count === 0, count === 1];
  if ((isZero && (operator === '=' || operator === '<=')) || (isOne && operator === '<'))
    return true;
  if ((isZero && (operator === '>' || operator === '!=')) || (isOne && operator === '>='))
    return false;
  return undefined;
}

/** A whole number that is written out. */
export function wholeNumber(core: Core): number | undefined {
  return core.kind === 'constant' && isKind(core.value, 'number') ? toWhole(core.value) : undefined;
}

/** Whether a claim speaks of a variable. */
function speaksOf(claim: Claim, id: number): boolean {
  switch (claim.is) {
    case 'always':
    case 'never':
      return false;
    case 'single':
      return mentions(claim.core, id);
    case 'all':
    case 'any':
      return claim.parts.some((part) => speaksOf(part, id));
    case 'given':
      return [...claim.when, claim.asks].some((part) => speaksOf(part, id));
    case 'cases':
      return [claim.otherwise, ...claim.cases.flatMap(({ when, asks }) => [when, asks])].some(
        (part) => speaksOf(part, id),
      );
    case 'each':
      return (
        mentions(claim.list, id) || [...claim.where, claim.asks].some((part) => speaksOf(part, id))
      );
    case 'some':
    case 'none':
      return mentions(claim.list, id) || claim.where.some((part) => speaksOf(part, id));
    case 'counted':
      return mentions(claim.list, id) || mentions(claim.number, id);
  }
}

/** A list without its filters, and the filters, the innermost first. */
export function unfiltered(given: Core): {
  readonly list: Core;
  readonly filters: readonly FilterCore[];
} {
  const core = spelt(given);
  if (core.kind !== 'filter') return { list: core, filters: [] };
  const { list, filters } = unfiltered(core.list);
  return { list, filters: [...filters, core] };
}
