import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { drawn } from '../../src/manual/chart/draw.ts';
import type { LaneBox, LaneChart } from '../../src/manual/chart/lanes.ts';
import {
  type Layout,
  layoutOf,
  pageHeight,
  type Path,
  type PlacedBox,
} from '../../src/manual/chart/layout.ts';
import { widthOf, wrapped } from '../../src/manual/chart/measure.ts';
import { mermaidOf } from '../../src/manual/chart/mermaid.ts';
import { drawnRing } from '../../src/manual/chart/ring.ts';
import { mostLanes, numbered, stageCharts } from '../../src/manual/chart/stage.ts';
import { manual } from '../../src/manual/from-program.ts';
import type { Manual } from '../../src/manual/model.ts';
import { chromium, openBrowser, reason } from '../report/chromium.ts';
import { shipped, small } from './harness.ts';

describe.each(['zh', 'en'] as const)('the shipped process: %s', (language) => {
  const book = manual(shipped, { language, asOf: '2026-11-23', examples: new Map() });
  const charts = chartsOf(book);
  const steps = book.stages.flatMap((stage) => stage.steps);

  test('every step stands in one chart, once', () => {
    const boxes = charts.flatMap(({ chart }) =>
      chart.rows.flat().flatMap(({ id, shape }) => (shape === 'step' ? [id] : [])),
    );
    expect(boxes).toEqual(steps.map(({ id }) => id));
  });

  test('every return is drawn: an arrow within the chart, else a line in the box', () => {
    for (const { id, returns } of steps)
      for (const { to } of returns) {
        const { chart } = chartWith(id);
        const arrow = chart.arrows.some(
          (one) => one.kind === 'back' && one.from === id && one.to === to.id,
        );
        const lines = boxIn(chart, id).lines.filter(({ as }) => as === 'back');
        expect([id, to.id, arrow || lines.some(({ text }) => text.endsWith(to.title))]).toEqual([
          id,
          to.id,
          true,
        ]);
      }
  });

  test('what a step comes after is drawn: an arrow within the chart, else a line in the box', () => {
    for (const { id, after } of steps)
      for (const before of after) {
        const { chart } = chartWith(id);
        const arrow = chart.arrows.some(
          (one) => one.kind === 'next' && one.to === id && one.from.split(' ')[0] === before.id,
        );
        const lines = boxIn(chart, id).lines.filter(({ as }) => as === 'from');
        expect([id, arrow || lines.some(({ text }) => text.endsWith(before.title))]).toEqual([
          id,
          true,
        ]);
      }
  });

  test('every rule of a gate is in the gate, and what comes next leaves it there', () => {
    for (const { id, gate } of steps.filter((step) => step.gate.length > 0)) {
      const { chart } = chartWith(id);
      const texts = boxIn(chart, `${id} gate`).lines.map(({ text }) => text);
      expect(
        gate.map((rule) => `${rule.id} ${rule.title}`).filter((text) => !texts.includes(text)),
      ).toEqual([]);
      expect(chart.arrows.filter((one) => one.kind === 'next' && one.from === id)).toHaveLength(1);
    }
  });

  test('a chart fits the page, and its words fit their boxes', () => {
    for (const { chart, steps: own } of charts) {
      expect(chart.lanes.length).toBeLessThanOrEqual(mostLanes);
      expect(own.length === 1 || layoutOf(chart).height <= pageHeight).toBe(true);
      expect(faultsOf(layoutOf(chart))).toEqual([]);
    }
  });

  function chartWith(step: string) {
    const found = charts.find(({ chart }) => chart.rows.flat().some(({ id }) => id === step));
    if (!found) throw new Error(`no chart has ${step}`);
    return found;
  }
});

test('investigation and closing reads as expected', async () => {
  const book = manual(shipped, { language: 'zh', asOf: '2026-11-23', examples: new Map() });
  const chart = chartsOf(book).find(({ steps }) =>
    steps.some(({ step }) => step.id === 'approval'),
  );
  await expect(chart && `${drawn(chart.chart)}\n`).toMatchFileSnapshot(
    'expected/chart-approval.zh.svg',
  );
});

