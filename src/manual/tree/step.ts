import type { BlockContent } from 'mdast';

import type { StagePage, StepPage } from '../model.ts';
import { citation, labelled, namedLinks, periodOf, ruleLinks, type Writing } from './common.ts';
import {
  code,
  fileLink,
  heading,
  type Inline,
  joined,
  type Line,
  paragraph,
  see,
  strong,
  table,
  taskList,
} from './nodes.ts';
import { prose } from './prose.ts';
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
    ...labelled(labels.gives, step.gives, writing),
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
    [
      labels.timeLimit,
      step.within ? labels.within(step.within.workingDays, step.within.from) : labels.none,
    ],
    [
      labels.completedBy,
      step.events.length === 0
        ? labels.none
        : joined(
            step.events.map(({ id, title }) => [`${title} `, code(id)]),
            labels.comma,
          ),
    ],
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
