import { inLanguage, type Language, sayIn, textsIn } from '../base/language.ts';
import { oneLine } from '../base/shown.ts';
import { formatNumber, plainValue } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import {
  type Comparison,
  holdsZero,
  type NotCompared,
  type PilotReport,
  type Stratum,
} from '../pilot/compare.ts';
import type { Difference } from '../pilot/differences.ts';
import { byGroup, type Group, groups } from '../pilot/groups.ts';
import type { Figure } from '../scorecard/card.ts';
import { binomialInterval, type Interval } from '../values/proportion.ts';
import type { Measure, Program } from '../program/ast.ts';
import { parseRational, type Rational, round, toNumber, zero } from '../values/rational.ts';
import { addDays } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { wordOf } from '../words/own.ts';
import { type PilotWords, pilotWords, type Sides } from '../words/pilot.ts';
import type { PilotGroupJson, PilotReportJson } from './figures-json.ts';
import type { Paint } from './paint.ts';
import { percent } from './service.ts';
import { padded, widthOf } from './width.ts';

export interface PilotOptions {
  readonly language: Language;
}

/** What a pilot is told with: words, and how figures of a measure are shown. */
export interface PilotTelling {
  readonly words: PilotWords;
  readonly sides: Sides;
  readonly comma: string;
  readonly titleOf: (measure: Measure) => string;
  readonly groupOf: (group: Group) => string;
  /** A level: a share as a percentage, else in its unit. */
  readonly shown: (measure: Measure, value: number | Rational) => string;
  /** A difference: of shares in percentage points. */
  readonly differs: (measure: Measure, value: number, signed?: boolean) => string;
  readonly interval: (measure: Measure, difference: Difference) => string;
  readonly stratumOf: (stratum: Stratum) => string;
}

export function pilotTelling(program: Program, { language }: PilotOptions): PilotTelling {
  const own = program.rulebook.manifest.data;
  const words = sayIn(pilotWords, language);
  const sides: Sides = {
    inPilot: wordOf(own, 'inPilot', language),
    others: wordOf(own, 'outsidePilot', language),
  };
  const lexicon = lexiconOf(language, program.setting);
  const titleOf = ({ entry }: Measure) => inLanguage(entry.data.title, language);
  const inUnit = (measure: Measure, value: Rational) =>
    formatNumber(round(value, 2, 'half up'), measure.entry.data.unit, lexicon);
  const isShare = (measure: Measure) => measure.entry.data.unit === 'ratio';
  const shown = (measure: Measure, value: number | Rational) => {
    const number = typeof value === 'number' ? value : undefined;
    const exact = typeof value === 'number' ? rationalOf(value) : value;
    return isShare(measure)
      ? percent(number ?? Number(plainValue(round(exact, 6, 'half up'))))
      : inUnit(measure, exact);
  };
  const differs = (measure: Measure, value: number, signed = true) => {
    const size = Math.abs(value);
    const isNought = Math.round(size * (isShare(measure) ? 1000 : 100)) === 0;
    const sign = !signed || isNought ? '' : value < 0 ? '−' : '+';
    return isShare(measure)
      ? words.points(`${sign}${(100 * size).toFixed(1)}`)
      : `${sign}${inUnit(measure, rationalOf(size))}`;
  };
  return {
    words,
    sides,
    comma: lexicon.comma,
    titleOf,
    groupOf: (group) => {
      const side = group.startsWith('pilot') ? sides.inPilot : sides.others;
      return `${side}·${group.endsWith('before') ? words.before : words.during}`;
    },
    shown,
    differs,
    interval: (measure, { low, high }) =>
      words.range(differs(measure, low), differs(measure, high)),
    stratumOf: ({ texts }) => texts.map((text, index) => partShown(text, index)).join(' · '),
  };

  function partShown(text: string, index: number): string {
    const part = program.measures.find(({ by }) => by.mix.length > index)?.by.mix[index];
    const own = part?.file.words?.[text];
    const { type } = part?.is.core ?? {};
    const titled = type?.kind === 'text' ? type.words?.get(text) : undefined;
    return own ? inLanguage(own, language) : titled ? inLanguage(titled, language) : text;
  }
}

