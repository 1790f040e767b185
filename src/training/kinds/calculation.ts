import { isWorkingDay } from '../../program/calendar.ts';
import { parameterOf, workingDaysOf } from '../../program/step-limits.ts';
import type { Random } from '../../samples/random.ts';
import { isKind } from '../../feel/value.ts';
import type { Valued } from '../../evaluate/outcome.ts';
import {
  absolute,
  compare,
  equal,
  multiply,
  printRational,
  type Rational,
  rational,
  round,
  subtract,
  whole,
} from '../../values/rational.ts';
import { addDays, dayOfWeek, type PlainDate } from '../../values/temporal.ts';
import { parseDate, printDate } from '../../values/temporal-text.ts';
import { type Edge, edgeOf } from '../edge.ts';
import { factsOf, fieldsAsked, fieldsRead, valuesIn } from '../facts.ts';
import {
  casesOf,
  findingText,
  judged,
  type JudgedFile,
  limitsText,
  localLimits,
  parametersOf,
  plainFile,
  type TaughtCase,
} from '../judged.ts';
import { ofRule, ofSteps } from '../of-rule.ts';
import { productOf } from './judgement.ts';
import type { Candidate, Question } from '../question.ts';
import type { AskedStep, Setting } from '../setting.ts';

/** Values that a calculation tells of a file, at most. */
const mostValues = 16;

/** Limits, differences, ratios and deadlines with numbers. */
export function calculations(setting: Setting): readonly Candidate[] {
  const failing = setting.rules.flatMap((rule) =>
    casesOf(rule, setting).filter(({ expect }) => expect === 'fail'),
  );
  return [
    ...failing.flatMap((taught) => [ofEdge(taught, setting), ofMeasure(taught, setting)]),
    ...setting.steps.flatMap((step) => ofDeadline(step, setting)),
  ];
}

function ofEdge(taught: TaughtCase, setting: Setting): Candidate {
  const { rule, index } = taught;
  const id = `calculation/${rule.id}/limit-${index + 1}`;
  return {
    id,
    topic: rule.id,
    redLine: rule.isRedLine,
    make: (random) => {
      const edge = edgeOf(taught, setting);
      if (!edge) return undefined;
      const asksDifference = isMoney(edge) && random.whole(0, 1) === 1;
      return asksDifference ? difference(id, edge, random, setting) : limit(id, edge, setting);
    },
  };
}

/** A difference of shares could be meant in points or in percent of them. */
function isMoney({ field: { type } }: Edge): boolean {
  return type.kind === 'number' && type.unit === 'money';
}

function limit(id: string, edge: Edge, setting: Setting): Question | undefined {
  const { says, speaker } = setting;
  const { rule } = edge.taught;
  const extract = extractOf(edge, setting);
  if (!extract) return undefined;
  const [title, field] = [speaker.words(rule.edition.title), speaker.words(edge.field.title)];
  const text = edge.scale.shown(edge.last);
  return {
    ...ofRule(rule, setting),
    id,
    kind: 'calculation',
    stem: says.limitAsked(productOf(plainFile(edge.yaml), setting), title, field, edge),
    extract,
    options: [],
    key: { kind: 'value', text },
    explanation: [
      says.limitIs(field, text, edge),
      says.beyond(edge.scale.shown(edge.isLeast ? edge.last - 1n : edge.last + 1n)),
      ...limitsText(parametersOf(rule, setting), setting),
    ],
    difficulty: extract.length > 3 ? 'hard' : 'medium',
  };
}

/** How far a value is put from its limit, in hundredths of it. */
const farAway = { least: 3, most: 25 };

function difference(
  id: string,
  edge: Edge,
  random: Random,
  setting: Setting,
): Question | undefined {
  const { says, speaker } = setting;
  const { rule } = edge.taught;
  const share = BigInt(random.whole(farAway.least, farAway.most));
  const by = rounded((edge.last * share) / 100n);
  const far = edge.at(edge.isLeast ? edge.last - by : edge.last + by);
  if (far?.file.outcome.status !== 'fail') return undefined;
  const extract = extractOf(edge, setting, far.file);
  if (!extract) return undefined;
  const [title, field] = [speaker.words(rule.edition.title), speaker.words(edge.field.title)];
  return {
    ...ofRule(rule, setting),
    id,
    kind: 'calculation',
    stem: says.differenceAsked(productOf(plainFile(far.yaml), setting), title, field, edge),
    extract,
    options: [],
    key: { kind: 'value', text: edge.scale.shown(by) },
    explanation: [
      findingText(far.file.outcome, far.file.session, setting),
      says.limitIs(field, edge.scale.shown(edge.last), edge),
      ...limitsText(parametersOf(rule, setting), setting),
    ],
    difficulty: extract.length > 3 ? 'hard' : 'medium',
  };
}

/** A number of steps with two digits that are not 0, at least one step. */
function rounded(value: bigint): bigint {
  const unit = 10n ** BigInt(Math.max(0, value.toString().length - 2));
  const down = (value / unit) * unit;
  return down > 0n ? down : 1n;
}

/**
 * What the file says of all that the rule asks; undefined where that is too much, or lacks the value asked for.
 *
 * @param far - the file with the value told; without it the value is what is asked for
 */
function extractOf(
  { taught: { rule }, failed, pointer }: Edge,
  setting: Setting,
  far?: JudgedFile,
): readonly string[] | undefined {
  const told = fieldsAsked(rule.rule, rule.edition, setting);
  const asked = factsOf(failed.session.dossier.root, told, setting, new Set(), pointer);
  const isTold = asked.some(({ text }) => text.includes(setting.says.wanted));
  if (!isTold || valuesIn(asked) > mostValues) return undefined;
  const lines = far ? factsOf(far.session.dossier.root, told, setting) : asked;
  return [...lines.map(({ text }) => text), ...localLimits(far ?? failed, setting)];
}

