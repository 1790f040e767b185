import { invariant } from '../../base/invariant.ts';
import type { BoxLine, LaneArrow, LaneBox, LaneChart } from './lanes.ts';
import { wrapped } from './measure.ts';

/** A chart with places, in pixels from its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Down to where the lanes go; the legend is below. */
  readonly foot: number;
  readonly headHeight: number;
  readonly laneWidth: number;
  readonly heads: readonly (readonly PlacedLine[])[];
  readonly legend: readonly PlacedLine[];
  readonly boxes: readonly PlacedBox[];
  /** Between boxes of one row. */
  readonly joins: readonly Path[];
  readonly arrows: readonly (LaneArrow & { readonly path: Path })[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners of a line that runs upright and level alone. */
export type Path = readonly Point[];

export interface PlacedBox extends Point {
  readonly box: LaneBox;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PlacedLine[];
  /** Where the part that leads back begins. */
  readonly rule: number | undefined;
}

/** A line of text by the middle of its baseline. */
export interface PlacedLine extends Point {
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
}

/** What fits on A4 beside its margins at the size of the type: 174 mm for 660 pixels, 12 pixels are 9 pt. */
const pageWidth = 660;
/** The same of its height, with the heading above and the title below: 230 mm. */
export const pageHeight = 870;
const widestLane = 220;
/** Between a box and the edge of its lane, where upright lines run. */
const inset = 16;
/** Of that, what the head of an arrow needs. */
const headRoom = 7;
const padding = 6;
/** From the top of a row to the line between its boxes. */
const joinAt = 14;
/** A row keeps this much above and below its boxes for each line that runs level there. */
const track = 7;
const clear = 11;

const styles = {
  head: { size: 13, leading: 18, isBold: true },
  title: { size: 12.5, leading: 17, isBold: true },
  plain: { size: 11.5, leading: 16, isBold: false },
  rule: { size: 11.5, leading: 16, isBold: false },
  from: { size: 10.5, leading: 15, isBold: false },
  on: { size: 10.5, leading: 15, isBold: false },
  back: { size: 10.5, leading: 15, isBold: false },
} as const;

/** Lays a chart out: boxes by row and lane, lines between the rows and beside the boxes, none through a box. */
export function layoutOf(chart: LaneChart): Layout {
  const laneWidth = Math.min(widestLane, Math.floor(pageWidth / Math.max(chart.lanes.length, 1)));
  const boxWidth = laneWidth - 2 * inset;
  const heads = chart.lanes.map((title) => textLines(title, 'head', boxWidth));
  const headHeight =
    2 * padding + Math.max(...heads.map((lines) => lines.length), 1) * styles.head.leading;
  const rowOf = new Map(chart.rows.flatMap((row, at) => row.map(({ id }) => [id, at] as const)));
  const boxOf = new Map(chart.rows.flat().map((box) => [box.id, box]));

  const ends = portsOf(chart.arrows);
  const uprights = uprightTracks();
  const routes = chart.arrows.map(levelsOf);
  const levels = levelTracks();
  const placed = placedBoxes();
  const foot = (placed.bottoms.at(-1) ?? headHeight) + clear;
  const width = laneWidth * chart.lanes.length;
  const legend = textLines(chart.legend, 'from', width);

  return {
    width,
    height: foot + padding + legend.length * styles.from.leading,
    foot,
    headHeight,
    laneWidth,
    heads: heads.map((lines, lane) => stacked(lines, 'head', (lane + 0.5) * laneWidth, padding)),
    legend: stacked(legend, 'from', width / 2, foot + padding / 2),
    boxes: [...placed.boxes.values()],
    joins: joins(),
    arrows: chart.arrows.map((arrow, index) => ({ ...arrow, path: pathOf(arrow, index) })),
  };

  /** Arrows by the side of a box that they leave or reach, in the order in which they do not cross. */
  function portsOf(arrows: readonly LaneArrow[]) {
    const sides = new Map<string, number[]>();
    for (const [index, { from, to, kind }] of arrows.entries()) {
      const [out, into] = kind === 'next' ? ['bottom', 'top'] : ['back', 'again'];
      put(sides, `${from} ${out}`, index);
      put(sides, `${to} ${into}`, index);
    }
    return sides;
  }

  /** How far along a side an arrow stands: the middle where it is alone. */
  function along(id: string, side: 'top' | 'bottom' | 'back' | 'again', index: number): number {
    const all = ends.get(`${id} ${side}`) ?? [];
    return (all.indexOf(index) + 1) / (all.length + 1);
  }

  /** The upright pieces beside boxes: on the left of a lane what goes on, on the right of it what goes back. */
  function uprightTracks(): ReadonlyMap<string, number> {
    const wanted = chart.arrows.flatMap(({ from, to, kind }, index): readonly Wanted[] => {
      const [a, b] = [rowAt(from), rowAt(to)];
      if (kind === 'next')
        return b - a > 1
          ? [{ key: `${index} to`, place: `left ${laneAt(to)}`, low: a, high: b }]
          : [];
      const own = { key: `${index} from`, place: `right ${laneAt(from)}`, low: b, high: a };
      return laneAt(from) === laneAt(to)
        ? [own]
        : [own, { key: `${index} to`, place: `right ${laneAt(to)}`, low: b, high: b + 1 }];
    });
    const tracks = tracksOf(wanted);
    return new Map(
      wanted.map(({ key, place }) => {
        const [side, lane] = place.split(' ');
        const share = ((tracks.of.get(key) ?? 0) + 0.5) / (tracks.count.get(place) ?? 1);
        const at = (1 - share) * (inset - headRoom);
        const left = Number(lane) * laneWidth;
        return [key, side === 'left' ? left + at : left + laneWidth - at];
      }),
    );
  }

  /** The level pieces of an arrow: in the gap under which row, from where to where. */
  function levelsOf(arrow: LaneArrow, index: number): readonly Level[] {
    const { from, to, kind } = arrow;
    const [a, b] = [rowAt(from), rowAt(to)];
    if (kind === 'back')
      return laneAt(from) === laneAt(to)
        ? []
        : [{ gap: b, x: upright(index, 'from'), to: upright(index, 'to') }];
    const [x, end] = [exit(arrow, index), entry(arrow, index)];
    if (b - a > 1) {
      const beside = upright(index, 'to');
      return [
        { gap: a, x, to: beside },
        { gap: b - 1, x: beside, to: end },
      ];
    }
    return x === end ? [] : [{ gap: a, x, to: end }];
  }

  function levelTracks() {
    const wanted = routes.flatMap((pieces, index) =>
      pieces.map(({ gap, x, to }, at): Wanted => ({
        key: `${index} ${at}`,
        place: `${gap}`,
        low: Math.min(x, to),
        high: Math.max(x, to),
      })),
    );
    return tracksOf(wanted);
  }

  function placedBoxes() {
    const boxes = new Map<string, PlacedBox>();
    const bottoms: number[] = [];
    let y = headHeight + clear;
    for (const [at, row] of chart.rows.entries()) {
      const made = row.map((box) => placedBox(box, y));
      for (const one of made) boxes.set(one.box.id, one);
      const bottom = Math.max(...made.map((one) => one.y + one.height));
      bottoms.push(bottom);
      y = bottom + 2 * clear + track * (levels.count.get(`${at}`) ?? 0);
    }
    return { boxes, bottoms };
  }

  function placedBox(box: LaneBox, top: number): PlacedBox {
    const x = box.lane * laneWidth + inset;
    const lines: PlacedLine[] = [];
    let y = top + padding;
    let rule: number | undefined;
    for (const { text, as } of box.lines) {
      if (as === 'back' && rule === undefined) {
        rule = y + padding / 2;
        y += padding;
      }
      if (as === 'rule' && lines.length > 0) y += padding / 2;
      const own = stacked(
        textLines(text, as, boxWidth - padding),
        as,
        (box.lane + 0.5) * laneWidth,
        y,
      );
      lines.push(...own);
      y += own.length * styles[as].leading;
    }
    return { box, x, y: top, width: boxWidth, height: y + padding - top, lines, rule };
  }

  function joins(): readonly Path[] {
    return chart.rows.flatMap((row) => {
      const [first, ...others] = row.toSorted((a, b) => a.lane - b.lane).map(({ id }) => boxAt(id));
      if (!first) return [];
      const y = first.y + joinAt;
      return others.map((other, index): Path => {
        const before = index === 0 ? first : (others[index - 1] ?? first);
        return [
          { x: before.x + before.width, y },
          { x: other.x, y },
        ];
      });
    });
  }

  function pathOf(arrow: LaneArrow, index: number): Path {
    const [from, to] = [boxAt(arrow.from), boxAt(arrow.to)];
    const [first, second] = (routes[index] ?? []).map(({ gap, x, to: end }, at) => ({
      x,
      end,
      y: (placed.bottoms[gap] ?? 0) + clear + track * (levels.of.get(`${index} ${at}`) ?? 0),
    }));
    if (arrow.kind === 'next') {
      const start = { x: exit(arrow, index), y: from.y + from.height };
      const end = { x: entry(arrow, index), y: to.y };
      const bends = [first, second].flatMap((level) =>
        level
          ? [
              { x: level.x, y: level.y },
              { x: level.end, y: level.y },
            ]
          : [],
      );
      return [start, ...bends, end];
    }
    const out = {
      x: from.x + from.width,
      y: from.y + from.height * (0.6 + 0.4 * along(arrow.from, 'back', index)),
    };
    // under the line that joins the boxes of a row
    const above = joinAt + padding;
    const into = {
      x: to.x + to.width,
      y: to.y + above + (to.height * 0.6 - above) * along(arrow.to, 'again', index),
    };
    const x = upright(index, 'from');
    if (!first) return [out, { x, y: out.y }, { x, y: into.y }, into];
    return [
      out,
      { x, y: out.y },
      { x, y: first.y },
      { x: first.end, y: first.y },
      { x: first.end, y: into.y },
      into,
    ];
  }

  function exit({ from }: LaneArrow, index: number): number {
    return laneAt(from) * laneWidth + inset + boxWidth * along(from, 'bottom', index);
  }

  function entry({ to }: LaneArrow, index: number): number {
    return laneAt(to) * laneWidth + inset + boxWidth * along(to, 'top', index);
  }

  function upright(index: number, end: 'from' | 'to'): number {
    const x = uprights.get(`${index} ${end}`);
    invariant(x !== undefined, 'an arrow beside a box has a track there');
    return x;
  }

  function stacked(
    lines: readonly string[],
    as: keyof typeof styles,
    x: number,
    top: number,
  ): readonly PlacedLine[] {
    const { size, leading, isBold } = styles[as];
    return lines.map((text, at) => ({ text, size, isBold, x, y: top + leading * at + size }));
  }

  function rowAt(id: string): number {
    const row = rowOf.get(id);
    invariant(row !== undefined, 'an arrow runs between boxes of its chart');
    return row;
  }

  function laneAt(id: string): number {
    return boxOf.get(id)?.lane ?? 0;
  }

  function boxAt(id: string): PlacedBox {
    const box = placed.boxes.get(id);
    invariant(box, 'an arrow runs between boxes of its chart');
    return box;
  }
}

interface Level {
  readonly gap: number;
  readonly x: number;
  readonly to: number;
}

/** A piece of a line that wants a track of its own wherever it runs beside another of its place. */
interface Wanted {
  readonly key: string;
  readonly place: string;
  readonly low: number;
  readonly high: number;
}

/** The first track that is free for each, and how many each place has. */
function tracksOf(wanted: readonly Wanted[]) {
  const of = new Map<string, number>();
  const count = new Map<string, number>();
  for (const [place, own] of Map.groupBy(wanted, (one) => one.place)) {
    const free: number[] = [];
    for (const { key, low, high } of own.toSorted((a, b) => a.low - b.low || a.high - b.high)) {
      const first = free.findIndex((until) => until < low);
      const at = first < 0 ? free.length : first;
      free[at] = high;
      of.set(key, at);
    }
    count.set(place, free.length);
  }
  return { of, count };
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function textLines(
  text: BoxLine['text'],
  as: keyof typeof styles,
  width: number,
): readonly string[] {
  const { size, isBold } = styles[as];
  return wrapped(text, size, width, isBold);
}
