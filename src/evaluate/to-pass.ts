import { keysOf } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { fieldAt, valueAt, withValueAt } from '../dossier/path.ts';
import { plainNumber } from '../feel/sentence/format.ts';
import type { Field, NumberType } from '../feel/types.ts';
import type { BuiltinUnit } from '../feel/units.ts';
import { isKind, type Context, type Value } from '../feel/value.ts';
import type { ProgramRule } from '../program/ast.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  printRational,
  type Rational,
  rational,
  subtract,
  whole,
} from '../values/rational.ts';
import { judgeRule } from './judge-rule.ts';
import type { Bound, JudgeOptions, Outcome, Reason } from './outcome.ts';
import type { ToldRows } from './told.ts';
import { type Moment, momentOf, newSession, type Session } from './session.ts';
import { valueOf } from './value.ts';

/** The smallest step of a unit that a person would write, beside that of money: one month. */
const steps: Partial<Readonly<Record<BuiltinUnit, Rational>>> = {
  count: whole(1),
  months: whole(1),
  days: whole(1),
  'basis-points': whole(1),
  rate: rational(1n, 1_000_000n),
};

/** Places of one condition that are tried, at most. */
const mostTried = 12;

/** What is entered wrongly by a factor of ten is another mistake than one that a bound could cure. */
const magnitude = whole(10);

/** How far from the value, in hundredths of it, a bound is looked for where the condition is not linear. */
const distances = [1, 2, 5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 400, 600, 800] as const;

/** A number of the file that staff may rightly correct. */
interface Correctable {
  readonly pointer: string;
  readonly now: Rational;
  readonly type: NumberType;
  readonly field: Field;
  readonly step: Rational;
}

/** An outcome with its bounds: they are looked for where somebody asks, which takes longer than to judge. */
export function withBounds(
  outcome: Outcome,
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): Outcome {
  if (outcome.status !== 'fail') return outcome;
  let found: readonly Bound[] | undefined;
  return {
    ...outcome,
    get toPass() {
      found ??= boundsToPass(outcome, rule, session, options);
      return found;
    },
  };
}

/**
 * Bounds on single fields that would turn a fail into a pass, all else unchanged.
 *
 * Only for fields that staff may rightly correct, and never to ten times or a tenth of what is there; each is tried by
 * judging the rule again, so that none is a guess.
 */
export function boundsToPass(
  outcome: Outcome,
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): readonly Bound[] {
  if (outcome.status !== 'fail') return [];
  const tries = outcome.because.flatMap((reason) =>
    reason.pointers.slice(0, mostTried).flatMap((pointer) => {
      const one = correctable(pointer, session);
      return one ? [triesOf(one, reason, outcome, rule, session, options)] : [];
    }),
  );
  const exact = tries.flatMap(({ linear }) => linear() ?? []);
  const found = exact.length > 0 ? exact : nearest(tries);
  const bounds = found.map(({ of: { pointer, type }, side, value }): Bound => ({
    pointer,
    side,
    value: type.unit === 'rate' ? printRational(value) : plainNumber(value, type),
  }));
  // two floors of the same height ask for the same amount
  const keyed = bounds.map((bound) => [Object.values(bound).join(' '), bound] as const);
  return [...new Map(keyed).values()];
}

/** Of conditions that are not linear in their fields only the least change is told. */
function nearest(tries: readonly Tries[]): readonly Turn[] {
  const fields = new Map(tries.map((one) => [one.of.pointer, one]));
  const found = [...fields.values()].flatMap(({ searched }) => searched() ?? []);
  return found.toSorted((a, b) => compare(changeOf(a), changeOf(b))).slice(0, 1);
}

/** By which share of what is there a value differs. */
function changeOf({ of: { now }, value }: Turn): Rational {
  return size(divide(subtract(value, now), now) ?? whole(0));
}

/** The number at a place, where it is one that staff may correct. */
function correctable(pointer: string, { subject, dossier }: Session): Correctable | undefined {
  const { field } = fieldAt(subject.type, pointer);
  const type = field?.type.kind === 'number' ? field.type : undefined;
  const step = type && stepOf(type);
  if (!field?.correctable || !step) return undefined;
  const now = valueAt(dossier.root, keysOf(pointer));
  return isKind(now, 'number') && now.n !== 0n ? { pointer, now, type, field, step } : undefined;
}

