import type { BlockContent } from 'mdast';

import type { PostEntry, RulePage, SourceEntry, StepPage } from '../model.ts';
import {
  citationRefs,
  labelled,
  namedLinks,
  periodOf,
  restingOn,
  ruleLink,
  ruleLinks,
  type Writing,
} from './common.ts';
import {
  code,
  fileLink,
  heading,
  type Inline,
  joined,
  type Line,
  list,
  paragraph,
  see,
  strong,
  table,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';
import { timeLimit } from './step.ts';

export function postsChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const pairs = manual.incompatible.map(({ posts, why, basis }): readonly Line[] => [
    posts.join(' × '),
    proseLine(why),
    citationRefs(basis, writing),
  ]);
  return [
    heading(1, labels.appendix(number, labels.postsAppendix), 'posts'),
    ...manual.posts.flatMap((post) => postSection(post, writing)),
    ...(pairs.length === 0
      ? []
      : [
          heading(2, labels.incompatible, 'incompatible'),
          paragraph(labels.incompatibleSays),
          table(labels.incompatibleHead, pairs),
        ]),
  ];
}

function postSection(post: PostEntry, writing: Writing): readonly BlockContent[] {
  return [heading(2, post.title, `post-${post.id}`), ...postBlocks(post, writing)];
}

/** The handbook of the post that a manual is for. */
export function handbook(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return manual.posts
    .filter(({ id }) => id === manual.reading.post)
    .flatMap((post) => [
      heading(2, labels.handbookOf(post.title), `post-${post.id}`),
      ...postBlocks(post, writing, true),
    ]);
}

/** What a post answers for and may decide, whose work its holder may not do, its tasks with their times, its rules. */
function postBlocks(
  { id, title, duties, authority }: PostEntry,
  writing: Writing,
  isHandbook = false,
): readonly BlockContent[] {
  const { labels, manual } = writing;
  const steps = manual.stages.flatMap((stage) => stage.steps);
  const others = manual.incompatible.flatMap(({ posts, why }): readonly Line[] =>
    posts.includes(title)
      ? [
          [
            strong(posts.filter((one) => one !== title).join(labels.comma)),
            labels.colon,
            ...proseLine(why),
          ],
        ]
      : [],
  );
  const tasks = steps.flatMap((step): readonly (readonly Line[])[] => {
    const own = step.tasks.filter(({ post }) => post.id === id);
    if (own.length === 0 && !step.posts.some((post) => post.id === id)) return [];
    const does = joined(
      own.map((task, index) => [own.length > 1 ? `${index + 1}. ` : '', ...proseLine(task.does)]),
      labels.semicolon,
    );
    return [
      [
        namedLinks([step], 'step', writing),
        does.length === 0 ? labels.none : does,
        timeLimit(step, writing),
      ],
    ];
  });
  const bySteps = steps.map((step) => ({
    step,
    own: step.rules.filter(({ posts }) => posts.some((post) => post.id === id)),
  }));
  const rules = bySteps.flatMap(({ own }) => own);
  return [
    ...labelled(labels.duties, duties, writing),
    ...labelled(labels.authority, authority, writing),
    ...(others.length === 0
      ? []
      : [paragraph([strong(labels.incompatible), labels.colon.trimEnd()]), list(others)]),
    ...(tasks.length === 0 ? [] : [table(labels.tasksHead, tasks, 'tasks')]),
    ...(isHandbook && rules.length > 0
      ? [
          paragraph([strong(labels.rules), labels.colon.trimEnd()]),
          table(
            labels.rulesOfPostHead,
            bySteps.flatMap(({ step, own }) => (own.length === 0 ? [] : [rulesOfStep(step, own)])),
            'rules',
          ),
        ]
      : [
          paragraph([
            strong(labels.rules),
            labels.colon,
            ...(rules.length === 0
              ? [labels.none]
              : joined(
                  rules.map((rule) => [ruleLink(rule.id, writing), ` ${rule.title}`]),
                  labels.semicolon,
                )),
          ]),
        ]),
  ];

  /** Red lines by their names; of the others, which a post has dozens of, the ids alone. */
  function rulesOfStep(step: StepPage, own: readonly RulePage[]): readonly Line[] {
    const red = own.filter(({ redLine }) => redLine);
    const others = own.filter(({ redLine }) => !redLine);
    return [
      namedLinks([step], 'step', writing),
      red.length === 0
        ? labels.none
        : joined(
            red.map((rule) => [ruleLink(rule.id, writing), ` ${rule.title}`]),
            labels.semicolon,
          ),
      others.length === 0
        ? labels.none
        : joined(
            others.map((rule) => [ruleLink(rule.id, writing)]),
            labels.comma,
          ),
    ];
  }
}

export function documentsChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.documentsAppendix), 'documents'),
    ...manual.documents.flatMap(({ id, title, note, steps, rules }): readonly BlockContent[] => [
      heading(2, title, `document-${id}`),
      ...prose(note),
      paragraph([
        strong(labels.documentsHead[2]),
        labels.colon,
        ...namedLinks(steps, 'step', writing),
        labels.semicolon,
        strong(labels.documentsHead[3]),
        labels.colon,
        ...ruleLinks(rules, writing),
        ...(manual.specimens.some(({ document }) => document.id === id)
          ? [labels.semicolon, see(`specimen-${id}`, labels.specimenHere)]
          : []),
      ]),
    ]),
  ];
}

/** Source by source and clause by clause, with what was made of each. */
export function clausesChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.clauses), 'clauses'),
    paragraph(labels.clausesSay),
    ...manual.sources.flatMap((source) => sourceSection(source, writing)),
  ];
}

function sourceSection(source: SourceEntry, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const facts = [
    labels.sourceKinds[source.kind],
    source.number,
    source.issuer,
    source.issued,
    source.period ? periodOf(source.period, writing) : '',
    source.reviewedOn === '' ? '' : labels.reviewedOn(source.reviewedOn),
    source.read ? labels.read(labels.textsRead[source.read.text], source.read) : '',
  ].filter((fact) => fact !== '');
  const rows = source.clauses.map((clause): readonly Line[] => [
    [code(clause.ref), ` ${clause.clause}`],
    [...proseLine(clause.text), ...figuresLine(clause.figures, labels)],
    clause.verified ? labels.confidences[clause.confidence] : [strong(labels.unverified)],
    restingOn(clause, writing),
  ]);
  return [
    heading(2, source.title, `source-${source.id}`),
    paragraph([facts.join(labels.semicolon), ' ', fileLink(source.path)]),
    table(labels.clausesHead, rows, 'clauses'),
  ];
}

function figuresLine(figures: readonly string[], labels: Writing['labels']): readonly Inline[] {
  return figures.length === 0 ? [] : [' ', labels.figures(figures.join(labels.semicolon))];
}
