import { comparedAs } from '../feel/checker.ts';
import type { ComparisonCore, Core, IfCore, InstanceCore, Variable } from '../feel/core.ts';
import type { ComparisonOperator } from '../feel/syntax.ts';
import type { Type } from '../feel/types.ts';
import type { Form } from './forms.ts';
import { isOneOfSeveral } from './kinds.ts';
import {
  type Bound,
  type Here,
  note,
  nowhere,
  numberSlot,
  type Planner,
  slotOf,
  within,
} from './lowering.ts';
import { type Num, slotKinds, type Truth } from './plan.ts';
import { placeOf, standing } from './places.ts';
import { numPicks, truthPicks } from './picks.ts';
import { comparisonOf, nothing, whole } from './quantity.ts';
import {
  allOf,
  anyOf,
  choiceOf,
  compared,
  given,
  isTold,
  no,
  notOf,
  untold,
  yes,
} from './simplify.ts';
import { isWordy } from './words.ts';

/** A value, and where it is read. */
export interface Side {
  readonly core: Core;
  readonly here: Here;
}

export function comparison(core: ComparisonCore, here: Here, planner: Planner): Truth {
  const { operator, left, right } = core;
  return compare(operator, { core: left, here }, { core: right, here }, planner);
}

/** `left operator right` */
export function compare(
  operator: ComparisonOperator,
  left: Side,
  right: Side,
  planner: Planner,
): Truth {
  switch (operator) {
    case '=':
      return equal(left, right, planner);
    case '!=':
      return notOf(equal(left, right, planner));
    case '<':
    case '<=':
      return inOrder(operator, left, right, planner);
    case '>':
      return inOrder('<', right, left, planner);
    case '>=':
      return inOrder('<=', right, left, planner);
  }
}

function inOrder(operator: '<' | '<=', left: Side, right: Side, planner: Planner): Truth {
  const kind = comparedAs(left.core.type, right.core.type);
  switch (kind) {
    case 'number': {
      const [a, b] = [left, right].map((side) => planner.number(side.core, side.here));
      return a && b ? comparisonOf(operator, a, b) : untold;
    }
    case 'date':
    case 'date-time':
    case 'days-duration':
    case 'months-duration':
      return compared(operator, ...moments(left, right, kind, planner));
    case 'text':
      note(planner, 'function', left.core, left.here);
      return untold;
    default:
      note(planner, 'kind', left.core, left.here);
      return untold;
  }
}

function moments(
  left: Side,
  right: Side,
  kind: 'date' | 'date-time' | 'days-duration' | 'months-duration',
  planner: Planner,
): readonly [Num, Num] {
  return [planner.moment(left.core, left.here, kind), planner.moment(right.core, right.here, kind)];
}

/** `left = right`, where nothing is equal to what was verified to be none. */
export function equal(left: Side, right: Side, planner: Planner): Truth {
  const [a, b] = [left.core.type, right.core.type];
  if (a.kind === 'null' || b.kind === 'null') return untold;
  const areOfTwoKinds = a.kind !== b.kind && [a, b].every(({ kind }) => isOneOfSeveral(kind));
  if (a.kind === 'union' || b.kind === 'union' || areOfTwoKinds)
    return equalInSome(left, right, planner);
  return equalAs(comparedAs(a, b), left, right, planner);
}

function equalAs(
  kind: ReturnType<typeof comparedAs>,
  left: Side,
  right: Side,
  planner: Planner,
): Truth {
  switch (kind) {
    case 'number': {
      const [a, b] = [left, right].map((side) => planner.number(side.core, side.here));
      return a && b ? comparisonOf('=', a, b) : untold;
    }
    case 'date':
    case 'date-time':
    case 'days-duration':
    case 'months-duration':
      return compared('=', ...moments(left, right, kind, planner));
    case 'boolean':
      return sameTruth(left, right, planner);
    case 'text':
      return sameText(left, right, planner);
    case 'time':
    case 'context':
    case 'mixed':
      note(planner, 'kind', left.core, left.here);
      return untold;
    case 'list':
      note(planner, 'list', left.core, left.here);
      return untold;
  }
}

function sameTruth(left: Side, right: Side, planner: Planner): Truth {
  const [a = untold, b = untold] = [left, right].map(({ core, here }) => planner.truth(core, here));
  const constant = a.kind === 'known' ? a : b.kind === 'known' ? b : undefined;
  if (!constant || constant.value === 2) return { kind: 'same-truth', left: a, right: b };
  const other = constant === a ? b : a;
  return constant.value === 1 ? other : notOf(other);
}

