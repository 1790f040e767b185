import { inLanguage, type Language, sayIn, textsIn } from '../base/language.ts';
import { oneLine } from '../base/shown.ts';
import { formatNumber, plainValue } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import type { Program, ServicePromise } from '../program/ast.ts';
import type { ServiceCase } from '../service/case.ts';
import type { ServiceFigure, ServiceGroup, ServiceReport } from '../service/figures.ts';
import type { Interval } from '../values/proportion.ts';
import { type Rational, round, toNumber } from '../values/rational.ts';
import { wordOf } from '../words/own.ts';
import { type ServiceWords, serviceWords } from '../words/service.ts';
import { csv } from './csv.ts';
import type { ServiceReportJson } from './figures-json.ts';
import type { Paint } from './paint.ts';
import { maskedBy } from './personal.ts';
import { padded, widthOf } from './width.ts';

export interface ServiceOptions {
  readonly language: Language;
  readonly unmasked: boolean;
}

/** Cases that a list shows, at most; JSON and CSV have all. */
export const mostShown = 30;

/** What is said of promises, in the rulebook's words where it has its own. */
export function serviceWordsOf({ rulebook }: Program, language: Language): ServiceWords {
  const words = sayIn(serviceWords, language);
  const branch = wordOf(rulebook.manifest.data, 'unit', language);
  return { ...words, by: { ...words.by, branch } };
}

/** A figure of a promise in words, for a terminal and for a document. */
export function figureShown(figure: ServiceFigure, program: Program, options: ServiceOptions) {
  const { language } = options;
  const words = serviceWordsOf(program, language);
  const lexicon = lexiconOf(language, program.setting);
  const { data } = figure.promise.entry;
  const time = (value: Rational | undefined) =>
    value ? formatNumber(round(value, 1, 'half up'), data.unit, lexicon) : '';
  const { share, interval, range } = figure;
  return {
    title: inLanguage(data.title, language),
    service: inLanguage(data.service, language),
    counts: figure.counts,
    share: share ? percent(toNumber(share)) : words.noShare,
    interval: interval ? percents(interval) : '',
    range: range ? words.range(percent(toNumber(range[0])), percent(toNumber(range[1]))) : '',
    median: time(figure.median),
    ninetieth: time(figure.ninetieth),
  };
}

/** A case in words. */
export function caseShown(one: ServiceCase, program: Program, options: ServiceOptions) {
  const { language } = options;
  const words = serviceWordsOf(program, language);
  const lexicon = lexiconOf(language, program.setting);
  const { data } = one.promise.entry;
  const posts = (data.posts ?? []).map((name) => {
    const post = program.rulebook.posts?.data.posts.find((of) => of.post === name);
    return post ? inLanguage(post.title, language) : name;
  });
  const time = (value: Rational | undefined) =>
    value ? formatNumber(round(value, 1, 'half up'), data.unit, lexicon) : '';
  const lacking = one.missing.map(({ pointer }) => pathLike(pointer)).filter(Boolean);
  return {
    title: inLanguage(data.title, language),
    file: one.file,
    element: one.element ?? '',
    branch: keyShown('branch', one.branch, one.promise, program, options),
    customer: keyShown('customer', one.customer, one.promise, program, options),
    holder: one.holder ?? words.untoldKey,
    posts: posts.join(lexicon.comma),
    began: one.began ?? '',
    limit: one.limit ?? '',
    asOf: one.asOf ?? '',
    over: time(one.over),
    why:
      one.why === undefined
        ? ''
        : lacking.length > 0
          ? [...new Set(lacking)].join(lexicon.comma)
          : words.why[one.why],
  };
}

