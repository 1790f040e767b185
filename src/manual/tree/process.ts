import type { BlockContent } from 'mdast';

import {
  fence,
  heading,
  joined,
  type Line,
  list,
  paragraph,
  see,
  strong,
  table,
} from '../../document/nodes.ts';
import { chart } from '../../document/own-nodes.ts';
import { proseLine } from '../../document/prose.ts';
import { drawn } from '../chart/draw.ts';
import { mermaidOf } from '../chart/mermaid.ts';
import { drawnRing, type RingBox, ringStages } from '../chart/ring.ts';
import { numbered, type NumberedStep, partOf, stageCharts } from '../chart/stage.ts';
import type { Named, StagePage, StepPage } from '../model.ts';
import { isBrief, limitLine, namedLinks, type Writing } from './common.ts';

/** The whole process as pictures: its stages, then the steps of each by post. */
export function processPart(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const all = numbered(manual.stages);
  return [
    heading(1, labels.glance, 'glance'),
    ...ring(writing),
    ...whose(writing),
    ...manual.stages.flatMap((stage): readonly BlockContent[] => [
      heading(
        2,
        see(`stage-${stage.id}`, labels.chapter(stage.number, stage.title)),
        `flow-${stage.id}`,
      ),
      ...stageCharts(stage, all, labels).map((one) =>
        chart(one.chart.title, drawn(one.chart), [
          fence('mermaid', mermaidOf(one.chart)),
          list(one.steps.map((step) => inWords(step, all, writing))),
        ]),
      ),
    ]),
  ];
}

/** Every step in order with the rulebook that it is from, where several were put together or another process counts them. */
function whose(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const steps = numbered(manual.stages);
  if (manual.phases === '' && steps.every(({ step }) => step.branch === undefined)) return [];
  const rows = steps.map(({ number, step }): readonly Line[] => [
    see(`step-${step.id}`, `${number} ${step.title}`),
    ...(manual.phases === '' ? [] : [step.phase?.title ?? labels.none]),
    step.owner,
    namedLinks(step.posts, 'post', writing),
  ]);
  return [
    heading(2, labels.joined, 'joined-process'),
    table(labels.joinedHead(manual.phases), rows, 'joined'),
  ];
}

/** The stages as a ring; as a list alone where they are too few or too many for one. */
function ring(writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  const { stages, isRing } = manual;
  const around = stages.filter(({ isBeside }) => !isBeside);
  const boxOf = (stage: StagePage): RingBox => ({
    title: labels.chapter(stage.number, stage.title),
    lines: [labels.ringBox(stage.steps.length, stage.steps.flatMap(({ rules }) => rules).length)],
  });
  const words = list(stages.map((stage) => stageInWords(stage, around, writing)));
  if (around.length < ringStages.least || around.length > ringStages.most) return [words];
  const picture = drawnRing({
    title: labels.ringTitle,
    stages: around.map(boxOf),
    beside: stages
      .filter(({ isBeside }) => isBeside)
      .map((stage) => ({ ...boxOf(stage), lines: stage.steps.map(({ title }) => title) })),
    isClosed: isRing,
  });
  return [chart(labels.ringTitle, picture, [words])];
}

function stageInWords(
  stage: StagePage,
  around: readonly StagePage[],
  { manual, labels }: Writing,
): readonly BlockContent[] {
  const { isRing } = manual;
  const [first] = around;
  const name = see(`stage-${stage.id}`, labels.chapter(stage.number, stage.title));
  const closes = isRing && first && stage === around.at(-1) ? labels.ringCloses(first.title) : '';
  return [paragraph([strong(name), labels.colon, ...proseLine(stage.purpose), closes])];
}

type Labelled = readonly [label: string, content: Line];

/** A step of a chart, with all that the picture says of it, and why a file is sent back. */
function inWords(
  { number, step }: NumberedStep,
  all: readonly NumberedStep[],
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  if (isBrief(writing)) return [paragraph(see(`step-${step.id}`, `${number} ${step.title}`))];
  const lines: readonly (Labelled | undefined)[] = [
    step.posts.length === 0 ? undefined : [labels.posts, shares(step, writing)],
    step.after.length === 0
      ? undefined
      : [labels.startsAfter, namedLinks(step.after.map(withNumber), 'step', writing)],
    step.when === undefined ? undefined : [labels.appliesWhen, step.when],
    completion(step, writing),
    step.within === undefined ? undefined : [labels.timeLimit, limitLine(step, writing)],
    step.gate.length === 0 ? undefined : [labels.gate, namedLinks(step.gate, 'rule', writing)],
    ...step.returns.map(({ to, why }): Labelled => [
      labels.returns,
      [...namedLinks([withNumber(to)], 'step', writing), labels.dash, ...proseLine(why)],
    ]),
  ];
  return [
    paragraph(strong(see(`step-${step.id}`, `${number} ${step.title}`))),
    list(lines.flatMap((one) => (one ? [[one[0], labels.colon, ...joined([one[1]], '')]] : []))),
  ];

  function withNumber(one: Named): Named {
    const known = all.find((other) => other.step.id === one.id);
    return { id: one.id, title: known ? `${known.number} ${one.title}` : one.title };
  }
}

/** Each post with its own of the numbered tasks. */
function shares({ posts, tasks }: StepPage, writing: Writing): Line {
  const { labels } = writing;
  return joined(
    posts.map((post): Line => [
      ...namedLinks([post], 'post', writing),
      tasks.length === 0 ? '' : labels.brackets(partOf(tasks, post.id, labels)),
    ]),
    labels.comma,
  );
}

function completion({ events, record }: StepPage, { labels }: Writing): Labelled | undefined {
  if (events.length > 0)
    return [labels.completedBy, events.map(({ title }) => title).join(labels.comma)];
  return record && [labels.gives, labels.doneByRecord(record.title)];
}