function sameText(left: Side, right: Side, planner: Planner): Truth {
  const isWords = [left, right].every(({ core, here }) => isWordy(core, here, planner));
  if (!isWords) {
    const [a, b] = [left, right].map(({ core, here }) => planner.text(core, here));
    return a && b ? { kind: 'same-text', left: a, right: b } : untold;
  }
  const [a, b] = [left, right].map(({ core, here }) => planner.word(core, here));
  if (!a || !b) return untold;
  if (a.kind !== 'whole' && b.kind === 'whole') return { kind: 'one-of', of: a, words: [b.value] };
  if (a.kind === 'whole' && b.kind !== 'whole') return { kind: 'one-of', of: b, words: [a.value] };
  return compared('=', a, b);
}

/** A value of several kinds is unequal to one of another kind than it is of. */
function equalInSome(left: Side, right: Side, planner: Planner): Truth {
  const shared = kindsOf(left.core.type).filter((kind) => kindsOf(right.core.type).includes(kind));
  const cases = shared.map((kind) => {
    const [a, b] = [left, right].map((side) => isOfKind(kind, side, planner));
    const isBoth = allOf([a ?? untold, b ?? untold]);
    const [x, y] = [narrowed(left, kind), narrowed(right, kind)];
    return { isBoth, equal: equalAs(comparedAs(x.core.type, y.core.type), x, y, planner) };
  });
  return cases.reduceRight<Truth>(
    (otherwise, { isBoth, equal: same }) => choiceOf(isBoth, same, otherwise),
    // of two kinds: unequal as soon as both kinds are known
    unequalKinds(left, right, planner),
  );
}

/** False once the kinds of both are known, but for a date and a date-time; else unknown. */
function unequalKinds(left: Side, right: Side, planner: Planner): Truth {
  const told = kindsTold([left, right], planner);
  if (!hasBothDays(left.core.type, right.core.type)) return told;
  const days = [left, right].map((side) =>
    anyOf((['date', 'date-time'] as const).map((kind) => isOfKind(kind, side, planner))),
  );
  return choiceOf(allOf(days), untold, told);
}

/** False once the kinds of all are known; else unknown. */
function kindsTold(sides: readonly Side[], planner: Planner): Truth {
  const told = sides.flatMap((side) => {
    const num = kindNum(side, planner);
    return num ? [compared('=', num, num)] : [toldOf(side, planner)];
  });
  return choiceOf(allOf(told), no, untold);
}

/** True where a value of one kind is known; else unknown. */
function toldOf(side: Side, planner: Planner): Truth {
  if (side.core.kind === 'constant') return yes;
  return isTold(equal(side, side, planner));
}

function kindsOf(type: Type): readonly Type['kind'][] {
  return type.kind === 'union' ? type.of.map(({ kind }) => kind) : [type.kind];
}

/** A date and a date-time are not told apart from one another: neither equal nor unequal. */
function hasBothDays(a: Type, b: Type): boolean {
  const [x, y] = [kindsOf(a), kindsOf(b)];
  return (
    (x.includes('date') && y.includes('date-time')) ||
    (x.includes('date-time') && y.includes('date'))
  );
}

function narrowed({ core, here }: Side, kind: Type['kind']): Side {
  if (core.type.kind !== 'union') return { core, here };
  const type = core.type.of.find((one) => one.kind === kind) ?? core.type;
  return { core: { ...core, type }, here };
}

/** Whether a value is of a kind; of one that can only be of one kind it is known. */
export function isOfKind(kind: Type['kind'], side: Side, planner: Planner): Truth {
  const { type } = side.core;
  if (type.kind !== 'union') return type.kind === kind ? yes : no;
  const num = kindNum(side, planner);
  const index = slotKinds.findIndex((one) => one === kind);
  return num ? { kind: 'one-of', of: num, words: [index] } : untold;
}

/** The number of the kind of a value; undefined where it can be of one only. */
function kindNum({ core, here }: Side, planner: Planner): Num | undefined {
  if (core.type.kind !== 'union') return undefined;
  return planner.kind(core, here);
}

