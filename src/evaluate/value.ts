import { unreachable } from '../base/invariant.ts';
import { isContext } from '../dossier/path.ts';
import type {
  ArithmeticCore,
  CallCore,
  Core,
  FieldCore,
  IfCore,
  LetCore,
  OutcomeCore,
  VariableCore,
} from '../feel/core.ts';
import { arithmeticOf, isNought, negativeOf } from '../feel/operations/arithmetic.ts';
import { callOfRules } from '../feel/operations/builtins.ts';
import { equalityOf, isNull } from '../feel/operations/equality.ts';
import { fieldOf } from '../feel/operations/field.ts';
import { EvaluationLimit, limits, spend } from '../feel/operations/limits.ts';
import { list } from '../feel/operations/list.ts';
import { nothing } from '../feel/operations/operating.ts';
import { comparisonOf } from '../feel/operations/order.ts';
import { allOf, anyOf, negationOf } from '../feel/operations/truth.ts';
import { distinct, isUnknown, union, unknown, unknownAmong } from '../feel/operations/unknown.ts';
import { type Missing, type Unknown, type Value } from '../feel/value.ts';
import type { Expression } from '../program/ast.ts';
import { parseDate } from '../values/temporal-text.ts';
import { codesTrace } from './codes.ts';
import { withinWork } from './limit.ts';
import { filterTrace, mapTrace, positionTrace, quantifierTrace } from './loops.ts';
import { placesRead } from './pointers.ts';
import { referenceTrace } from './references.ts';
import type { Moment, Session, Work } from './session.ts';
import { membershipTrace } from './tests.ts';
import { placeOf, type Trace } from './trace.ts';
import { isDayless } from '../program/dayless.ts';
import { variablesIn } from '../program/variables.ts';
import { atNone, isTrue } from './truth.ts';

/** What an expression comes to; what would take too much to tell is unknown. */
export function valueOf({ core }: Pick<Expression, 'core'>, moment: Moment): Value {
  return withinWork(
    moment,
    () => traceOf(core, moment).value,
    (limit) => limit,
  );
}

/**
 * What an expression comes to, each part of it computed once: what speaks of no element of a loop once for them all.
 *
 * Null is a field that was verified to be none; what a file does not settle is unknown, and says what would.
 *
 * @throws EvaluationLimit where it would take too long
 */
export function traceOf(core: Core, moment: Moment): Trace {
  const home = isLeaf(core) ? moment : homeOf(core, moment);
  if (home.inside === undefined && isLoop(core) && isDayless(core)) return ofFile(core, home);
  if (home === moment) return traceIn(core, moment);
  const before = home.constant.get(core);
  if (before) return before;
  const trace = traceIn(core, home);
  home.constant.set(core, trace);
  return trace;
}

/** What a loop over the file comes to, worked out once for all rules that go round it. */
function ofFile(core: Core, moment: Moment): Trace {
  const { ofFile: known } = moment.session;
  const trace = known.get(core) ?? traceIn(core, moment);
  known.set(core, trace);
  return trace;
}

function isLoop({ kind }: Core): boolean {
  return kind === 'filter' || kind === 'quantifier' || kind === 'map';
}

function isLeaf({ kind }: Core): boolean {
  return kind === 'constant' || kind === 'file' || kind === 'variable';
}

/** The first moment of those one inside the other that has all the variables of an expression. */
function homeOf(core: Core, moment: Moment): Moment {
  const { inside } = moment;
  if (!inside || variablesIn(core).has(inside.variable)) return moment;
  return homeOf(core, inside.outer);
}

function traceIn(core: Core, moment: Moment): Trace {
  const { budget } = moment.work;
  spend(budget, 1);
  budget.depth += 1;
  if (budget.depth > limits.depth) throw new EvaluationLimit('depth');
  const trace = traceAnew(core, moment);
  budget.depth -= 1;
  return trace;
}

function traceAnew(core: Core, moment: Moment): Trace {
  const { work, session } = moment;
  switch (core.kind) {
    case 'constant':
      return traced(core.value);
    case 'file':
      return traced(session.dossier.root);
    case 'day':
      return traced(dayOf(moment.day) ?? unknown('undefined', ''));
    case 'today':
      return traced(dayOf(session.today) ?? null);
    case 'variable':
      return traced(boundTo(core, moment));
    case 'let':
      return letTrace(core, moment);
    case 'outcome':
      return traced(metIn(core, session));
    case 'reference':
      return referenceTrace(core, moment, traceOf);
    case 'codes':
      return codesTrace(core, moment, traceOf);
    case 'field': {
      const of = traceOf(core.of, moment);
      return traced(fieldIn(of.value, core, work), of);
    }
    case 'call': {
      const args = core.args.map((arg) => arg && traceOf(arg, moment));
      const parts = args.filter((arg) => arg !== undefined);
      return traced(
        operated(parts, () => resultOf(core, args, work)),
        ...parts,
      );
    }
    case 'arithmetic': {
      const left = core.left && traceOf(core.left, moment);
      const right = traceOf(core.right, moment);
      const parts = left ? [left, right] : [right];
      return traced(
        operated(parts, () => computed(core, left, right, work)),
        ...parts,
      );
    }
    case 'comparison': {
      const left = traceOf(core.left, moment);
      const right = traceOf(core.right, moment);
      const truth = comparisonOf(core.operator, left.value, right.value, work);
      return traced(atNone(truth, [left, right]), left, right);
    }
    case 'none': {
      const of = traceOf(core.of, moment);
      return traced(isNull(of.value), of);
    }
    case 'logic': {
      const parts = core.parts.map((part) => traceOf(part, moment));
      const truths = parts.map((part) => isTrue(part, work));
      const all = core.operator === 'or' ? anyOf(truths) : allOf(truths);
      return traced(core.operator === 'not' ? negationOf(all) : all, ...parts);
    }
    case 'if':
      return choiceTrace(core, moment);
    case 'quantifier':
      return quantifierTrace(core, moment, traceOf);
    case 'filter':
      return filterTrace(core, moment, traceOf);
    case 'position':
      return positionTrace(core, moment, traceOf);
    case 'map':
      return mapTrace(core, moment, traceOf);
    case 'list': {
      const items = core.items.map((item) => traceOf(item, moment));
      return traced(list(items.map(({ value }) => value)), ...items);
    }
    case 'membership':
      return membershipTrace(core, moment, traceOf);
    case 'instance-of': {
      const of = traceOf(core.of, moment);
      return traced(isUnknown(of.value) ? of.value : kindOf(of.value) === core.is, of);
    }
    default:
      return unreachable(core);
  }

  function traced(value: Value, ...parts: readonly Trace[]): Trace {
    return { core, value, moment, parts };
  }
}