/** How promises were kept, as a person reads it. */
export function prettyService(
  report: ServiceReport,
  program: Program,
  options: ServiceOptions,
  paint: Paint,
): string {
  const words = serviceWordsOf(program, options.language);
  const head = [paint.bold(words.title), ...headOf(report, words).map((line) => paint.dim(line))];
  const blocks = report.groups.map((group) => {
    const shown = group.figures.map((figure) => figureShown(figure, program, options));
    const width = Math.max(0, ...shown.map(({ title }) => widthOf(title)));
    const lines = shown.map((one) => {
      const { counts } = one;
      const mark =
        counts.late > 0
          ? paint.red('✗')
          : counts.broken > 0
            ? paint.yellow('!')
            : counts.kept > 0
              ? paint.green('✓')
              : paint.dim('·');
      const states = stateNames.flatMap((state) =>
        counts[state] > 0 ? [`${words.states[state]} ${counts[state]}`] : [],
      );
      const parts = [
        one.interval === '' ? one.share : `${words.share} ${one.share}（${one.interval}）`,
        ...(one.range === '' ? [] : [one.range]),
        ...states,
        ...(one.median === '' ? [] : [`${words.median} ${one.median}`]),
        ...(one.ninetieth === '' ? [] : [`${words.ninetieth} ${one.ninetieth}`]),
      ];
      return `  ${mark} ${padded(oneLine(one.title), width)}  ${parts.join(' · ')}`;
    });
    return [
      ...(report.by === 'promise'
        ? []
        : [paint.bold(oneLine(groupShown(group, report, program, options)))]),
      ...lines,
    ].join('\n');
  });
  const late = report.late.slice(0, mostShown).map((one) => {
    const shown = caseShown(one, program, options);
    return `  ${paint.red('✗')} ${oneLine(
      [
        `${shown.file}${shown.element === '' ? '' : `/${shown.element}`}`,
        shown.title,
        `${words.by.customer} ${shown.customer}`,
        `${words.began} ${shown.began}`,
        ...(shown.limit === '' ? [] : [`${words.limit} ${shown.limit}`]),
        `${words.asOfDay} ${shown.asOf} ${words.over} ${shown.over}`,
        `${words.holder} ${shown.holder}`,
      ].join(' · '),
    )}`;
  });
  const untold = report.untold.slice(0, mostShown).map((one) => {
    const shown = caseShown(one, program, options);
    return `  ? ${oneLine(`${shown.file}${shown.element === '' ? '' : `/${shown.element}`} · ${shown.title} · ${shown.why}`)}`;
  });
  const parts = [
    head.join('\n'),
    ...(blocks.length > 0 ? blocks : [words.none]),
    ...(report.groups.length > 0
      ? [
          report.late.length === 0
            ? words.noLate
            : [paint.bold(words.late), ...late, ...moreOf(report.late.length)].join('\n'),
        ]
      : []),
    ...(untold.length > 0
      ? [[paint.bold(words.untold), ...untold, ...moreOf(report.untold.length)].join('\n')]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;

  function moreOf(count: number): readonly string[] {
    return count > mostShown ? [`  ${words.more(count - mostShown)}`] : [];
  }
}

export const stateNames = ['kept', 'broken', 'open', 'late', 'untold'] as const;

/** What a report is of: days and numbers of files. */
export function headOf(report: ServiceReport, words: ServiceWords): readonly string[] {
  const { from, until, today, files, unread, outside } = report;
  return [
    words.files(files, unread),
    words.asOf(today),
    ...(from === undefined && until === undefined ? [] : [words.period(from, until)]),
    ...(outside > 0 ? [words.outside(outside)] : []),
  ];
}

/** Whose the figures of a group are. */
export function groupShown(
  { key, figures }: ServiceGroup,
  { by }: ServiceReport,
  program: Program,
  options: ServiceOptions,
): string {
  const words = serviceWordsOf(program, options.language);
  const [first] = figures;
  if (by === 'promise' || !first) return words.all;
  return `${words.by[by]} ${keyShown(by, key, first.promise, program, options)}`;
}

/** How promises were kept, as data, exact; the same files give the same bytes. */
export function jsonService(
  report: ServiceReport,
  cases: readonly ServiceCase[],
  program: Program,
  digest: string,
  options: ServiceOptions,
): ServiceReportJson {
  const { id, version, languages } = program.rulebook.manifest.data;
  const { by, today, from, until, files, unread, outside } = report;
  return {
    format: 1,
    rulebook: { id, version, digest },
    by,
    today: today ?? null,
    from: from ?? null,
    until: until ?? null,
    files,
    unread,
    outside,
    groups: report.groups.map(({ key, figures }) => ({
      key:
        key === undefined || by === 'promise' || !figures[0]
          ? null
          : keyShown(by, key, figures[0].promise, program, options),
      promises: figures.map((figure) => ({
        promise: figure.promise.name,
        title: textsIn(languages, (language) =>
          inLanguage(figure.promise.entry.data.title, language),
        ),
        unit: figure.promise.entry.data.unit,
        ...figure.counts,
        share: exact(figure.share),
        interval: figure.interval
          ? [figure.interval.low.toFixed(6), figure.interval.high.toFixed(6)]
          : null,
        range: figure.range ? [plainValue(figure.range[0]), plainValue(figure.range[1])] : null,
        median: exact(figure.median),
        ninetieth: exact(figure.ninetieth),
      })),
    })),
    cases: cases.map((one) => ({
      promise: one.promise.name,
      file: one.file,
      element: one.element ?? null,
      pointer: one.pointer,
      branch: one.branch ?? null,
      customer:
        one.customer === undefined
          ? null
          : keyShown('customer', one.customer, one.promise, program, options),
      officer: one.officer ?? null,
      holder: one.holder ?? null,
      state: one.state,
      began: one.began ?? null,
      done: one.done ?? null,
      limit: one.limit ?? null,
      asOf: one.asOf ?? null,
      within: exact(one.within),
      taken: exact(one.taken),
      over: exact(one.over),
      why: one.why ?? null,
      missing: one.missing.map(({ pointer }) => pointer),
    })),
  };
}

/** All cases as a table, one a row. */
export function csvService(
  cases: readonly ServiceCase[],
  program: Program,
  options: ServiceOptions,
): string {
  const words = serviceWordsOf(program, options.language);
  const rows = cases.map((one) => [
    one.promise.name,
    inLanguage(one.promise.entry.data.title, options.language),
    one.file,
    one.element ?? '',
    one.branch ?? '',
    keyShown('customer', one.customer, one.promise, program, options),
    one.officer ?? '',
    one.holder ?? '',
    words.states[one.state],
    one.began ?? '',
    one.done ?? '',
    one.limit ?? '',
    one.asOf ?? '',
    one.promise.entry.data.unit,
    exact(one.within) ?? '',
    exact(one.taken) ?? '',
    exact(one.over) ?? '',
    one.why === undefined ? '' : words.why[one.why],
    one.missing.map(({ pointer }) => pathLike(pointer)).join(' '),
  ]);
  return csv([words.columns, ...rows]);
}

function keyShown(
  by: 'branch' | 'customer' | 'officer',
  key: string | undefined,
  promise: ServicePromise,
  program: Program,
  { language, unmasked }: ServiceOptions,
): string {
  if (key === undefined) return serviceWordsOf(program, language).untoldKey;
  return maskedBy(key, promise.by[by].core, unmasked);
}

/** `98.5%`, to one digit. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

export function percents({ low, high }: Interval): string {
  return `${percent(low)}–${percent(high)}`;
}

function exact(value: Rational | undefined): string | null {
  return value ? plainValue(value) : null;
}

function pathLike(pointer: string): string {
  return pointer.startsWith('/') ? pointer.slice(1).replaceAll('/', '.') : pointer;
}