function triesOf(
  of: Correctable,
  reason: Reason,
  outcome: Outcome,
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): Tries {
  const { pointer, now, field, step } = of;
  return { of, linear: linearBound, searched: nearestBound };

  /** Where the comparison is linear in the field: exactly where it turns. */
  function linearBound(): Turn | undefined {
    const { core } = reason;
    if (core.kind !== 'comparison' || core.operator === '!=') return undefined;
    const excess = (value: Rational): Rational | undefined => {
      const at = momentWith(value);
      const left = valueOf({ core: core.left }, at);
      const right = valueOf({ core: core.right }, at);
      return isKind(left, 'number') && isKind(right, 'number') ? subtract(left, right) : undefined;
    };
    const [here, near, far] = [now, add(now, step), add(now, multiply(step, whole(2)))].map(excess);
    if (!here || !near || !far) return undefined;
    const slope = subtract(near, here);
    if (slope.n === 0n || compare(subtract(far, near), slope) !== 0) return undefined;
    const root = subtract(now, multiply(divide(here, slope) ?? whole(0), step));
    const { operator } = core;
    if (operator === '=') {
      const value = onStep(root, step, 'at-least', false);
      return compare(value, root) === 0 && passes(value)
        ? { of, side: 'exactly', value }
        : undefined;
    }
    const over = operator === '>=' || operator === '>';
    const side = slope.n > 0n === over ? 'at-least' : 'at-most';
    const value = onStep(root, step, side, operator === '>' || operator === '<');
    return passes(value) ? { of, side, value } : undefined;
  }

  /** Else the nearest value that passes, by halving the way to one that does. */
  function nearestBound(): Turn | undefined {
    const up = turning('at-least');
    const down = turning('at-most');
    if (!up || !down) return up ?? down;
    return compare(subtract(up.value, now), subtract(now, down.value)) <= 0 ? up : down;
  }

  function turning(side: 'at-least' | 'at-most'): Turn | undefined {
    const sign = side === 'at-least' ? 1 : -1;
    const shares = side === 'at-least' ? distances : distances.filter((share) => share < 100);
    let failing = now;
    for (const share of shares) {
      const raw = multiply(now, rational(BigInt(100 + sign * share), 100n));
      const tried = onStep(raw, step, side, false);
      if (compare(tried, failing) === 0) continue;
      if (passes(tried)) return { of, side, value: halved(failing, tried) };
      failing = tried;
    }
    return undefined;
  }

  /** The value next to one that fails, by steps, on the way to one that passes. */
  function halved(failing: Rational, passing: Rational): Rational {
    const way = divide(subtract(passing, failing), step) ?? whole(0);
    const sign = way.n < 0n ? -1n : 1n;
    let [low, high] = [0n, floor(way.n < 0n ? subtract(whole(0), way) : way)];
    const at = (count: bigint) => add(failing, multiply(step, rational(sign * count, 1n)));
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (passes(at(middle))) high = middle;
      else low = middle;
    }
    return passes(at(high)) ? at(high) : passing;
  }

  /** Whether the rule passes with the value in the place of the one that is there. */
  function passes(value: Rational): boolean {
    if (!isOfMagnitude(value) || isBelowMinimum(value)) return false;
    // what would be is not what was judged
    const { watch: _, explain: __, rowByRow: ___, ...asked } = options;
    const own = outcome.row === undefined ? undefined : onlyRow(outcome.row);
    const [judged] = judgeRule(rule, sessionWith(value), asked, undefined, own).filter(
      ({ element }) => own !== undefined || element === outcome.element,
    );
    return judged?.status === 'pass';
  }

  function isOfMagnitude(value: Rational): boolean {
    const times = divide(value, now);
    return (
      times !== undefined &&
      compare(times, magnitude) < 0 &&
      compare(multiply(times, magnitude), whole(1)) > 0
    );
  }

  function isBelowMinimum(value: Rational): boolean {
    return field.minimum !== undefined && compare(value, whole(Math.ceil(field.minimum))) < 0;
  }

  function sessionWith(changed: Rational): Session {
    const dossier: Dossier = {
      ...session.dossier,
      root: withValueAt(session.dossier.root, keysOf(pointer), changed) as Context,
    };
    const { program, subject, answers, today } = session;
    return newSession(program, dossier, subject, { answers, today });
  }

  function momentWith(changed: Rational): Moment {
    const changedSession = sessionWith(changed);
    const bindings = [...reason.moment.bindings].map(([id, value]): [number, Value] => {
      const own = isKind(value, 'context') ? value.pointer : undefined;
      const again =
        own === undefined ? undefined : valueAt(changedSession.dossier.root, keysOf(own));
      return [id, again ?? value];
    });
    return { ...momentOf(changedSession, reason.moment.day), bindings: new Map(bindings) };
  }
}

/** The value at which a fail turns into a pass. */
interface Turn extends Pick<Bound, 'side'> {
  readonly of: Correctable;
  readonly value: Rational;
}

/** Two ways to find it, the cheap one first. */
interface Tries {
  readonly of: Correctable;
  readonly linear: () => Turn | undefined;
  readonly searched: () => Turn | undefined;
}

function size({ n, d, ...rest }: Rational): Rational {
  return { ...rest, n: n < 0n ? -n : n, d };
}

function stepOf({ unit, decimals }: NumberType): Rational | undefined {
  if (decimals !== undefined) return rational(1n, 10n ** BigInt(decimals));
  return typeof unit === 'string' ? steps[unit] : undefined;
}

/** The other rows of a register are as they were. */
function onlyRow(row: number): ToldRows {
  return { pass: 0, notApplicable: 0, open: [row - 1] };
}

/** The nearest value in whole steps on the side that passes. */
function onStep(
  root: Rational,
  step: Rational,
  side: 'at-least' | 'at-most',
  strict: boolean,
): Rational {
  const inSteps = divide(root, step) ?? root;
  const below = rational(floor(inSteps), 1n);
  const exact = compare(below, inSteps) === 0;
  const one = whole(1);
  if (side === 'at-most') return multiply(exact && strict ? subtract(below, one) : below, step);
  return multiply(exact && !strict ? below : add(below, one), step);
}
