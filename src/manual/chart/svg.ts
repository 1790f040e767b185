/**
 * Pictures as text: attributes alone, in the colour of the text around, so that they stand under a policy that allows
 * no style, and in the dark.
 */

/** A number as coordinates have it: tenths of a pixel. */
export function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A whole picture; `title` is what it is called for who cannot see it. */
export function picture({ width, height }: Size, title: string, parts: readonly string[]): string {
  const [w, h] = [tenths(width), tenths(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" aria-label="${escaped(title)}" font-family="${family}" fill="currentColor">`,
    `<title>${escaped(title)}</title>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** Those of the page, and the widest at the end: widths are reckoned by it. */
const family =
  'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, Segoe UI, Arial, DejaVu Sans, sans-serif';

export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In pixels. */
  readonly size: number;
  readonly isBold: boolean;
}

/** A line of text around its middle. */
export function words({ text, x, y, size, isBold }: Words): string {
  const weight = isBold ? ' font-weight="600"' : '';
  return `<text x="${tenths(x)}" y="${tenths(y)}" font-size="${size}"${weight} text-anchor="middle">${escaped(text)}</text>`;
}

export interface Stroke {
  readonly width?: number;
  readonly isDashed?: boolean;
}

/** A line, open or closed, by its `d`. */
export function line(d: string, { width = 1, isDashed = false }: Stroke = {}): string {
  const dashes = isDashed ? ' stroke-dasharray="5 3"' : '';
  return `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}"${dashes}/>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The head of an arrow that comes to a point from a direction, in radians. */
export function arrowHead({ x, y }: Place, direction: number): string {
  const wing = (turn: number) =>
    `${tenths(x - 8 * Math.cos(direction + turn))} ${tenths(y - 8 * Math.sin(direction + turn))}`;
  return `<path d="M${tenths(x)} ${tenths(y)}L${wing(0.4)}L${wing(-0.4)}Z"/>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