test('the same for hosts that draw Mermaid has every box and every arrow', () => {
  const book = manual(shipped, { language: 'zh', asOf: '2026-11-23', examples: new Map() });
  for (const { chart } of chartsOf(book)) {
    const lines = mermaidOf(chart).split('\n');
    expect(lines.filter((one) => /^ {4}b\d+/u.test(one))).toHaveLength(chart.rows.flat().length);
    expect(lines.filter((one) => /-->|-\.->/u.test(one))).toHaveLength(chart.arrows.length);
    expect(lines.filter((one) => one.includes('undefined'))).toEqual([]);
  }
});

test.skipIf(chromium === undefined)(
  `a browser draws no words wider than reckoned${reason}`,
  async () => {
    const svgs = (['zh', 'en'] as const).flatMap((language) =>
      chartsOf(manual(shipped, { language, asOf: '2026-11-23', examples: new Map() })).map(
        ({ chart }) => drawn(chart),
      ),
    );
    const folder = mkdtempSync(join(tmpdir(), 'shouze-chart-'));
    const browser = await openBrowser();
    try {
      writeFileSync(join(folder, 'charts.html'), `<meta charset="utf-8">${svgs.join('')}`);
      await browser.goTo(join(folder, 'charts.html'));
      const drawnTexts = (await browser.ask(
        `[...document.querySelectorAll('text')].map((text) => [text.textContent, Number(text.getAttribute('font-size')), text.hasAttribute('font-weight'), text.getComputedTextLength()])`,
      )) as readonly (readonly [string, number, boolean, number])[];
      expect(drawnTexts.length).toBeGreaterThan(200);
      const wider = drawnTexts.filter(
        // half a pixel is what a browser rounds
        ([text, size, isBold, length]) => length > widthOf(text, size, isBold) + 0.5,
      );
      expect(wider).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);

test('a process of one post is one lane', () => {
  const book = manual(small, { language: 'zh', asOf: '2026-11-23', examples: new Map() });
  for (const { chart } of chartsOf(book)) expect(faultsOf(layoutOf(chart))).toEqual([]);
});

/** Any chart of up to six lanes and eight rows, its arrows on or back. */
const anyChart = fc
  .record({
    lanes: fc.integer({ min: 1, max: 6 }),
    rows: fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    }),
    arrows: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }),
    words: fc.constantFrom('贷前调查', 'Investigation', '3.10 支付管理', '“一次”（上报），再办；'),
  })
  .map(({ lanes, rows, arrows, words }): LaneChart => {
    const boxes = rows.map((row, at) =>
      [...new Set(row.map((lane) => lane % lanes))].map((lane, index): LaneBox => ({
        id: index === 0 ? `${at}` : `${at} ${lane}`,
        lane,
        shape: index === 0 ? 'step' : 'share',
        lines: [
          { text: words, as: 'title' },
          { text: words, as: index % 2 === 0 ? 'back' : 'plain' },
        ],
      })),
    );
    return {
      title: words,
      legend: words,
      lanes: Array.from({ length: lanes }, (_, at) => `${words}${at}`),
      rows: boxes,
      arrows: arrows.map(([a, b]) => {
        const [from, to] = [a % rows.length, b % rows.length];
        return { from: `${from}`, to: `${to}`, kind: from < to ? 'next' : 'back' };
      }),
    };
  });

test('whatever a chart shows, no box stands on another, no line runs through a box, no words leave theirs', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      expect(faultsOf(layoutOf(chart))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    'breaks between characters, as even as they come',
    '贷款须有指定用途',
    60,
    ['贷款须有', '指定用途'],
  ],
  ['no line begins with a closing mark', '先核实，再放款', 42, ['先核', '实，再', '放款']],
  ['no line ends with an opening mark', '比例（住房）', 42, ['比例', '（住', '房）']],
  ['breaks at a space where that takes no more lines', '3.10 支付管理', 60, ['3.10', '支付管理']],
  ['a word is whole', 'Credit authorisation', 90, ['Credit', 'authorisation']],
  ['but one that is longer than a line', 'abcdefghijkl', 40, ['abcde', 'fghijkl']],
])('%s', (_, text, width, lines) => {
  expect(wrapped(text, 12, width)).toEqual(lines);
  expect(lines.filter((line) => widthOf(line, 12) > width)).toEqual([]);
});

