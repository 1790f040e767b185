import { toWhole, whole } from '../../../values/rational.ts';
import { moneyDecimals } from '../../../values/setting.ts';
import {
  type PlainDate,
  addDays,
  completedMonths,
  compareDates,
  epochDay,
} from '../../../values/temporal.ts';
import { isKind, type Unknown, type Value } from '../../value.ts';
import { type Operating, isRules, settingOf } from '../operating.ts';
import { type Builtins, type Form, form } from '../form.ts';
import { spendOnCharacters, spendOnElements } from '../costs.ts';
import { atMost, spend } from '../limits.ts';
import { unknown } from '../unknown.ts';
import { annualCost } from './annual-cost.ts';
import { isValidCreditCode, isValidResidentId, remainderBy97 } from './identifiers.ts';
import { monthlyPayment } from './payments.ts';
import { similarity } from './similarity.ts';

/** Functions beyond DMN. Days are calendar days; a date-time counts as its day on the rulebook's clock. */
export const builtinsBeyondDmn = {
  'days between': [
    form(['from', 'to'], ['day', 'day'], ([from, to]) => whole(epochDay(to) - epochDay(from))),
  ],
  'working days between': [
    form(['from', 'to'], ['day', 'day'], ([from, to], within) =>
      compareDates(to, from) < 0
        ? negative(workingDays(to, from, within))
        : wholeOf(workingDays(from, to, within)),
    ),
  ],
  'add working days': [
    form(['from', 'days'], ['day', 'number'], ([from, days], within) => {
      const count = toWhole(days);
      return count === undefined ? undefined : afterWorkingDays(from, count, within);
    }),
  ],
  'months between': [
    form(['from', 'to'], ['day', 'day'], ([from, to]) => whole(completedMonths(from, to))),
  ],
  'age at': [
    form(['birth', 'day'], ['day', 'day'], ([birth, day]) =>
      whole(Math.trunc(completedMonths(birth, day) / 12)),
    ),
  ],
  'monthly payment': [
    form(
      ['principal', 'annual rate', 'months', 'method'],
      ['number', 'number', 'number', 'text?'],
      ([principal, annualRate, months, method = 'EQUAL_INSTALMENT'], within) =>
        monthlyPayment(principal, annualRate, months, method, {
          decimals: moneyDecimals(settingOf(within)),
          budget: within.budget,
        }),
    ),
  ],
  'annual cost': [
    form(['received', 'payments'], ['number', 'list'], ([received, { items }], within) => {
      spendOnElements(within.budget, items.length);
      const payments = items.filter((item) => isKind(item, 'number'));
      return payments.length < items.length
        ? undefined
        : annualCost(received, payments, within.budget);
    }),
  ],
  'is valid resident id': [ofIdentifier(isValidResidentId)],
  'is valid credit code': [ofIdentifier(isValidCreditCode)],
  'mod 97': [ofIdentifier((text) => whole(remainderBy97(text)))],
  similar: [
    form(['a', 'b'], ['text', 'text'], ([a, b], within) => similarity(a, b, within.budget)),
  ],
} satisfies Builtins;

function ofIdentifier(gives: (text: string) => Value | undefined): Form {
  return form(['text'], ['text'], ([text], { budget }) => {
    spendOnCharacters(budget, text.length);
    return gives(text);
  });
}

/** Working days d with from < d ≤ to; `to` is not before `from`. */
function workingDays(from: PlainDate, to: PlainDate, within: Operating): number | Unknown | null {
  const { calendar } = within;
  const length = epochDay(to) - epochDay(from);
  atMost('days', length);
  spend(within.budget, length);
  let count = 0;
  for (let offset = 1; offset <= length; offset += 1) {
    const day = addDays(from, offset);
    const works = day && calendar?.isWorkingDay(day);
    if (works === undefined) return withoutCalendar(day, within);
    if (works) count += 1;
  }
  return count;
}

/** The working day so many working days after `from`, or before it where negative; `from` itself for 0. */
function afterWorkingDays(
  from: PlainDate,
  days: number,
  within: Operating,
): PlainDate | Unknown | null {
  const { calendar } = within;
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day: PlainDate | undefined = from;
  for (let offset = 0; left > 0; offset += 1) {
    atMost('days', offset);
    spend(within.budget, 1);
    day = addDays(day, step);
    const works: boolean | undefined = day && calendar?.isWorkingDay(day);
    if (!day || works === undefined) return withoutCalendar(day, within);
    if (works) left -= 1;
  }
  return day;
}

/** A day of a year that the calendar does not know; `calendar 2027` is what is missing. */
function withoutCalendar(day: PlainDate | undefined, within: Operating): Unknown | null {
  const name = day ? `calendar ${day.year}` : 'calendar';
  return isRules(within) ? unknown('no-value', name) : null;
}

function wholeOf(count: number | Unknown | null) {
  return typeof count === 'number' ? whole(count) : count;
}

function negative(count: number | Unknown | null) {
  return typeof count === 'number' ? whole(count === 0 ? 0 : -count) : count;
}
