import type { BlockContent } from 'mdast';

import { redLineShape, shapes } from '../../words/marks.ts';
import type { Labels } from '../../words/manual.ts';
import type { Change, Manual } from '../model.ts';
import { labelled, limitLine, namedLinks, ruleLink, ruleLinks, type Writing } from './common.ts';
import {
  code,
  fence,
  heading,
  type Inline,
  joined,
  type Line,
  list,
  paragraph,
  quote,
  see,
  strong,
  table,
} from './nodes.ts';
import { prose, proseLine } from './prose.ts';

/** The cover and the page of approvals. */
export function cover(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const { stages } = manual;
  const steps = stages.flatMap((stage) => stage.steps).length;
  return [
    heading(1, labels.bookTitle(manual.title), 'cover'),
    quote(prose(labels.generated(manual.id, manual.version, manual.asOf)).slice(), 'generated'),
    table(
      [labels.item, labels.content],
      [
        [labels.code, [code(manual.id)]],
        [labels.version, manual.version],
        [labels.asOf, manual.asOf],
        [labels.issuer, manual.issuer],
        [labels.issue, manual.issue ? labels.issueSays(manual.issue) : labels.unsigned],
        [labels.owner, labels.ownerSays],
        [labels.scale, labels.scaleSays(stages.length, steps, manual.ruleCount)],
      ],
      'cover',
    ),
    ...(manual.issue ? labelled(labels.transition, manual.issue.transition, writing) : []),
    ...prose(manual.note),
    quote([paragraph(labels.restated)], 'note'),
  ];
}

export function approvalAndRevisions(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const coming = manual.changes
    .filter(({ day }) => day > manual.asOf)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const since = `${Number(manual.asOf.slice(0, 4)) - 1}-01-01`;
  const recent = manual.changes.filter(({ day }) => day <= manual.asOf && day >= since);
  const earlier = see('history', labels.historyAppendix);
  const { before, after } = labels.recentSays;
  return [
    heading(2, labels.approval, 'approval'),
    table(
      labels.approvalHead,
      labels.approvalRows.map((act, index) =>
        manual.issue && index === labels.approvalRows.length - 1
          ? [act, '', manual.issue.signedBy, manual.issue.signedOn]
          : [act, '', '', ''],
      ),
      'approval',
    ),
    ...acceptedClauses(writing),
    heading(2, labels.revisions, 'revisions'),
    paragraph(labels.revisionsSay),
    ...ownIssues(writing),
    heading(3, labels.coming),
    coming.length === 0 ? paragraph(labels.comingNone) : changeTable(coming, writing),
    heading(3, labels.recent),
    changeTable(recent, writing),
    paragraph([before, earlier, after]),
  ];
}

/** Clauses that the book was issued with although nobody verified them, and who answers for each. */
function acceptedClauses({ manual, labels }: Writing): readonly BlockContent[] {
  if (manual.accepted.length === 0) return [];
  const rows = manual.accepted.map(({ clause, by, on, why }): readonly Line[] => [
    [code(clause)],
    by,
    on,
    proseLine(why),
  ]);
  return [heading(3, labels.accepted), table(labels.acceptedHead, rows, 'accepted')];
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

export function howToUse({ labels }: Writing): readonly BlockContent[] {
  const marks: (readonly Line[])[] = [
    ...entries(labels.kinds).map(([kind, name]): readonly Line[] => [
      [code(name, `badge ${kind}`)],
      labels.kindsSay[kind],
    ]),
    ...entries(labels.forces).map(([force, name]): readonly Line[] => [
      [code(`${shapes[force]} ${name}`, 'badge')],
      labels.forcesSay[force],
    ]),
    [[code(`${redLineShape} ${labels.redLine}`, 'badge red')], labels.redLineSays],
    [[strong(labels.unverified)], labels.unverifiedSays],
  ];
  return [
    heading(2, labels.use, 'use'),
    list(
      labels.useSays.map((says) => prose(says)),
      true,
    ),
    heading(3, labels.marks),
    table(labels.marksHead, marks),
    heading(3, labels.outcomes),
    table(
      labels.outcomesHead,
      entries(labels.statuses).map(([status, name]) => [name, labels.statusesSay[status]]),
    ),
  ];
}

/** The keys and values of a record, with the keys it is known to have. */
function entries<K extends string>(
  record: Readonly<Record<K, string>>,
): readonly (readonly [K, string])[] {
  return Object.entries<string>(record) as [K, string][];
}

/** The whole process on a page: stages, steps, posts, times, gates; as a chart where the reader can draw it. */
export function atAGlance(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const tables = manual.stages.flatMap((stage): readonly BlockContent[] => [
    paragraph([strong(see(`stage-${stage.id}`, labels.chapter(stage.number, stage.title)))]),
    table(
      labels.glanceHead,
      stage.steps.map((step) => [
        [`${step.number} `, see(`step-${step.id}`, step.title)],
        namedLinks(step.posts, 'post', writing),
        limitLine(step, writing),
        ruleLinks(
          step.gate.map(({ id }) => id),
          writing,
        ),
        ruleLinks(
          step.rules.map(({ id }) => id),
          writing,
        ),
      ]),
      'glance',
    ),
  ]);
  return [heading(2, labels.glance, 'glance'), chart(manual, labels), ...tables];
}

function chart({ stages }: Manual, labels: Labels): BlockContent {
  const steps = stages.flatMap((stage) => stage.steps);
  const nodeOf = new Map(steps.map(({ id }, index) => [id, `s${index + 1}`]));
  const boxes = stages.flatMap((stage, at) => [
    `  subgraph g${at + 1} ["${label(stage.title)}"]`,
    ...stage.steps.map(({ id, number, title, posts, within }) => {
      const by = posts.map((post) => post.title).join(labels.comma);
      const most = within ? labels.brackets(labels.withinShort(within.workingDays)) : '';
      return `    ${nodeOf.get(id)}["${label(`${number} ${title}${most}${labels.colon}${by}`)}"]`;
    }),
    '  end',
  ]);
  const arrows = steps.flatMap(({ id, after }) =>
    after.flatMap((before) =>
      nodeOf.has(before.id) ? [`  ${nodeOf.get(before.id)} --> ${nodeOf.get(id)}`] : [],
    ),
  );
  return fence('mermaid', ['flowchart TD', ...boxes, ...arrows].join('\n'));
}

/** Mermaid has its own meaning for these. */
function label(words: string): string {
  return words.replaceAll(/["[\]{}<>#;\n]/gu, ' ').trim();
}