/** The sentences that a comparison allows, and those that it does not, each with its reason. */
export function pilotSentences(
  report: PilotReport,
  telling: PilotTelling,
): { readonly may: readonly string[]; readonly mayNot: readonly string[] } {
  const { words, sides, titleOf, differs, interval, comma } = telling;
  const compared = report.comparisons.flatMap(({ result, ...one }) =>
    result.kind === 'compared' ? [{ ...one, ...result }] : [],
  );
  const differing = compared.filter(({ change }) => !holdsZero(change));
  const zeros = compared.filter(({ change }) => holdsZero(change));
  const may = [...differing, ...zeros].map(({ measure, change, used, during }) => {
    const of = words.usedOf(used, during);
    const title = titleOf(measure);
    return holdsZero(change)
      ? words.noDifference(
          sides,
          title,
          differs(measure, change.value),
          interval(measure, change),
          of,
        )
      : words.differs(
          sides,
          title,
          change.value > 0 ? 'higher' : 'lower',
          differs(measure, change.value, false),
          interval(measure, change),
          of,
        );
  });
  const beyond = compared.toSorted((a, b) => b.during - b.used - (a.during - a.used))[0];
  const kinds = (beyond?.strata ?? [])
    .filter(({ isLeftOut, counts }) => isLeftOut && counts['pilot-during'] > 0)
    .map(telling.stratumOf);
  return {
    may: may.length > 0 ? may : [report.comparisons.length === 0 ? words.noFiles : words.nothing],
    mayNot: [
      words.cause(sides),
      words.elsewhere(sides),
      ...(report.isInterim ? [words.interimNot] : []),
      ...(beyond && kinds.length > 0
        ? [
            words.beyond(
              kinds.slice(0, mostKinds).join(comma) + (kinds.length > mostKinds ? '…' : ''),
              percent(1 - beyond.used / beyond.during),
            ),
          ]
        : []),
      ...(zeros.length > 0 ? [words.zero(titles(zeros))] : []),
      ...(compared.length > 1 ? [words.many(compared.length)] : []),
      ...compared
        .filter(({ unknown }) => unknown > 0)
        .map(({ measure, unknown }) => words.unknown(titleOf(measure), unknown)),
      ...unfinished(),
      ...[...Map.groupBy(report.comparisons, ({ result }) => whyNot(result))].flatMap(
        ([why, all]) => (why ? [words.excluded(titles(all), words.why[why])] : []),
      ),
    ],
  };

  function titles(all: readonly Pick<Comparison, 'measure'>[]): string {
    return all.map(({ measure }) => titleOf(measure)).join(comma);
  }

  /** Of files that have not come so far nobody knows how long they take. */
  function unfinished(): readonly string[] {
    const open = compared.flatMap((one) => {
      const figure = one.figures['pilot-during'];
      return figure && figure.outOfScope > 0 ? [{ ...one, count: figure.outOfScope }] : [];
    });
    const most = Math.max(...open.map(({ count }) => count));
    return open.length > 0 ? [words.unfinished(titles(open), most)] : [];
  }
}

function whyNot(result: Comparison['result']): Exclude<NotCompared, 'sum'> | undefined {
  return result.kind === 'not' && result.why !== 'sum' ? result.why : undefined;
}

/** Kinds of files that a sentence names, at most. */
const mostKinds = 4;

/** Who was compared, when, and how many files there are. */
export function pilotHead(report: PilotReport, telling: PilotTelling): readonly string[] {
  const { plan, grouped } = report;
  const { words, sides, comma } = telling;
  const names = (list: Iterable<string>) => [...list].join(comma) || words.none;
  const others = plan.comparedWith ?? grouped.branches.others;
  return [
    `${words.pilot} ${plan.id}`,
    words.members(sides.inPilot, names(plan.branches)),
    words.members(sides.others, names(others)),
    `${words.during} ${words.period(plan.from, plan.until)}`,
    `${words.before} ${words.beforePeriod(plan.baselineFrom, dayBefore(plan.from))}`,
    ...(report.isInterim ? [words.interim(grouped.known ?? '')] : []),
  ];
}

export function pilotLeftOut(report: PilotReport, { words }: PilotTelling): string {
  const { outside, apart, undated, unplaced } = report.grouped;
  return words.leftOut(outside, apart, undated.length, unplaced.length, report.unread);
}

