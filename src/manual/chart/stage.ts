import type { FrontLabels } from '../../words/front.ts';
import type { Named, StagePage, StepPage } from '../model.ts';
import type { BoxLine, LaneArrow, LaneBox, LaneChart } from './lanes.ts';
import { layoutOf, pageHeight } from './layout.ts';

/** More lanes than this do not fit on A4. */
export const mostLanes = 6;

/** A step under the number that its chapter gives it: `3.6`. */
export interface NumberedStep {
  readonly number: string;
  readonly step: StepPage;
}

export function numbered(stages: readonly StagePage[]): readonly NumberedStep[] {
  return stages.flatMap(({ steps }) => steps.map((step) => ({ number: step.number, step })));
}

/** A chart and the steps that it shows. */
export interface StageChart {
  readonly chart: LaneChart;
  readonly steps: readonly NumberedStep[];
}

/**
 * The charts of a stage: steps by the posts that do them, what each comes after, where it may be sent back to, and the
 * rules that nothing goes on without. One chart where it fits a page; else the steps in turn, as many as do.
 *
 * @param all - the steps of every stage, which the stage's own may come after or go back to
 */
export function stageCharts(
  stage: StagePage,
  all: readonly NumberedStep[],
  labels: FrontLabels,
): readonly StageChart[] {
  const own = all.filter(({ step }) => stage.steps.includes(step));
  const groups = grouped(own, (steps) => fits(chartOf(steps, all, '', labels)));
  return groups.map((steps) => {
    const [first, last] = [steps[0]?.number ?? '', steps.at(-1)?.number ?? ''];
    const part = groups.length === 1 ? '' : first === last ? first : labels.chartPart(first, last);
    return { chart: chartOf(steps, all, labels.chartTitle(stage.title, part), labels), steps };
  });
}