test('a picture is attributes and escaped text alone', () => {
  const evil = '<script>alert(1)</script>" onload="x';
  const box: LaneBox = { id: 'a', lane: 0, shape: 'step', lines: [{ text: evil, as: 'title' }] };
  const chart = { title: evil, legend: evil, lanes: [evil], rows: [[box]], arrows: [] };
  const ring = {
    title: evil,
    isClosed: true,
    beside: [],
    stages: [1, 2, 3].map(() => ({ title: evil, lines: [evil] })),
  };
  for (const svg of [drawn(chart), drawnRing(ring)])
    expect(
      svg.match(/<(?:script|style|a|image|use|foreignObject)\b|\s(?:on\w+|style|id|href)="/gu),
    ).toBeNull();
});

test.each([3, 4, 5, 6, 7, 8])('a ring of %d stages has an arrow from each to the next', (count) => {
  const stages = Array.from({ length: count }, (_, at) => ({
    title: `阶段${at}`,
    lines: ['3个节点'],
  }));
  const of = (isClosed: boolean) => drawnRing({ title: '环', stages, beside: [], isClosed });
  expect(of(true).match(/A240 165/gu)).toHaveLength(count);
  expect(of(false).match(/A240 165/gu)).toHaveLength(count - 1);
});

function chartsOf(book: Manual) {
  const all = numbered(book.stages);
  return book.stages.flatMap((stage) => stageCharts(stage, all, book.labels));
}

function boxIn(chart: LaneChart, id: string): LaneBox {
  const box = chart.rows.flat().find((one) => one.id === id);
  if (!box) throw new Error(`no box ${id}`);
  return box;
}

/** What is wrong with a picture to look at. */
function faultsOf({
  width,
  foot,
  boxes,
  heads,
  laneWidth,
  legend,
  arrows,
  joins,
}: Layout): readonly string[] {
  const overlaps = boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .flatMap((other) => (meet(one, other) ? [`${one.box.id} on ${other.box.id}`] : [])),
  );
  const wide = [
    ...boxes.flatMap((box) => box.lines.map((line) => [line, box.width] as const)),
    ...heads.flat().map((line) => [line, laneWidth] as const),
    ...legend.map((line) => [line, width] as const),
  ].flatMap(([{ text, size, isBold }, room]) =>
    widthOf(text, size, isBold) > room ? [`${text} is too wide`] : [],
  );
  const out = boxes.flatMap((box) => {
    const lane = box.box.lane * laneWidth;
    const inside =
      box.x >= lane && box.x + box.width <= lane + laneWidth && box.y + box.height <= foot;
    const held = box.lines.every(({ y }) => y > box.y && y < box.y + box.height);
    return inside && held ? [] : [`${box.box.id} is out of place`];
  });
  const crossed = [...arrows.map(({ path }) => path), ...joins].flatMap((path) =>
    pieces(path).flatMap(([a, b]) => {
      const beyond = [a, b].some(({ x, y }) => x < 0 || x > width || y < 0 || y > foot);
      return [
        ...(beyond ? ['a line leaves the chart'] : []),
        ...(a.x !== b.x && a.y !== b.y ? ['a line is askew'] : []),
        ...boxes.filter((box) => cuts(a, b, box)).map(({ box }) => `a line runs through ${box.id}`),
      ];
    }),
  );
  return [
    ...(width > 660 ? ['too wide for the page'] : []),
    ...overlaps,
    ...wide,
    ...out,
    ...crossed,
  ];
}

function pieces(path: Path) {
  return path.slice(1).map((end, at) => [path[at] ?? end, end] as const);
}

function meet(a: PlacedBox, b: PlacedBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a piece of a line has a part inside a box; along its edge is beside it. */
function cuts(a: Path[number], b: Path[number], { x, y, width, height }: PlacedBox): boolean {
  const slack = 0.01;
  return (
    Math.max(a.x, b.x) > x + slack &&
    Math.min(a.x, b.x) < x + width - slack &&
    Math.max(a.y, b.y) > y + slack &&
    Math.min(a.y, b.y) < y + height - slack
  );
}
