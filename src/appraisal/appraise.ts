import type { People } from '../check/people.ts';
import { forget } from '../evaluate/session.ts';
import { isWorkingDay } from '../program/calendar.ts';
import type { Appraisal, Program } from '../program/ast.ts';
import type { Ledger } from '../ledger/fold.ts';
import type { Judged } from '../scorecard/file-value.ts';
import { add, compare, divide, multiply, type Rational, whole, zero } from '../values/rational.ts';
import { dateOfEpochDay, epochDay } from '../values/temporal.ts';
import { parseDate } from '../values/temporal-text.ts';
import { type Band, between, capped, mapped, minus, most, nothing, plus, sumOf } from './band.ts';
import { handledFiles, type Handled } from './handled.ts';
import { everyMeasure, fileLine, lineOf, measured } from './measured.ts';
import type { Appraised, Capped, MeasureLine, RuleFacts, Sheet, ViolationLine } from './sheet.ts';
import { pointsOf, violationsOf } from './violations.ts';

export interface Appraising {
  /** Inclusive days, ISO. */
  readonly from: string;
  readonly until: string;
  readonly people: People;
  /** Absent where nobody told what is confirmed: then there are no violations. */
  readonly ledger?: Ledger | undefined;
  readonly ruleOf: (rule: string) => RuleFacts | undefined;
  /** One person alone. */
  readonly officer?: string | undefined;
  /** By number of staff, then by id of the line: the reason. */
  readonly objections?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Files that could not be judged. */
  readonly unread: number;
}

/** The appraisals of all who handled files in the posts of a scheme, over a period. */
export function appraise(
  program: Program,
  appraisal: Appraisal,
  judged: readonly Judged[],
  appraising: Appraising,
): Appraised {
  const { from, until, people, ledger, ruleOf, unread, objections = new Map() } = appraising;
  const { handled, untold } = handledFiles(program, appraisal, judged, people);
  const workingDays = workingDaysOf(program, from, until);
  const byOfficer = Map.groupBy(handled, ({ officer }) => officer);
  const officers = [...byOfficer.keys()]
    .filter((one) => appraising.officer === undefined || one === appraising.officer)
    .toSorted((a, b) => (a < b ? -1 : 1));
  return {
    appraisal,
    from,
    until,
    workingDays,
    sheets: officers
      .map((one) => sheetOf(one, byOfficer.get(one) ?? []))
      .filter((sheet) => appraising.officer !== undefined || isOfPeriod(sheet)),
    untold,
    unread,
    isByLedger: ledger !== undefined,
  };

  function sheetOf(officer: string, files: readonly Handled[]): Sheet {
    const own: ReadonlyMap<string, string> = objections.get(officer) ?? new Map();
    const objected = new Set(own.keys());
    const within = files.filter(({ day }) => day === undefined || (from <= day && day <= until));
    const measures = appraisal.measures.map((one) =>
      measured(one, within, {
        posts: appraisal.posts,
        minimumFiles: appraisal.minimumFiles,
        isWorked: workingDays !== 0,
        objected,
      }),
    );
    for (const { session } of within) forget(session);
    const byId = new Map(files.map((file) => [file.id, file]));
    const violations = ledger
      ? violationsOf(officer, byId, ledger, { appraisal, from, until, ruleOf, objected })
      : [];
    return {
      officer,
      units: [...new Set(within.flatMap(({ unit }) => unit ?? []))].toSorted(),
      measures,
      uncounted: within
        .filter(({ why }) => why !== undefined)
        .map((file) => {
          const id = fileLine(everyMeasure, file.id);
          return { ...lineOf(file, undefined, id), isObjected: objected.has(id) };
        }),
      outside: files.length - within.length,
      violations,
      ...totals(measures, violations, appraisal),
      objections: own,
    };
  }
}

/** Whether anything in it is of the period: not only files of other days, or without one. */
function isOfPeriod({ measures, uncounted, violations }: Sheet): boolean {
  return (
    violations.length > 0 ||
    uncounted.some(({ day }) => day !== undefined) ||
    measures.some(({ files }) => files.length > 0)
  );
}

