import { keysOf, pointerTo } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import { bound, type Moment, momentOf, newSession, onDay } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Missing, type Unknown, type Value } from '../feel/value.ts';
import type { Program, ServicePromise, Subject } from '../program/ast.ts';
import { keysFrom, valueIn } from '../scorecard/keys.ts';
import { compare, type Rational, subtract, zero } from '../values/rational.ts';
import type { ServiceCase } from './case.ts';
import {
  beginningOf,
  dayAfter,
  dayOfPoint,
  elapsed,
  isBefore,
  lastDay,
  type Point,
  pointOf,
} from './time.ts';

/** A file that promises are told of. */
export interface ServedFile {
  readonly id: string;
  readonly subject: Subject;
  readonly dossier: Dossier;
}

/** What is known of a case before its times are looked at. */
type Base = Omit<ServiceCase, 'state' | 'missing'>;

/**
 * The cases that a file has of each promise, in the order of the rulebook.
 *
 * Without `today` each file is told of as of the last day that it tells of. With it, what the file cannot know any more
 * (it is older than the limit) is untold, and what happened later is left out.
 *
 * @param today - ISO
 */
export function casesOf(
  program: Program,
  { id, subject, dossier }: ServedFile,
  today: string | undefined,
): readonly ServiceCase[] {
  const session = newSession(program, dossier, subject, { today });
  const file = momentOf(session, undefined);
  return program.promises
    .filter((promise) => promise.subject === subject)
    .flatMap((promise) => casesOfPromise(promise));

  function casesOfPromise(promise: ServicePromise): readonly ServiceCase[] {
    const [branch] = keysFrom(valueIn(promise.by.branch, session, undefined));
    const [customer] = keysFrom(valueIn(promise.by.customer, session, undefined));
    const [officer] = keysFrom(valueIn(promise.by.officer, session, undefined));
    const people = { branch, customer, officer, holder: officer };
    const base: Base = { promise, file: id, element: undefined, pointer: '', ...people };
    const { each } = promise;
    if (!each) return told(base, file);
    const list = valueOf(each.list, file);
    if (isUnknown(list)) return [untold(base, list.missing)];
    if (!isList(list)) return [];
    return list.items.flatMap((item, index) => {
      const at = isContext(item) ? item.pointer : undefined;
      const pointer = at ?? pointerTo(list.pointer ?? '', index);
      const key =
        each.key !== undefined && isContext(item) ? item.entries.get(each.key) : undefined;
      const last = Number(keysOf(pointer).at(-1));
      const position = String(Number.isInteger(last) ? last + 1 : index + 1);
      const element = typeof key === 'string' ? key : position;
      const named = { ...base, element, pointer };
      const doubt = list.maybe?.[index];
      if (isUnknown(item)) return [untold(named, item.missing)];
      const found = told(named, bound(file, each.variable, item));
      return doubt ? found.map((one) => untold(one, [...doubt.missing, ...one.missing])) : found;
    });
  }

  /** The case of a file or an element; none where the promise does not speak of it. */
  function told(base: Base, undated: Moment): readonly ServiceCase[] {
    const { promise } = base;
    const { since, until, unit, ifAbsent } = promise.entry.data;
    const start = valueOf(promise.from, undated);
    // what may rest on the day of the case is asked again once that is known
    if (promise.when && valueOf(promise.when, undated) === false) return [];
    if (start === null) return [];
    if (isUnknown(start)) return [untold(base, start.missing)];
    const from = pointOf(start);
    const began = from && dayOfPoint(from, program.setting.zone);
    if (!from || began === undefined) return [untold(base, [])];
    if ((since !== undefined && began < since) || (until !== undefined && until < began)) return [];
    const moment = onDay(undated, began);
    const applies = promise.when ? valueOf(promise.when, moment) : true;
    if (applies === false) return [];
    const dated: Base = { ...base, began };
    if (applies !== true) return [untold(dated, missingOf(applies))];
    const known = dayIn(valueOf(promise.by.known, moment));
    if (typeof known !== 'string') return [untold(dated, missingOf(known))];
    const asOf = today !== undefined && today < known ? today : known;
    if (began > asOf) return [];
    const within = valueOf(promise.within, moment);
    if (!isKind(within, 'number')) return [untold(dated, missingOf(within))];
    const held = promise.holder && keysFrom(valueOf(promise.holder, moment))[0];
    const whole: Base = {
      ...dated,
      asOf,
      within,
      limit: lastDay(from, within, unit, session),
      ...(promise.holder && { holder: held }),
    };
    const end = doneOf(valueOf(promise.to, moment), ifAbsent);
    if (isUnknown(end)) return [untold(whole, end.missing)];
    const done = end && dayOfPoint(end, program.setting.zone);
    if (end && done !== undefined && done <= asOf) return [finished(whole, from, end, done)];
    return [unfinished(whole, from, today ?? asOf)];
  }

  function finished(base: Base, from: Point, to: Point, done: string): ServiceCase {
    const { promise, within = zero } = base;
    const taken = elapsed(from, to, promise.entry.data.unit, session);
    if (!taken) return { ...base, done, state: 'untold', why: 'calendar', missing: [] };
    if (isBefore(to, from, program.setting.zone))
      return { ...base, done, state: 'untold', why: 'backwards', missing: [] };
    const over = beyond(taken, within);
    return { ...base, done, taken, over, state: over ? 'broken' : 'kept', missing: [] };
  }

  /** @param wanted - the day that it is asked of, on or after that which the file tells of */
  function unfinished(base: Base, from: Point, wanted: string): ServiceCase {
    const { promise, within = zero, asOf = wanted } = base;
    const { unit } = promise.entry.data;
    const isHours = unit === 'elapsed-hours';
    const taken = elapsed(from, beginningOf(asOf, from), unit, session);
    const over = taken && beyond(taken, within);
    if (over) return { ...base, taken, over, state: 'late', missing: [] };
    // of hours, the whole of the last day has to be in time
    const last = beginningOf(isHours ? dayAfter(wanted) : wanted, from);
    const until = elapsed(from, last, unit, session);
    if (!taken || !until) return { ...base, state: 'untold', why: 'calendar', missing: [] };
    if (beyond(until, within)) return { ...base, state: 'untold', why: 'stale', missing: [] };
    return { ...base, taken, state: 'open', missing: [] };
  }

  function dayIn(value: Value): string | Value {
    const point = pointOf(value);
    return (point && dayOfPoint(point, program.setting.zone)) ?? value;
  }
}

/** When it was done; undefined while it is open. */
function doneOf(value: Value, ifAbsent: 'open' | undefined): Point | undefined | Unknown {
  if (value === null) return undefined;
  if (!isUnknown(value)) return pointOf(value);
  const isOpen =
    ifAbsent === 'open' &&
    value.missing.length > 0 &&
    value.missing.every(({ why }) => why === 'absent');
  return isOpen ? undefined : value;
}

function beyond(taken: Rational, within: Rational): Rational | undefined {
  return compare(taken, within) > 0 ? subtract(taken, within) : undefined;
}

function untold(base: Base, missing: readonly Missing[]): ServiceCase {
  return { ...base, state: 'untold', why: 'fields', missing };
}

function missingOf(value: Value): readonly Missing[] {
  return isUnknown(value) ? value.missing : [];
}
