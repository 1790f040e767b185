import { escaped } from './escaped.ts';

/** A value with the interval around it. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The same in words, at the end of the row. */
  readonly says: string;
}

/** A value in each of two times, for two sides. */
export interface SlopeLine {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly isDashed: boolean;
  /** Both values in words. */
  readonly says: readonly [string, string];
}

const family =
  'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, Segoe UI, Arial, sans-serif';
const rowHeight = 46;
const [left, plot, right] = [20, 640, 20];

/**
 * Values with their intervals, one below the other around a common line at zero; each row has a scale of its own, since
 * each is in a unit of its own.
 *
 * @returns a whole `<svg>`, attributes only, in the colour of the text around
 */
export function intervalChart(title: string, rows: readonly IntervalRow[]): string {
  const height = rows.length * rowHeight + 16;
  const width = left + plot + right;
  const middle = left + plot / 2;
  const parts = rows.flatMap((row, index) => {
    const most = Math.max(Math.abs(row.low), Math.abs(row.high), Number.MIN_VALUE);
    const at = (value: number) => middle + (value / most) * (plot / 2 - 8);
    const y = index * rowHeight + 36;
    return [
      text(left, y - 14, row.label),
      path(`M${n(at(row.low))} ${n(y)}H${n(at(row.high))}`, 2),
      path(`M${n(at(row.low))} ${n(y - 5)}V${n(y + 5)}`, 2),
      path(`M${n(at(row.high))} ${n(y - 5)}V${n(y + 5)}`, 2),
      `<circle cx="${n(at(row.value))}" cy="${n(y)}" r="4.5"/>`,
      text(left + plot, y - 14, row.says, 'end'),
    ];
  });
  return picture(title, width, height, [
    path(`M${n(middle)} 8V${n(height - 4)}`, 1, true),
    ...parts,
  ]);
}

/** How a value went from one time to the next on each side, with a scale from the lowest to the highest of them. */
export function slopeChart(
  title: string,
  times: readonly [string, string],
  lines: readonly SlopeLine[],
): string {
  const [width, height, top, bottom] = [700, 210, 40, 180];
  const [from, to] = [230, 470];
  const all = lines.flatMap(({ before, after }) => [before, after]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const at = (value: number) =>
    most === least
      ? (top + bottom) / 2
      : bottom - ((value - least) / (most - least)) * (bottom - top);
  const labels = (pick: 'before' | 'after') => apart(lines.map((line) => at(line[pick])));
  const [starts, ends] = [labels('before'), labels('after')];
  return picture(title, width, height, [
    text(from, 18, times[0], 'middle'),
    text(to, 18, times[1], 'middle'),
    path(`M${n(from)} 28V${n(height - 16)}`, 1, true),
    path(`M${n(to)} 28V${n(height - 16)}`, 1, true),
    ...lines.flatMap((line, index) => [
      path(`M${n(from)} ${n(at(line.before))}L${n(to)} ${n(at(line.after))}`, 2, line.isDashed),
      `<circle cx="${n(from)}" cy="${n(at(line.before))}" r="4"/>`,
      `<circle cx="${n(to)}" cy="${n(at(line.after))}" r="4"/>`,
      text(from - 12, (starts[index] ?? 0) + 4, line.says[0], 'end'),
      text(to + 12, (ends[index] ?? 0) + 4, `${line.says[1]} ${line.label}`),
    ]),
  ]);
}

/** Heights of two labels, so that neither lies over the other. */
function apart(heights: readonly number[]): readonly number[] {
  const [a = 0, b = 0] = heights;
  const gap = 17 - Math.abs(a - b);
  if (heights.length < 2 || gap <= 0) return heights;
  return a <= b ? [a - gap / 2, b + gap / 2] : [a + gap / 2, b - gap / 2];
}

function picture(title: string, width: number, height: number, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="${family}" fill="currentColor">`,
    `<title>${escaped(title)}</title>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start') {
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${n(x)}" y="${n(y)}" font-size="13"${place}>${escaped(words)}</text>`;
}

function path(d: string, width: number, isDashed = false): string {
  const dashes = isDashed ? ' stroke-dasharray="5 3"' : '';
  return `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}"${dashes}/>`;
}

/** Tenths of a pixel. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
