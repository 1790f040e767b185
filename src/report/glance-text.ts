import { inLanguage, type Language, sayIn } from '../base/language.ts';
import {
  negate,
  parseRational,
  type Rational,
  rational,
  round,
  subtract,
} from '../values/rational.ts';
import { type GlanceWords, glanceWords } from '../words/glance.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type {
  GlanceGroupJson,
  GlanceJson,
  RateJson,
  RateOfJson,
  ReportHead,
} from './json-format.ts';
import type { Paint } from './paint.ts';
import { padded, widthOf } from './width.ts';

/** Rows of one total on a screen, at most. */
const mostRows = 8;

/** How a glance is told. */
export interface GlanceTelling {
  readonly language: Language;
  readonly paint: Paint;
  /** Whether every row is told. */
  readonly isWhole: boolean;
}

/** By what a glance is told on a screen, in this order. */
const kinds = ['stage', 'rule', 'post', 'branch', 'product', 'month', 'amount'] as const;

/** Totals and rates on a terminal: one screen, unless all is asked for. */
export function glanceText(glance: GlanceJson, head: ReportHead, telling: GlanceTelling): string {
  const { language, paint, isWhole } = telling;
  const words = sayIn(glanceWords, language);
  const { files, findings, judged, amount, after } = glance;
  const suppressed = after ? findings - after.findings : 0;
  const told = [
    `${paint.bold(words.title)}  ${words.counted(files, findings, judged, shownAmount(amount))}`,
    ...(suppressed > 0 ? [`  ${words.suppressedCount(suppressed)}`] : []),
    ...ratesLines(glance, head, telling),
    `  ${paint.dim(basisOf(head, words))}`,
    ...(glance.against
      ? [
          `  ${paint.dim(words.against(glance.against.rulebook, glance.against.day, glance.against.judged))}`,
        ]
      : []),
  ];
  const groups = kinds.flatMap((kind) => {
    const all = glance.by[kind].filter((one) => one.findings > 0 || one.judged !== undefined);
    // a total of one row says nothing that the whole does not
    if (all.length < 2 && !isWhole) return [];
    // of months the latest, of all else the first
    const rows = isWhole ? all : kind === 'month' ? all.slice(-mostRows) : all.slice(0, mostRows);
    const more = all.length - rows.length;
    return [
      '',
      ...tableLines([
        [paint.bold(words.by[kind]), words.files, words.findings, words.amount],
        ...rows.map((group) => [
          groupTitle(kind, group, head, language),
          filesText(group),
          String(group.findings),
          shownAmount(group.amount),
        ]),
      ]),
      ...(more > 0 ? [`  ${paint.dim(words.andMore(more))}`] : []),
    ];
  });
  return `${[...told, ...groups].join('\n')}\n`;
}

/** `7 / 40`: files with findings, of those that were judged. */
function filesText({ files, judged }: GlanceGroupJson): string {
  return judged === undefined ? String(files) : `${files} / ${judged}`;
}

/** The rates of all findings; with a ledger, those of what is left of them too. */
function ratesLines(
  glance: GlanceJson,
  head: ReportHead,
  { language, paint }: GlanceTelling,
): readonly string[] {
  const { rates, judged, against, after } = glance;
  const words = sayIn(glanceWords, language);
  const hasInterval = rates.some(({ interval }) => interval);
  const hasTarget = rates.some(({ target }) => target !== null);
  const before = new Map(against?.rates.map((one) => [one.severity, one]));
  const shown = rates.filter(
    ({ severity, files, target }) => severity === 'all' || files > 0 || target !== null,
  );
  const table = (title: string, of: (rate: RateJson) => RateOfJson, isGross = false) =>
    tableLines([
      [
        paint.bold(title),
        `${words.files} / ${words.judged}`,
        words.rate,
        ...(hasInterval ? [words.interval] : []),
        ...(hasTarget ? [words.atMost, words.target] : []),
        ...(against && isGross ? [words.change] : []),
      ],
      ...shown.map((rate) => {
        const { files, rate: share, interval, met } = of(rate);
        return [
          severityTitle(rate.severity, head, language),
          `${files} / ${judged}`,
          share === null ? '' : percent(share),
          ...(hasInterval ? [intervalText({ interval })] : []),
          ...(hasTarget
            ? [rate.target === null ? '' : percent(rate.target), met === null ? '' : words.met[met]]
            : []),
          ...(against && isGross ? [changeText(share, before.get(rate.severity), words)] : []),
        ];
      }),
    ]);
  return [
    ...table(words.rates, (rate) => rate, true),
    ...(after ? table(words.after, (rate) => rate.after ?? rate) : []),
  ];
}