type Totals = Pick<
  Sheet,
  | 'points'
  | 'accumulated'
  | 'threshold'
  | 'graded'
  | 'scored'
  | 'base'
  | 'rewards'
  | 'redLine'
  | 'deductions'
  | 'result'
  | 'grade'
>;

/** What the lines of a sheet come to, each part under its cap. */
function totals(
  measures: readonly MeasureLine[],
  violations: readonly ViolationLine[],
  appraisal: Appraisal,
): Totals {
  const { deductions: per, rewards: mostRewards, grades, minimumWeight } = appraisal;
  const { redLine: blocking, thresholds = [] } = appraisal.entry.data.violations;
  const inPeriod = violations.filter(({ why }) => why === undefined);
  const counting = violations.filter(({ why }) => why === undefined || why === 'earlier');
  const points = cappedAt(bandOf(inPeriod), appraisal.violations.most);
  const accumulated = bandOf(counting);
  const graded = measures
    .flatMap(({ of, points: own }) => (own ? [of.weight] : []))
    .reduce(add, zero);
  const scored = sumOf(measures.flatMap(({ points: own }) => own ?? []));
  const isEnough = compare(graded, minimumWeight) >= 0 && compare(graded, zero) > 0;
  const base = isEnough
    ? mapped(scored, (value) => divide(multiply(value, hundred), graded) ?? zero)
    : undefined;
  const crossed = inPeriod.filter(({ isRedLine }) => isRedLine);
  const redLine =
    crossed.length > 0 && crossed.every(({ isObjected }) => isObjected)
      ? 'open'
      : crossed.length > 0;
  const earned = cappedAt(sumOf(measures.map(({ reward }) => reward)), mostRewards);
  const isTaken = blocking?.blocks.includes('reward') === true && redLine !== false;
  const rewards = isTaken
    ? {
        ...earned,
        counted: redLine === 'open' ? { low: zero, high: earned.counted.high } : nothing,
      }
    : earned;
  const deductions = cappedAt(
    mapped(points.counted, (value) => multiply(value, per.perPoint)),
    per.most,
  );
  const result = base && floored(minus(plus(base, rewards.counted), deductions.counted));
  const isUngraded = blocking?.blocks.includes('grade') === true && redLine !== false;
  return {
    points,
    accumulated,
    threshold: placeIn(accumulated, (value) =>
      lastIndex(appraisal.violations.thresholds.slice(0, thresholds.length), value),
    ),
    graded,
    scored,
    base,
    rewards,
    redLine,
    deductions,
    result,
    grade: isUngraded || !result ? undefined : gradeOf(result, grades),
  };
}

const hundred = whole(100);

function bandOf(lines: readonly ViolationLine[]): Band {
  const { asIs, without } = pointsOf(lines);
  return between(asIs, without);
}

function cappedAt(sum: Band, at: Rational): Capped {
  return { sum, counted: capped(sum, at), most: at };
}

function floored(band: Band): Band {
  return mapped(band, (value) => most(value, zero));
}

/** The same place for both ends, or `open`. */
function placeIn(
  band: Band,
  place: (value: Rational) => number | undefined,
): number | undefined | 'open' {
  const [low, high] = [place(band.low), place(band.high)];
  return low === high ? low : 'open';
}

function lastIndex(thresholds: readonly Rational[], value: Rational): number | undefined {
  const place = thresholds.findLastIndex((one) => compare(value, one) >= 0);
  return place < 0 ? undefined : place;
}

/** From the best down: the first that is reached, by both ends. */
function gradeOf(result: Band, grades: readonly Rational[]): number | undefined {
  const place = (value: Rational) => grades.findIndex((one) => compare(value, one) >= 0);
  const [low, high] = [place(result.low), place(result.high)];
  return low === high && low >= 0 ? low : undefined;
}

/** Days of a period that are worked; undefined where the calendar does not cover all of it. */
function workingDaysOf({ calendar }: Program, from: string, until: string): number | undefined {
  const [first, last] = [parseDate(from), parseDate(until)];
  if (!first || !last || !calendar) return undefined;
  let count = 0;
  for (let number = epochDay(first); number <= epochDay(last); number += 1) {
    const day = dateOfEpochDay(number);
    const isWorked = day && isWorkingDay(calendar, day);
    if (isWorked === undefined) return undefined;
    if (isWorked) count += 1;
  }
  return count;
}
