import { type Language, sayIn } from '../base/language.ts';
import { glanceWords } from '../words/glance.ts';
import {
  basisOf,
  changeText,
  groupTitle,
  intervalText,
  percent,
  severityTitle,
  shownAmount,
} from './glance-titles.ts';
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