/** A ratio or an amount that a finding names, worked out of the values of the file. */
function ofMeasure(taught: TaughtCase, setting: Setting): Candidate {
  const { rule, index } = taught;
  const id = `calculation/${rule.id}/measure-${index + 1}`;
  return {
    id,
    topic: rule.id,
    redLine: rule.isRedLine,
    make: () => {
      const file = taught.file()?.yaml;
      const result = file && judged(rule, file, taught.element, setting);
      const finding = result?.outcome.finding;
      if (!result || result.outcome.status !== 'fail' || finding?.kind !== 'template')
        return undefined;
      const parts = Object.values(finding.parts)[0] ?? [];
      for (const part of parts) {
        if (typeof part === 'string') continue;
        const worked = workedOut(part, setting);
        if (!worked) continue;
        const told = fieldsRead([part.core], rule.rule, setting);
        const lines = factsOf(result.session.dossier.root, told, setting);
        if (valuesIn(lines) < 2 || valuesIn(lines) > mostValues) continue;
        return {
          ...ofRule(rule, setting),
          id,
          kind: 'calculation',
          stem: setting.says.measureAsked(
            productOf(plainFile(file), setting),
            worked.title,
            worked.isShare,
          ),
          extract: lines.map(({ text }) => text),
          options: [],
          key: { kind: 'value', text: worked.text },
          explanation: [
            setting.says.measureIs(worked.title, worked.text),
            findingText(result.outcome, result.session, setting),
            ...limitsText(parametersOf(rule, setting), setting),
          ],
          difficulty: lines.length > 3 ? 'hard' : 'medium',
        };
      }
      return undefined;
    },
  };
}

/** A definition's share or rate, in percent to two places, halves away from zero. */
function workedOut(
  { core, value }: Valued,
  { program, speaker: { words } }: Setting,
): { readonly title: string; readonly text: string; readonly isShare: true } | undefined {
  const reference = core.kind === 'reference' ? program.references.get(core.name) : undefined;
  if (reference?.kind !== 'definition' || !isKind(value, 'number')) return undefined;
  if (core.type.kind !== 'number' || core.type.unit !== 'ratio') return undefined;
  const percent = round(multiply(value, whole(100)), 2, 'half up');
  const title = words(reference.title);
  // 29.9999% is written as 30.00%, and looks as if it met what it does not meet
  if (
    compare(absolute(subtract(percent, multiply(value, whole(100)))), rational(1n, 1000n)) < 0 &&
    !isExact(percent, value)
  )
    return undefined;
  return title === '' ? undefined : { title, text: `${printRational(percent)}%`, isShare: true };
}

function isExact(percent: Rational, value: Rational): boolean {
  return equal(percent, multiply(value, whole(100)));
}

/** How long before the day of the paper a deadline may begin, in days. */
const longestAgo = 300;

/** The last day of a step with a time limit, by the calendar of the rulebook. */
function ofDeadline(asked: AskedStep, setting: Setting): readonly Candidate[] {
  const { program, speaker } = setting;
  const { within } = asked.edition;
  const { calendar } = program;
  const workingDays = within && workingDaysOf(within, speaker.asOf, program);
  const from = within && program.steps.find(({ id }) => id === within.from);
  if (!within || !from || !calendar || workingDays === undefined) return [];
  const parameter = parameterOf(within.limit, program);
  const id = `calculation/${asked.id}/deadline`;
  const make: Candidate['make'] = (random) => {
    const day = parseDate(speaker.asOf);
    const drawn = day && addDays(day, -random.whole(1, longestAgo));
    const start = drawn && afterWorkingDays(drawn, 1);
    const end = start && afterWorkingDays(start, workingDays);
    if (!start || !end) return undefined;
    const [first, second] = [setting.step(from.id), setting.step(asked.id)];
    const about = ofSteps([asked], setting);
    return {
      ...about,
      id,
      kind: 'calculation',
      stem: setting.says.deadlineAsked(first, second, printDate(start), dayOfWeek(start)),
      extract: holidaysBetween(start, end),
      options: [],
      key: { kind: 'value', text: printDate(end) },
      explanation: [setting.says.deadlineIs(first, second, workingDays, printDate(end))],
      difficulty: 'medium',
      rests: { ...about.rests, parameters: parameter ? [parameter.name] : [] },
    };
  };
  return [{ id, topic: asked.id, redLine: undefined, make }];

  /** Undefined beyond the years that the calendar covers. */
  function afterWorkingDays(start: PlainDate, count: number): PlainDate | undefined {
    let day = start;
    for (let left = count; left > 0;) {
      const next = addDays(day, 1);
      const isWorked = next && calendar && isWorkingDay(calendar, next);
      if (!next || isWorked === undefined) return undefined;
      day = next;
      if (isWorked) left -= 1;
    }
    return day;
  }

  /** The days off that are no weekends, and weekends that are worked: nobody knows them by heart. */
  function holidaysBetween(start: PlainDate, end: PlainDate): readonly string[] {
    const found: { readonly day: string; readonly isWorked: boolean }[] = [];
    for (
      let day: PlainDate | undefined = start;
      day && printDate(day) <= printDate(end);
      day = addDays(day, 1)
    ) {
      const isWorked = calendar && isWorkingDay(calendar, day);
      if (isWorked !== undefined && isWorked !== dayOfWeek(day) <= 5)
        found.push({ day: printDate(day), isWorked });
    }
    return found.map(({ day, isWorked }) => setting.says.calendarDay(day, isWorked));
  }
}
