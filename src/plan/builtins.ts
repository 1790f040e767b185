import { isKind } from '../feel/value.ts';
import type { Builtin } from '../feel/builtins.ts';
import type { CallCore, Core } from '../feel/core.ts';
import { millisPerDay } from '../values/temporal.ts';
import { toWhole } from '../values/rational.ts';
import { moneyDecimals } from '../values/setting.ts';
import {
  containsOf,
  countOf,
  extremeMoment,
  extremeOf,
  meanOf,
  sumOf,
  truthOfAll,
} from './aggregates.ts';
import { type ListBuiltin, surely, through } from './lists.ts';
import { dayOf, type Here, numberSlot, type Planner, typeAs } from './lowering.ts';
import { placeOf } from './places.ts';
import type {
  Argument,
  CalledOf,
  DayPart,
  Num,
  Rounding,
  Stretch,
  Text,
  Truth,
  UnplannedReason,
} from './plan.ts';
import * as quantity from './quantity.ts';
import { constantOver, fraction, plain, type Quantity, whole } from './quantity.ts';
import { sideOf } from './comparisons.ts';
import { occurrencesOf, sortedTruth } from './registers.ts';

/** A call of a built-in function, and what plans its arguments. */
interface Call {
  readonly builtin: Builtin;
  readonly args: readonly (Core | undefined)[];
  readonly here: Here;
  readonly planner: Planner;
}

/** How a call of a function is planned, in the forms that its value may be wanted in. */
interface Planned {
  readonly truth?: (call: Call, first: Core) => Truth | UnplannedReason;
  readonly number?: (call: Call, first: Core) => Quantity | UnplannedReason;
  readonly moment?: (call: Call, first: Core) => Num | UnplannedReason;
  readonly text?: (call: Call, first: Core) => Text | UnplannedReason;
}

/** Functions of texts and numbers that are called as they are, with the values of their arguments. */
const calledTruth: Planned = { truth: (call) => calledOf(call) };
const calledText: Planned = { text: (call) => calledOf(call) };

/** Digits after the point that are kept of a number that a text writes; one with more is for the evaluator. */
const scaleOfTexts = 8;

