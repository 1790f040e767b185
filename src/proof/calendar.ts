import type { Script } from './script.ts';
import { and, app, equal, ite, or, sum, type Term, times, whole } from './term.ts';

/** A date as terms: for days from 1900-03-01 to 2100-02-28, in which every fourth year is a leap year. */
export interface CivilDate {
  readonly isWithin: Term;
  /** Months since March 1900. */
  readonly months: Term;
  readonly year: Term;
  /** From 1. */
  readonly month: Term;
  readonly day: Term;
  /** The last of its month. */
  readonly isLast: Term;
}

/** 1900-03-01 */
const first = -25_508;
/** 2100-02-28 */
const last = 47_540;

/** Days of each month and before it, in years that begin in March: a leap day is the last of its year. */
const lengths = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28];
const before = lengths.map((_, month) =>
  lengths.slice(0, month).reduce((all, one) => all + one, 0),
);

/** The date of a day: year, month and day are unknowns that add up to it, which solvers like better than division. */
export function civilDate(day: Term, script: Script): CivilDate {
  const [year, fourths, month, dayOfMonth] = ['year', 'fourths', 'month', 'day'].map((name) =>
    script.declare('Int', name),
  ) as [Term, Term, Term, Term];
  const isWithin = script.name('Bool', app('<=', whole(first), day, whole(last)));
  const inMarchYears = (values: readonly number[]): Term =>
    values.reduceRight<Term>(
      (rest, value, index) => ite(equal(month, whole(index)), whole(value), rest),
      '0',
    );
  // the leap day comes before the fourth March
  const isLeap = equal(year, sum([times('4', fourths), '3']));
  const leapDay = ite(and(equal(month, '11'), isLeap), '1', '0');
  const length = script.name('Int', sum([inMarchYears(lengths), leapDay]));
  const days = [times('365', year), fourths, inMarchYears(before), dayOfMonth, whole(first - 1)];
  script.assert(app('=>', isWithin, equal(day, sum(days))));
  script.assert(app('<=', '0', year, '199'));
  script.assert(app('<=', times('4', fourths), year, sum([times('4', fourths), '3'])));
  script.assert(app('<=', '0', month, '11'));
  script.assert(app('<=', '1', dayOfMonth, length));
  const isNewYear = or(equal(month, '10'), equal(month, '11'));
  return {
    isWithin,
    months: script.name('Int', sum([times('12', year), month])),
    year: script.name('Int', sum(['1900', year, ite(isNewYear, '1', '0')])),
    month: script.name('Int', ite(isNewYear, sum([month, whole(-9)]), sum([month, '3']))),
    day: dayOfMonth,
    isLast: script.name('Bool', equal(dayOfMonth, length)),
  };
}

/** Completed months from one day to another, as `run/days.ts` counts them. */
export function completedMonths(from: CivilDate, to: CivilDate, isBack: Term): Term {
  return ite(isBack, app('-', completed(to, from)), completed(from, to));
}

/** The last day of a shorter month completes it. */
function completed(from: CivilDate, to: CivilDate): Term {
  const isShort = and(app('<', to.day, from.day), app('not', to.isLast));
  return sum([to.months, app('-', from.months), ite(isShort, '(- 1)', '0')]);
}