/** What the rates may be taken to speak of. */
export function basisOf({ scheme }: ReportHead, words: GlanceWords): string {
  if (!scheme) return words.unplanned;
  const { sample, population } = scheme;
  if (sample?.method === 'random') return words.sample(population);
  return !sample || sample.method === 'all' ? words.census : words.chosen;
}

/** By how much a rate changed, in percentage points. */
function changeText(
  share: string | null,
  before: RateJson | undefined,
  words: GlanceWords,
): string {
  const [is, was] = [share, before?.rate].map((text) => parseRational(text ?? ''));
  if (!is || !was) return '';
  const points = subtract(inPercent(is), inPercent(was));
  if (points.n === 0n) return words.same;
  return words.points(
    `${points.n > 0n ? '+' : '−'}${fixed(points.n > 0n ? points : negate(points))}`,
  );
}

export function groupTitle(
  kind: keyof GlanceJson['by'],
  { key }: Pick<GlanceGroupJson, 'key'>,
  head: ReportHead,
  language: Language,
): string {
  const words = sayIn(glanceWords, language);
  if (key === null) return words.none;
  const titled = (title: string) => (title === '' ? key : title);
  switch (kind) {
    case 'stage':
      return titled(inLanguage(head.stages[key], language));
    case 'rule':
      return `${key} ${inLanguage(head.rules[key]?.title, language)}`;
    case 'post':
      return titled(inLanguage(head.posts[key], language));
    case 'branch':
    case 'product':
      return titled(codeTitle(kind, key, head, language));
    case 'month':
      return key;
    case 'amount':
      return words.band(key === '0' ? undefined : key.length - 1);
  }
}

/** What a code is called in any kind of file that has it. */
function codeTitle(
  kind: 'branch' | 'product',
  key: string,
  { about }: ReportHead,
  language: Language,
): string {
  const titles = Object.values(about).map((fields) => fields[kind]?.codes?.[key]);
  return inLanguage(
    titles.find((title) => title !== undefined),
    language,
  );
}

export function severityTitle(name: string, head: ReportHead, language: Language): string {
  if (name === 'all') return sayIn(glanceWords, language).all;
  if (name === 'red-line') return sayIn(wordbooks, language).terms.redLine;
  const title = head.severities?.[name] ?? head.kinds[name] ?? head.levels[name];
  return inLanguage(title, language) || name;
}

/** `17.50%`, halves away from zero. */
export function percent(share: string): string {
  const value = parseRational(share);
  return value ? `${fixed(inPercent(value))}%` : '';
}

export function intervalText({ interval }: Pick<RateOfJson, 'interval'>): string {
  return interval ? `${percent(interval.low)}–${percent(interval.high)}` : '';
}

/** A plain decimal number with its thousands apart. */
export function shownAmount(amount: string): string {
  const [whole = '', ...cents] = amount.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+$)/gu, ','), ...cents].join('.');
}

function inPercent({ n, d }: Rational): Rational {
  return round(rational(n * 100n, d), 2, 'half up');
}

/** With two digits after the point; not below 0. */
function fixed(value: Rational): string {
  const hundredths = (value.n * 100n) / value.d;
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Columns beside each other, the first to the left, counts to the right. */
function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(plainOf(row[column] ?? '')))),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = (widths[column] ?? 0) + cell.length - plainOf(cell).length;
      const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
      return column === 0 ? padded(cell, width) : space + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** Without our own colours. */
function plainOf(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the escapes that paint
  return text.replaceAll(/\u001B\[\d+m/gu, '');
}
