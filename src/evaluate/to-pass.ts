import { keysOf } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { fieldAt, valueAt } from '../dossier/path.ts';
import { plainNumber } from '../feel/sentence/format.ts';
import type { NumberType } from '../feel/types.ts';
import type { BuiltinUnit } from '../feel/units.ts';
import { isKind, type Context, type List, type Value } from '../feel/value.ts';
import type { ProgramRule } from '../program/ast.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
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
};

/** Places of one condition that are tried, at most. */
const mostTried = 12;

/**
 * Bounds on single fields that would turn a fail into a pass, all else unchanged.
 *
 * Only for fields that staff may rightly correct, where the failing comparison is linear in the field;
 * each is tried by judging the rule again, so that none is a guess.
 */
export function boundsToPass(
  outcome: Outcome,
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): readonly Bound[] {
  if (outcome.status !== 'fail') return [];
  const bounds = outcome.because.flatMap((reason) =>
    reason.pointers
      .slice(0, mostTried)
      .flatMap((pointer) => boundOn(pointer, reason, outcome, rule, session, options) ?? []),
  );
  // two floors of the same height ask for the same amount
  const keyed = bounds.map((bound) => [Object.values(bound).join(' '), bound] as const);
  return [...new Map(keyed).values()];
}

function boundOn(
  pointer: string,
  { core, moment }: Reason,
  outcome: Outcome,
  rule: ProgramRule,
  session: Session,
  options: JudgeOptions,
): Bound | undefined {
  const { field } = fieldAt(session.subject.type, pointer);
  const now = valueAt(session.dossier.root, keysOf(pointer));
  const type = field?.type.kind === 'number' ? field.type : undefined;
  const step = type && stepOf(type);
  if (core.kind !== 'comparison' || field?.correctable !== true || !step || !isKind(now, 'number'))
    return undefined;
  const { operator } = core;
  if (operator === '=' || operator === '!=') return undefined;

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

  const over = operator === '>=' || operator === '>';
  const side = slope.n > 0n === over ? 'at-least' : 'at-most';
  const root = subtract(now, multiply(divide(here, slope) ?? whole(0), step));
  const strict = operator === '>' || operator === '<';
  const value = onStep(root, step, side, strict);
  if (field.minimum !== undefined && compare(value, whole(Math.ceil(field.minimum))) < 0)
    return undefined;
  // what would be is not what was judged
  const { watch: _, explain: __, rowByRow: ___, ...asked } = options;
  const own = outcome.row === undefined ? undefined : onlyRow(outcome.row);
  const [judged] = judgeRule(rule, sessionWith(value), asked, undefined, own).filter(
    ({ element }) => own !== undefined || element === outcome.element,
  );
  if (judged?.status !== 'pass') return undefined;
  return { pointer, side, value: plainNumber(value, type) };

  function sessionWith(changed: Rational): Session {
    const dossier: Dossier = {
      ...session.dossier,
      root: replaced(session.dossier.root, keysOf(pointer), changed) as Context,
    };
    const { program, subject, answers, today } = session;
    return newSession(program, dossier, subject, { answers, today });
  }

  function momentWith(changed: Rational): Moment {
    const changedSession = sessionWith(changed);
    const bindings = [...moment.bindings].map(([id, value]): [number, Value] => {
      const own = isKind(value, 'context') ? value.pointer : undefined;
      const again =
        own === undefined ? undefined : valueAt(changedSession.dossier.root, keysOf(own));
      return [id, again ?? value];
    });
    return { ...momentOf(changedSession, moment.day), bindings: new Map(bindings) };
  }
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
function onStep(root: Rational, step: Rational, side: Bound['side'], strict: boolean): Rational {
  const inSteps = divide(root, step) ?? root;
  const below = whole(floor(inSteps));
  const exact = compare(below, inSteps) === 0;
  const one = whole(1);
  if (side === 'at-most') return multiply(exact && strict ? subtract(below, one) : below, step);
  return multiply(exact && !strict ? below : add(below, one), step);
}

function replaced(value: Value, [key, ...rest]: readonly string[], to: Value): Value {
  if (key === undefined) return to;
  if (typeof value !== 'object' || value === null) return value;
  if (value.kind === 'context') {
    const inner = replaced(value.entries.get(key) ?? null, rest, to);
    return { ...value, entries: new Map([...value.entries, [key, inner]]) };
  }
  if (value.kind !== 'list') return value;
  const list: List = value;
  return {
    ...list,
    items: list.items.map((item, index) =>
      String(index) === key ? replaced(item, rest, to) : item,
    ),
  };
}