/** The number of the kind of a value of several kinds, as numbers themselves are planned. */
export function kindForm(planner: () => Planner): Form<Num> {
  const numberOf = (kind: string) => whole(slotKinds.findIndex((one) => one === kind));
  const told = (kind: string, side: Side) =>
    numPicks.choice(toldOf(side, planner()), numberOf(kind), nothing);
  return {
    ...numPicks,
    isLoose: true,
    single: (kind, core, here) =>
      core.kind === 'constant' ? undefined : told(kind, { core, here }),
    constant: (value) => {
      if (typeof value === 'string') return numberOf('text');
      if (typeof value === 'boolean') return numberOf('boolean');
      return value === null ? nothing : numberOf(value.kind);
    },
    slot: (place) => {
      const { type } = place;
      return type.kind === 'union'
        ? numberSlot(planner(), place, 'kind', type)
        : told(type.kind, sideOf(place, type, nowhere));
    },
    piece: () => numberOf('text'),
    parameter: () => numberOf('number'),
    computed: () => 'kind',
    planned: new Map(),
  };
}

/** True where an `if` comes to a value that is known: by its condition, or since both branches agree. */
export function branchesTold({ condition, yes, no }: IfCore, here: Here, planner: Planner): Truth {
  const truth = planner.truth(condition, here);
  return anyOf([truth, notOf(truth), equal({ core: yes, here }, { core: no, here }, planner)]);
}

/** `x instance of number`: none is of no kind. */
export function instanceOf({ of, is }: InstanceCore, here: Here, planner: Planner): Truth {
  const side = { core: of, here };
  // where a condition around tells the kind, the value may be none all the same
  const kind =
    of.type.kind === 'union'
      ? isOfKind(is, side, planner)
      : choiceOf(toldOf(side, planner), of.type.kind === is ? yes : no, untold);
  return mayBeNone(side) ? choiceOf(noneOf(of, here, planner), no, kind) : kind;
}

/** `x = null`: whether it was verified that there is none. */
export function noneOf(core: Core, here: Here, planner: Planner): Truth {
  if (core.type.kind === 'list') {
    note(planner, 'list', core, here);
    return untold;
  }
  const stands = standing(core, here);
  if (stands.core !== core) return noneOf(stands.core, stands.here, planner);
  if (core.kind === 'if') {
    const truth = planner.truth(core.condition, here);
    const branches = [core.yes, core.no].map((branch) => noneOf(branch, here, planner));
    const [x = untold, y = untold] = branches;
    const told = anyOf([allOf(branches), branchesTold(core, here, planner)]);
    return choiceOf(told, choiceOf(truth, x, y), untold);
  }
  return planner.none(core, here);
}

/** Whether a value was verified to be none. */
export function noneForm(planner: () => Planner): Form<Truth> {
  return {
    ...truthPicks,
    single: () => undefined,
    constant: (value) => (value === null ? yes : no),
    slot: (place) => ({ kind: 'flag', slot: slotOf(place, 'none', place.type) }),
    piece: () => no,
    parameter: () => no,
    computed: (core, here) => {
      if (core.kind === 'today') return notOf({ kind: 'present', of: { kind: 'today' } });
      return notOf(toldOf({ core, here }, planner()));
    },
    planned: new Map(),
  };
}

/** Whether it can be that a value was verified to be none. */
function mayBeNone({ core, here }: Side): boolean {
  const place = placeOf(core, here);
  if (place) return place.path.length > 0;
  const stands = standing(core, here);
  if (stands.core !== core) return mayBeNone(stands);
  return ['if', 'reference', 'position', 'field'].includes(core.kind);
}

/** Whether a value was verified to be none; unknown where the value is. */
function noneToldOf(side: Side, planner: Planner): Truth {
  const { core, here } = side;
  const never = () => given(toldOf(side, planner), no);
  if (!mayBeNone(side)) return never();
  const none = noneOf(core, here, planner);
  return placeOf(core, here) ? none : anyOf([none, never()]);
}

/** `left = right` as elements of lists are compared: none is equal to none, and to nothing else. */
export function equalElements(left: Side, right: Side, planner: Planner): Truth {
  const sides = [left, right];
  const equals = equal(left, right, planner);
  if (!sides.some(mayBeNone)) return equals;
  const nones = sides.map((side) => noneToldOf(side, planner));
  // of what is never none `equals` tells as much
  const apart = nones.filter((_, index) => sides.map(mayBeNone)[index]).map(notOf);
  return anyOf([allOf(nones), allOf([equals, ...apart])]);
}

/** What a variable that nobody wrote stands for, as an expression. */
export function sideOf(bound: Bound, type: Type, here: Here): Side {
  if (bound.kind === 'core') return { core: bound.core, here: bound.here };
  const variable: Variable = { id: elementId, name: 'item', type, implicit: true };
  const core: Core = { kind: 'variable', type, variable, span: { start: 0, end: 0 } };
  return { core, here: within(here, variable, bound) };
}

/** No variable of an expression has it. */
const elementId = -1e6;
