import { wrapped } from './measure.ts';
import { arrowHead, line, picture, tenths, type Words, words } from './svg.ts';

/** The stages of a process in a circle, and what runs beside them in the middle. */
export interface Ring {
  readonly title: string;
  readonly stages: readonly RingBox[];
  readonly beside: readonly RingBox[];
  /** The last stage leads back to the first. */
  readonly isClosed: boolean;
}

/** A box with its title, and a few words below it. */
export interface RingBox {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where something stands: the box is filled, and its outline heavy. */
  readonly isHere?: boolean;
}

/** Fewer make no circle, more would touch. */
export const ringStages = { least: 3, most: 8 } as const;

interface PlacedRingBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Words[];
  readonly isHere: boolean;
}

const width = 660;
const radius = { x: 240, y: 165 } as const;
/** Of the whole ring; a box at the top has as much above its middle. */
const centre = { x: width / 2, y: radius.y + 50 } as const;
const widest = 168;
const padding = 8;
/** From a box to the arc that leaves or reaches it. */
const gap = 5;
const steps = 240;

/** Draws a ring of three to eight stages, clockwise from the top, as SVG. */
export function drawnRing({ title, stages, beside, isClosed }: Ring): string {
  const turns = stages.map((_, at) => at / stages.length);
  const boxes = stages.map((stage, at) => placed(stage, pointAt(turns[at] ?? 0)));
  const arcs = boxes.slice(0, isClosed ? boxes.length : -1).flatMap((box, at) => {
    const next = boxes[(at + 1) % boxes.length];
    return next ? arc(box, next, turns[at] ?? 0, 1 / stages.length) : [];
  });
  const middle = beside.map((stage, at) =>
    placed(stage, { ...centre, y: centre.y + (at - (beside.length - 1) / 2) * 120 }),
  );
  const bottoms = boxes.map(({ y, height }) => y + height);
  const height = Math.max(centre.y + radius.y, ...bottoms) + padding;
  return picture({ width, height }, title, [
    ...arcs,
    ...boxes.flatMap((box) => drawnBox(box, false)),
    ...middle.flatMap((box) => drawnBox(box, true)),
  ]);
}

/** A point of the ring by the share of a whole turn from the top. */
function pointAt(turn: number): { readonly x: number; readonly y: number } {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return {
    x: centre.x + radius.x * Math.cos(angle),
    y: centre.y + radius.y * Math.sin(angle),
  };
}

function placed(
  { title, lines, isHere = false }: RingBox,
  { x, y }: { readonly x: number; readonly y: number },
): PlacedRingBox {
  const inner = widest - 2 * padding;
  const rows = [
    ...wrapped(title, 13, inner, true).map((text) => ({ text, size: 13, isBold: true })),
    ...lines.flatMap((one) =>
      wrapped(one, 11.5, inner).map((text) => ({ text, size: 11.5, isBold: false })),
    ),
  ];
  const height = rows.length * leading + 2 * padding;
  const top = y - height / 2;
  return {
    x: x - widest / 2,
    y: top,
    width: widest,
    height,
    isHere,
    words: rows.map((row, at) => ({ ...row, x, y: top + padding + at * leading + 13 })),
  };
}

const leading = 18;

function drawnBox(
  { x, y, width, height, words: own, isHere }: PlacedRingBox,
  isDashed: boolean,
): string[] {
  const outline = `M${tenths(x)} ${tenths(y)}h${tenths(width)}v${tenths(height)}h${tenths(-width)}Z`;
  return [
    ...(isHere ? [`<path d="${outline}" fill-opacity="0.14"/>`] : []),
    line(outline, { width: isHere ? 4 : 1.5, isDashed }),
    ...own.map(words),
  ];
}

/** The piece of the ring between two boxes, with its head. */
function arc(
  from: PlacedRingBox,
  to: PlacedRingBox,
  turn: number,
  share: number,
): readonly string[] {
  const points = Array.from({ length: steps + 1 }, (_, at) => pointAt(turn + (share * at) / steps));
  const free = points.filter((point) => !isIn(point, from) && !isIn(point, to));
  const [first, end] = [free[0], free.at(-1)];
  const before = free.at(-4);
  if (!first || !end || !before) return [];
  const [rx, ry] = [radius.x, radius.y].map(tenths);
  return [
    line(
      `M${tenths(first.x)} ${tenths(first.y)}A${rx} ${ry} 0 0 1 ${tenths(end.x)} ${tenths(end.y)}`,
      { width: 2 },
    ),
    arrowHead(end, Math.atan2(end.y - before.y, end.x - before.x)),
  ];
}

function isIn({ x, y }: { readonly x: number; readonly y: number }, box: PlacedRingBox): boolean {
  return (
    x > box.x - gap &&
    x < box.x + box.width + gap &&
    y > box.y - gap &&
    y < box.y + box.height + gap
  );
}
