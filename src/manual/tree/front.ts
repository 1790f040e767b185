import type { BlockContent } from 'mdast';

import { redLineShape, shapes } from '../../words/marks.ts';
import {
  code,
  heading,
  joined,
  type Line,
  list,
  paragraph,
  quote,
  see,
  strong,
  table,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';
import type { Manual, Principle, RulePage } from '../model.ts';
import { labelled, namedLinks, type Writing } from './common.ts';

/** What it is called: the handbook of a post by the post. */
export function titleOf({ labels, title, posts, reading }: Manual): string {
  const post = posts.find(({ id }) => id === reading.post);
  return post
    ? labels.handbookTitle(title, labels.handbookOf(post.title))
    : labels.bookTitle(title);
}

/** What stands on the cover. */
export function titlePage(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const { book, issue } = manual;
  const given = (words: string) => (words === '' ? labels.toFillIn : words);
  return [
    heading(1, titleOf(manual), 'cover'),
    ...draftNotice(writing),
    quote(prose(labels.generated(manual.id, manual.version, manual.asOf)).slice(), 'generated'),
    table(
      [labels.item, labels.content],
      [
        [labels.bookNumber, given(book.number)],
        [labels.version, manual.version],
        [labels.effective, issue ? issue.effectiveFrom : labels.unsigned],
        [labels.asOf, manual.asOf],
        [labels.owner, given(book.owner)],
        [labels.secrecy, given(book.secrecy)],
        [labels.issuer, given(manual.issuer)],
        [labels.issue, issue ? labels.issueSays(issue) : labels.unsigned],
        [labels.code, [code(manual.id)]],
      ],
      'cover',
    ),
    ...(issue ? labelled(labels.transition, issue.transition, writing) : []),
    quote([paragraph(labels.restated)], 'note'),
  ];
}

/** That it is a draft, and which cases failed. */
function draftNotice({ manual: { draft }, labels }: Writing): readonly BlockContent[] {
  if (!draft) return [];
  const { failed } = draft;
  const says = paragraph([strong(labels.draft), labels.colon, labels.draftSays(failed.length)]);
  if (failed.length === 0) return [says];
  const rows = failed.map(({ rule, title, place }): readonly Line[] => [
    rule,
    title,
    [code(place)],
  ]);
  return [says, table(labels.failedHead, rows, 'failed')];
}

/** Who prepared, reviewed, countersigned and approved it, with room to sign. */
export function approval(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const rows = signed.flatMap((act): readonly (readonly Line[])[] => {
    const own = manual.book.signatures.filter((one) => one.act === act);
    const name = labels.acts[act];
    if (own.length > 0) return own.map((one) => [name, one.by, one.name, one.on]);
    const { issue } = manual;
    return [
      act === 'approve' && issue ? [name, '', issue.signedBy, issue.signedOn] : [name, '', '', ''],
    ];
  });
  return [
    heading(2, labels.approval, 'approval'),
    table(labels.approvalHead, rows, 'approval'),
    ...acceptedClauses(writing),
  ];
}

const signed = ['prepare', 'review', 'countersign', 'approve'] as const;

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

/** What the whole comes down to, on a page: scope, products, risks, principles with their limits, authority. */
export function summary(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const { stages, products } = manual;
  const steps = stages.flatMap((stage) => stage.steps);
  return [
    heading(2, labels.summary, 'summary'),
    // it speaks of the whole book
    ...(manual.reading.isPart ? [] : labelled(labels.scope, manual.note, writing)),
    ...(products.length === 0
      ? []
      : [
          paragraph([
            strong(labels.products),
            labels.colon,
            products.map(({ title }) => title).join(labels.comma),
          ]),
        ]),
    paragraph([
      strong(labels.scale),
      labels.colon,
      labels.scaleSays(stages.length, steps.length, manual.ruleCount),
    ]),
    ...mainRisks(writing),
    ...principles(writing),
    ...authority(writing),
  ];
}

/** Kinds of risk by how many red lines stand against each, and where. */
function mainRisks({ manual, labels }: Writing): readonly BlockContent[] {
  const found = manual.stages.flatMap((stage) =>
    stage.steps.flatMap(({ rules }) =>
      rules
        .filter((rule) => rule.redLine && rule.state !== 'past')
        .map((rule) => ({ rule, stage })),
    ),
  );
  if (found.length === 0) return [];
  const byType = [...Map.groupBy(found, ({ rule }) => riskOf(rule))].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const rows = byType.map(([type, own]): readonly Line[] => [
    type,
    String(own.length),
    joined(
      [...Map.groupBy(own, ({ stage }) => stage)].map(([stage, those]): Line => [
        see(`stage-${stage.id}`, stage.title),
        ` ${those.length}`,
      ]),
      labels.comma,
    ),
  ]);
  return [heading(3, labels.mainRisks), table(labels.mainRisksHead, rows, 'risks')];
}

function riskOf({ risk }: RulePage): string {
  return risk?.type ?? '';
}

function principles({ manual, labels }: Writing): readonly BlockContent[] {
  const { book, asOf } = manual;
  if (book.principles.length === 0) return [];
  const lines = book.principles.map(({ says, limits }: Principle): Line => [
    ...proseLine(says),
    ...(limits.length === 0
      ? []
      : [
          labels.principleLimits,
          ...joined(
            limits.map(({ id, title, value }): Line => [
              see(`parameter-${id}`, title),
              `${labels.colon}${value}`,
            ]),
            labels.semicolon,
          ),
          labels.fullStop,
        ]),
  ]);
  return [heading(3, labels.principles), paragraph(labels.principlesSay(asOf)), list(lines, true)];
}

/** The rows of the table of authority that hold on the day. */
function authority({ manual, labels }: Writing): readonly BlockContent[] {
  const page = manual.tables.find(({ id }) => id === manual.book.authority);
  const now = page?.editions.find(({ inForce }) => inForce);
  if (!page || !now) return [];
  return [
    heading(3, labels.tiers),
    table(
      [...page.inputs, ...page.outputs],
      now.rows.map(({ cells }) =>
        cells.map((cell, column) =>
          column < page.inputs.length && cell === labels.none ? labels.whichever : cell,
        ),
      ),
      'decision',
    ),
    ...prose(page.note),
    paragraph([labels.tiersSay, see(`table-${page.id}`, page.title), labels.fullStop]),
  ];
}

/** Each post with its duties, and beside them the posts that the same person may not hold. */
export function dutiesOfPosts(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  if (manual.posts.length === 0) return [];
  const rows = manual.posts.map((post): readonly Line[] => {
    const others = manual.incompatible
      .filter(({ posts }) => posts.includes(post.title))
      .flatMap(({ posts }) => posts.filter((title) => title !== post.title));
    const named = manual.posts.filter(({ title }) => others.includes(title));
    return [
      namedLinks([post], 'post', writing),
      proseLine(post.duties),
      namedLinks(named, 'post', writing),
    ];
  });
  return [
    heading(2, labels.dutiesOfPosts, 'duties'),
    paragraph([
      labels.incompatibleSays,
      ...(manual.incompatible.length === 0
        ? []
        : [labels.whySays, see('incompatible', labels.incompatible), labels.fullStop]),
    ]),
    table(labels.dutiesHead, rows, 'duties'),
  ];
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