/** A comparison as a person reads it on a terminal. */
export function prettyPilot(
  report: PilotReport,
  program: Program,
  options: PilotOptions,
  paint: Paint,
): string {
  const telling = pilotTelling(program, options);
  const { words, titleOf, groupOf, shown } = telling;
  const { may, mayNot } = pilotSentences(report, telling);
  const width = Math.max(0, ...groups.map((group) => widthOf(groupOf(group))));
  const samples = groups.map(
    (group) => `  ${padded(groupOf(group), width)}  ${report.counts[group]}`,
  );
  const figures = report.comparisons.map((one) => {
    const levels = groups.map((group) => {
      const value = one.figures[group]?.value;
      return value ? shown(one.measure, value) : '—';
    });
    return [
      `  ${paint.bold(titleOf(one.measure))}  ${levels.join(' | ')}`,
      `    ${resultShown(one, telling)}`,
    ].join('\n');
  });
  const parts = [
    [paint.bold(words.title), ...pilotHead(report, telling)].join('\n'),
    [paint.bold(words.samples), ...samples, `  ${pilotLeftOut(report, telling)}`].join('\n'),
    [paint.bold(`${words.asTheyAre}：${groups.map(groupOf).join(' | ')}`), ...figures].join('\n'),
    [paint.bold(words.may), ...may.map((text) => `  ${paint.green('✓')} ${text}`)].join('\n'),
    [paint.bold(words.mayNot), ...mayNot.map((text) => `  ${paint.red('✗')} ${text}`)].join('\n'),
  ];
  return `${parts.map((part) => part.split('\n').map(oneLine).join('\n')).join('\n\n')}\n`;
}

/** Of a share as the files are, its exact interval; undefined for other measures. */
export function shareInterval({ measure, value, known }: Figure): Interval | undefined {
  if (!value || measure.entry.data.gather !== 'share') return undefined;
  return binomialInterval(Math.round(toNumber(value) * known), known);
}

/** What came of one comparison, in a line. */
export function resultShown(one: Comparison, telling: PilotTelling): string {
  const { words, differs, interval } = telling;
  if (one.result.kind === 'not') return words.why[one.result.why];
  const { change } = one.result;
  return `${words.change} ${differs(one.measure, change.value)}（${interval(one.measure, change)}） · ${words.usedOf(one.used, one.during)}`;
}

/** A comparison as data; the same files give the same bytes. */
export function jsonPilot(
  report: PilotReport,
  program: Program,
  digest: string,
  options: PilotOptions,
): PilotReportJson {
  const { id, version, languages } = program.rulebook.manifest.data;
  const { plan, grouped } = report;
  const telling = pilotTelling(program, options);
  return {
    format: 1,
    rulebook: { id, version, digest },
    pilot: {
      id: plan.id,
      branches: [...plan.branches],
      comparedWith: plan.comparedWith ? [...plan.comparedWith] : null,
      from: plan.from,
      until: plan.until,
      baselineFrom: plan.baselineFrom ?? null,
      sameMeasures: plan.sameMeasures ?? null,
      least: plan.least,
    },
    known: grouped.known ?? null,
    interim: report.isInterim,
    counts: report.counts,
    branches: grouped.branches,
    outside: grouped.outside,
    apart: grouped.apart,
    undated: grouped.undated,
    unplaced: grouped.unplaced,
    unread: report.unread,
    measures: report.comparisons.map(({ measure, figures, strata, result, ...one }) => ({
      measure: measure.name,
      title: textsIn(languages, (language) => inLanguage(measure.entry.data.title, language)),
      unit: measure.entry.data.unit,
      direction: measure.entry.data.direction,
      groups: byGroup((group) => groupJson(group, figures, result)),
      ...one,
      strata: strata.map(({ texts, counts, isLeftOut }) => ({ texts, counts, leftOut: isLeftOut })),
      notCompared: result.kind === 'not' ? result.why : null,
      across: result.kind === 'compared' ? written(result.across) : null,
      over: result.kind === 'compared' ? written(result.over) : null,
      change: result.kind === 'compared' ? written(result.change) : null,
    })),
    sentences: pilotSentences(report, telling),
  };
}

function groupJson(
  group: Group,
  figures: Comparison['figures'],
  result: Comparison['result'],
): PilotGroupJson {
  const figure = figures[group];
  return {
    known: figure?.known ?? 0,
    unknown: figure?.unknown ?? 0,
    outOfScope: figure?.outOfScope ?? 0,
    value: figure?.value ? plainValue(figure.value) : null,
    interval: figure ? bounds(shareInterval(figure)) : null,
    evened: result.kind === 'compared' ? digits(result.evened[group]) : null,
  };
}

function bounds(interval: Interval | undefined): readonly [string, string] | null {
  return interval ? [digits(interval.low), digits(interval.high)] : null;
}

function written({ value, low, high }: Difference) {
  return { value: digits(value), low: digits(low), high: digits(high) };
}

/** Six places: what doubles add up to is the same on every machine to far more. */
function digits(value: number): string {
  return value.toFixed(6);
}

function dayBefore(day: string): string {
  const date = parseDate(day);
  const before = date && addDays(date, -1);
  return before ? printDate(before) : day;
}

function rationalOf(value: number): Rational {
  return parseRational(value.toFixed(6)) ?? zero;
}
