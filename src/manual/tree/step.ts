import type { BlockContent } from 'mdast';

import type { StagePage, StepPage } from '../model.ts';
import {
  citation,
  labelled,
  limitLine,
  namedLinks,
  periodOf,
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
  taskList,
} from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';
import { ruleSection } from './rule.ts';

/** A chapter: a stage, its steps in order, and each step's rules. */
export function stageChapter(
  stage: StagePage,
  number: number,
  writing: Writing,
): readonly BlockContent[] {
  const { labels, manual } = writing;
  if (manual.isFlat) {
    return [
      heading(1, labels.chapter(number, stage.title), `stage-${stage.id}`),
      ...stage.steps.flatMap((step) => [
        ...overview(step, writing),
        ...step.rules.flatMap((rule) => ruleSection(rule, writing)),
      ]),
    ];
  }
  return [
    heading(1, labels.chapter(number, stage.title), `stage-${stage.id}`),
    ...prose(stage.purpose),
    ...stage.steps.flatMap((step, index) => stepSection(step, `${number}.${index + 1}`, writing)),
  ];
}

function stepSection(step: StepPage, number: string, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    heading(2, `${number} ${step.title}`, `step-${step.id}`),
    ...labelled(labels.purpose, step.purpose, writing),
    particulars(step, writing),
    ...labelled(labels.takes, step.takes, writing),
    ...tasks(step, writing),
    ...labelled(labels.gives, step.gives, writing),
    ...returns(step, writing),
    ...times(step, writing),
    ...(step.basis.length === 0
      ? []
      : [
          paragraph([
            strong(labels.basis),
            labels.colon,
            ...joined(
              step.basis.map((cited) => citation(cited, writing)),
              labels.semicolon,
            ),
          ]),
        ]),
    ...(step.rules.length === 0 ? [paragraph(labels.noRules)] : overview(step, writing)),
    ...step.rules.flatMap((rule) => ruleSection(rule, writing)),
    ...checklist(step, writing),
    paragraph(['■ ', labels.endOfStep, labels.semicolon, ...next(step, writing)], 'end'),
  ];
}

function particulars(step: StepPage, writing: Writing): BlockContent {
  const { labels } = writing;
  const gate = ruleLinks(
    step.gate.map(({ id }) => id),
    writing,
  );
  const [editionNow] = step.editions.filter(
    ({ from, until }) =>
      from <= writing.manual.asOf && (until === undefined || writing.manual.asOf <= until),
  );
  const rows: (readonly Line[])[] = [
    ...(step.branch === undefined
      ? []
      : [
          [
            labels.branch,
            [code(labels.branchSays(labels.branch, step.branch, undefined), 'badge branch')],
          ],
        ]),
    [labels.posts, namedLinks(step.posts, 'post', writing)],
    [labels.nature, `${labels.kinds[step.kind]}${labels.comma}${labels.levels[step.level]}`],
    ...(step.when === undefined ? [] : [[labels.appliesWhen, step.when]]),
    [labels.startsAfter, namedLinks(step.after, 'step', writing)],
    [labels.timeLimit, limitLine(step, writing)],
    [labels.completedBy, completion(step, writing)],
    [labels.documents, namedLinks(step.documents, 'document', writing)],
    [labels.gate, step.gate.length === 0 ? labels.none : gateLine(gate, writing)],
    ...(editionNow ? [[labels.inForceSince, periodOf(editionNow, writing)]] : []),
    ...(step.editions.length > 1
      ? [
          [
            labels.stepEditions,
            step.editions.map((edition) => periodOf(edition, writing)).join(labels.semicolon),
          ],
        ]
      : []),
    [labels.source, [fileLink(step.path)]],
  ];
  return table([labels.item, labels.content], rows, 'particulars');
}

/** Its events, or the record of another kind that says it is done. */
function completion({ events, record }: StepPage, { labels }: Writing): Line {
  if (events.length > 0)
    return joined(
      events.map(({ id, title }) => [`${title} `, code(id)]),
      labels.comma,
    );
  return record
    ? [`${labels.doneByRecord(record.title)}${labels.colon}`, ...proseLine(record.says)]
    : labels.none;
}

/** What each post does, in order. */
function tasks(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (step.tasks.length === 0) return [];
  const lines = step.tasks.map(({ post, does }): Line => [
    ...namedLinks([post], 'post', writing),
    labels.colon,
    ...proseLine(does),
  ]);
  return [paragraph([strong(labels.tasks), labels.colon.trimEnd()]), list(lines, true, 'tasks')];
}

function returns(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (step.returns.length === 0) return [];
  const lines = step.returns.map(({ to, why }): Line => [
    ...proseLine(why),
    labels.colon,
    see(`step-${to.id}`, labels.returnSays(to.title)),
  ]);
  return [
    paragraph([strong(labels.returns), labels.colon.trimEnd()]),
    list(lines, false, 'returns'),
  ];
}

/** Times that the rules of the step set, each as its parameter gives it. */
function times(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  if (step.times.length === 0) return [];
  const lines = step.times.map(({ rule, limit, value }): Line => {
    return [
      see(`parameter-${limit.id}`, limit.title),
      labels.colon,
      value === '' ? labels.none : value,
      labels.semicolon,
      ruleLink(rule.id, writing),
    ];
  });
  return [
    paragraph([strong(labels.timesOfRules), labels.colon.trimEnd()]),
    list(lines, false, 'times'),
  ];
}

/** The sentence about a gate with the links to its rules inside. */
function gateLine(links: Line, { labels }: Writing): Line {
  const { before, after } = labels.gateSays;
  return [before, ...joined([links], ''), after];
}

function overview(step: StepPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  return [
    paragraph([
      strong(writing.manual.isFlat ? labels.rulesInOrder : labels.rulesOfStep),
      labels.colon,
      ...joined(
        step.rules.map(({ id, title }) => see(id, `${id} ${title}`)),
        labels.semicolon,
      ),
    ]),
  ];
}

function checklist(step: StepPage, { labels }: Writing): readonly BlockContent[] {
  const items = step.rules.map((rule): Line => {
    const evidence =
      rule.evidence.length === 0
        ? ''
        : labels.brackets(rule.evidence.map(({ title }) => title).join(labels.comma));
    return [see(rule.id, rule.id), ` ${rule.title}${evidence}`];
  });
  return items.length === 0
    ? []
    : [heading(3, labels.checklist), paragraph(labels.checklistSays), taskList(items)];
}

function next({ next: following }: StepPage, { labels, anchors }: Writing): readonly Inline[] {
  if (!following) return [labels.lastStep];
  const anchor = `step-${following.id}`;
  return anchors.has(anchor)
    ? [see(anchor, labels.nextStep(following.title))]
    : [labels.nextStep(following.title)];
}
