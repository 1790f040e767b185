/** The ways in which cells of a table look, by their numbers in `styles.xml` (ECMA-376-1, 18.8). */
export const styles = {
  plain: 0,
  title: 1,
  heading: 2,
  columnTitle: 3,
  text: 4,
  hiddenText: 5,
  openText: 6,
  count: 7,
  decimal: 8,
  day: 9,
  openCount: 10,
  openNumber: 11,
  openDay: 12,
} as const;

type Style = keyof typeof styles;

const [plainFont, titleFont, smallFont, boldFont] = [0, 1, 2, 3];
const [noFill, titleFill, openFill] = [0, 2, 3];
const [noBorder, thinBorder] = [0, 1];
/** Whatever is typed stays text (18.8.30, format 49, `@`). */
const [general, whole, decimals, asText, asDay] = [0, 3, 4, 49, 164];

const unlocked = '<protection locked="0"/>';

const formats: Readonly<Record<Style, string>> = {
  plain: format(general, plainFont, noFill, noBorder),
  title: format(general, titleFont, noFill, noBorder, 'vertical="center" wrapText="1"'),
  heading: format(general, smallFont, noFill, noBorder, 'vertical="center" wrapText="1"'),
  columnTitle: format(
    general,
    boldFont,
    titleFill,
    thinBorder,
    'horizontal="center" vertical="center" wrapText="1"',
  ),
  text: format(asText, smallFont, noFill, thinBorder, 'vertical="top" wrapText="1"'),
  hiddenText: format(asText, plainFont, noFill, noBorder),
  openText: format(
    asText,
    smallFont,
    openFill,
    thinBorder,
    'vertical="top" wrapText="1"',
    unlocked,
  ),
  count: format(whole, smallFont, noFill, thinBorder, 'horizontal="right" vertical="top"'),
  decimal: format(decimals, smallFont, noFill, thinBorder, 'horizontal="right" vertical="top"'),
  day: format(asDay, smallFont, noFill, thinBorder, 'horizontal="center" vertical="top"'),
  openCount: opened(whole, 'right'),
  // with all of its digits, since it may be changed
  openNumber: opened(general, 'right'),
  openDay: opened(asDay, 'center'),
};

function opened(number: number, side: 'right' | 'center'): string {
  const alignment = `horizontal="${side}" vertical="top"`;
  return format(number, smallFont, openFill, thinBorder, alignment, unlocked);
}

export function stylesXml(): string {
  const side = (name: string) => `<${name} style="thin"><color rgb="FF9AA5B1"/></${name}>`;
  const inOrder = Object.entries(styles).toSorted(([, a], [, b]) => a - b);
  const each = inOrder.map(([style]) => formats[style as Style]);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="1"><numFmt numFmtId="${asDay}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    '<fonts count="4"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="16"/></font><font><sz val="10"/></font><font><b/><sz val="10"/></font></fonts>',
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${each.length}">${each.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

function format(
  number: number,
  font: number,
  fill: number,
  border: number,
  alignment?: string,
  protection = '',
): string {
  const applied = [
    number === general ? '' : ' applyNumberFormat="1"',
    font === plainFont ? '' : ' applyFont="1"',
    fill === noFill ? '' : ' applyFill="1"',
    border === noBorder ? '' : ' applyBorder="1"',
    alignment === undefined ? '' : ' applyAlignment="1"',
    protection === '' ? '' : ' applyProtection="1"',
  ].join('');
  const open = `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
  return alignment === undefined
    ? `${open}/>`
    : `${open}><alignment ${alignment}/>${protection}</xf>`;
}
