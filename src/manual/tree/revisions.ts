import type { BlockContent } from 'mdast';

import {
  heading,
  type Inline,
  joined,
  type Line,
  paragraph,
  see,
  table,
} from '../../document/nodes.ts';
import { proseLine } from '../../document/prose.ts';
import type { Change, Named, Revision } from '../model.ts';
import { ruleLink, type Writing } from './common.ts';

/** What changed, and what will: the coming changes in full, those of two years a row a day. */
export function revisions(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const coming = manual.changes
    .filter(({ day }) => day > manual.asOf)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const since = `${Number(manual.asOf.slice(0, 4)) - 1}-01-01`;
  const recent = manual.changes.filter(({ day }) => day <= manual.asOf && day >= since);
  const earlier = see('history', labels.historyAppendix);
  const { before, after } = labels.recentSays;
  return [
    heading(2, labels.revisions, 'revisions'),
    paragraph(labels.revisionsSay),
    ...ownIssues(writing),
    heading(3, labels.coming),
    coming.length === 0 ? paragraph(labels.comingNone) : changeTable(coming, writing),
    ...(manual.revision
      ? sinceLast(manual.revision, writing)
      : [heading(3, labels.recent), dayTable(recent, writing)]),
    paragraph([before, earlier, after]),
  ];
}

/** Rules that were issued by a document of their own. */
function ownIssues(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  if (manual.ownIssues.length === 0) return [];
  const rows = manual.ownIssues.map(({ id, title, issue }): readonly Line[] => [
    [ruleLink(id, writing), ` ${title}`],
    labels.issueSays(issue),
    proseLine(issue.transition),
  ]);
  return [heading(3, labels.ownIssues), table(labels.ownIssuesHead, rows, 'issues')];
}

/** Every change, for the appendix. */
export function historyChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.historyAppendix), 'history'),
    paragraph(labels.historySays),
    changeTable(manual.changes, writing),
  ];
}

function changeTable(changes: readonly Change[], writing: Writing): BlockContent {
  const { labels } = writing;
  return table(
    labels.changeHead,
    changes.map((change) => [
      change.day,
      labels.changeSorts[change.sort],
      changed(change, writing),
    ]),
    'changes',
  );
}

function changed({ sort, things }: Change, writing: Writing): readonly Inline[] {
  const { labels } = writing;
  const isRule = sort.startsWith('rule');
  const lines = things.map(({ id, title, what }): Line => {
    const name = isRule ? [ruleLink(id, writing), ` ${title}`] : [see(`${sort}-${id}`, title)];
    return what === '' ? name : [...name, `${labels.colon}${what}`];
  });
  return joined(lines, labels.semicolon);
}

/** Longer than this, what changed on a day is counted, not listed: one day must not fill a page. */
const mostListed = 6;

/** A row a day: what changed in substance by name, or by number where it is much; new citations by their source. */
function dayTable(changes: readonly Change[], writing: Writing): BlockContent {
  const { labels } = writing;
  const [day, , what] = labels.changeHead;
  const rows = [...Map.groupBy(changes, (change) => change.day)].map(
    ([on, own]): readonly Line[] => [
      on,
      joined(
        own.flatMap((change) => condensed(change, writing)),
        labels.semicolon,
      ),
    ],
  );
  return table([day, what], rows, 'changes');
}

function condensed(change: Change, writing: Writing): readonly Line[] {
  const { labels } = writing;
  const cited = change.things.filter(({ cites }) => cites !== undefined);
  const things = change.things.filter(({ cites }) => cites === undefined);
  const sort = labels.changeSorts[change.sort];
  const lines: readonly Line[] =
    things.length > mostListed
      ? [labels.changeCount(sort, things.length)]
      : things.length === 0
        ? []
        : [[`${sort}${labels.colon}`, ...changed({ ...change, things }, writing)]];
  const bySource = Map.groupBy(cited, ({ cites }) => cites ?? '');
  return [...lines, ...[...bySource].map(([source, own]) => citedLine(source, own, writing))];
}

/** Rules that rest on a new source and judge as before: one line for all of them. */
function citedLine(source: string, rules: readonly Named[], writing: Writing): Line {
  const { labels } = writing;
  const says = labels.citedAnew(source, rules.length);
  if (rules.length > mostListed) return says;
  const links = rules.map(({ id }) => ruleLink(id, writing));
  return [says, labels.colon, ...joined(links, labels.comma)];
}

/** A row a sort of change against the last issue: what changed in substance, then new clauses by their source. */
function sinceLast(revision: Revision, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const { version, asOf, begun, ended, limits, changed: edited, steps, cited } = revision;
  const rows: readonly (readonly [keyof typeof labels.sinceSorts, readonly Line[]])[] = [
    ['begun', begun.map((one) => ruleNamed(one, writing))],
    ['ended', ended.map((one) => ruleNamed(one, writing))],
    ['limits', limits.map((one) => limitChanged(one, writing))],
    [
      'changed',
      edited.map(({ parts, isSameEdition, ...one }): Line => [
        ...ruleNamed(one, writing),
        labels.colon,
        parts.map((part) => labels.ruleParts[part]).join(labels.comma),
        isSameEdition ? labels.brackets(labels.editedInPlace) : '',
      ]),
    ],
    ['steps', steps.map(({ id, title }) => [see(`step-${id}`, title)])],
    ['cited', cited.map(({ source, rules }) => citedLine(source, rules, writing))],
  ];
  const told = rows.filter(([, lines]) => lines.length > 0);
  return [
    heading(3, labels.sinceLast(version, asOf)),
    told.length === 0
      ? paragraph(labels.sinceLastNone)
      : table(
          labels.sinceLastHead,
          told.map(([sort, lines]) => [labels.sinceSorts[sort], joined(lines, labels.semicolon)]),
          'changes',
        ),
  ];
}

function ruleNamed({ id, title }: Named, writing: Writing): readonly Inline[] {
  return [ruleLink(id, writing), ` ${title}`];
}

function limitChanged(
  { id, title, kind, before, after, usedBy }: Revision['limits'][number],
  writing: Writing,
): Line {
  const { labels } = writing;
  const value = (says: string) => (says === '' ? labels.none : says);
  const what =
    before === undefined && after === undefined
      ? labels.revised
      : labels.wasIs(value(before ?? ''), value(after ?? ''));
  return [
    see(`${kind}-${id}`, title),
    `${labels.colon}${what}`,
    ...(usedBy.length === 0
      ? []
      : usedBy.length > mostListed
        ? [labels.brackets(labels.rulesTouched(usedBy.length))]
        : inBrackets(
            joined(
              usedBy.map((rule) => ruleLink(rule, writing)),
              labels.comma,
            ),
            writing,
          )),
  ];
}

function inBrackets(content: readonly Inline[], { labels }: Writing): readonly Inline[] {
  const [before = '', after = ''] = labels.brackets('|').split('|');
  return [before, ...content, after];
}