/** How each function is planned; nothing for one that is left to the evaluator. Those of lists are in `lists.ts`. */
const plans: Readonly<Record<Exclude<Builtin, ListBuiltin>, Planned>> = {
  count: { number: ({ here, planner }, list) => countOf(list, here, planner) },
  sum: { number: ({ here, planner }, list) => sumOf(list, here, planner) },
  mean: { number: ({ here, planner }, list) => meanOf(list, here, planner) },
  median: {},
  min: extremes('least'),
  max: extremes('most'),
  all: { truth: ({ here, planner }, list) => truthOfAll('every', list, here, planner) },
  any: { truth: ({ here, planner }, list) => truthOfAll('some', list, here, planner) },
  'list contains': {
    truth: ({ args, here, planner }, list) => {
      const [, wanted] = args;
      return wanted ? containsOf(list, wanted, here, planner) : 'function';
    },
  },
  occurrences: {
    number: ({ args, here, planner }, list) => {
      const [, value] = args;
      return value ? occurrencesOf(list, value, here, planner) : 'function';
    },
  },
  'is sorted': { truth: ({ here, planner }, list) => sortedTruth(list, here, planner) },
  abs: {
    number: ({ here, planner }, of) =>
      of.type.kind === 'number' ? quantity.absolute(planner.number(of, here)) : 'kind',
    moment: ({ here, planner }, of) => ({ kind: 'absolute', of: planner.moment(of, here) }),
  },
  modulo: {
    number: ({ args, here, planner }, of) => {
      const [, by] = args;
      if (!by) return 'function';
      return quantity.remainder(planner.number(of, here), planner.number(by, here));
    },
  },
  round: rounding('half-even'),
  'round half up': rounding('half-up'),
  'round half down': rounding('half-down'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  decimal: rounding('half-even'),
  floor: rounding('floor'),
  ceiling: rounding('ceiling'),
  number: { number: (call) => calledNumber(call, scaleOfTexts) },
  'is number': calledTruth,
  'is date': calledTruth,
  'scale of': {
    number: (call, of) => {
      if (of.type.kind === 'text') return calledNumber(call, 0);
      const place = placeOf(of, call.here);
      const type = place && typeAs(place, 'number');
      return type ? fraction(numberSlot(call.planner, place, 'places', type)) : 'function';
    },
  },
  contains: textTest('contains'),
  'starts with': textTest('starts with'),
  'ends with': textTest('ends with'),
  matches: calledTruth,
  replace: calledText,
  substring: calledText,
  'string join': calledText,
  string: calledText,
  'string length': {
    number: ({ here, planner }, of) => fraction({ kind: 'length', of: planner.text(of, here) }),
  },
  'upper case': calledText,
  'lower case': calledText,
  date: { moment: (call, of) => dayIn(call, of) },
  'date and time': {},
  duration: {},
  'days between': {
    number: (call) => {
      const [from, to] = daysIn(call);
      return from && to ? fraction(quantity.sumOf([to, quantity.negative(from)])) : 'function';
    },
  },
  'working days between': between('working-days'),
  'add working days': {
    moment: ({ args, here, planner }, from) => {
      const by = args[1] && plain(planner.number(args[1], here));
      if (!by || by.scale > 0 || by.over !== 1) return 'fraction';
      return {
        kind: 'shifted',
        what: 'working-days',
        from: dayOf(from, here, planner),
        by: by.num,
      };
    },
  },
  'months between': between('months'),
  'age at': between('years'),
  'monthly payment': {
    number: (call) => calledNumber(call, moneyDecimals(call.planner.program.setting)),
  },
  'annual cost': { number: (call) => calledNumber(call, 6) },
  'is valid resident id': calledTruth,
  'is valid credit code': calledTruth,
  'mod 97': { number: (call) => calledNumber(call, 0) },
  similar: {},
  '.year': partOfDay('year'),
  '.month': partOfDay('month'),
  '.day': partOfDay('day'),
  '.weekday': partOfDay('weekday'),
  '.hour': partOfClock('hour'),
  '.minute': partOfClock('minute'),
  '.days': {
    number: ({ here, planner }, of) =>
      quantity.rounded(fraction(planner.moment(of, here), 0, whole(millisPerDay)), 0, 'down'),
  },
  '.years': {
    number: ({ here, planner }, of) => yearsOf(planner.moment(of, here)),
  },
  '.months': {
    number: ({ here, planner }, of) => {
      const months = planner.moment(of, here);
      const years = quantity.times(yearsOf(months), fraction(whole(12)));
      return quantity.minus(fraction(months), years);
    },
  },
};

export function planTruth(core: CallCore, here: Here, planner: Planner): Truth | UnplannedReason {
  const [call, first, plan] = callOf(core, here, planner);
  return (first && plan?.truth?.(call, first)) ?? 'function';
}

export function planNumber(
  core: CallCore,
  here: Here,
  planner: Planner,
): Quantity | UnplannedReason {
  const [call, first, plan] = callOf(core, here, planner);
  return (first && plan?.number?.(call, first)) ?? 'function';
}

export function planMoment(core: CallCore, here: Here, planner: Planner): Num | UnplannedReason {
  const [call, first, plan] = callOf(core, here, planner);
  return (first && plan?.moment?.(call, first)) ?? 'function';
}

export function planText(core: CallCore, here: Here, planner: Planner): Text | UnplannedReason {
  const [call, first, plan] = callOf(core, here, planner);
  return (first && plan?.text?.(call, first)) ?? 'function';
}

function callOf(
  { builtin, args }: CallCore,
  here: Here,
  planner: Planner,
): readonly [Call, Core | undefined, Planned | undefined] {
  const plan = isPlanned(builtin) ? plans[builtin] : undefined;
  return [{ builtin, args, here, planner }, args[0], plan];
}

function isPlanned(builtin: Builtin): builtin is keyof typeof plans {
  return Object.hasOwn(plans, builtin);
}

function extremes(is: 'least' | 'most'): Planned {
  return {
    number: ({ here, planner }, list) => extremeOf(is, list, here, planner),
    moment: ({ here, planner }, list) => extremeMoment(is, list, here, planner),
  };
}

function rounding(to: Rounding): Planned {
  return {
    number: ({ args, here, planner }, of) => {
      const [, scale] = args;
      const digits = scale ? wholeIn(scale) : 0;
      if (digits === undefined || Math.abs(digits) > 15) return 'digits';
      return quantity.rounded(planner.number(of, here), digits, to);
    },
  };
}

function wholeIn(core: Core): number | undefined {
  const { value } = core.kind === 'constant' ? core : { value: null };
  return isKind(value, 'number') ? toWhole(value) : undefined;
}

function textTest(test: 'contains' | 'starts with' | 'ends with'): Planned {
  return {
    truth: ({ args, here, planner }, of) => {
      const [, part] = args;
      if (!part) return 'function';
      return {
        kind: 'text-test',
        test,
        of: planner.text(of, here),
        part: planner.text(part, here),
      };
    },
  };
}

function between(what: Stretch): Planned {
  return {
    number: (call) => {
      const [from, to] = daysIn(call);
      return from && to ? fraction({ kind: 'between', what, from, to }) : 'function';
    },
  };
}

function daysIn({ args, here, planner }: Call): readonly Num[] {
  return args.flatMap((arg) => (arg ? [dayOf(arg, here, planner)] : []));
}

/** The day of a day or moment, or the one that a text writes. */
function dayIn(call: Call, of: Core): Num | UnplannedReason {
  switch (of.type.kind) {
    case 'date':
    case 'date-time':
      return dayOf(of, call.here, call.planner);
    case 'text': {
      const made = calledOf(call);
      return typeof made === 'string' ? made : { ...made, scale: 0 };
    }
    default:
      return 'function';
  }
}

function partOfDay(part: DayPart): Planned {
  return {
    number: ({ here, planner }, of) =>
      fraction({ kind: 'part', part, of: dayOf(of, here, planner) }),
  };
}

function partOfClock(part: 'hour' | 'minute'): Planned {
  return {
    number: ({ here, planner }, of) =>
      of.type.kind === 'date-time'
        ? fraction({ kind: 'clock', part, of: planner.moment(of, here) })
        : 'kind',
  };
}

function yearsOf(months: Num): Quantity {
  return quantity.rounded(fraction(months, 0, whole(12)), 0, 'down');
}

function calledNumber(call: Call, scale: number): Quantity | UnplannedReason {
  const args = argumentsOf(call);
  if (typeof args === 'string') return args;
  return constantOver({ kind: 'called', builtin: call.builtin, args, scale }, scale, 1);
}

function calledOf(call: Call): UnplannedReason | CalledOf {
  const args = argumentsOf(call);
  return typeof args === 'string' ? args : { kind: 'called', builtin: call.builtin, args };
}

function argumentsOf({
  args,
  here,
  planner,
}: Call): readonly (Argument | undefined)[] | UnplannedReason {
  const planned: (Argument | undefined)[] = [];
  for (const arg of args) {
    const made = arg && argumentOf(arg, here, planner);
    if (typeof made === 'string') return made;
    planned.push(made);
  }
  return planned;
}

/** An argument as a plain value. */
export function argumentOf(core: Core, here: Here, planner: Planner): Argument | UnplannedReason {
  switch (core.type.kind) {
    case 'number': {
      const made = planner.number(core, here);
      const alike = quantity.together([made]);
      const [of] = alike?.nums ?? [];
      if (!alike || !of) return 'fraction';
      return { kind: 'number', of, over: alike.over, scale: alike.scale };
    }
    case 'date':
      return { kind: 'day', of: planner.moment(core, here) };
    case 'text':
      return { kind: 'text', of: planner.text(core, here) };
    case 'list':
      return listArgument(core, core.type.of.kind, here, planner);
    default:
      return 'kind';
  }
}

const noArgument: Argument = { kind: 'texts', items: [] };

function listArgument(
  list: Core,
  kind: string,
  here: Here,
  planner: Planner,
): Argument | UnplannedReason {
  if (kind !== 'number' && kind !== 'text') return 'list';
  const type = list.type.kind === 'list' ? list.type.of : list.type;
  const dates: unknown[] = [];
  const made = through<Argument>(list, here, planner, {
    loop: (over, item) => {
      const { core, here: inside } = sideOf(item, type, here);
      if (kind === 'text') return { kind: 'texts-of', list: over, of: planner.text(core, inside) };
      const alike = plain(planner.number(core, inside));
      if (!alike || alike.over !== 1) return 'fraction';
      return { kind: 'numbers-of', list: over, of: alike.num, scale: alike.scale };
    },
    written: surely((items) => {
      const sides = items.map((item) => sideOf(item, type, here));
      if (kind === 'text') {
        return { kind: 'texts', items: sides.map(({ core, here }) => planner.text(core, here)) };
      }
      const alike = quantity.together(sides.map(({ core, here }) => planner.number(core, here)));
      if (!alike || alike.over) return 'fraction';
      return { kind: 'numbers', items: alike.nums, scale: alike.scale };
    }),
    // an element that may or may not be there makes the argument unknown by itself
    choice: (_, of) => of,
    dated: (...editions) => {
      dates.push(editions);
      return noArgument;
    },
    table: () => 'list',
    element: () => 'list',
    unknown: noArgument,
    isStrict: true,
  });
  return dates.length > 0 ? 'list' : made;
}
