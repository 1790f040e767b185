import type { BlockContent } from 'mdast';

import { sayIn } from '../../base/language.ts';
import { visible } from '../../base/visible.ts';
import { heading, number, paragraph, rowHead, table } from '../../document/nodes.ts';
import { fold, section } from '../../document/own-nodes.ts';
import { type GlanceWords, glanceWords } from '../../words/glance.ts';
import {
  basisOf,
  groupTitle,
  intervalText,
  percent,
  severityTitle,
  shownAmount,
} from '../glance-titles.ts';
import type {
  AboutJson,
  GlanceGroupJson,
  GlanceJson,
  RateJson,
  RateOfJson,
} from '../json-format.ts';
import { bandOf } from '../glance.ts';
import type { Page } from './setting.ts';

/** By what files are told apart, and found in the list of files. */
const ofFiles = ['branch', 'product', 'month', 'amount'] as const;
type OfFiles = (typeof ofFiles)[number];

/** What the list of files finds a file by, of what tells it from others: `机构=0101`. Without a space, it is one word. */
export function tagsOf({ branch, product, day, amount }: AboutJson, page: Page): readonly string[] {
  const keys = { branch, product, month: day?.slice(0, 7), amount: bandOf(amount) ?? undefined };
  return ofFiles.flatMap((kind) => {
    const key = keys[kind];
    return key === undefined ? [] : [tagOf(kind, key, page)];
  });
}

function tagOf(kind: OfFiles, key: string, page: Page): string {
  const { tag } = sayIn(glanceWords, page.language);
  return visible(`${tag[kind]}=${titleOf(kind, key, page)}`.replaceAll(/\s+/gu, '_'));
}

function titleOf(kind: keyof GlanceJson['by'], key: string | null, page: Page): string {
  return groupTitle(kind, { key }, page.head, page.language);
}

/** Totals and rates, each number of files leading to these files; nothing for a single file. */
export function glanceSections(glance: GlanceJson, page: Page): readonly BlockContent[] {
  const { judged, files, findings, amount, after } = glance;
  if (judged < 2) return [];
  const words = sayIn(glanceWords, page.language);
  return [
    section('glance', words.title, [
      paragraph(words.counted(files, findings, judged, shownAmount(amount))),
      ...ratesBlocks(words.rates, glance, (rate) => rate, page),
      ...(after ? ratesBlocks(words.after, glance, (rate) => rate.after ?? rate, page) : []),
      paragraph(basisOf(page.head, words), 'soft'),
      ...(['stage', 'post', ...ofFiles] as const).flatMap((kind) =>
        groupsBlocks(kind, glance, page),
      ),
    ]),
  ];
}

function ratesBlocks(
  title: string,
  { rates, judged }: GlanceJson,
  of: (rate: RateJson) => RateOfJson,
  { head, language, words: { none, kindAndLevel } }: Page,
): readonly BlockContent[] {
  const words = sayIn(glanceWords, language);
  const hasTarget = rates.some(({ target }) => target !== null);
  const shown = rates.filter(
    ({ severity, files, target }) => severity === 'all' || files > 0 || target !== null,
  );
  const columns = [
    ...(hasTarget ? [column(words.atMost, ({ target }) => percentOr(target, ''))] : []),
    column(`${words.files} / ${words.judged}`, (rate) => `${of(rate).files} / ${judged}`),
    column(words.rate, (rate) => percentOr(of(rate).rate, none)),
    ...(rates.some(({ interval }) => interval)
      ? [column(words.interval, (rate) => intervalText(of(rate)))]
      : []),
    ...(hasTarget ? [column(words.target, (rate) => metText(of(rate), words))] : []),
  ];
  return [
    heading(3, title),
    table(
      [kindAndLevel, ...columns.map((one) => number(one.head))],
      shown.map((rate) => [
        rowHead(severityTitle(rate.severity, head, language)),
        ...columns.map(({ says }) => number(says(rate))),
      ]),
      'counts',
    ),
  ];
}

interface Column {
  readonly head: string;
  readonly says: (rate: RateJson) => string;
}

function column(head: string, says: Column['says']): Column {
  return { head, says };
}

function percentOr(rate: string | null, none: string): string {
  return rate === null ? none : percent(rate);
}

function metText({ met }: RateOfJson, words: GlanceWords): string {
  return met === null ? '' : words.met[met];
}

function groupsBlocks(
  kind: keyof GlanceJson['by'],
  { by }: GlanceJson,
  page: Page,
): readonly BlockContent[] {
  const words = sayIn(glanceWords, page.language);
  const groups = by[kind];
  if (groups.length < 2) return [];
  const heads = [words.files, words.findings, words.amount].map((title) => number(title));
  const rows = groups.map((group) => groupRow(kind, group, page));
  return [fold(words.by[kind], [table([words.by[kind], ...heads], rows, 'counts')])];
}

function groupRow(
  kind: keyof GlanceJson['by'],
  { key, files, judged, findings, amount }: GlanceGroupJson,
  page: Page,
) {
  const own = ofFiles.find((one) => one === kind);
  const count = judged === undefined ? String(files) : `${files} / ${judged}`;
  return [
    rowHead(titleOf(kind, key, page)),
    number(count, own && key !== null ? { 'data-tag': tagOf(own, key, page) } : {}),
    number(String(findings)),
    number(shownAmount(amount)),
  ];
}
