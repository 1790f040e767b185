import type { LaneChart } from './lanes.ts';
import { type Layout, layoutOf, type Path, type PlacedBox } from './layout.ts';
import { arrowHead, line, picture, tenths, words } from './svg.ts';

/** A chart with a lane for each post, as SVG. */
export function drawn(chart: LaneChart): string {
  const layout = layoutOf(chart);
  return picture(layout, chart.title, [
    ...lanes(layout),
    ...layout.joins.map((path) => line(polyline(path))),
    ...layout.arrows.flatMap(({ path, kind }) => [
      line(polyline(path), { width: 1.3, isDashed: kind === 'back' }),
      headOf(path),
    ]),
    ...layout.boxes.flatMap(boxOf),
  ]);
}

function lanes({ width, foot, headHeight, laneWidth, heads, legend }: Layout): readonly string[] {
  const [w, h, head] = [width - 1, foot, headHeight].map(tenths);
  const edges = heads.slice(1).map((_, at) => `M${tenths((at + 1) * laneWidth)} .5V${h}`);
  return [
    `<rect x=".5" y=".5" width="${w}" height="${head}" fill-opacity=".08"/>`,
    `<path d="M.5 .5H${w}V${h}H.5ZM.5 ${head}H${w}${edges.join('')}" fill="none" stroke="currentColor" stroke-opacity=".35"/>`,
    ...[...heads.flat(), ...legend].map(words),
  ];
}

function boxOf({ box, x, y, width, height, lines, rule }: PlacedBox): readonly string[] {
  const [right, bottom] = [x + width, y + height];
  const corner = box.shape === 'gate' ? 6 : box.shape === 'share' ? 8 : 0;
  const outline =
    box.shape === 'gate'
      ? `M${at(x + corner, y)}H${tenths(right - corner)}L${at(right, y + corner)}V${tenths(bottom - corner)}L${at(right - corner, bottom)}H${tenths(x + corner)}L${at(x, bottom - corner)}V${tenths(y + corner)}Z`
      : `M${at(x, y)}H${tenths(right)}V${tenths(bottom)}H${tenths(x)}Z`;
  return [
    line(outline, { width: box.shape === 'gate' ? 2 : box.shape === 'step' ? 1.5 : 1 }),
    ...(rule === undefined ? [] : [line(`M${at(x, rule)}H${tenths(right)}`, { isDashed: true })]),
    ...lines.map(words),
  ];
}

function polyline(path: Path): string {
  return path.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${at(x, y)}`).join('');
}

/** Points the way that the last piece of the line runs. */
function headOf(path: Path): string {
  const [before, end] = path.slice(-2);
  if (!before || !end) return '';
  return arrowHead(end, Math.atan2(end.y - before.y, end.x - before.x));
}

function at(x: number, y: number): string {
  return `${tenths(x)} ${tenths(y)}`;
}