/** A named value, worked out once for all that read it. */
function letTrace(core: LetCore, moment: Moment): Trace {
  const { local } = core;
  const home = homeOf(local.core, moment);
  const formula = home.constant.get(local.core) ?? traceIn(local.core, home);
  home.constant.set(local.core, formula);
  const { value } = formula;
  return {
    core,
    value,
    moment,
    parts: [],
    behind: { kind: 'definition', value, expression: local, formula },
  };
}

function boundTo({ variable }: VariableCore, { bindings }: Moment): Value {
  const value = bindings.get(variable.id);
  return value === undefined ? unknown('undefined', '') : value;
}

function dayOf(iso: string | undefined): Value | undefined {
  return iso === undefined ? undefined : parseDate(iso);
}

/** A field belongs to its owner whatever that has come to: of what is unknown it is unknown, of none it is none. */
function fieldIn(of: Value, { field }: FieldCore, work: Work): Value {
  if (isUnknown(of) || of === null) return of;
  if (!isContext(of)) return nothing(work);
  if (of.pointer !== undefined) {
    work.record = of.pointer;
    work.field = field.name;
  }
  const value = fieldOf(of, field.name);
  return value === undefined ? nothing(work) : value;
}

function resultOf({ builtin }: CallCore, args: readonly (Trace | undefined)[], work: Work): Value {
  const values = args.map((arg) => arg?.value);
  const last = values.findLastIndex((value) => value !== undefined);
  const given = values.slice(0, last + 1).map((value) => value ?? null);
  return callOfRules(builtin, given, work);
}

function computed(
  { operator }: ArithmeticCore,
  left: Trace | undefined,
  right: Trace,
  work: Work,
): Value {
  const b = right.value;
  if (!left) return isUnknown(b) ? b : (negativeOf(b) ?? nothing(work, b));
  const a = left.value;
  const missing = unknownAmong([a, b], work.budget);
  if (missing) return missing;
  const result = arithmeticOf(operator, a, b, work.budget);
  if (result !== undefined) return result;
  if (operator === '/' && isNought(b)) return unknown('zero', placeOf(right) ?? '');
  return nothing(work, a, b);
}

/** Places of one operation that would take too much, at most. */
const mostPlaces = 10;

/** What an operation gives; where that alone would take too much, unknown by what it was given. */
function operated(parts: readonly Trace[], operation: () => Value): Value {
  try {
    return operation();
  } catch (error) {
    if (!(error instanceof EvaluationLimit) || error.limit === 'steps') throw error;
    const places = placesRead(parts).slice(0, mostPlaces);
    const missing = places.map((pointer): Missing => ({ why: 'limit', pointer }));
    return missing.length > 0 ? { kind: 'unknown', missing } : unknown('limit', '');
  }
}

/** A condition that is unknown leaves both branches open: only where they agree there is a value. */
function choiceTrace(core: IfCore, moment: Moment): Trace {
  const parts = [core.condition, core.yes, core.no].map((part) => traceOf(part, moment));
  const [condition, yes, no] = parts;
  const truth = condition && isTrue(condition, moment.work);
  const value = chosen(truth, yes?.value ?? null, no?.value ?? null, moment.work);
  return { core, value, moment, parts };
}

function chosen(condition: Value | undefined, yes: Value, no: Value, work: Work): Value {
  if (typeof condition === 'boolean') return condition ? yes : no;
  const known = !isUnknown(yes) && !isUnknown(no);
  const agree = (yes === null && no === null) || (known && equalityOf(yes, no, work) === true);
  if (agree) return yes;
  return union([condition, yes, no].filter(isUnknown)) ?? nothing(work);
}

function kindOf(value: Exclude<Value, Unknown>): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : value.kind;
}

/** Whether a rule was met, so far as it was judged: not where it failed, and not told where it could not be. */
function metIn({ rule }: OutcomeCore, { judged }: Session): Value {
  const outcomes = judged.get(rule);
  if (!outcomes) return unknown('no-value', rule);
  if (outcomes.some(({ status }) => status === 'fail')) return false;
  const open = outcomes.filter(({ status }) => status === 'cannot-tell');
  if (open.length === 0) return true;
  const missing = distinct(open.flatMap((outcome) => outcome.missing));
  return missing.length > 0 ? { kind: 'unknown', missing } : unknown('undefined', rule);
}
