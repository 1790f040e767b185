import type { Num } from '../../plan/plan.ts';
import { printNum } from '../../plan/print.ts';
import {
  monthsAfter,
  monthsBetween,
  workingDaysAfter,
  workingDaysBetween,
  yearsBetween,
} from '../../run/days.ts';
import { type CivilDate, civilDate, completedMonths } from '../calendar.ts';
import { namedVal } from '../script.ts';
import { and, app, equal, ite, quotient, sum, type Term, times, type Val, whole } from '../term.ts';
import type { At, Inside } from './inside.ts';
import { towards } from './numbers.ts';
import type { Picks } from './picks.ts';
import { remembered } from './remembered.ts';
import type { Unknowns } from './unknowns.ts';

const perDay = 86_400_000;

/** Days: of moments, their parts, how far they are apart. */
export function daysOf(
  { world, script, computing, num, placeOf }: Inside,
  { anything, byDays }: Unknowns,
  { picked }: Picks,
) {
  const days = new Map<Num, Map<string, Val>>();
  const dates = new Map<Term, CivilDate>();
  return { dayOf, partOfDay, shifted, between };

  /** The day of a moment; of a moment that is picked, picked among days. */
  function dayOf(part: Num, at: At): Val {
    return remembered(days, part, at, () => namedVal(dayAnew(part, at), script));
  }

  function dayAnew(part: Num, at: At): Val {
    switch (part.kind) {
      case 'slot':
        return part.slot.as === 'moment'
          ? world.dayOf(part.slot, placeOf(part.slot.row, at))
          : plainDay(part, at);
      case 'lowest':
      case 'highest':
        return num({ ...part, of: { kind: 'day-of', of: part.of } }, at);
      case 'element':
        return num({ ...part, of: { kind: 'day-of', of: part.of } }, at);
      case 'choice':
      case 'dated':
      case 'table':
        return picked(part, at, dayOf, 'Int');
      case 'least':
      case 'most':
        return num({ ...part, parts: part.parts.map((of) => ({ kind: 'day-of', of })) }, at);
      default:
        return plainDay(part, at);
    }
  }

  function plainDay(part: Num, at: At): Val {
    const { known, is } = num(part, at);
    return { known, is: quotient(sum([is, whole(world.offset * 1000)]), perDay) };
  }

  function partOfDay(part: Extract<Num, { kind: 'part' }>, at: At): Val {
    const { known, is } = num(part.of, at);
    if (part.part === 'weekday') return { known, is: sum(['1', app('mod', sum([is, '3']), '7')]) };
    const free = anything(printNum(part), at, part, part.part);
    const date = dateOf(is);
    return { known, is: ite(date.isWithin, date[part.part], free.is) };
  }

  function dateOf(day: Term): CivilDate {
    const date = dates.get(day) ?? civilDate(day, script);
    dates.set(day, date);
    return date;
  }

  function shifted(part: Extract<Num, { kind: 'shifted' }>, at: At): Val {
    const { calendar } = computing;
    const free = byDays(part, at, part.what, [part.from, part.by], (from = 0, by = 0) =>
      part.what === 'months'
        ? monthsAfter(from, by)
        : calendar
          ? workingDaysAfter(calendar, from, by)
          : Number.NaN,
    );
    const [from, by] = [num(part.from, at), num(part.by, at)];
    const apart = app('-', free.is, from.is);
    script.assert(app('=>', equal(by.is, '0'), equal(apart, '0')));
    const [least, most] = part.what === 'months' ? ['28', '31'] : ['1', '15'];
    script.assert(
      app(
        '=>',
        app('<', '0', by.is),
        app('<=', times(least, by.is), apart, sum([times(most, by.is), '15'])),
      ),
    );
    script.assert(app('=>', app('<', by.is, '0'), app('<=', apart, by.is)));
    return free;
  }

  function between(part: Extract<Num, { kind: 'between' }>, at: At): Val {
    const [from, to] = [num(part.from, at), num(part.to, at)];
    const both = and(from.known, to.known);
    const apart = sum([to.is, app('-', from.is)]);
    if (part.what === 'working-days') {
      const free = byDays(part, at, 'working days', [part.from, part.to], (a = 0, b = 0) =>
        computing.calendar ? workingDaysBetween(computing.calendar, a, b) : Number.NaN,
      );
      script.assert(app('=>', equal(from.is, to.is), equal(free.is, '0')));
      script.assert(app('=>', app('<=', from.is, to.is), app('<=', '0', free.is, apart)));
      script.assert(app('=>', app('<=', to.is, from.is), app('<=', apart, free.is, '0')));
      return free;
    }
    const count = part.what === 'months' ? monthsBetween : yearsBetween;
    const { is: free } = byDays(part, at, part.what, [part.from, part.to], (a = 0, b = 0) =>
      count(a, b),
    );
    const [first, last] = [dateOf(from.is), dateOf(to.is)];
    const exact = script.name('Int', completedMonths(first, last, app('<', to.is, from.is)));
    const years = script.name(
      'Int',
      towards(exact, (size) => quotient(size, 12)),
    );
    const inside = and(first.isWithin, last.isWithin);
    // far from here only how far they are apart is known
    const per = part.what === 'months' ? [31, 28] : [366, 365];
    const [longest = 1, shortest = 1] = per;
    script.assert(
      app(
        '=>',
        app('<=', from.is, to.is),
        and(
          app('<=', times(whole(shortest), free), apart),
          app('<=', apart, times(whole(longest), sum([free, '1']))),
        ),
      ),
    );
    script.assert(app('=>', app('<', to.is, from.is), app('<=', free, '0')));
    return { known: both, is: ite(inside, part.what === 'months' ? exact : years, free) };
  }
}