/** Steps in turn, with a new chart where one more would be too many. */
function grouped(
  steps: readonly NumberedStep[],
  isFit: (steps: readonly NumberedStep[]) => boolean,
): readonly (readonly NumberedStep[])[] {
  const groups: NumberedStep[][] = [];
  for (const one of steps) {
    const last = groups.at(-1);
    if (last && isFit([...last, one])) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function fits(chart: LaneChart): boolean {
  return chart.lanes.length <= mostLanes && layoutOf(chart).height <= pageHeight;
}

function chartOf(
  steps: readonly NumberedStep[],
  all: readonly NumberedStep[],
  title: string,
  labels: FrontLabels,
): LaneChart {
  const posts = new Map<string, Named>();
  for (const { step } of steps) for (const post of step.posts) posts.set(post.id, post);
  const lanes = [...posts.keys()];
  const here = new Set(steps.map(({ step }) => step.id));
  const numberOf = new Map(all.map(({ number, step }) => [step.id, number]));
  const placeOf = new Map(all.map(({ step }, at) => [step.id, at]));
  return {
    title,
    legend: labels.chartLegend,
    // a step of no post stands in a lane without a name
    lanes: lanes.length === 0 ? [''] : lanes.map((id) => posts.get(id)?.title ?? id),
    rows: steps.flatMap(rowsOf),
    arrows: steps.flatMap(arrowsOf),
  };

  function rowsOf({ number, step }: NumberedStep): readonly (readonly LaneBox[])[] {
    const [main, ...others] = step.posts;
    const lane = main ? lanes.indexOf(main.id) : 0;
    const box: LaneBox = { id: step.id, lane, shape: 'step', lines: stepLines(number, step, main) };
    const shares = others.map(({ id }): LaneBox => ({
      id: `${step.id} ${id}`,
      lane: lanes.indexOf(id),
      shape: 'share',
      lines: [
        { text: number, as: 'title' },
        { text: partOf(step.tasks, id, labels), as: 'plain' },
      ],
    }));
    return [[box, ...shares], ...(step.gate.length === 0 ? [] : [[gateBox(step, lane)]])];
  }

  function stepLines(number: string, step: StepPage, main: Named | undefined): readonly BoxLine[] {
    const { after, events, within, when, record, returns, gate } = step;
    const plain = [
      ...(main && step.tasks.length > 0 ? [partOf(step.tasks, main.id, labels)] : []),
      ...(events.length > 0 ? [labels.chartDone(events.map((event) => event.title))] : []),
      ...(events.length === 0 && record ? [labels.chartRecord(record.title)] : []),
      ...(within ? [labels.chartWithin(within.workingDays)] : []),
      ...(when === undefined ? [] : [labels.chartWhen]),
    ];
    return [
      ...after
        .filter((one) => !isDrawn(one.id, step.id))
        .map((one): BoxLine => ({ text: labels.chartFrom(named(one)), as: 'from' })),
      { text: `${number} ${step.title}`, as: 'title' },
      ...plain.map((text): BoxLine => ({ text, as: 'plain' })),
      ...(gate.length === 0 ? onLines(step) : []),
      ...returns
        .filter(({ to }) => !here.has(to.id))
        .map(({ to }): BoxLine => ({ text: labels.chartBack(named(to)), as: 'back' })),
    ];
  }

  function gateBox(step: StepPage, lane: number): LaneBox {
    const rules = step.gate.map(({ id, title: rule }): BoxLine => ({
      text: `${id} ${rule}`,
      as: 'rule',
    }));
    return {
      id: gateOf(step),
      lane,
      shape: 'gate',
      lines: [{ text: labels.chartGate, as: 'title' }, ...rules, ...onLines(step)],
    };
  }

  /** The steps of other charts that come after this one. */
  function onLines({ id }: StepPage): readonly BoxLine[] {
    const on = all.filter(
      ({ step }) => !here.has(step.id) && step.after.some((one) => one.id === id),
    );
    if (on.length === 0) return [];
    const names = on.length <= 2 ? on.map(({ step }) => named(step)) : runsOf(on, labels);
    return [{ text: labels.chartOn(names), as: 'on' }];
  }

  function arrowsOf({ step }: NumberedStep): readonly LaneArrow[] {
    const passed =
      step.gate.length === 0 ? [] : [{ from: step.id, to: gateOf(step), kind: 'next' } as const];
    const next = step.after
      .filter(({ id }) => isDrawn(id, step.id))
      .map(({ id }): LaneArrow => {
        const before = steps.find((one) => one.step.id === id)?.step;
        return {
          from: before && before.gate.length > 0 ? gateOf(before) : id,
          to: step.id,
          kind: 'next',
        };
      });
    const back = [...new Set(step.returns.map(({ to }) => to.id))]
      .filter((id) => here.has(id))
      .map((id): LaneArrow => ({ from: step.id, to: id, kind: 'back' }));
    return [...passed, ...next, ...back];
  }

  /** Whether both are in the chart, one above the other. */
  function isDrawn(before: string, step: string): boolean {
    return here.has(before) && (placeOf.get(before) ?? 0) < (placeOf.get(step) ?? 0);
  }

  function named({ id, title: step }: Named): string {
    const number = numberOf.get(id);
    return number === undefined ? step : `${number} ${step}`;
  }
}

/** Which of the numbered tasks of a step are a post's. */
export function partOf(
  tasks: StepPage['tasks'],
  post: string,
  { chartShare, chartTasks }: FrontLabels,
): string {
  const own = tasks.flatMap((task, index) => (task.post.id === post ? [index + 1] : []));
  return own.length === 0 ? chartShare : chartTasks(own);
}

/** Numbers of steps, those that follow each other as a run: `4.1` to `4.6`. */
function runsOf(steps: readonly NumberedStep[], { chartPart }: FrontLabels): readonly string[] {
  const runs: { readonly first: string; last: string; length: number }[] = [];
  for (const { number } of steps) {
    const run = runs.at(-1);
    if (run && followerOf(run.last) === number) {
      run.last = number;
      run.length += 1;
    } else runs.push({ first: number, last: number, length: 1 });
  }
  return runs.flatMap(({ first, last, length }) =>
    length < 3 ? [...new Set([first, last])] : [chartPart(first, last)],
  );
}

function followerOf(number: string): string {
  const [stage, step] = number.split('.');
  return `${stage}.${Number(step) + 1}`;
}

function gateOf({ id }: StepPage): string {
  return `${id} gate`;
}
