import type { BlockContent } from 'mdast';

import { type Said, sayIn } from '../../base/language.ts';
import { heading, joined, type Line, paragraph, see } from '../../document/nodes.ts';
import { about } from '../../document/about.ts';
import { widthOf } from '../../document/columns.ts';
import { card } from '../../document/own-nodes.ts';
import { proseLine } from '../../document/prose.ts';
import type { ExampleEntry, RulePage, StepPage } from '../model.ts';
import { briefCitations, inBrief, labelledLine, namedLinks, type Writing } from './common.ts';
import { aboutRule, badgesOfCard, comingLines, narrowing, pointList, warnings } from './rule.ts';
import { marks } from '../../words/marks.ts';

/**
 * The card of a rule for those who do the work, in as few lines as it takes: what it comes to on red lines, for which
 * files, what to do, what it is judged by, what to keep; a limit stands in its sentence and nowhere else.
 *
 * @param times - that rules of its step set
 */
export function briefCard(
  rule: RulePage,
  times: StepPage['times'],
  writing: Writing,
): BlockContent {
  const { labels } = writing;
  const coming = comingLines(rule, writing);
  return card(
    [
      about(heading(3, `${rule.id} ${rule.title}`, rule.id), aboutRule(rule, writing)),
      paragraph(badgesOfCard(rule, writing), 'badges'),
      ...warnings(rule, writing),
      ...scope(rule, writing),
      ...inBrief(labels.how, proseLine(rule.how), writing),
      ...criterion(rule, writing),
      ...records(rule, times, writing),
      ...(rule.check === 'data' ? [] : inBrief(labels.standard, proseLine(rule.standard), writing)),
      ...inBrief(labels.mistakes, proseLine(rule.mistakes), writing),
      ...example(rule, 'pass', writing),
      ...example(rule, 'fail', writing),
      ...inBrief(labels.comingHere, joined(coming, labels.semicolon), writing),
      ...grounds(rule, writing),
    ],
    'brief',
  );
}

/** In one line what narrows it; nothing where it is for every file. */
function scope(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const parts = narrowing(rule, writing).map(([, part]) => part);
  if (parts.length === 0) return [];
  const says = parts.map(({ text }) => text).join(labels.semicolon);
  return [
    ...inBrief(labels.appliesTo, says, writing),
    ...pointList(parts.flatMap(({ points }) => points)),
  ];
}

/** What it asks, what the values are that it names, and in which tables its limits stand. */
function criterion(rule: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const asked = rule.criterion?.text ?? labels.manualCriterion;
  const says = rule.absenceFails ? labels.absenceFails + labels.behindStop + asked : asked;
  const named = rule.named.flatMap(({ title, says: value }) =>
    title === undefined ? [] : [labels.means(title, value)],
  );
  const tables = rule.limits.flatMap(({ id, kind, title }) =>
    kind === 'table' ? [see(`table-${id}`, title)] : [],
  );
  return [
    paragraph(labelledLine(labels.criterion, says, writing), 'criterion'),
    ...pointList(rule.criterion?.points ?? [], 'criterion'),
    ...inBrief(labels.where, named.join(labels.semicolon), writing),
    ...inBrief(labels.tables, joined(tables, labels.comma), writing),
  ];
}

/** What to keep, within what time, and who may approve an exception: one line. */
function records(
  rule: RulePage,
  times: StepPage['times'],
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  const own = times.filter((time) => time.rule.id === rule.id);
  const within = own.map(({ limit, value }) => value + labels.brackets(limit.title));
  const parts: readonly Line[] = [
    ...(rule.evidence.length === 0
      ? []
      : [labelledLine(labels.evidence, namedLinks(rule.evidence, 'document', writing), writing)]),
    ...(own.length === 0
      ? []
      : [labelledLine(labels.timeLimit, within.join(labels.comma), writing)]),
    ...(rule.waiver === undefined || rule.redLine
      ? []
      : [labelledLine(labels.waiver, labels.waiverBy(rule.waiver), writing)]),
  ];
  return parts.length === 0 ? [] : [paragraph(joined(parts, labels.semicolon), 'brief')];
}

/** Its clauses, and those by which a breach is punished: one line. */
function grounds({ basis, penalties }: RulePage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const parts = [
    [labels.basis, basis],
    [labels.penalties, penalties],
  ] as const;
  const lines = parts.flatMap(([label, cited]) =>
    cited.length === 0 ? [] : [labelledLine(label, briefCitations(cited, writing), writing)],
  );
  return lines.length === 0 ? [] : [paragraph(joined(lines, labels.semicolon), 'brief')];
}

/** The shortest that carries numbers, with them: what is measured, not days and ids. */
function example(
  { examples }: RulePage,
  status: ExampleEntry['status'],
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  const [shortest] = examples
    .filter((one) => one.status === status)
    .map(({ title, message, facts }) => [title, message === '' ? facts : message] as const)
    .filter(([, said]) => isMeasured(said))
    .map((told) => told.join(labels.semicolon))
    .filter((told) => widthOf(told) <= sayIn(longestExample, writing.manual.language))
    .toSorted((a, b) => widthOf(a) - widthOf(b));
  return inBrief(`${marks[status]} ${labels.statuses[status]}`, shortest ?? '', writing);
}

/** In half-width characters: what is longer is no example at a glance, and stands in the other editions. */
const longestExample: Said<number> = { zh: 180, en: 220 };

function isMeasured(said: string): boolean {
  return /\d/u.test(said.replaceAll(daysAndIds, ''));
}

const daysAndIds = /\d{4}-\d\d-\d\d|\d\d:\d\d(?::\d\d)?|[A-Z][\dA-Z-]*/gu;
